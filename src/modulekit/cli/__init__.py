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


_RARELY = 50_000
"""New objects after which Python looks for garbage. Hardly anything here becomes any, and the search takes a tenth of
the time where it is made after every 700, as Python would by itself."""


def _main() -> None:
    import atexit
    import gc
    import os
    import sys

    from modulekit.cli.plain import plain_check
    from modulekit.cli.unchanged import answered

    gc.set_threshold(_RARELY)
    atexit.register(gc.freeze)  # the system takes everything back at once; nobody needs to look at it piece by piece
    os.environ["PYDANTIC_DISABLE_PLUGINS"] = "__all__"  # nothing that is installed beside may change what a course is
    code = answered(sys.argv[1:])
    if code is None and (check := plain_check(sys.argv[1:])):
        code = check.run()
    if code is not None:
        sys.exit(code)
    from modulekit.cli.app import app

    app(prog_name="modulekit")  # also where it is started as ``python -m modulekit``
