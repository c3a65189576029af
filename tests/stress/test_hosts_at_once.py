# Copyright (c) 2026 the communigate.pro authors
# GNU General Public License v3.0+ (see LICENSE or https://www.gnu.org/licenses/gpl-3.0.txt)
# SPDX-License-Identifier: GPL-3.0-or-later
"""Many hosts at once add to one list of addresses, each a process of its own: none of the additions is lost."""

from __future__ import annotations

import json
import os
import subprocess
import sys

from ansible_collections.communigate.pro.plugins.module_utils._cli.sections.server_settings import (
    GETDENIEDIPS,
    SETDENIEDIPS,
)
from ansible_collections.communigate.pro.plugins.module_utils._engine import run
from ansible_collections.communigate.pro.plugins.module_utils._resources import ip_list
from ansible_collections.communigate.pro.plugins.module_utils.connector import session, transport
from support.checkout import TREE
from support.load import Load
from support.simulator import Program

# Is told host, port, login, password and its number; then adds an address for each line that it reads.
HOST = """
import json, sys
from %s import Mode, run_resource
from %s import IP_LIST
from %s import Credentials, Session
from %s import Endpoint
host, port, login, password, number = sys.argv[1:]
session = Session(Endpoint(host=host, port=int(port)), Credentials(login, password))
session.open()
print("ready", flush=True)
for line in sys.stdin:
    address = "10.0.%%s.%%s" %% (line.strip(), number)
    rows = [{"name": "denied", "mode": "update", "addresses": [address]}]
    print(json.dumps(run_resource(session, IP_LIST, rows, Mode())["failures"]), flush=True)
session.close()
""" % (run.__name__, ip_list.__name__, session.__name__, transport.__name__)


def start(simulator: Program, number: int) -> subprocess.Popen[str]:
    where = [simulator.host, str(simulator.port), simulator.login, simulator.password, str(number)]
    return subprocess.Popen(
        [sys.executable, "-c", HOST, *where], env=dict(os.environ, PYTHONPATH=str(TREE)), text=True, bufsize=1,
        stdin=subprocess.PIPE, stdout=subprocess.PIPE,
    )


def test_no_addition_is_lost(simulator: Program, load: Load) -> None:
    endpoint = transport.Endpoint(host=simulator.host, port=simulator.port)
    postmaster = session.Session(endpoint, session.Credentials(simulator.login, simulator.password))
    hosts = [start(simulator, number) for number in range(1, load.hosts + 1)]
    try:
        assert [host.stdout.readline() for host in hosts if host.stdout] == ["ready\n"] * load.hosts
        for turn in range(load.rounds):
            postmaster.one(SETDENIEDIPS("192.0.2.1"))
            for host in hosts:
                assert host.stdin is not None
                host.stdin.write("%d\n" % turn)
            told = [json.loads(host.stdout.readline()) for host in hosts if host.stdout]
            there = set(postmaster.one(GETDENIEDIPS()).split())
            assert told == [[]] * load.hosts
            assert there == {"192.0.2.1", *("10.0.%d.%d" % (turn, number) for number in range(1, load.hosts + 1))}
    finally:
        postmaster.close()
        for host in hosts:
            host.communicate()
