# Copyright (c) 2026 the communigate.pro authors
# GNU General Public License v3.0+ (see LICENSE or https://www.gnu.org/licenses/gpl-3.0.txt)
# SPDX-License-Identifier: GPL-3.0-or-later
"""A page in a real browser: Chromium without a window, spoken to over pipes in the language of its own tools."""

from __future__ import annotations

import base64
import json
import os
import shutil
import subprocess
import sys
import time
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from pathlib import Path
from typing import Any

NAMES = ("chromium", "chromium-browser", "google-chrome")
FLAGS = (
    "--headless", "--no-sandbox", "--disable-gpu", "--no-first-run", "--disable-background-networking",
    "--disable-component-update", "--disable-dev-shm-usage", "--hide-scrollbars", "--remote-debugging-pipe",
)  # fmt: skip
PATIENCE_SECONDS = 120
"""How long a page may take, on a machine that has other things to do."""

AS_3_AND_4 = """
import fcntl, os, sys
high = [fcntl.fcntl(int(number), fcntl.F_DUPFD, 10) for number in sys.argv[1:3]]
for number, wanted in zip(high, (3, 4)):
    os.dup2(number, wanted)
os.execv(sys.argv[3], sys.argv[3:])
"""
"""The browser hears with file 3 and answers with file 4."""


def program() -> str | None:
    """Where the browser is, if there is one."""
    return next((found for found in map(shutil.which, NAMES) if found), None)


class Page:
    """One tab. ``requests``: the addresses that the page has asked for; ``complaints``: what its console tells."""

    def __init__(self, commands: int, answers: int) -> None:
        self.requests: list[str] = []
        self.complaints: list[str] = []
        self._commands, self._answers = commands, answers
        self._number = 0
        self._read = b""
        self._session: str | None = None
        target = self.say("Target.createTarget", url="about:blank")["targetId"]
        self._session = self.say("Target.attachToTarget", targetId=target, flatten=True)["sessionId"]
        for domain in ("Page", "Network", "Runtime", "Log"):
            self.say(domain + ".enable")

    def say(self, method: str, **parameters: Any) -> dict[str, Any]:
        """One command, and its answer. What happens meanwhile is noted."""
        self._number += 1
        command = {"id": self._number, "method": method, "params": parameters}
        if self._session:
            command["sessionId"] = self._session
        os.write(self._commands, json.dumps(command).encode() + b"\0")
        while True:
            told = self._next()
            if told.get("id") == self._number:
                assert "error" not in told, told["error"]
                return dict(told["result"])
            self._note(told)

    def open(self, path: Path) -> None:
        self.say("Page.navigate", url=path.as_uri())
        self.wait("document.readyState === 'complete' && location.protocol === 'file:'")
        self.wait("new Promise((done) => requestAnimationFrame(() => setTimeout(() => done(true))))")

    def wait(self, condition: str) -> None:
        """Until an expression is true: for what the browser does in its own time."""
        until = time.monotonic() + PATIENCE_SECONDS
        while time.monotonic() < until:
            with suppress(AssertionError):  # while a page is left there is none
                if self.value(condition):
                    return
            time.sleep(0.01)
        raise AssertionError("never true: %s" % condition)

    def value(self, expression: str) -> Any:
        """What an expression of JavaScript gives, as data."""
        told = self.say("Runtime.evaluate", expression=expression, returnByValue=True, awaitPromise=True)
        assert "exceptionDetails" not in told, told["exceptionDetails"]
        return told["result"].get("value")

    def key(self, name: str, text: str = "") -> None:
        """A key, pressed and let go."""
        code = {"Tab": 9, "Enter": 13, " ": 32}[name]
        for kind in ("keyDown", "keyUp"):
            more = {"text": text} if text and kind == "keyDown" else {}
            self.say("Input.dispatchKeyEvent", type=kind, key=name, windowsVirtualKeyCode=code, **more)

    def looks(self, *, width: int = 1200, media: str = "screen", scheme: str = "light") -> None:
        """How wide the window is, on what it is looked at, and in which colours."""
        self.say("Emulation.setDeviceMetricsOverride", width=width, height=900, deviceScaleFactor=1, mobile=False)
        features = [{"name": "prefers-color-scheme", "value": scheme}]
        self.say("Emulation.setEmulatedMedia", media=media, features=features)

    def picture(self) -> bytes:
        """The whole page as PNG."""
        return base64.b64decode(self.say("Page.captureScreenshot", captureBeyondViewport=True)["data"])

    def paper(self) -> bytes:
        """The page as PDF."""
        return base64.b64decode(self.say("Page.printToPDF")["data"])

    def _next(self) -> dict[str, Any]:
        while b"\0" not in self._read:
            part = os.read(self._answers, 1 << 16)
            assert part, "the browser has ended"
            self._read += part
        line, _end, self._read = self._read.partition(b"\0")
        return dict(json.loads(line))

    def _note(self, told: dict[str, Any]) -> None:
        parameters = told.get("params", {})
        if told.get("method") == "Network.requestWillBeSent":
            self.requests.append(parameters["request"]["url"])
        elif told.get("method") == "Log.entryAdded":
            self.complaints.append(parameters["entry"]["text"])
        elif told.get("method") == "Runtime.exceptionThrown":
            self.complaints.append(str(parameters["exceptionDetails"]))


@contextmanager
def browser(directory: Path) -> Iterator[Page]:
    """A page of a browser of its own, with its files in a directory."""
    executable = program()
    assert executable is not None
    commands, say = os.pipe()
    hear, answers = os.pipe()
    command = [sys.executable, "-c", AS_3_AND_4, str(commands), str(answers)]
    command += [executable, *FLAGS, "--user-data-dir=%s" % (directory / "browser")]
    with (directory / "browser.log").open("wb") as log:
        process = subprocess.Popen(
            command, stdin=subprocess.DEVNULL, stdout=log, stderr=log, pass_fds=(commands, answers)
        )
    os.close(commands)
    os.close(answers)
    try:
        yield Page(say, hear)
    finally:
        os.close(say)  # it ends when nobody speaks to it
        os.close(hear)
        try:
            process.wait(PATIENCE_SECONDS)
        except subprocess.TimeoutExpired:
            process.kill()
            process.wait()
