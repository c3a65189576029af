# Copyright (c) 2026 the communigate.pro authors
# GNU General Public License v3.0+ (see LICENSE or https://www.gnu.org/licenses/gpl-3.0.txt)
# SPDX-License-Identifier: GPL-3.0-or-later
"""Every block of code in every guide is run by a test, and what it says exists: modules with these options, playbooks.

That the blocks do what the guides say is shown where they are run: most by ``tests/integration/test_examples.py``.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Any

import pytest
from ansible_collections.communigate.pro.plugins.module_utils import _host, _registry
from support import documentation, quick_yaml
from support.checkout import ROOT

PREFIX = "communigate.pro."
GUIDES = documentation.guides()
EXAMPLES = "tests/integration/test_examples.py"
FILES = "files"
"""The blocks that have the name of a file as their caption, whatever their language."""
WALKED: dict[str, dict[str, tuple[str, ...]]] = {
    "guide_awx": {"tests/unit/test_awx_guide.py": (FILES,)},
    "guide_connection": {"tests/integration/test_connection_guide.py": ("yaml", FILES)},
    "guide_cookbook": {EXAMPLES: ("yaml", FILES), "tests/unit/test_certificate_hook.py": (FILES,)},
    "guide_existing_server": {
        "tests/integration/test_existing_server_guide.py": ("sh", "text", "yaml"),
        "tests/integration/test_move_domain.py": ("sh",),
    },
    "guide_fleets": {EXAMPLES: ("yaml",), "tests/integration/test_fleets_guide.py": (FILES,)},
    "guide_habits": {"tests/integration/test_simulator_guides.py": ("sh", "yaml")},
    "guide_lists": {EXAMPLES: ("yaml", FILES)},
    "guide_perl": {EXAMPLES: ("yaml",), "tests/integration/test_perl_guide.py": (FILES,)},
    "guide_scripts": {"tests/integration/test_scripts_guide.py": (FILES,)},
    "guide_simulator": {"tests/integration/test_simulator_guides.py": ("console", "python", "yaml")},
    "guide_templates": {EXAMPLES: ("yaml",), "tests/integration/test_inventory_examples.py": ("yaml+jinja",)},
    "guide_testing": {
        "tests/molecule/test_guide.py": ("console", "yaml", "yaml+jinja", FILES),
        "tests/pytest_ansible/test_modules.py": ("python",),
    },
}
"""By guide, the tests that take its blocks from the page and run them, with the sorts of blocks that each takes.

Of a guide that is not here all blocks are tasks and plays, and played as examples are.
"""


def texts(guide: str) -> list[str]:
    """All blocks of YAML, files or not."""
    shown = [text for name, text in documentation.files(guide).items() if name.endswith(".yml")]
    return [*documentation.blocks(guide), *documentation.blocks(guide, "yaml+jinja"), *shown]


def tasks_in(data: Any) -> Iterator[tuple[str, Any]]:
    """Each module of this collection with its options, wherever in a block it stands."""
    for part in data if isinstance(data, list) else [data] if isinstance(data, dict) else []:
        if isinstance(part, dict):
            for name, value in part.items():
                if name.startswith(PREFIX + "cgp_"):
                    yield name[len(PREFIX) :], value
                elif name in ("tasks", "block", "rescue", "always", "handlers", "pre_tasks", "post_tasks"):
                    yield from tasks_in(value)
        elif isinstance(part, list):
            yield from tasks_in(part)


def unknown(given: Any, options: dict[str, Any], inside: str) -> Iterator[str]:
    for name, value in given.items() if isinstance(given, dict) else ():
        if name not in options:
            yield inside + name
        elif options[name].get("options"):
            for item in value if isinstance(value, list) else [value]:
                yield from unknown(item, options[name]["options"], "%s%s." % (inside, name))


@pytest.mark.parametrize("guide", GUIDES)
def test_its_tasks_have_options_that_exist(guide: str) -> None:
    found = [task for text in texts(guide) for task in tasks_in(quick_yaml.load(text))]
    wrong = []
    for module, given in found:
        if module in _registry.SUBJECTS:
            spec = _host.argument_spec(_registry.subject_of(module))
            wrong += ["%s: %s" % (module, name) for name in unknown(given, spec, "")]
        elif module not in documentation.modules():
            wrong.append(module)
    assert wrong == []


@pytest.mark.parametrize("guide", GUIDES)
def test_its_commands_name_playbooks_and_variables_that_exist(guide: str) -> None:
    page = (documentation.GUIDES / (guide + ".rst")).read_text(encoding="utf-8")
    lines = "\n".join(documentation.blocks(guide, "sh") + documentation.blocks(guide, "console"))
    for command in re.findall(r"ansible-playbook .*", lines.replace("\\\n", " ") + "\n" + page):
        for name in re.findall(r"^ansible-playbook communigate\.pro\.(\w+)", command):
            playbook = ROOT / "playbooks" / (name + ".yml")
            assert playbook.is_file(), command
            text = playbook.read_text(encoding="utf-8")
            given = re.findall(r"-e '?(\w+)=", command.partition("``")[0])
            assert [variable for variable in given if variable not in text] == [], command


@pytest.mark.parametrize("guide", GUIDES)
def test_every_block_is_run_by_a_test(guide: str) -> None:
    """A block of a sort that no test takes from the page has to be run by one, which is then named in WALKED."""
    walked = WALKED.get(guide, {EXAMPLES: ("yaml",)})
    assert [test for test in walked if guide not in (ROOT / test).read_text(encoding="utf-8")] == []
    taken = {sort for sorts in walked.values() for sort in sorts}
    page = (documentation.GUIDES / (guide + ".rst")).read_text(encoding="utf-8")
    shown = re.findall(r"^ *\.\. code-block:: (\S+)\n(?: +:caption: (\S+)\n)?", page, re.MULTILINE)
    assert {FILES if caption else language for language, caption in shown} == taken


def test_no_block_hides_from_that() -> None:
    """As text behind two colons, or as a block of another directive."""
    others = "code|sourcecode|literalinclude|parsed-literal"
    hidden = re.compile(r"^(?!\.\. ).*::\n\n +\S|^ *\.\. (?:%s)::" % others, re.MULTILINE)
    pages = {guide: (documentation.GUIDES / (guide + ".rst")).read_text(encoding="utf-8") for guide in GUIDES}
    assert [guide for guide, page in pages.items() if hidden.search(page)] == []
