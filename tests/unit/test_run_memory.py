# Copyright (c) 2026 the communigate.pro authors
# GNU General Public License v3.0+ (see LICENSE or https://www.gnu.org/licenses/gpl-3.0.txt)
# SPDX-License-Identifier: GPL-3.0-or-later
"""The memory of a run in check mode is a file that several hosts write and read at the same time."""

from __future__ import annotations

from pathlib import Path

from ansible_collections.communigate.pro.plugins.module_utils._engine.foresight import Foresight
from ansible_collections.communigate.pro.plugins.module_utils._engine.model import Change, Want
from ansible_collections.communigate.pro.plugins.module_utils._registry import subject_of
from ansible_collections.communigate.pro.plugins.module_utils.connector.endpoint import USUAL_PORTS
from ansible_collections.communigate.pro.plugins.plugin_utils._run_memory import RunMemory

SERVER = {"host": "127.0.0.1", "port": 106, "transport": "tcp", "ssh_host": None, "ssh_port": 22}
ACCOUNT = subject_of("cgp_account")


def test_a_line_that_is_being_written_is_read_once_it_is_whole(tmp_path: Path) -> None:
    foresight = Foresight()
    foresight.add(ACCOUNT, Change(Want(("ann@example.com",)), "create"))
    RunMemory(str(tmp_path), SERVER).keep(foresight)
    (file,) = tmp_path.iterdir()
    line = file.read_bytes()
    file.write_bytes(line[:20])
    memory = RunMemory(str(tmp_path), SERVER)
    assert not memory.recall().knows_anything
    file.write_bytes(line)
    assert memory.recall().is_new(ACCOUNT, "ann@example.com")


def test_each_server_has_a_memory_of_its_own(tmp_path: Path) -> None:
    foresight = Foresight()
    foresight.add(ACCOUNT, Change(Want(("ann@example.com",)), "create"))
    RunMemory(str(tmp_path), SERVER).keep(foresight)
    assert not RunMemory(str(tmp_path), {**SERVER, "port": 107}).recall().knows_anything
    assert RunMemory(str(tmp_path), {**SERVER, "port": None}).recall().knows_anything  # the usual one


def test_a_server_has_one_memory_by_whatever_way_it_is_reached(tmp_path: Path) -> None:
    """What a task would make over HTTP the next one finds over TLS, as in a run."""
    foresight = Foresight()
    foresight.add(ACCOUNT, Change(Want(("ann@example.com",)), "create"))
    RunMemory(str(tmp_path), {**SERVER, "transport": "http", "port": None}).keep(foresight)
    for transport in USUAL_PORTS:
        way = {**SERVER, "transport": transport, "port": None, "ssh_host": "localhost"}
        assert RunMemory(str(tmp_path), way).recall().is_new(ACCOUNT, "ann@example.com"), transport
