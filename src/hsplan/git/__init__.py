"""Every call to git, by its own command line. Nothing here ever writes to a repository or its working tree."""

from hsplan.git.blobs import read_blobs
from hsplan.git.log import Commit, FileChange, read_log
from hsplan.git.repository import Repository, find_repository

__all__ = ["Commit", "FileChange", "Repository", "find_repository", "read_blobs", "read_log"]
