"""`python -m hsplan`, the same as the `hsplan` command."""

from hsplan.cli import main

if __name__ == "__main__":
    main()
