"""The command line: parse, call, render diagnostics, exit code.

The only layer that prints, reads the environment or the clock, and ends the process. Everything slow is imported inside
a command, so that ``modulekit --help`` stays quick.

Exit codes: 0 good, 1 the content has errors, 2 wrong use; 3 is kept for packages that do not verify.
"""

from __future__ import annotations


def main() -> None:
    """The entry point of the ``modulekit`` command."""
    from modulekit.cli.outlet import heard

    heard(_main)


def _main() -> None:
    import sys

    from modulekit.cli.unchanged import answered

    code = answered(sys.argv[1:])
    if code is not None:
        sys.exit(code)
    from modulekit.cli.app import app

    app(prog_name="modulekit")  # also where it is started as ``python -m modulekit``
