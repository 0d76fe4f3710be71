"""Every call to git, by its own command line. Nothing here ever writes to a repository.

What `git-setup` changes are git's settings, which `settings` alone writes, and lines of `.gitattributes`, which
`attributes` puts into a text and `setup` into the file.
"""

from hsplan.git.blobs import read_blobs
from hsplan.git.changed import changed_files
from hsplan.git.log import Commit, FileChange, read_log
from hsplan.git.repository import SHALLOW, Repository, find_repository
from hsplan.git.touched import Touched, last_touched

__all__ = [
    "SHALLOW",
    "Commit",
    "FileChange",
    "Repository",
    "Touched",
    "changed_files",
    "find_repository",
    "last_touched",
    "read_blobs",
    "read_log",
]
