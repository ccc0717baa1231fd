"""Chromium, spoken to in its DevTools protocol over a pipe: no port is opened, and the browser finds no network.

What a page asks for, says and throws is written down from before it is opened.
"""

from __future__ import annotations

import base64
import contextlib
import json
import os
import select
import shutil
import signal
import subprocess
import sys
import tempfile
import time
from collections.abc import Callable, Iterator
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

NAMES = ("chromium", "chromium-browser", "google-chrome", "google-chrome-stable")
AXE = Path(__file__).parents[2] / ".judges" / "node_modules" / "axe-core" / "axe.min.js"
SECONDS = 30.0  # for an answer, on a machine with other things to do
_FLAGS = (
    "--headless",
    "--no-sandbox",  # for root, as whom continuous integration often runs
    "--disable-gpu",
    "--disable-dev-shm-usage",
    "--hide-scrollbars",
    "--no-first-run",
    "--disable-background-networking",
    "--disable-component-update",
    "--disable-extensions",
    "--disable-sync",
    "--host-resolver-rules=MAP * ~NOTFOUND",
    "--proxy-server=127.0.0.1:9",  # nobody listens there: whatever wants a network finds none
    "--remote-debugging-pipe",
)
_PIPES = "import os, sys; [os.dup2(int(end), at) for at, end in ((3, sys.argv[1]), (4, sys.argv[2]))]; "
_START = _PIPES + "os.execv(sys.argv[3], sys.argv[3:])"
_KEYS = {"Tab": 9, "Enter": 13}

Said = dict[str, Any]


class BrowserError(RuntimeError):
    """The browser does not answer, or refuses."""


@dataclass
class Heard:
    """What the page did that somebody could notice."""

    requests: list[str] = field(default_factory=list)
    console: list[str] = field(default_factory=list)
    thrown: list[str] = field(default_factory=list)
    held: list[str] = field(default_factory=list)
    """Where a click would have led, had :meth:`Browser.held` not kept the page."""


def program() -> str | None:
    """Where the browser is; ``None`` where there is none."""
    return next((found for name in NAMES if (found := shutil.which(name))), None)


@contextlib.contextmanager
def browser() -> Iterator[Browser]:
    """A browser with one empty page, in a profile that is thrown away."""
    with tempfile.TemporaryDirectory(prefix="browser-", ignore_cleanup_errors=True) as profile:
        opened = Browser(Path(profile))
        try:
            yield opened
        finally:
            opened.close()


