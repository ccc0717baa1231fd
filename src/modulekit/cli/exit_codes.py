"""How the program ends. Scripts rely on these numbers."""

GOOD = 0
CONTENT_HAS_ERRORS = 1
WRONG_USE = 2
PACKAGE_DOES_NOT_VERIFY = 3
STOPPED = 128
"""And the number of the signal that stopped it, as shells count: 130 for Ctrl-C, 143 for SIGTERM."""
