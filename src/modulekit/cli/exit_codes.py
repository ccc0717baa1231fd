"""How the program ends. Scripts rely on these numbers; 3 is kept for packages that do not verify."""

GOOD = 0
CONTENT_HAS_ERRORS = 1
WRONG_USE = 2