class Browser:
    """One page of one browser."""

    def __init__(self, profile: Path) -> None:
        found = program()
        if found is None:
            raise BrowserError("there is no Chromium")
        (read, self._to), (self._from, write) = os.pipe(), os.pipe()
        with (profile / "said").open("wb") as said:
            self._process = subprocess.Popen(
                [sys.executable, "-c", _START, str(read), str(write), found, *_FLAGS, f"--user-data-dir={profile}"],
                stdin=subprocess.DEVNULL,
                stdout=said,
                stderr=said,
                pass_fds=(read, write),
                start_new_session=True,
            )
        os.close(read)
        os.close(write)
        self._rest, self._number, self._session = b"", 0, ""
        self.heard = Heard()
        target = self.call("Target.createTarget", url="about:blank")["targetId"]
        self._session = self.call("Target.attachToTarget", targetId=target, flatten=True)["sessionId"]
        for domain in ("Page", "Network", "Runtime", "Log", "DOM", "Accessibility"):
            self.call(f"{domain}.enable")
        self.call("Network.emulateNetworkConditions", offline=True, latency=0, downloadThroughput=0, uploadThroughput=0)

    def close(self) -> None:
        """End the browser with all of its processes."""
        with contextlib.suppress(ProcessLookupError):
            os.killpg(self._process.pid, signal.SIGKILL)
        self._process.wait()
        os.close(self._to)
        os.close(self._from)

    # --- the protocol ------------------------------------------------------------------------------

    def call(self, method: str, **parameters: Any) -> Said:
        """The answer to a command of the protocol. Raises :class:`BrowserError`."""
        self._number += 1
        message: Said = {"id": self._number, "method": method, "params": parameters}
        if self._session:
            message["sessionId"] = self._session
        os.write(self._to, json.dumps(message).encode() + b"\0")
        for said in self._messages(time.monotonic() + SECONDS):
            if said.get("id") == message["id"]:
                if "error" in said:
                    raise BrowserError(f"{method}: {said['error']['message']}")
                return dict(said["result"])
        raise BrowserError(f"{method}: no answer")

    def listen(self, seconds: float) -> None:
        """Hear what happens for a while."""
        for _ in self._messages(time.monotonic() + seconds):
            pass

    def wait(self, happened: Callable[[], bool]) -> None:
        """Hear what happens until ``happened``. Raises :class:`BrowserError` where it does not."""
        end = time.monotonic() + SECONDS
        while not happened():
            if time.monotonic() > end:
                raise BrowserError("it did not happen")
            self.listen(0.02)

    def _messages(self, until: float) -> Iterator[Said]:
        while (left := until - time.monotonic()) > 0:
            while b"\0" in self._rest:
                one, _, self._rest = self._rest.partition(b"\0")
                said: Said = json.loads(one)
                self._note(said.get("method", ""), said.get("params", {}))
                yield said
            if select.select([self._from], [], [], left)[0]:
                block = os.read(self._from, 1 << 20)
                if not block:
                    raise BrowserError("the browser ended")
                self._rest += block

    def _note(self, method: str, said: Said) -> None:
        match method:
            case "Network.requestWillBeSent":
                self.heard.requests.append(said["request"]["url"])
            case "Runtime.consoleAPICalled":
                self.heard.console.append(" ".join(str(arg.get("value", arg)) for arg in said["args"]))
            case "Log.entryAdded":
                self.heard.console.append(f"{said['entry']['level']}: {said['entry']['text']}")
            case "Runtime.exceptionThrown":
                self.heard.thrown.append(str(said["exceptionDetails"]))
            case "Fetch.requestPaused":
                self.heard.held.append(said["request"]["url"])
                message = {"requestId": said["requestId"], "errorReason": "Aborted"}
                self._number += 1
                done = {
                    "id": self._number,
                    "method": "Fetch.failRequest",
                    "params": message,
                    "sessionId": self._session,
                }
                os.write(self._to, json.dumps(done).encode() + b"\0")

    # --- what a reader does ------------------------------------------------------------------------

    def open(self, address: str) -> None:
        """Go to ``address`` and wait until all of it is there."""
        answer = self.call("Page.navigate", url=address)
        if "errorText" in answer:
            raise BrowserError(f"{address}: {answer['errorText']}")
        self.wait(lambda: bool(self.run("document.readyState") == "complete"))

    @contextlib.contextmanager
    def held(self) -> Iterator[list[str]]:
        """Stay on the page: where a click would have led is written into the list."""
        self.heard.held.clear()
        self.call("Fetch.enable", patterns=[{"urlPattern": "*"}])
        try:
            yield self.heard.held
        finally:
            self.call("Fetch.disable")

    def size(self, width: int, height: int, *, phone: bool = False) -> None:
        """Show the page so wide and so high, in CSS pixels."""
        self.call("Emulation.setDeviceMetricsOverride", width=width, height=height, deviceScaleFactor=1, mobile=phone)

    def click(self, x: float, y: float) -> None:
        """Press and let go of the left button at a place of the window, and wait until the page is drawn anew."""
        for kind in ("mousePressed", "mouseReleased"):
            self.call("Input.dispatchMouseEvent", type=kind, x=x, y=y, button="left", clickCount=1)
        self._drawn()

    def press(self, key: str) -> None:
        """Press a key, ``Tab`` or ``Enter``, and wait until the page is drawn anew."""
        code = _KEYS[key]
        text = {"text": "\r"} if key == "Enter" else {}
        for kind in ("keyDown", "keyUp"):
            self.call("Input.dispatchKeyEvent", type=kind, key=key, code=key, windowsVirtualKeyCode=code, **text)
        self._drawn()

    def _drawn(self) -> None:
        self.run("new Promise(drawn => requestAnimationFrame(() => requestAnimationFrame(drawn)))")

    def run(self, script: str) -> Any:
        """The value of ``script`` in the page. The policy of the page does not bind who looks at it."""
        answer = self.call(
            "Runtime.evaluate",
            expression=script,
            returnByValue=True,
            awaitPromise=True,
            allowUnsafeEvalBlockedByCSP=True,
        )
        if "exceptionDetails" in answer:
            raise BrowserError(str(answer["exceptionDetails"]))
        return answer["result"].get("value")

    def picture(self, *, whole: bool = False) -> bytes:
        """A PNG of the window, or of the whole page."""
        return base64.b64decode(self.call("Page.captureScreenshot", captureBeyondViewport=whole)["data"])

    def printed(self) -> bytes:
        """The page as it is printed, a PDF."""
        answer = self.call("Page.printToPDF", preferCSSPageSize=True, printBackground=False)
        return base64.b64decode(answer["data"])

    def accessible(self) -> list[Said]:
        """The nodes of the accessibility tree, in reading order, without those that are ignored."""
        nodes = {node["nodeId"]: node for node in self.call("Accessibility.getFullAXTree")["nodes"]}

        def told(node: Said) -> Iterator[Said]:
            if not node["ignored"]:
                yield node
            for child in node.get("childIds", ()):
                if child in nodes:
                    yield from told(nodes[child])

        return list(told(next(iter(nodes.values()))))

    def axe(self) -> list[str]:
        """What axe-core complains about, each with its places."""
        self.run(AXE.read_text(encoding="utf-8") + "; undefined")
        found: list[Said] = self.run("axe.run().then(said => said.violations)")
        return [f"{one['id']} ({one['impact']}): {[node['target'] for node in one['nodes']]}" for one in found]
