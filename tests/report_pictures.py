"""Golden pictures of reports: parts of three cases as Chromium draws them, in `tests/golden-report/`.

    python tests/report_pictures.py    draws them anew: look at each before it is committed

How they stay honest on another machine, and do not fail for nothing:

- One font, DejaVu Sans (Debian's fonts-dejavu-core, unchanged since 2016), is put in place of the reader's own, unhinted and
  without colours at its edges: then no line breaks elsewhere, and no letter is wider. Without that font nothing is compared.
- Parts are compared and not pages, so that a longer text above does not move everything below it.
- Of each square of 4 x 4 pixels the mean colour is compared. The softness of edges, which differs between versions of the
  drawing library, changes a mean by a few levels; a line or a mark that is there or not changes it by a hundred.
- At most MOST_SQUARES may differ. The smallest mark of a drawing, a cross of 7 pixels, covers more.
"""

from __future__ import annotations

import base64
import shutil
import subprocess
import sys
import tempfile
from pathlib import Path
from typing import NamedTuple

from browser import DRAWN, Browser
from report_cases import case_named, page_of

FOLDER = Path(__file__).resolve().parent / "golden-report"
FONT = "DejaVu Sans"
WIDTH = 800
SQUARE, MOST_LEVELS, MOST_SQUARES = 4, 32, 3

STILL = """
const sheet = new CSSStyleSheet();
sheet.replaceSync(`*, text { font-family: "${arguments[0]}" !important; text-rendering: geometricPrecision !important; }`);
document.adoptedStyleSheets = [sheet];
"""
BOX = """
const box = document.querySelector(arguments[0]).getBoundingClientRect();
return {x: Math.floor(box.left + scrollX), y: Math.floor(box.top + scrollY),
  width: Math.ceil(box.width), height: Math.ceil(box.height), scale: 1};
"""
COMPARE = """
const [golden, now, square, levels] = arguments, done = arguments[arguments.length - 1];
const pixels = async (data) => {
  const image = new Image();
  image.src = "data:image/png;base64," + data;
  await image.decode();
  const canvas = new OffscreenCanvas(image.width, image.height), pen = canvas.getContext("2d");
  pen.drawImage(image, 0, 0);
  return pen.getImageData(0, 0, image.width, image.height);
};
(async () => {
  const one = await pixels(golden), other = await pixels(now);
  if (one.width !== other.width || one.height !== other.height)
    return `it is ${other.width} x ${other.height}, and was ${one.width} x ${one.height}`;
  let different = 0;
  for (let top = 0; top < one.height; top += square)
    for (let left = 0; left < one.width; left += square) {
      const sums = [0, 0, 0];
      let count = 0;
      for (let y = top; y < Math.min(top + square, one.height); y++)
        for (let x = left; x < Math.min(left + square, one.width); x++, count++)
          for (let part = 0; part < 3; part++) {
            const at = (y * one.width + x) * 4 + part;
            sums[part] += one.data[at] - other.data[at];
          }
      if (sums.some((sum) => Math.abs(sum / count) > levels)) different++;
    }
  return different;
})().then(done, (error) => done(String(error)));
"""


class Picture(NamedTuple):
    """A part of the page of a case, in light or dark."""

    case: str
    part: str
    scheme: str = "light"

    @property
    def path(self) -> Path:
        name = self.part.replace("#", "").replace(" ", "-").replace(".", "")
        return FOLDER / f"{self.case}-{name}{'' if self.scheme == 'light' else '-dark'}.png"


PICTURES = (
    Picture("barbara", "#people figure"),
    Picture("barbara", "#time"),
    Picture("george-partial", "#course figure"),
    Picture("george-partial", "#people figure"),
    Picture("george-partial", "#sheet"),
    Picture("nils-intent", "#alerts"),
    Picture("nils-intent", "#alerts", "dark"),
    Picture("nils-intent", "#course figure"),
)


def font_missing() -> str:
    """What is missing to draw the pictures as they were drawn; empty when it is there."""
    if shutil.which("fc-list") is None:
        return "fontconfig"
    told = subprocess.run(["fc-list", FONT], capture_output=True, text=True, check=True).stdout
    return "" if told.strip() else "fonts-dejavu-core"


def opened(browser: Browser, picture: Picture, page: Path) -> None:
    """The page with the font of the pictures, in the size and colours of the picture."""
    browser.fresh(page)
    browser.size(WIDTH)
    browser.colours(picture.scheme)
    browser.run(STILL, FONT)
    browser.run_async(DRAWN)


def taken(browser: Browser, part: str) -> str:
    """A part of the open page as a PNG, in base64."""
    clip = browser.run(BOX, part)
    shot = browser.devtools("Page.captureScreenshot", format="png", captureBeyondViewport=True, clip=clip)
    return str(shot["data"])


def difference(browser: Browser, golden: str, now: str) -> int | str:
    """How many squares differ, or why the two cannot be compared."""
    browser.open("about:blank")
    found: int | str = browser.run_async(COMPARE, golden, now, SQUARE, MOST_LEVELS)
    return found


def main() -> int:
    if font_missing():
        print(f"missing: {font_missing()}")
        return 1
    FOLDER.mkdir(exist_ok=True)
    for old in FOLDER.glob("*.png"):
        old.unlink()
    browser = Browser()
    try:
        with tempfile.TemporaryDirectory() as folder:
            for picture in PICTURES:
                page = Path(folder) / f"{picture.case}.html"
                page.write_text(page_of(case_named(picture.case)), encoding="utf-8")
                opened(browser, picture, page)
                picture.path.write_bytes(base64.b64decode(taken(browser, picture.part)))
    finally:
        browser.close()
    print(f"{len(PICTURES)} pictures drawn into {FOLDER.name}: look at each")
    return 0


if __name__ == "__main__":
    sys.exit(main())
