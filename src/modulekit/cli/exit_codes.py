"""How the program ends. Scripts rely on these numbers."""

GOOD = 0
CONTENT_HAS_ERRORS = 1
WRONG_USE = 2
PACKAGE_DOES_NOT_VERIFY = 3
