# Copyright (c) 2026 the communigate.pro authors
# GNU General Public License v3.0+ (see LICENSE or https://www.gnu.org/licenses/gpl-3.0.txt)
# SPDX-License-Identifier: GPL-3.0-or-later
"""Which file imports which, and the shortest circle in that."""

from __future__ import annotations

import ast
from collections.abc import Iterator, Mapping
from pathlib import Path

Graph = Mapping[str, set[str]]


def import_graph(root: Path, prefix: str) -> Graph:
    """What each file below ``root`` imports of the others, under dotted names from there.

    Every import counts: absolute ones (which begin with ``prefix``, the dotted name of ``root``) and relative ones, at
    the top or within a function, at run time or for a type checker only. A name that is imported from a package is its
    file of that name if there is one, else it is the package's ``__init__.py``.
    """
    files = {_dotted(path, root): path for path in sorted(root.rglob("*.py"))}
    return {name: {_file_of(found, files) for found in _imported(path, name, prefix)} - {""}
            for name, path in files.items()}


def shortest_circle(graph: Graph) -> list[str]:
    """The files of a shortest circle, the first of them at the end again; nothing if there is no circle."""
    circles = [_way(graph, start, start) for start in sorted(graph)]
    return min(filter(None, circles), key=len, default=[])


def _dotted(path: Path, root: Path) -> str:
    parts = path.relative_to(root).with_suffix("").parts
    return ".".join(parts[:-1] if parts[-1] == "__init__" else parts)


def _file_of(name: str, files: Mapping[str, Path]) -> str:
    """The file that an imported name is, or in which it is; empty if it is in none of these."""
    while name and name not in files:
        name = name.rpartition(".")[0]
    return name


def _imported(path: Path, name: str, prefix: str) -> Iterator[str]:
    """The dotted names from the root of all that a file imports; of a "from ... import name" with the name."""
    package = name.split(".") if path.name == "__init__.py" else name.split(".")[:-1]
    for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
        if isinstance(node, ast.Import):
            absolute = [alias.name for alias in node.names]
        elif isinstance(node, ast.ImportFrom) and not node.level:
            absolute = ["%s.%s" % (node.module, alias.name) for alias in node.names]
        elif isinstance(node, ast.ImportFrom):
            module = package[: len(package) - (node.level - 1)] + ([node.module] if node.module else [])
            yield from (".".join([*module, alias.name]) for alias in node.names)
            continue
        else:
            continue
        yield from (found[len(prefix) + 1 :] for found in absolute if found.startswith(prefix + "."))


def _way(graph: Graph, start: str, end: str) -> list[str]:
    """A shortest way of at least one step; nothing if there is none."""
    ways = [[start]]
    seen: set[str] = set()
    while ways:
        longer = []
        for way in ways:
            for following in sorted(graph.get(way[-1], ())):
                if following == end:
                    return [*way, end]
                if following not in seen:
                    seen.add(following)
                    longer.append([*way, following])
        ways = longer
    return []
