"""The catalogue of the product's own words for translators, made from the source: `make words` writes it anew.

It has no dates and no line numbers, so that it changes only when a word does.
"""

from __future__ import annotations

import sys
from io import BytesIO
from pathlib import Path

from babel.messages import Catalog
from babel.messages.extract import extract_from_file
from babel.messages.pofile import write_po

from ipt_rules.translation import DOMAIN, LOCALE

SOURCE = LOCALE.parent
TEMPLATE = LOCALE / f"{DOMAIN}.pot"
IMPORT = "from ipt_rules.translation import "
KEYWORDS = {"_": None, "N_": None, "counted": (1, 2)}
HEAD = """\
# What ipt-rules says in its own words. What its rules say is in rules/, and is translated as a pack.
# A name in braces, such as {number}, is filled in: keep it as it is, wherever it falls in your sentence.
msgid ""
msgstr ""
"MIME-Version: 1.0\\n"
"Content-Type: text/plain; charset=utf-8\\n"
"Content-Transfer-Encoding: 8bit\\n"

"""


def speakers() -> list[Path]:
    """The modules that have words for the translator; the same names elsewhere mean something else."""
    return [path for path in sorted(SOURCE.rglob("*.py")) if IMPORT in path.read_text(encoding="utf-8")]


def catalogue() -> Catalog:
    """Every message in the source, each with the files that say it."""
    made = Catalog()
    for path in speakers():
        name = f"ipt_rules/{path.relative_to(SOURCE).as_posix()}"
        for _line, message, _comments, _context in extract_from_file("python", path, keywords=KEYWORDS):
            made.add(message, None, [(name, 0)])
    return made


def template(found: Catalog) -> str:
    """The catalogue as the file that a translator begins with."""
    written = BytesIO()
    write_po(written, found, omit_header=True, include_lineno=False, sort_output=True, width=120)
    return HEAD + written.getvalue().decode("utf-8")


def main() -> int:
    found = catalogue()
    LOCALE.mkdir(exist_ok=True)
    TEMPLATE.write_text(template(found), encoding="utf-8")
    print(f"{len(found)} messages written to {TEMPLATE.relative_to(SOURCE.parent.parent)}")
    return 0


if __name__ == "__main__":
    sys.exit(main())
