# Copyright (c) 2026 the communigate.pro authors
# GNU General Public License v3.0+ (see LICENSE or https://www.gnu.org/licenses/gpl-3.0.txt)
# SPDX-License-Identifier: GPL-3.0-or-later
"""Look at pages of the documentation site in Chromium, as a person would: on a wide and on a narrow window.

Each page has its title and says for which version it is, the theme has no objection, nothing is cut or wider than the
window, the console is silent, nothing is asked of any server, and the search finds a module.
``python tools/look_at_site.py DIRECTORY`` keeps pictures of what ``make docs`` has made.
"""

from __future__ import annotations

import sys
import tempfile
from collections.abc import Iterable
from pathlib import Path

import project

sys.path[:0] = [str(project.ROOT / "tests")]

from support import quick_yaml  # noqa: E402
from support.browser import Page, browser, program  # noqa: E402

PAGES = (
    "index", "topic_accounts", "cgp_account_default_prefs_module", "cgp_forwarder_module", "hosted_domain_role",
    "connection_options", "docsite/guide_cookbook", "docsite/guide_check_mode",
)  # fmt: skip
"""A page of each sort, among them that of a long name."""
WIDTHS = (1280, 400)
FOUND = "forwarder"

CUT = """
[...document.querySelectorAll('h1, h2, h3, .sidebar-tree a, .toc-tree a, article td, article p')]
    .filter((one) => one.offsetParent && !one.closest('.table-wrapper, .highlight'))
    .filter((one) => one.scrollWidth > one.clientWidth + 1 && getComputedStyle(one).display != 'inline')
    .map((one) => one.textContent.trim().slice(0, 60))
"""
"""What does not fit where it stands, but for tables and code, which can be moved sideways."""
BEYOND = """
[...document.querySelectorAll('article *')]
    .filter((one) => one.offsetParent && !one.closest('.table-wrapper, .highlight'))
    .filter((one) => one.getBoundingClientRect().right > document.documentElement.clientWidth + 1)
    .map((one) => one.textContent.trim().slice(0, 60))
"""
"""What stands beyond the edge of the window, whether or not that can be moved."""


def complaints(page: Page, name: str, version: str) -> Iterable[str]:
    """What is wrong with the page that is open."""
    if not page.value("document.querySelector('h1')?.textContent.length > 3"):
        yield "%s has no title" % name
    if version not in page.value("document.body.innerText") and version not in page.value("document.title"):
        yield "%s does not say that it is for %s" % (name, version)
    if "ERROR:" in page.value("document.body.innerText"):
        yield "%s shows an error of its theme" % name
    wide = page.value("document.documentElement.scrollWidth - document.documentElement.clientWidth")
    if wide > 0:
        yield "%s is %d pixels wider than its window" % (name, wide)
    for text in [*page.value(CUT), *page.value(BEYOND)]:
        yield "%s cuts: %s" % (name, text)


def look(html: Path, pictures: Path | None = None) -> int:
    """The exit status: 0 if nothing is wrong, or if there is no browser, which is said."""
    if program() is None:
        print("not looked at: there is no Chromium (apt-get install chromium)")
        return 0
    version = str(quick_yaml.load((project.ROOT / "galaxy.yml").read_text(encoding="utf-8"))["version"])
    wrong: list[str] = []
    with tempfile.TemporaryDirectory() as directory, browser(Path(directory)) as page:
        for width in WIDTHS:
            page.looks(width=width)
            for name in PAGES:
                page.open(html / (name + ".html"))
                wrong += ["at %d pixels, %s" % (width, one) for one in complaints(page, name, version)]
                if pictures:
                    (pictures / ("%s-%d.png" % (name.replace("/", "-"), width))).write_bytes(page.picture())
        page.say("Page.navigate", url=(html / "search.html").as_uri() + "?q=" + FOUND)
        page.wait("document.querySelectorAll('#search-results li a').length > 0")
        found = page.value("document.querySelector('#search-results').innerText")
        if "cgp_%s" % FOUND not in found:
            wrong.append("the search for %s finds only: %s" % (FOUND, found))
        wrong += ["the console says: %s" % text for text in page.complaints]
        wrong += ["asked for: %s" % url for url in page.requests if not url.startswith(("file:", "data:", "about:"))]
    print("\n".join(wrong), end="\n" if wrong else "")
    return 1 if wrong else 0


def main(arguments: list[str]) -> int:
    pictures = Path(arguments[0])
    pictures.mkdir(parents=True, exist_ok=True)
    return look(project.BUILD / "site" / "html", pictures)


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
