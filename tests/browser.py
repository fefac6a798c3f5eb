"""A headless Chromium for tests, spoken to through Debian's chromedriver: the WebDriver protocol is JSON over HTTP.

So the tests press real keys and need no package for it, and nothing is fetched while they run.
"""

from __future__ import annotations

import base64
import json
import os
import re
import shutil
import subprocess
import time
import urllib.error
import urllib.request
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest

SETTINGS = (
    "--headless=new",
    "--disable-gpu",
    "--hide-scrollbars",
    "--font-render-hinting=none",  # letters stand where the font says, whatever the machine is set to
    "--disable-lcd-text",
    "--force-color-profile=srgb",
    "--no-first-run",
    "--disable-extensions",
    "--disable-background-networking",
)
TAB, ENTER, SPACE, SHIFT = "\ue004", "\ue007", " ", "\ue008"
DAY = "2026-11-27"
AXE = Path(os.environ.get("AXE", Path(__file__).resolve().parent.parent / ".cache/node_modules/axe-core/axe.min.js"))
A4, LETTER = (21.0, 29.7), (21.59, 27.94)
PAPER = 680  # what A4 leaves between the margins, in CSS pixels: less than Letter
ASK_AXE = """
const done = arguments[arguments.length - 1];
axe.run(document, {resultTypes: ["violations"]}).then(
  (found) => done(found.violations.map((one) => [one.id, one.help, one.nodes.slice(0, 3).map((node) => node.html)])),
  (error) => done([String(error)]));
"""
FOCUSED = """
const one = document.activeElement, style = getComputedStyle(one), box = one.getBoundingClientRect();
return {tag: one.tagName, text: (one.textContent || one.value || "").trim().slice(0, 60), outline: style.outlineStyle,
  width: parseFloat(style.outlineWidth), high: box.height, top: box.top, bottom: box.bottom, view: innerHeight};
"""
DRAWN = """
const done = arguments[arguments.length - 1];
document.fonts.ready.then(() => requestAnimationFrame(() => requestAnimationFrame(() => done(true))));
"""


def missing() -> str:
    """What the machine lacks for a browser test, with the day on which the test was made so; empty when it is all there."""
    lacking = [name for name in ("chromium", "chromedriver") if shutil.which(name) is None]
    told = " and ".join(lacking)
    return f"{DAY}: {told} {'is' if len(lacking) == 1 else 'are'} not installed; see .ci/browser" if lacking else ""


