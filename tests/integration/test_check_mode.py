# Copyright (c) 2026 the communigate.pro authors
# GNU General Public License v3.0+ (see LICENSE or https://www.gnu.org/licenses/gpl-3.0.txt)
# SPDX-License-Identifier: GPL-3.0-or-later
"""The tasks of a run in check mode know of each other, although each has a process of its own; no others do."""

from __future__ import annotations

from typing import Any

import pytest
from ansible_collections.communigate.pro.tests.integration.noun import changing
from ansible_collections.communigate.pro.tests.integration.stage import PASSWORD, PLAYBOOKS, SIMULATOR
from support import simulator
from support.playbook import PlaybookRun, PlaybookRunner, play

PRO = "communigate.pro."


def task(does: str, module: str, **options: Any) -> dict[str, Any]:
    return {"name": does, PRO + module: options}


TASKS = [
    task("make a Domain", "cgp_domain", name="new.example"),
    task("make an Account", "cgp_account", name="ann@new.example", account_password="first pass"),
    task("rename it", "cgp_account", name="bob@new.example", rename_from="ann@new.example"),
    {
        "name": "use the free name",
        PRO + "cgp_forwarder": {"name": "{{ item }}@new.example", "to": "bob@new.example"},
        "loop": ["ann", "info"],
    },
    task("make a list", "cgp_mailing_list", name="news@new.example", owner="bob"),
    task("change it", "cgp_mailing_list", name="news@new.example", settings={"Subscribe": "nobody"}),
    task("take a name that is taken", "cgp_group", name="info@new.example"),
]
TASKS[-1]["ignore_errors"] = True


@pytest.fixture(scope="module")
def runs(tmp_path_factory: pytest.TempPathFactory) -> dict[str, PlaybookRun]:
    """In check mode twice, for real, and once with check mode for the tasks only."""
    directory = tmp_path_factory.mktemp("check")
    server = simulator.embed(directory / SIMULATOR, password=PASSWORD)
    try:
        runner = PlaybookRunner(directory / PLAYBOOKS, server.environment, server.journal_path)
        by_task = [{**one, "check_mode": True} for one in TASKS]
        runs = {name: runner(play(*TASKS), check=True) for name in ("check", "check again")}
        both = runner([play(*by_task, name="by task", ignore_errors=True), play(*TASKS, name="done")])
        return {**runs, **{name: both.part(name) for name in ("by task", "done")}}
    finally:
        server.stop()


def ends(run: PlaybookRun) -> list[tuple[str, str, bool]]:
    return [(one.task, one.status, one.changed) for one in run.results if not one.is_item]


def test_a_run_in_check_mode_ends_as_the_run_does(runs: dict[str, PlaybookRun]) -> None:
    done = ends(runs["done"])
    assert [status for _task, status, _changed in done] == ["ok"] * 6 + ["failed"]
    assert ends(runs["check"]) == ends(runs["check again"]) == done
    for name in ("check", "check again"):
        assert not changing([entry for one in runs[name].results for entry in one.sent])
        assert "Check mode assumes" not in runs[name].output


def test_a_task_in_check_mode_within_a_run_takes_the_server_as_it_is(runs: dict[str, PlaybookRun]) -> None:
    """What a former task in check mode would have done has not been done, and nothing else will do it."""
    assert runs["by task"].status("rename it") == "ok"
    assert "Check mode assumes" in runs["by task"].output
