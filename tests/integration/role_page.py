# Copyright (c) 2026 the communigate.pro authors
# GNU General Public License v3.0+ (see LICENSE or https://www.gnu.org/licenses/gpl-3.0.txt)
# SPDX-License-Identifier: GPL-3.0-or-later
"""What the pages of all roles show, as plays, and what there must be before they are played."""

from __future__ import annotations

import json
import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

from ansible_collections.communigate.pro.tests.integration.noun import changing
from ansible_collections.communigate.pro.tests.integration.stage import Scene
from support import key_material, quick_yaml
from support.checkout import ROOT
from support.playbook import PlaybookRun

ROLES = ROOT / "roles"
SECRET = "Secret-of-"

_CLOCK = "--clock=fixed:2030-01-31T12:00:00"
_KEY = key_material.private_key(key_material.rsa_key())
_CERTIFICATE = key_material.pem(key_material.certificate(key_material.rsa_key()))
_BLOCK = re.compile(r"^```(yaml|csv)\n(?:# (\S+)\n)?(.*?)^```$", re.MULTILINE | re.DOTALL)
_DIRECTORY = re.compile(r"/etc/(?:\S+/)?(?=[\w.-]+\.pem\b)")
_VAULT = re.compile(r"\bvault_\w+")


@dataclass(frozen=True)
class Site:
    """What a page takes for granted.

    ``prepare`` holds lines of the CLI, said after check mode. ``data`` is the page's file to use if it is not the one
    of its playbook, ``variables`` are those of the page's text, or stand in for its own. ``files`` are beside the
    playbook, and ``table`` is the name that the page's CSV has there. ``flags`` are the simulator's.
    """

    prepare: Sequence[str] = ()
    data: str = ""
    variables: Mapping[str, Any] = field(default_factory=dict)
    files: Mapping[str, str] = field(default_factory=dict)
    table: str = ""
    flags: Sequence[str] = ()


def domains(*names: str) -> list[str]:
    return ["CREATEDOMAIN %s" % name for name in names]


def harbour(*accounts: str) -> list[str]:
    """A Domain with Accounts."""
    return [*domains("harbour.example"), *("CREATEACCOUNT %s@harbour.example" % account for account in accounts)]


STAFF = ("office", "jan.devries", "aoife.byrne")
SITES = {
    "antispam": Site(),
    "autoresponder": Site(harbour(*STAFF, "billing", "berth.planner", "summer-trainee"), table="away.csv"),
    "autoresponder-with-a-table": Site(
        harbour(*STAFF),
        table="away.csv",
        variables={
            "autoresponder_file": "away.csv",
            "autoresponder_accounts": [],
            "autoresponder_vacations": [],
            "autoresponder_off": [],
        },
    ),
    "certificates": Site(
        domains("example.org", "harbour.example", "shipyard.example", "former.example"),
        variables={"vault_shipyard_key": _KEY},
        files={
            "privkey.pem": _KEY,
            "fullchain.pem": _CERTIFICATE,
            "shipyard.example.crt": _CERTIFICATE,
            "shipyard-root.pem": _CERTIFICATE,
        },
    ),
    "cluster": Site(variables={"cluster_controllers": ["127.0.0.1"]}, flags=["--cluster"]),
    "domain_admin": Site(
        [
            *harbour("office", "berth.planner", "former.harbourmaster"),
            *domains("pilots.example", "marina.example", "ferry.example"),
        ]
    ),
    "hosted_domain": Site(table="harbour.example.csv"),
    "joiner": Site([*harbour("office"), "CREATELIST notices@harbour.example for office"]),
    "leaver": Site(harbour(*STAFF, "berth.planner")),
    "mailing_list": Site(harbour(*STAFF), table="agents.csv"),
    "mailing_list-with-a-table": Site(
        [*harbour("office"), "CREATELIST notices@harbour.example for office"],
        data="agents.example.yml",
        table="agents.csv",
    ),
    "pbx_apps": Site(
        domains("harbour.example", "shipyard.example"),
        files={
            "pbx/reception.sppr": "entry Main is\nend entry;\n",
            "pbx/welcome.wav": "Welcome",
            "pbx/french/welcome.wav": "Bienvenue",
            "pbx/german/welcome.wav": "Willkommen",
        },
    ),
    "remote_mail": Site(harbour(*STAFF), variables={"remote_mail_file": "remotes.yml"}),
    "server": Site(),
    "shared_mailbox": Site(
        [*harbour(*STAFF, "piet.bakker", "mia.wells", "omar.haddad"), "CREATEGROUP clerks@harbour.example"]
    ),
    "web_skins": Site(
        domains("harbour.example", "port.example"),
        files={"skins/harbour/login.wssp": "Harbour", "skins/harbour/style.css": "", "skins/plain/style.css": "a {}"},
    ),
}
"""By roles, with what else a page shows in a line of its own after a hyphen."""


def role_of(name: str) -> str:
    return name.partition("-")[0]


def scene(name: str, directory: Path, flags: Sequence[str] = ()) -> Scene:
    """The playbook of a page with its files, but for the server that it names, which has these flags as well.

    Absolute paths lead to the directory.
    """
    site, role = SITES[name], role_of(name)
    page = (ROLES / role / "README.md").read_text(encoding="utf-8")
    (_language, _name, playbook), *others = _BLOCK.findall(page)
    (shown,) = quick_yaml.load(playbook)
    assert shown["roles"] == ["communigate.pro.%s" % role]
    assert list(shown.pop("module_defaults")) == ["group/communigate.pro.cgp"]
    files = {(called or site.table): _DIRECTORY.sub("%s/" % directory, text) for _language, called, text in others}
    assert "" not in files
    data = [site.data] if site.data else shown["vars_files"]
    assert set(data) <= set(files)
    secrets = {variable: SECRET + variable for variable in _VAULT.findall(page)}
    files["more.json"] = json.dumps({**secrets, **site.variables})
    shown["vars_files"] = ["files/%s" % file for file in (*data, "more.json")]
    return Scene([shown], {**files, **site.files}, [_CLOCK, *site.flags, *flags])


def sent(run: PlaybookRun) -> list[str]:
    """The commands of a role's tasks that change something."""
    return changing([entry for one in run.results for entry in one.sent])