class Browser:
    """One window. `size` is that of the page in CSS pixels; the dark mode and the medium are set as in its own tools."""

    def __init__(self, size: tuple[int, int] = (1280, 900)) -> None:
        self.driver = subprocess.Popen(
            ["chromedriver", "--port=0"], stdout=subprocess.PIPE, stderr=subprocess.DEVNULL, text=True
        )
        self.address = f"http://127.0.0.1:{self._port()}"
        arguments = [*SETTINGS, f"--window-size={size[0]},{size[1]}"]
        if os.geteuid() == 0:
            arguments.append("--no-sandbox")  # Chromium keeps no sandbox for root, which a container of a CI often is
        options = {
            "goog:chromeOptions": {"args": arguments, "binary": shutil.which("chromium")},
            "goog:loggingPrefs": {"browser": "ALL", "performance": "ALL"},
            "timeouts": {"script": 120_000, "pageLoad": 120_000},
        }
        made = self._call("POST", "/session", {"capabilities": {"alwaysMatch": options}})
        self.session = f"/session/{made['sessionId']}"

    def _port(self) -> str:
        """The driver chooses a free port, and says which."""
        assert self.driver.stdout is not None
        for line in self.driver.stdout:
            if "started successfully on port" in line:
                return line.split()[-1].rstrip(".")
        raise RuntimeError("chromedriver did not start")

    def _call(self, method: str, path: str, data: object = None) -> Any:
        content = json.dumps(data or {}).encode() if method == "POST" else None
        request = urllib.request.Request(
            self.address + path, content, {"Content-Type": "application/json"}, method=method
        )
        try:
            with urllib.request.urlopen(request, timeout=180) as answer:
                return json.load(answer)["value"]
        except urllib.error.HTTPError as error:
            raise AssertionError(json.load(error)["value"]["message"]) from None

    def close(self) -> None:
        self._call("DELETE", self.session)
        self.driver.terminate()
        self.driver.wait(timeout=10)
        if self.driver.stdout:
            self.driver.stdout.close()

    def open(self, page: Path | str) -> None:
        """Open a file."""
        address = page if isinstance(page, str) else page.as_uri()
        self._call("POST", f"{self.session}/url", {"url": address})

    def run(self, script: str, *arguments: object) -> Any:
        """What a script returns; it is the body of a function."""
        return self._call("POST", f"{self.session}/execute/sync", {"script": script, "args": arguments})

    def run_async(self, script: str, *arguments: object) -> Any:
        """What a script gives to the function that is its last argument."""
        return self._call("POST", f"{self.session}/execute/async", {"script": script, "args": arguments})

    def press(self, *keys: str) -> None:
        """Press keys one after the other, wherever the focus is; several characters are typed."""
        for key in keys:
            strokes = [{"type": kind, "value": one} for one in key for kind in ("keyDown", "keyUp")]
            if key.startswith(SHIFT):  # held while the rest is pressed
                strokes = [strokes[0], *strokes[2:], {"type": "keyUp", "value": SHIFT}]
            action = {"type": "key", "id": "keyboard", "actions": strokes}
            self._call("POST", f"{self.session}/actions", {"actions": [action]})

    def devtools(self, command: str, **values: object) -> Any:
        """A command of the browser's own tools."""
        return self._call("POST", f"{self.session}/goog/cdp/execute", {"cmd": command, "params": values})

    def log(self, kind: str) -> list[dict[str, Any]]:
        """What was logged since it was last asked for: `browser` is its console, `performance` all requests."""
        return self._call("POST", f"{self.session}/se/log", {"type": kind})

    def picture(self, path: Path) -> None:
        """The window as a picture, for whoever looks at it."""
        path.write_bytes(base64.b64decode(self._call("GET", f"{self.session}/screenshot")))

    def fresh(self, page: Path) -> None:
        """Open a file as if nothing had been opened before: usual size, usual colours, empty logs."""
        self.devtools("Emulation.clearDeviceMetricsOverride")
        self.devtools("Emulation.setEmulatedMedia", media="", features=[])
        self.open("about:blank")
        self.log("browser")
        self.log("performance")
        self.open(page)
        self.run_async(DRAWN)  # a key that is pressed before may be lost

    def size(self, width: int, height: int = 900, *, mobile: bool = False) -> None:
        """The size of the window in CSS pixels."""
        values = {"width": width, "height": height, "deviceScaleFactor": 1, "mobile": mobile}
        self.devtools("Emulation.setDeviceMetricsOverride", **values)

    def colours(self, scheme: str) -> None:
        """`light` or `dark`, as a reader's own settings ask for."""
        self.devtools("Emulation.setEmulatedMedia", features=[{"name": "prefers-color-scheme", "value": scheme}])

    def addresses(self) -> set[str]:
        """What was asked of a network or a disk since the logs were last empty, apart from what is inside the page."""
        lines = [line["message"] for line in self.log("performance")]
        asked = {match for line in lines for match in re.findall(r'"documentURL".*?"url":"([^"]+)"', line)}
        return {one for one in asked if not one.startswith(("data:", "about:"))}

    def axe(self) -> list[Any]:
        """What the checker of the accessibility guidelines (WCAG 2.2 A and AA, and good practice) has to say."""
        if not AXE.is_file():
            pytest.skip(f"{DAY}: axe-core is not there; .ci/browser fetches it")
        self.run(AXE.read_text(encoding="utf-8") + "; window.axe = axe;")
        found: list[Any] = self.run_async(ASK_AXE)
        return found

    def printed(self, sheet: tuple[float, float], path: Path) -> list[str]:
        """The text of the page as it is printed on a sheet, page by page; the PDF is left at the path."""
        if shutil.which("pdftotext") is None:
            pytest.skip(f"{DAY}: pdftotext (poppler-utils) is not installed; see .ci/browser")
        self.run_async(DRAWN)
        path.write_bytes(self.pdf(page={"width": sheet[0], "height": sheet[1]}))
        told = subprocess.run(["pdftotext", str(path), "-"], capture_output=True, text=True, check=True).stdout
        return [" ".join(page.split()) for page in told.split("\f")[:-1]]

    def pdf(self, **settings: object) -> bytes:
        """The page as it is printed."""
        return base64.b64decode(self._call("POST", f"{self.session}/print", settings))

    def until(self, script: str, seconds: float = 10) -> None:
        """Wait until a script returns something true."""
        end = time.monotonic() + seconds
        while not self.run(script):
            assert time.monotonic() < end, f"not within {seconds} s: {script}"
            time.sleep(0.02)


@pytest.fixture(scope="module")
def window() -> Iterator[Browser]:
    """One window for all tests of a module."""
    browser = Browser()
    yield browser
    browser.close()
