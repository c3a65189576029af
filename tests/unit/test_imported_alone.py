# Copyright (c) 2026 the communigate.pro authors
# GNU General Public License v3.0+ (see LICENSE or https://www.gnu.org/licenses/gpl-3.0.txt)
# SPDX-License-Identifier: GPL-3.0-or-later
"""tools/import_all.py with --alone: what it finds in files that cannot be imported alone, or not on a target."""

from __future__ import annotations

import subprocess
import sys
from pathlib import Path

import ansible
from support.checkout import ROOT

PLUGINS = Path("ansible_collections", "communigate", "pro", "plugins")
MODULE = """
from ansible.module_utils.basic import AnsibleModule
from ansible_collections.communigate.pro.plugins.module_utils.user import value
def main():
    AnsibleModule(argument_spec={})
"""
FINE = {
    "module_utils/leaf.py": "leaf = 1",
    "module_utils/room/__init__.py": "",
    "module_utils/room/part.py": "value = 1",
    "module_utils/user.py": "from .leaf import leaf\nfrom .room.part import value",
    "modules/cgp_good.py": MODULE + "if __name__ == '__main__':\n    main()",
    "plugin_utils/private.py": "private = 1",
    "modules/cgp_page.py": "DOCUMENTATION = ''",
    "action/cgp_page.py": "from ..plugin_utils import private",
}
WRONG = {
    # It finds the part only if somebody else has imported that.
    "module_utils/lucky.py": ("from . import room\nfound = room.part.value", "has no attribute 'part'"),
    "module_utils/stranger.py": ("from .leaf import leaf\nfrom ..plugin_utils import private", "plugin_utils.private"),
    "module_utils/foreign.py": ("from .leaf import leaf\nimport yaml", "No module named 'yaml'"),
    "module_utils/core.py": ("import ansible.constants", "No module named 'ansible.constants'"),
    "module_utils/loud.py": ("from .user import value\nprint('hello')", "it prints: hello"),
    "module_utils/dies.py": ("import os\nos._exit(3)", "its process died"),
    "modules/cgp_unguarded.py": (MODULE + "main()", "ToldItsOptions"),
    "modules/cgp_silent.py": (MODULE, "it ends without having made an AnsibleModule"),
}


def looked_at(tree: Path, files: dict[str, str]) -> tuple[int, str]:
    """The exit status and the output for a collection of these files."""
    for name, text in files.items():
        path = tree / PLUGINS / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(text, encoding="utf-8")
    command = [sys.executable, "-I", "-S", "-B", ROOT / "tools" / "import_all.py", "--alone", tree]
    done = subprocess.run(
        [*command, Path(ansible.__file__).parent],
        stdout=subprocess.PIPE, stderr=subprocess.STDOUT, text=True, check=False,
    )  # fmt: skip
    return done.returncode, done.stdout


def test_files_that_can_be_imported_alone_pass(tmp_path: Path) -> None:
    assert looked_at(tmp_path, FINE) == (0, "")


def test_each_file_that_cannot_is_named_with_the_reason(tmp_path: Path) -> None:
    status, output = looked_at(tmp_path, {**FINE, **{name: text for name, (text, _reason) in WRONG.items()}})
    assert status == 1
    for name, (_text, reason) in WRONG.items():
        _before, _name, after = output.partition(name + ":\n")
        assert reason in after.split(".py:\n")[0], name
    assert not any(name + ":\n" in output for name in FINE)


def test_files_that_import_one_another_first_are_not_passed_over(tmp_path: Path) -> None:
    circle = {"module_utils/one.py": "from .two import two\none = 1", "module_utils/two.py": "from .one import one"}
    status, output = looked_at(tmp_path, {**FINE, **circle})
    assert status == 1
    assert "they import one another" in output
