# Copyright (c) 2026 the communigate.pro authors
# GNU General Public License v3.0+ (see LICENSE or https://www.gnu.org/licenses/gpl-3.0.txt)
# SPDX-License-Identifier: GPL-3.0-or-later
"""What the documentation site has beside the pages that antsibull-docs writes, and what it leaves out of those.

The options of the connection are the same for every module: they have one page, to which the others lead. All functions
here make texts of texts.
"""

from __future__ import annotations

import re
from collections.abc import Collection, Iterable, Mapping, Sequence
from typing import Any

_ROW = "\n  * - .. raw:: html\n"
_OPTION = re.compile(r'id="parameter-(\w+)"')
_LABEL = re.compile(r"^ +(\.\. _ansible_collections\.communigate\.pro\.\w+__parameter-\w+:)\n", re.MULTILINE)
_TABLE = re.compile(r"(.*?\n)(?=\S(?!\. tabularcolumns|\. list-table))(.*)", re.DOTALL)
_CONTENTS = re.compile(r"^\.\. contents::\n(?:   :\w+:.*\n)+", re.MULTILINE)
_ITS_OPTION = re.compile(r":ansopt:`communigate\.pro\.[\w\\]+#module:(.+?)`")

SHARED = "connection_options"

HEAD = """\
.. _ansible_collections.communigate.pro.connection_options:

Options of the connection
=========================

Every module takes these. Give them once, as :ref:`Connecting to a server
<ansible_collections.communigate.pro.docsite.guide_connection>` tells. Each falls back to a variable of the environment.

.. list-table::
  :width: 100%
  :widths: auto
  :header-rows: 1
  :class: longtable ansible-option-table

  * - Parameter
    - Comments
"""
LEAD = """
The options of the connection (``host``, ``login``, ``password`` and so on) are those of :ref:`every module
<ansible_collections.communigate.pro.connection_options>`.

"""


def without_contents(page: str) -> str:
    """A page without its table of contents: the theme shows one beside it."""
    return _CONTENTS.sub("", page)


def without_shared(page: str, shared: Collection[str]) -> tuple[str, str]:
    """A module's page without its rows for these options, and those rows, which are the same for all modules."""
    before, title, after = page.partition("\nParameters\n----------\n")
    if not title:
        return page, ""
    table, following = _TABLE.match(after).groups()  # type: ignore[union-attr]
    head, *rows = table.split(_ROW)
    is_shared = [_name_of(row) in shared for row in rows]
    taken = [row for row, leaves in zip(rows, is_shared) if leaves]
    kept = [row for row, leaves in zip(rows, is_shared) if not leaves]
    labels = [label for row in taken for label in _LABEL.findall(row)[:1]]
    left = "".join(_ROW + row for row in kept)
    lead = "\n%s\n%s" % ("\n".join(labels), LEAD) if labels else ""
    text = before + title + lead + (head + left if left else "") + "\n\n" + following
    return text, "".join(_ROW + _for_all(row) for row in taken)


def _name_of(row: str) -> str:
    found = _OPTION.search(row)
    return found[1] if found else ""


def _for_all(row: str) -> str:
    """A row in words that belong to no module."""
    return _ITS_OPTION.sub(lambda found: "``%s``" % found[1].replace("\\", ""), _LABEL.sub("", row))


def topic(entry: Mapping[str, Any], told: Mapping[str, str]) -> str:
    """The page of a topic: its modules with what each does."""
    lines = [".. list-table::", "   :widths: 34 66", ""]
    for module in entry["modules"]:
        lines += ["   * - %s" % _module(module)]
        lines += ["     - %s" % told[module]]
    return "%s\n\n%s" % (_title(entry["title"]), _page(lines, ["%s_module" % name for name in entry["modules"]]))


def listing(title: str, entries: Iterable[tuple[str, str, str]]) -> str:
    """A page that lists plugins or roles: each with its sort, its name and what it does."""
    entries = list(entries)
    lines = [".. list-table::", "   :widths: 34 66", ""]
    for sort, name, does in entries:
        lines += ["   * - :ref:`%s <ansible_collections.communigate.pro.%s_%s>`" % (name, name, sort)]
        lines += ["     - %s" % does]
    return "%s\n\n%s" % (_title(title), _page(lines, ["%s_%s" % (name, sort) for sort, name, _does in entries]))


def _page(lines: list[str], files: list[str]) -> str:
    names = [name.rpartition("_")[0] for name in files]
    tree = "".join("   %s <%s>\n" % pair for pair in zip(names, files))
    return "\n".join(lines) + "\n\n.. toctree::\n   :hidden:\n\n" + tree


def _title(text: str) -> str:
    return "%s\n%s" % (text, "=" * len(text))


def index(
    version: str, guides: Iterable[Mapping[str, Any]], topics: Sequence[Mapping[str, Any]], more: Iterable[str]
) -> str:
    """The first page: guides by their sections, modules by their topics."""
    parts = [
        ".. _plugins_in_communigate.pro:\n\n%s\n\n" % _title("communigate.pro"),
        "CommuniGate Pro servers and Dynamic Clusters as code. These pages are for version %s.\n" % version,
    ]
    for section in guides:
        pages = ["docsite/%s" % page for page in section["toctree"]]
        parts.append(_tree(section["title"], pages))
    parts.append(_tree("Modules", [entry["page"] for entry in topics], ":hidden:"))
    parts.append(_tree("Roles, plugins, options", more))
    parts.append("\nModules by topic\n----------------\n\n.. list-table::\n   :widths: 30 70\n\n")
    for entry in topics:
        parts.append("   * - :doc:`%s <%s>`\n" % (entry["title"], entry["page"]))
        parts.append("     - %s\n" % ", ".join(map(_module, entry["modules"])))
    return "".join(parts)


def _tree(caption: str, pages: Iterable[str], *options: str) -> str:
    lines = [".. toctree::", "   :maxdepth: 1", "   :caption: %s" % caption, *("   %s" % option for option in options)]
    return "\n%s\n\n%s" % ("\n".join(lines), "".join("   %s\n" % page for page in pages))


def _module(name: str) -> str:
    return ":ref:`%s <ansible_collections.communigate.pro.%s_module>`" % (name, name)
