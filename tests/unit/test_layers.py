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
from support.import_graph import import_graph, shortest_circle

COLLECTION = "ansible_collections.communigate.pro.plugins."
UTILS = ROOT / "plugins" / "module_utils"
FILES = sorted(UTILS.rglob("*.py"))

# What each layer may import besides itself. "connector.errors" allows one file, "connector" the whole layer.
# What is imported for a type checker only counts, too: whoever reads a file has to know that as well.
VOCABULARY = {"connector.data", "connector.errors"}
MAY_IMPORT = {
    "connector": set(),
    "_cli": VOCABULARY,
    "_engine": {"connector", "_cli"},
    "_pki": set(),
    "_audit": {"_cli", "_engine", "_pki"} | VOCABULARY,
    "_probe": {"_cli", "connector.session"} | VOCABULARY,
    # cgp_command and cgp_probe have a session at hand.
    # And a document is written to files, and read of such.
    "_resources": {"_audit", "_engine", "_cli", "_pki", "_probe", "_source", "connector.session"} | VOCABULARY,
    "simulator": {"_ansible", "_cli", "connector.loopback"} | VOCABULARY,
    "_source": {"_engine.rows", "connector.errors"},
    "_connection_options": {"connector"},
    "_registry": {"_resources"},
    "_ansible": {"_quick_start"},
    "_quick_start": set(),
    "_host": {"_ansible", "connector", "_cli", "_engine", "_connection_options", "_registry", "_source", "_own_rights"},
    "_own_rights": {"_cli", "_engine", "connector.errors"},
}
# The same for the rooms of the simulator; "embedded" and "options" are files. Each knows only such as stand before it.
ROOM_MAY_IMPORT = {
    "options": set(),
    "answers": set(),
    "model": {"answers"},
    "rights": {"model"},
    "storage": {"answers", "model"},
    "faults": {"answers"},
    "habits": {"answers", "model"},
    "service": {"model", "faults", "habits"},
    "logins": {"answers", "model", "rights", "habits", "service"},
    "control": {"options", "answers", "model", "faults", "habits", "service", "logins"},
    "handling": {"answers", "model", "rights", "service"},
    "handlers": {"answers", "model", "rights", "habits", "service", "logins", "control", "handling"},
    "cluster": {"answers", "model", "rights", "storage", "habits", "service", "control", "handling", "handlers"},
    "execution": {"answers", "model", "rights", "habits", "handling", "handlers"},
    "network": {
        "options", "answers", "model", "rights", "faults", "habits", "service", "logins", "control", "handling",
        "execution",
    },
    "program": {
        "options", "answers", "model", "rights", "storage", "faults", "habits", "service", "logins", "control",
        "cluster", "network",
    },
    "embedded": {"options", "service", "control", "network", "program"},
}
# Who may import what is not in the standard library: the faces to Ansible, and the tunnel that few need.
FOREIGN = {
    "_host": {"ansible"},
    "_ansible": {"ansible"},
    "connector.known_hosts": {"paramiko"},
    "connector.ssh_tunnel": {"paramiko"},
}

LONGEST_FILE = 500
LONGEST_RESOURCE = 125
"""Lines of code of a file in resources, without comments, docstrings and blank lines."""
LONGEST_PAIR = 190
"""The same for a file with two subjects: how a noun is changed, and what its _info module reads of it. Those share
names, listings and imports, so that two files would be longer, and each be read for the other."""

# The engine is told of nouns; it does not know any.
NOUNS = {"account", "forwarder", "group", "mailbox", "alias", "aliases", "telnum", "postmaster", "inbox", "domains"}
NOUNS |= {noun + "s" for noun in NOUNS} - {"groups"}  # re.Match.groups
# Every name of an object may have to be completed with a Domain, and everybody may be a Domain Administrator.
DOMAIN = re.compile(r"^(default_)?domain$|Domain Administrator")


def dotted(path: Path) -> str:
    return ".".join(path.relative_to(UTILS).with_suffix("").parts)


def parsed(path: Path) -> ast.Module:
    return ast.parse(path.read_text(encoding="utf-8"))


def imports(path: Path) -> Iterator[tuple[int, str]]:
    """(level, dotted name) of each import; of a "from ... import name" with the name."""
    for node in ast.walk(parsed(path)):
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


def test_no_circle_of_imports() -> None:
    """In all of plugins, whatever is imported for a type checker only or within a function counted."""
    graph = import_graph(ROOT / "plugins", COLLECTION[:-1])
    assert graph["modules.cgp_account"] >= {"module_utils._host"}
    assert " imports ".join(shortest_circle(graph)) == ""


IMPORTS = {
    "relative.py": "from . import plain\nfrom .room.file import name\nfrom .room import name as other, file",
    "absolute.py": "import a.b.plain\nfrom a.b.room import file\nfrom a.b import plain\nimport os, a.bc.plain",
    "typed.py": "from typing import TYPE_CHECKING\nif TYPE_CHECKING:\n    from . import relative",
    "late.py": "def function():\n    from .typed import name",
    "room/__init__.py": "from .. import plain",
    "room/file.py": "from . import name\nfrom ..late import name",
    "plain.py": "",
}


def test_every_kind_of_import_counts(tmp_path: Path) -> None:
    (tmp_path / "room").mkdir()
    for name, text in IMPORTS.items():
        (tmp_path / name).write_text(text, encoding="utf-8")
    graph = import_graph(tmp_path, "a.b")
    assert graph == {
        "relative": {"plain", "room", "room.file"},
        "absolute": {"plain", "room.file"},
        "typed": {"relative"},
        "late": {"typed"},
        "room": {"plain"},
        "room.file": {"room", "late"},
        "plain": set(),
    }
    assert shortest_circle(graph) == ["late", "typed", "relative", "room.file", "late"]
    assert shortest_circle({**graph, "plain": {"room"}}) == ["plain", "room", "plain"]
    assert shortest_circle({"itself": {"itself"}}) == ["itself", "itself"]
    assert shortest_circle({**graph, "late": set()}) == []


