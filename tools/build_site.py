# Copyright (c) 2026 the communigate.pro authors
# GNU General Public License v3.0+ (see LICENSE or https://www.gnu.org/licenses/gpl-3.0.txt)
# SPDX-License-Identifier: GPL-3.0-or-later
"""Build the documentation site into build/site/html: antsibull-docs writes the pages, Sphinx makes HTML of them.

Warnings are errors. Sphinx reads again only what has changed since the last time. ``--check`` writes the HTML of a few
pages of each sort only, and looks at them in a browser, if there is one: all the others have been read, with every
reference in them.
"""

from __future__ import annotations

import shutil
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import look_at_site
import project
import site_pages

sys.path[:0] = [str(project.TREE), str(project.ROOT / "tests")]

from ansible_collections.communigate.pro.plugins.doc_fragments import connection  # noqa: E402
from support import documentation, quick_yaml  # noqa: E402

CONFIGURATION = project.ROOT / "tools" / "docsite"
SITE = project.BUILD / "site"
WRITTEN, PAGES, DOCTREES = SITE / "antsibull", SITE / "pages", SITE / "doctrees"


def read(name: str) -> Any:
    return quick_yaml.load((project.ROOT / name).read_text(encoding="utf-8"))


def run(*command: str) -> None:
    """A program of the environment, at the top of the checkout; what it says is shown where it fails."""
    version = str(read("galaxy.yml")["version"])
    done = subprocess.run(
        command,
        cwd=project.ROOT,
        env=project.environment(SITE_VERSION=version),
        stdin=subprocess.DEVNULL,
        stdout=subprocess.PIPE,
        stderr=subprocess.STDOUT,
        text=True,
        check=False,
    )
    if done.returncode:
        sys.exit(done.stdout)


def write_plugins() -> None:
    """The pages that antsibull-docs makes of the collection."""
    WRITTEN.mkdir(mode=0o755, parents=True, exist_ok=True)
    run(
        sys.executable, "tools/docs.py", "--config-file", str(CONFIGURATION / "antsibull-docs.cfg"),
        "collection", "--cleanup", "everything", "--fail-on-error", "--use-current", "--squash-hierarchy",
        "--dest-dir", str(WRITTEN), "communigate.pro",
    )  # fmt: skip


def texts() -> Iterator[tuple[str, str]]:
    """Every page of the site by its file's name: those of antsibull-docs, and our own."""
    shared = set(quick_yaml.load(connection.ModuleDocFragment.DOCUMENTATION)["options"])
    rows = ""
    for path in sorted(WRITTEN.rglob("*.rst")):
        name = path.relative_to(WRITTEN).as_posix()
        text = site_pages.without_contents(path.read_text(encoding="utf-8"))
        if name.endswith("_module.rst"):
            text, taken = site_pages.without_shared(text, shared)
            rows = max(rows, taken, key=len)
        if name != "index.rst":
            yield name, text
    yield site_pages.SHARED + ".rst", site_pages.HEAD + rows
    topics = read("docs/docsite/topics.yml")
    told = {module: documentation.documentation(module)["short_description"] for module in documentation.modules()}
    for entry in topics:
        yield entry["page"] + ".rst", site_pages.topic(entry, told)
    yield "plugins.rst", site_pages.listing("Filters, test, lookup, inventory", plugins())
    yield "roles.rst", site_pages.listing("Roles", roles())
    version, guides = str(read("galaxy.yml")["version"]), read("docs/docsite/extra-docs.yml")["sections"]
    more = ["roles", "plugins", site_pages.SHARED, "environment_variables"]
    yield "index.rst", site_pages.index(version, guides, topics, more)


def plugins() -> list[tuple[str, str, str]]:
    found = []
    for plugin in documentation.plugins("filter", "test", "lookup", "inventory"):
        sort, name = plugin.split(".")
        found.append((sort, name, str(documentation.documentation(plugin)["short_description"])))
    return found


def roles() -> list[tuple[str, str, str]]:
    found = []
    for path in sorted((project.ROOT / "roles").glob("*/meta/argument_specs.yml")):
        told = quick_yaml.load(path.read_text(encoding="utf-8"))["argument_specs"]["main"]
        found.append(("role", path.parent.parent.name, str(told["short_description"])))
    return found


def write_pages() -> None:
    """Put the pages where Sphinx reads them; a file that says the same already keeps its time."""
    wanted = dict(texts())
    for name, text in wanted.items():
        path = PAGES / name
        if not path.is_file() or path.read_text(encoding="utf-8") != text:
            path.parent.mkdir(parents=True, exist_ok=True)
            path.write_text(text, encoding="utf-8")
    for path in PAGES.rglob("*.rst"):
        if path.relative_to(PAGES).as_posix() not in wanted:
            path.unlink()


def build(html: Path, *pages: str) -> None:
    """Make HTML of these pages, or of all; any warning ends it."""
    run(
        sys.executable, "-m", "sphinx", "--fail-on-warning", "--keep-going", "--quiet", "--builder", "html",
        "--conf-dir", str(CONFIGURATION), "--doctree-dir", str(DOCTREES), str(PAGES), str(html), *pages,
    )  # fmt: skip


def main(arguments: list[str]) -> int:
    write_plugins()
    write_pages()
    if "--check" not in arguments:
        build(SITE / "html")
        print("build/site/html/index.html")
        return 0
    html = SITE / "sample"
    shutil.rmtree(html, ignore_errors=True)
    build(html, *(str(PAGES / (page + ".rst")) for page in look_at_site.PAGES))
    return look_at_site.look(html)


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
