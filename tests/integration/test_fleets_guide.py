# Copyright (c) 2026 the communigate.pro authors
# GNU General Public License v3.0+ (see LICENSE or https://www.gnu.org/licenses/gpl-3.0.txt)
# SPDX-License-Identifier: GPL-3.0-or-later
"""The files of the guide to fleets, as they stand, at four simulators: its slices run side by side."""

from __future__ import annotations

import json
import subprocess
from collections.abc import Callable
from pathlib import Path

from support import documentation
from support.checkout import variables
from support.simulator import Simulator

HOSTS = ["mail%d.example.com" % number for number in range(1, 5)]


def test_each_server_is_in_one_slice_and_made_so_once(
    simulator_factory: Callable[..., Simulator], tmp_path: Path
) -> None:
    for name, text in documentation.files("guide_fleets").items():
        (tmp_path / name).write_text(text, encoding="utf-8")
    (tmp_path / "host_vars").mkdir()
    servers = {host: simulator_factory() for host in HOSTS}
    for host, server in servers.items():  # where the names of the guide lead here
        found = {"cgp_host": server.host, "cgp_port": server.port, "cgp_password": server.password}
        found["cgp_transport"] = "tcp"
        (tmp_path / "host_vars" / (host + ".json")).write_text(json.dumps(found), encoding="utf-8")
    done = subprocess.run(
        ["sh", "-e", "slices.sh"],
        cwd=tmp_path,
        env=variables(tmp_path),
        stdin=subprocess.DEVNULL,
        stdout=subprocess.PIPE,
        stderr=subprocess.STDOUT,
        text=True,
        check=False,
    )
    assert done.returncode == 0, done.stdout
    assert done.stdout.count("failed=0") == len(HOSTS), done.stdout
    for host, server in servers.items():
        verbs = [entry["verb"] for entry in server.journal()]
        assert (host, verbs.count("SETLANIPS"), verbs.count("UPDATEDOMAINDEFAULTS")) == (host, 1, 1)
