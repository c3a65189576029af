# Copyright (c) 2026 the communigate.pro authors
# GNU General Public License v3.0+ (see LICENSE or https://www.gnu.org/licenses/gpl-3.0.txt)
# SPDX-License-Identifier: GPL-3.0-or-later
"""The blocks of the guide to connections: its ways to a server are gone, and its CG/PL program is uploaded and run.

The simulator runs no CG/PL; it shows that the program arrives whole and that the task which runs it finds it.
"""

from __future__ import annotations

from base64 import b64encode
from pathlib import Path

from ansible_collections.communigate.pro.plugins.module_utils.simulator.embedded import Embedded
from ansible_collections.communigate.pro.plugins.module_utils.simulator.options import Options
from ansible_collections.communigate.pro.tests.integration.noun import say
from support import documentation, quick_yaml
from support.certificate import self_signed
from support.in_process import played
from support.playbook import PlaybookRunner

GUIDE = "guide_connection"
GROUP = "group/communigate.pro.cgp"
PASSWORD = "secret"
LOOK = {"communigate.pro.cgp_domain_info": {"names": ["example.com"]}}


def test_a_server_is_reached_as_its_plays_say(tmp_path: Path) -> None:
    """By TLS, by HTTPS, and each host of an inventory; the names that the page has for servers lead here."""
    certificate, key = self_signed(tmp_path)
    options = Options(port=0, https_port=0, password=PASSWORD, tls_cert=certificate, tls_key=key)
    with Embedded(options) as server:
        shown = [
            block.replace("mail.example.com", server.host).replace("mx1.example.com", server.host)
            for block in documentation.blocks(GUIDE)
        ]
        (whole,), by_https, inventory = map(quick_yaml.load, shown)
        (tmp_path / "inventory.yml").write_text(shown[2], encoding="utf-8")
        defaults = {**whole["module_defaults"][GROUP], "host": "{{ inventory_hostname }}"}
        hosts = list(inventory["mail_servers"]["hosts"])
        variables = {"vars": {"vault_postmaster_password": PASSWORD}, "gather_facts": False}
        plays = [
            {**whole, **variables, "tasks": [{"name": "by TLS", **LOOK}]},
            {
                **variables, **by_https, "hosts": "localhost", "environment": {"CGP_PORT": str(server.https_port)},
                "tasks": [{"name": "by HTTPS", **LOOK}],
            },
            {
                **variables, "hosts": "mail_servers:!mx2.example.com", "module_defaults": {GROUP: defaults},
                "tasks": [{"name": "each", **LOOK}],
            },
        ]  # fmt: skip
        environment = {"CGP_PORT": str(server.port), "CGP_TLS_CA_FILE": certificate}
        run = PlaybookRunner(tmp_path, environment)(plays, "-i", str(tmp_path / "inventory.yml")).succeeded()
    assert hosts == [server.host, "mx2.example.com"]
    results = [run.result("by TLS"), run.result("by HTTPS"), run.result("each", server.host)]
    assert [[domain["name"] for domain in result["domains"]] for result in results] == [["example.com"]] * 3
    assert sum(one.modules for one in run.results) == 0  # in Ansible's own process


def test_the_program_is_uploaded_and_run(tmp_path: Path) -> None:
    files = documentation.files(GUIDE)
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
