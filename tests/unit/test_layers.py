# Copyright (c) 2026 the communigate.pro authors
# GNU General Public License v3.0+ (see LICENSE or https://www.gnu.org/licenses/gpl-3.0.txt)
# SPDX-License-Identifier: GPL-3.0-or-later
"""The house's rules of who may know whom, and how large a room may be, read off the sources."""

from __future__ import annotations

import ast
import io
import re
import sys
import tokenize
from collections.abc import Iterator
from pathlib import Path

import pytest
from support.checkout import ROOT

UTILS = ROOT / "plugins" / "module_utils"
FILES = sorted(UTILS.rglob("*.py"))

# What each layer may import besides itself. "connector.errors" allows one file, "connector" the whole layer.
# Annotations may name anything: what is imported for a type checker only is not looked at.
VOCABULARY = {"connector.data", "connector.errors"}
MAY_IMPORT = {
    "connector": set(),
    "_cli": VOCABULARY,
    "_engine": {"connector", "_cli"},
    "_pki": set(),
    "_resources": {"_engine", "_cli", "_pki"} | VOCABULARY,
    "simulator": {"_cli"} | VOCABULARY,
    "_source": {"connector.errors"},
    "_connection_options": {"connector"},
    "_registry": {"_resources"},
    "_ansible": set(),
    "_host": {"_ansible", "connector", "_cli", "_engine", "_connection_options", "_registry", "_source"},
}
# Who may import what is not in the standard library: the faces to Ansible, and the tunnel that few need.
FOREIGN = {
    "_host": {"ansible"},
    "_ansible": {"ansible"},
    "simulator.task": {"ansible"},
    "connector.ssh_tunnel": {"paramiko"},
}

LONGEST_FILE = 500
LONGEST_RESOURCE = 125
"""Lines of code of a file in resources, without comments, docstrings and blank lines."""

# The engine is told of nouns; it does not know any.
NOUNS = {"account", "forwarder", "group", "mailbox", "alias", "aliases", "telnum", "postmaster", "inbox", "domains"}
NOUNS |= {noun + "s" for noun in NOUNS} - {"groups"}  # re.Match.groups
# Every name of an object may have to be completed with a Domain, and everybody may be a Domain Administrator.
DOMAIN = re.compile(r"^(default_)?domain$|Domain Administrator")


def dotted(path: Path) -> str:
    return ".".join(path.relative_to(UTILS).with_suffix("").parts)


def parsed(path: Path) -> ast.Module:
    return ast.parse(path.read_text(encoding="utf-8"))


def at_run_time(node: ast.AST) -> Iterator[ast.AST]:
    """All nodes below, without the branches for type checkers."""
    for child in ast.iter_child_nodes(node):
        if isinstance(child, ast.If) and "TYPE_CHECKING" in ast.unparse(child.test):
            continue
        yield child
        yield from at_run_time(child)


def imports(path: Path) -> Iterator[tuple[int, str]]:
    """(level, dotted name) of each import; of a "from ... import name" with the name."""
    for node in at_run_time(parsed(path)):
        if isinstance(node, ast.Import):
            yield from ((0, alias.name) for alias in node.names)
        elif isinstance(node, ast.ImportFrom):
            module = [node.module] if node.module else []
            yield from ((node.level, ".".join([*module, alias.name])) for alias in node.names)


def internal_imports(path: Path) -> Iterator[str]:
    """What a file imports of module_utils, as dotted names from there."""
    package = dotted(path).split(".")[:-1]
    for level, name in imports(path):
        if level:
            yield ".".join([*package[: len(package) - (level - 1)], name])


def docstrings(tree: ast.Module) -> set[int]:
    """The lines of all strings that stand as statements."""
    lines: set[int] = set()
    for node in ast.walk(tree):
        if isinstance(node, ast.Expr) and isinstance(node.value, ast.Constant) and isinstance(node.value.value, str):
            lines.update(range(node.lineno, (node.end_lineno or node.lineno) + 1))
    return lines


def code_lines(path: Path) -> int:
    text = path.read_text(encoding="utf-8")
    silent = docstrings(ast.parse(text))
    lines = enumerate(map(str.strip, text.splitlines()), 1)
    return sum(1 for number, line in lines if line and not line.startswith("#") and number not in silent)


def names(paths: list[Path]) -> list[str]:
    return [str(path.relative_to(UTILS)) for path in paths]


@pytest.mark.parametrize("path", FILES, ids=names(FILES))
def test_a_file_imports_only_what_its_layer_may_know(path: Path) -> None:
    layer = dotted(path).split(".", maxsplit=1)[0]
    allowed = MAY_IMPORT[layer] | {layer}
    strangers = [
        name
        for name in internal_imports(path)
        if not any(name == known or name.startswith(known + ".") for known in allowed)
    ]
    assert not strangers


@pytest.mark.parametrize("path", FILES, ids=names(FILES))
def test_nothing_but_the_standard_library_is_imported(path: Path) -> None:
    allowed = FOREIGN.get(dotted(path), set())
    tops = {name.split(".")[0] for level, name in imports(path) if level == 0}
    assert tops - set(sys.stdlib_module_names) <= allowed


@pytest.mark.parametrize("path", FILES, ids=names(FILES))
def test_every_file_is_python_of_the_oldest_target(path: Path) -> None:
    text = path.read_text(encoding="utf-8")
    ast.parse(text, feature_version=(3, 7))
    if text:
        assert "from __future__ import annotations" in text


COLLECTION = "ansible_collections.communigate.pro.plugins."
OUTSIDE = [path for kind in ("modules", "action") for path in sorted((ROOT / "plugins" / kind).glob("*.py"))]


@pytest.mark.parametrize("path", OUTSIDE, ids=lambda path: "%s/%s" % (path.parent.name, path.name))
def test_modules_know_the_host_and_one_noun_and_nobody_knows_modules(path: Path) -> None:
    """Only the simulator's own module knows the simulator."""
    known = {name[len(COLLECTION) :] for level, name in imports(path) if name.startswith(COLLECTION)}
    layers = {".".join(name.split(".")[:2]) for name in known}
    assert "modules" not in {name.split(".")[0] for name in known}
    if path.stem == "cgp_simulator":
        assert layers == {"module_utils.simulator"}
    elif path.parent.name == "modules":
        assert layers == {"module_utils._host", "module_utils._resources"}
        assert len({name for name in known if name.startswith("module_utils._resources.")}) == 1
    else:
        assert "module_utils.simulator" not in layers


def test_no_file_is_long() -> None:
    lengths = {dotted(path): len(path.read_text(encoding="utf-8").splitlines()) for path in FILES}
    assert {name: length for name, length in lengths.items() if length > LONGEST_FILE} == {}


def test_a_noun_is_short() -> None:
    lengths = {path.name: code_lines(path) for path in (UTILS / "_resources").glob("*.py")}
    assert {name: length for name, length in lengths.items() if length > LONGEST_RESOURCE} == {}


@pytest.mark.parametrize("path", sorted((UTILS / "_engine").glob("*.py")), ids=lambda path: path.name)
def test_the_engine_names_no_noun(path: Path) -> None:
    text = path.read_text(encoding="utf-8")
    silent = docstrings(ast.parse(text))
    found = []
    for token in tokenize.generate_tokens(io.StringIO(text).readline):
        if token.type in (tokenize.NAME, tokenize.STRING) and token.start[0] not in silent:
            words = set(re.findall("[a-z]+", DOMAIN.sub("", token.string).lower()))
            if words & (NOUNS | {"domain"}):
                found.append("line %d: %s" % (token.start[0], token.string))
    assert not found
