"""``python -m vankien``."""

from vankien.cli import main

main()