def test_a_room_of_the_simulator_imports_only_what_it_may_know() -> None:
    """The table says exactly what is imported, and lets no room import one that stands behind it."""
    found: dict[str, set[str]] = {room: set() for room in ROOM_MAY_IMPORT}
    for path in FILES:
        layer, *inner = dotted(path).split(".")
        if layer == "simulator" and inner != ["__init__"]:
            known = [name.split(".")[1] for name in internal_imports(path) if name.startswith("simulator.")]
            found[inner[0]].update(set(known) - {inner[0]})
    assert found == ROOM_MAY_IMPORT
    rooms = list(ROOM_MAY_IMPORT)
    assert [room for room in rooms if not set(rooms[: rooms.index(room)]) >= ROOM_MAY_IMPORT[room]] == []


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


FOR_TEMPLATES = ("filter", "test", "lookup", "inventory")
"""The sorts of plugins that hold documentation and a call, as modules do."""
OUTSIDE = [
    path
    for kind in ("modules", "action", "plugin_utils", *FOR_TEMPLATES)
    for path in sorted((ROOT / "plugins" / kind).glob("*.py"))
]


@pytest.mark.parametrize("path", OUTSIDE, ids=lambda path: "%s/%s" % (path.parent.name, path.name))
def test_modules_know_the_host_and_one_noun_and_nobody_knows_modules(path: Path) -> None:
    """Only the simulator's own module knows the simulator, and the report's knows no server."""
    known = {name[len(COLLECTION) :] for level, name in imports(path) if name.startswith(COLLECTION)}
    layers = {".".join(name.split(".")[:2]) for name in known}
    assert "modules" not in {name.split(".")[0] for name in known}
    if path.stem == "cgp_simulator":
        here = {"module_utils._connection_options", "module_utils.connector"}
        here |= {"plugin_utils._environment", "plugin_utils._task_action"}
        assert layers == {"module_utils.simulator"} | (here if path.parent.name == "action" else set())
    elif path.stem == "cgp_report":
        here = {"plugin_utils._report", "plugin_utils._kept_file", "plugin_utils._task_action"}
        here |= {"module_utils._engine", "module_utils.connector"}
        assert layers == (here if path.parent.name == "action" else set())
    elif path.stem == "cgp_handover":
        here = {"module_utils._engine", "module_utils._host", "module_utils.connector"}
        here |= {"plugin_utils._%s" % name for name in ("environment", "handover", "handover_file", "kept_file")}
        here |= {"plugin_utils._server_access", "plugin_utils._task_action"}
        assert layers == (here if path.parent.name == "action" else set())
    elif path.parent.name == "modules":
        assert layers == {"module_utils._host", "module_utils._resources"}
        assert len({name for name in known if name.startswith("module_utils._resources.")}) == 1
    elif path.parent.name == "action":
        assert layers == {"plugin_utils._router"}
    elif path.parent.name in FOR_TEMPLATES:
        assert {layer.partition(".")[0] for layer in layers} == {"plugin_utils"}
    else:
        assert "module_utils.simulator" not in layers


REPORT = sorted((ROOT / "plugins" / "plugin_utils" / "_report").glob("*.py"))
REPORT_MAY_IMPORT = {
    "__init__": set(),
    "words": set(),
    "model": {"words"},
    "audit": {"differences", "model", "words"},
    "drift": {"differences", "model", "words"},
    "differences": set(),
    "as_csv": {"differences", "model", "words"},
    "as_json": {"model", "words"},
    "junit": {"differences", "model", "words"},
    "page_script": set(),
    "page_style": set(),
    "page": {"differences", "model", "page_script", "page_style", "words"},
}


def test_a_report_is_made_of_data_by_the_standard_library_alone() -> None:
    """And what a report is knows nothing of where its data come from."""
    found = {path.stem: {name.split(".")[0] for level, name in imports(path) if level} for path in REPORT}
    assert found == REPORT_MAY_IMPORT
    tops = {name.split(".")[0] for path in REPORT for level, name in imports(path) if level == 0}
    assert tops - set(sys.stdlib_module_names) == set()


def test_no_file_is_long() -> None:
    lengths = {dotted(path): len(path.read_text(encoding="utf-8").splitlines()) for path in FILES}
    assert {name: length for name, length in lengths.items() if length > LONGEST_FILE} == {}


def test_a_noun_knows_no_other_noun() -> None:
    """What several need is in ``shared``."""
    strangers = {
        path.stem: [name for name in internal_imports(path) if re.match(r"_resources\.(?!shared\.)", name)]
        for path in (UTILS / "_resources").glob("*.py")
    }
    assert {noun: names for noun, names in strangers.items() if names} == {}


def longest_resource(path: Path) -> int:
    """The limit for a file, which is that of a pair when a module that changes a noun has one that tells of it."""
    modules = ROOT / "plugins" / "modules"
    pair = [(modules / (name % path.stem)).is_file() for name in ("cgp_%s.py", "cgp_%s_info.py")]
    return LONGEST_PAIR if path.parent.name == "_resources" and all(pair) else LONGEST_RESOURCE


def test_a_noun_is_short() -> None:
    files = sorted((UTILS / "_resources").rglob("*.py"))
    lengths = {str(path.relative_to(UTILS)): (code_lines(path), longest_resource(path)) for path in files}
    assert {name: length for name, length in lengths.items() if length[0] > length[1]} == {}


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
