# Copyright (c) 2026 the communigate.pro authors
# GNU General Public License v3.0+ (see LICENSE or https://www.gnu.org/licenses/gpl-3.0.txt)
# SPDX-License-Identifier: GPL-3.0-or-later
"""What Ansible's processes keep for each other in tests: whoever finds it sees what he would have made himself."""

from __future__ import annotations

import json
import os
import re
import subprocess
import sys
from collections.abc import Mapping
from pathlib import Path

import ansible
from support.checkout import variables
from support.playbook import play

READ = """
import hashlib, json, sys, yaml
for path in sys.argv[1:]:
    for Loader in (yaml.CBaseLoader, yaml.CSafeLoader):
        found = yaml.load(open(path, encoding="utf-8"), Loader)
        again = yaml.load(open(path, "rb"), Loader=Loader)
        assert found == again and found is not again and next(iter(found.values())) is not next(iter(again.values()))
        print(hashlib.sha256(json.dumps(found).encode()).hexdigest())
"""

# Each in a way of its own: text and expressions, values that are templates, marks of one's own, backslashes, templates
# in templates, what has a syntax error, what is not defined, what no filter has.
TASKS: tuple[Mapping[str, object], ...] = (
    {"ansible.builtin.debug": {"msg": "{{ names | join('-') }} {{ item }}"}, "loop": [1, 2],
     "when": "names | length > item"},
    {"ansible.builtin.assert": {"that": ["(3 | string) is string", "'x\\y' | length > 2", "names | length == 2"]}},
    {"ansible.builtin.debug": {"msg": "{{ 'a\\1' | regex_replace('^(a).*', '\\1') }}{% for name in names %}\n{{ name }}"
                                      "{% endfor %}"}},
    {"ansible.builtin.debug": {"msg": "{{ lookup('template', 'marks.j2', variable_start_string='[%', "
                                      "variable_end_string='%]') }} {{ lookup('template', 'plain.j2') }}"}},
    {"ansible.builtin.debug": {"msg": "{{ names | "}},
    {"ansible.builtin.debug": {"msg": "{{ names | nobodys_filter }}"}},
    {"ansible.builtin.debug": {"msg": "{{ nowhere }}"}},
    {"ansible.builtin.debug": {"msg": "no"}, "when": "names +* "},
    {"ansible.builtin.debug": {"msg": "no"}, "when": "nowhere == 4"},
)  # fmt: skip
HEADER = {"a": ["{{ 1 + 1 }}", "b"], "names": "{{ a | map('string') | list }}"}


def test_long_yaml_is_what_pyyaml_reads(tmp_path: Path) -> None:
    config = Path(ansible.__file__).parent / "config"
    long = [config / "base.yml", config / "ansible_builtin_runtime.yml"]
    dates = tmp_path / "dates.yml"
    dates.write_text("".join("- 'n%d'\n" % number for number in range(9000)) + "- 2026-01-02\n", encoding="utf-8")
    kept = variables(tmp_path, COMMUNIGATE_PRO_TEST_COMPILED=str(tmp_path / "kept"))

    def read(environment: dict[str, str], *paths: Path) -> str:
        command = [sys.executable, "-c", READ, *map(str, paths)]
        return subprocess.run(command, env=environment, capture_output=True, text=True, check=True).stdout

    plain = read({**kept, "COMMUNIGATE_PRO_TEST_COMPILED": ""}, *long)
    assert read(kept, *long) == plain
    assert len(list((tmp_path / "kept").iterdir())) == 2 * len(long)
    assert read(kept, *long) == plain
    # What no process can keep for another is made by each.
    program = "import sys, yaml; print(repr(yaml.load(open(sys.argv[1]), yaml.CSafeLoader)[-1]))"
    command = [sys.executable, "-c", program, dates]
    done = subprocess.run(command, env=kept, capture_output=True, text=True, check=True)
    assert done.stdout == "datetime.date(2026, 1, 2)\n"


def test_templates_and_conditions_say_what_they_say(tmp_path: Path) -> None:
    """By the whole output, errors and where they are included: not kept, kept by this run, kept by another."""
    for name, text in {"marks.j2": "[% names[0] %] {{ names }}", "plain.j2": "[% names[0] %] {{ names }}"}.items():
        (tmp_path / name).write_text(text, encoding="utf-8")
    playbook = tmp_path / "playbook.yml"
    tasks = [{"name": "Task %d" % number, "ignore_errors": True, **task} for number, task in enumerate(TASKS)]
    # As YAML, which Ansible reads with the place of each value, and errors tell it.
    playbook.write_text("---\n" + json.dumps([play(*tasks, vars=HEADER)], indent=1), encoding="utf-8")
    (tmp_path / "kept").mkdir()

    def said(kept: str) -> str:
        environment = variables(tmp_path, COMMUNIGATE_PRO_TEST_COMPILED=kept)
        command = [sys.executable, "-m", "ansible", "playbook", str(playbook)]
        done = subprocess.run(command, env=environment, cwd=tmp_path, capture_output=True, text=True, check=True)
        return re.sub(r"ansible-local-\w+|tmp\w{8}", "", done.stdout + done.stderr)

    plain = said("")
    assert plain.count("...ignoring") == 5 and '"2-b 1"' in plain
    directory = tmp_path / "kept"
    assert said(str(directory)) == plain
    kept = sorted(os.listdir(directory))
    assert said(str(directory)) == plain
    assert sorted(os.listdir(directory)) == kept
