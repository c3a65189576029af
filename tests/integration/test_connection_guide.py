# Copyright (c) 2026 the communigate.pro authors
# GNU General Public License v3.0+ (see LICENSE or https://www.gnu.org/licenses/gpl-3.0.txt)
# SPDX-License-Identifier: GPL-3.0-or-later
"""The CG/PL program in the guide to connections, uploaded and run by the tasks beside it, in this process.

The simulator runs no CG/PL; it shows that the program arrives whole and that the task which runs it finds it.
"""

from __future__ import annotations

import re
from base64 import b64encode
from pathlib import Path
from textwrap import dedent

from ansible_collections.communigate.pro.tests.integration.noun import say
from support import quick_yaml
from support.checkout import ROOT
from support.in_process import played

_GUIDE = ROOT / "docs" / "docsite" / "rst" / "guide_connection.rst"
_FILE = re.compile(r"^\.\. code-block:: \w+\n   :caption: (\S+)\n\n((?:    .*\n|\n)+)", re.MULTILINE)


def test_the_program_is_uploaded_and_run(tmp_path: Path) -> None:
    files = {name: dedent(text) for name, text in _FILE.findall(_GUIDE.read_text(encoding="utf-8"))}
    program = files["files/domains.scgp"].strip() + "\n"
    tasks = quick_yaml.load(files["tasks/domains.yml"])
    (told,) = say("told", ["READDOMAINPBXFILE example.com FILE domains.scgp"])
    environment = say("its environment", ["CREATEDOMAINPBX example.com"])
    run = played(tmp_path, [*environment, *tasks, told], {"domains.scgp": program})
    run.succeeded()
    upload, ran = tasks[0]["name"], tasks[1]["name"]
    assert run.result(upload)["changed"]
    assert "RUNSCRIPT" in [entry["verb"] for entry in run.sent(ran)]
    (read,) = run.result("told")["results"]
    assert read["value"] == {"$datablock": b64encode(program.encode()).decode()}
