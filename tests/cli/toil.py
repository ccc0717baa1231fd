"""What workers are given to do in tests of processes."""

from __future__ import annotations

import os
import shutil
import signal
import sys
import tempfile
import time
from multiprocessing.util import Finalize
from pathlib import Path


def hold(folder: str) -> bytes:
    """Say that this worker is at work, hold a temporary folder as the layout does, and work for a minute."""
    held = tempfile.mkdtemp(prefix="held-")
    Finalize(None, shutil.rmtree, args=(held,), exitpriority=0)
    Path(folder, f"worker.{os.getpid()}").touch()
    time.sleep(60)
    return b""


def die(folder: str, deaths: int) -> bytes:
    """Kill this worker, the first ``deaths`` times."""
    died = len([*Path(folder).glob("died.*")])
    if died < deaths:
        Path(folder, f"died.{died}").touch()
        os.kill(os.getpid(), signal.SIGKILL)
    return b"alive"


def double(data: bytes) -> bytes:
    """``data`` twice."""
    return data * 2


def loaded(name: str) -> bool:
    """Whether this worker has loaded the module ``name`` of Python."""
    return name in sys.modules
