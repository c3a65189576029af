# Copyright (c) 2026 the communigate.pro authors
# GNU General Public License v3.0+ (see LICENSE or https://www.gnu.org/licenses/gpl-3.0.txt)
# SPDX-License-Identifier: GPL-3.0-or-later
"""A role that refuses what is not there does so in check mode, too; but not what an earlier task would have made."""

from __future__ import annotations

import re
from typing import Any

import pytest
from ansible_collections.communigate.pro.tests.integration.noun import changing
from support.checkout import ROOT
from support.playbook import PlaybookRun, PlaybookRunner, play
from support.simulator import embed

NEW, NOWHERE = "new.example", "nowhere.example"
MAKING = play(
    {"name": "Domains", "communigate.pro.cgp_domain": {"domains": [{"name": NEW}, {"name": "parent.example"}]}},
    {"name": "Account", "communigate.pro.cgp_account": {"name": "carl", "domain": NEW}},
    {"name": "Group", "communigate.pro.cgp_group": {"name": "team", "domain": NEW}},
    {"name": "List", "communigate.pro.cgp_mailing_list": {"name": "news", "domain": NEW, "owner": "carl"}},
    name="making",
)
USED: dict[str, tuple[dict[str, Any], dict[str, Any], str]] = {
    "leaver": (
        {"leaver_domain": NEW, "leaver_people": [{"account": "carl"}]},
        {"leaver_domain": NEW, "leaver_people": [{"account": "carl"}, {"account": "karl"}]},
        "no such Account or Domain: karl@" + NEW,
    ),
    "joiner": (
        {"joiner_domain": NEW, "joiner_people": [{"account": "dora", "groups": ["team"], "lists": ["news"]}]},
        {"joiner_domain": NEW, "joiner_people": [{"account": "dora", "groups": ["team", "teem"], "lists": ["newz"]}]},
        "no such Group or mailing list: teem@{0}, newz@{0}".format(NEW),
    ),
    "domain_admin": (
        {"domain_admin_domain": "parent.example", "domain_admin_domains": [NEW]},
        {"domain_admin_domain": "parent.example", "domain_admin_domains": [NEW, NOWHERE]},
        "no such Domain, or it is only an alias: " + NOWHERE,
    ),
}
"""By role, variables that are about what is there, such with a slip, and what is said of the slip."""


def used(role: str, variables: dict[str, Any], name: str) -> dict[str, Any]:
    """A play with the role, which may fail without an end of the run."""
    task = {"ansible.builtin.include_role": {"name": "communigate.pro." + role}, "vars": variables}
    rescue = [{"name": "failed", "ansible.builtin.debug": {"msg": "{{ ansible_failed_result.msg }}"}}]
    return play({"block": [task], "rescue": rescue}, name=name)


PLAYS = [
    MAKING,
    *(used(role, right, role) for role, (right, _slip, _said) in USED.items()),
    *(used(role, slip, role + " with a slip") for role, (_right, slip, _said) in USED.items()),
]


@pytest.fixture(scope="module")
def runs(tmp_path_factory: pytest.TempPathFactory) -> dict[str, PlaybookRun]:
    """In check mode, on an empty server, and then for real on the same."""
    directory = tmp_path_factory.mktemp("roles")
    server = embed(directory / "server")
    runner = PlaybookRunner(directory, server.environment, server.journal_path)
    try:
        return {mode: runner(PLAYS, check=mode == "check mode").succeeded() for mode in ("check mode", "run")}
    finally:
        server.stop()


def failed(run: PlaybookRun, name: str) -> str:
    return "".join(one.result["msg"] for one in run.part(name).results if one.task == "failed")


@pytest.mark.parametrize("mode", ["check mode", "run"])
@pytest.mark.parametrize("role", USED)
def test_a_slip_is_refused_and_what_earlier_tasks_make_is_not(
    runs: dict[str, PlaybookRun], role: str, mode: str
) -> None:
    run, slip = runs[mode], role + " with a slip"
    assert failed(run, role) == ""
    assert USED[role][2] in failed(run, slip)
    assert changing([entry for one in run.part(slip).results for entry in one.sent]) == []


def test_these_are_all_roles_that_refuse_what_is_missing() -> None:
    tasks = {path.parent.parent.name: path.read_text(encoding="utf-8") for path in ROOT.glob("roles/*/tasks/main.yml")}
    refusing = {role for role, text in tasks.items() if re.search(r"^- name: Refuse .* that do not exist$", text, re.M)}
    assert refusing == set(USED)
