"""``python -m outline`` is the command ``outline``."""

from outline.cli import main

if __name__ == "__main__":
    main()
