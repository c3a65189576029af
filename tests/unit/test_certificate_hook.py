# Copyright (c) 2026 the communigate.pro authors
# GNU General Public License v3.0+ (see LICENSE or https://www.gnu.org/licenses/gpl-3.0.txt)
# SPDX-License-Identifier: GPL-3.0-or-later
"""The hook for certbot in the cookbook hands on what certbot tells it in the environment, as Ansible understands it."""

from __future__ import annotations

import os
import subprocess
from pathlib import Path

import pytest
from ansible.parsing.splitter import parse_kv
from support import documentation, quick_yaml

GUIDE, HOOK, PLAYBOOK = "guide_cookbook", "communigate.sh", "/etc/communigate/certificates.yml"
# Ansible's program, as far as a hook can see it.
PROGRAM = '#!/bin/sh\nprintf "%s\\0" "$@" >"$HOME/arguments"\n'


@pytest.mark.parametrize("domains", ["example.org", "example.org www.example.org mail.example.org"])
def test_it_gives_the_playbook_the_lineage_and_all_names(tmp_path: Path, domains: str) -> None:
    for name, text in ((HOOK, documentation.files(GUIDE)[HOOK]), ("ansible-playbook", PROGRAM)):
        (tmp_path / name).write_text(text, encoding="utf-8")
        (tmp_path / name).chmod(0o700)
    lineage = "/etc/letsencrypt/live/example.org"
    told = {"RENEWED_LINEAGE": lineage, "RENEWED_DOMAINS": domains}
    environment = {"PATH": "%s:%s" % (tmp_path, os.environ["PATH"]), "HOME": str(tmp_path), **told}
    subprocess.run([str(tmp_path / HOOK)], env=environment, check=True)
    playbook, *given = (tmp_path / "arguments").read_text(encoding="utf-8").rstrip("\0").split("\0")
    assert playbook == PLAYBOOK and given[::2] == ["-e", "-e"]
    variables = {name: value for text in given[1::2] for name, value in parse_kv(text).items()}
    assert variables == {"lineage": lineage, "names": domains}
    plays = [quick_yaml.load(block) for block in documentation.blocks(GUIDE) if "lineage" in block]
    assert plays and all(name in str(plays) for name in variables)
