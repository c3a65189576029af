# Copyright (c) 2026 the communigate.pro authors
# GNU General Public License v3.0+ (see LICENSE or https://www.gnu.org/licenses/gpl-3.0.txt)
# SPDX-License-Identifier: GPL-3.0-or-later
"""cgp_handover: the file that it writes, whom it asks, and that no secret is anywhere else."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import pytest
import yaml
from ansible_collections.communigate.pro.plugins.module_utils._resources.command import COMMAND
from ansible_collections.communigate.pro.plugins.module_utils._resources.config import CONFIG_INFO
from ansible_collections.communigate.pro.tests.integration.noun import changing
from ansible_collections.communigate.pro.tests.integration.stage import VAULT, with_vault
from support import simulator
from support.in_process import Place
from support.playbook import ELSEWHERE, LOCALHOST, PlaybookRun, PlaybookRunner, play
from support.simulator import Simulator
from support.vault import Vault, left_in, text_of

TASK = "hand over"
OWN = {"GETACCOUNTPLAINPASSWORD", "VERIFYACCOUNTPASSWORD"}
"""What it sends besides what a document is made of."""


@dataclass
class Stage:
    """A server with a Domain, and what is planted there."""

    server: Simulator
    directory: Path
    vault: Vault
    runner: PlaybookRunner

    @property
    def file(self) -> Path:
        return self.directory / "kept" / "secrets.yml"

    def run(
        self, *arguments: str, check: bool = False, host: dict[str, Any] | None = None, **options: Any
    ) -> PlaybookRun:
        task = {
            "name": TASK,
            "register": "handed",
            "communigate.pro.cgp_handover": {"domains": ["example.org"], "dest": str(self.file), **options},
        }
        show = {"name": "show", "ansible.builtin.debug": {"var": "handed"}, "when": "handed is defined"}
        return self.runner(
            play(task, show), "-vvvv", *arguments, check=check, diff=True, hosts={"localhost": host or LOCALHOST},
            environment=self.server.environment,
        )  # fmt: skip

    def with_vault(self, **options: Any) -> PlaybookRun:
        return self.run(*with_vault(self.directory), **options)

    def held(self) -> dict[str, Any]:
        """What the file says."""
        return dict(yaml.safe_load(VAULT.decrypt(self.file.read_bytes())))

    def passwords(self) -> dict[str, str]:
        secrets = self.held()["cgp_secrets"]
        return {one["name"]: one["value"] for one in secrets if one["place"] == "account_password"}


@pytest.fixture
def stage(tmp_path: Path) -> Iterator[Stage]:
    vault = Vault()
    server = simulator.embed(tmp_path / "server", "--habit", "hands-on-passwords")
    (tmp_path / "kept").mkdir()
    place = Place(server.host, server.port, server.password, Path())
    lines = (
        "CREATEDOMAIN example.org",
        "CREATEACCOUNT alice@example.org {PasswordEncryption=A-crpt;}",
        'SETACCOUNTPASSWORD alice@example.org PASSWORD "%s"' % vault.plain("alice"),
        "CREATEACCOUNT bob@example.org {PasswordEncryption=U-crpt;}",
        'SETACCOUNTPASSWORD bob@example.org PASSWORD "%s"' % vault.plain("bob"),
        'SETACCOUNTRPOPS alice@example.org {home={domain=mail.net.example;password="%s";};}' % vault.plain("remote"),
    )
    result = place.run(COMMAND, {"commands": [{"line": line} for line in lines]})
    assert not result.get("failed"), result["msg"]
    yield Stage(server, tmp_path, vault, PlaybookRunner(tmp_path / "runs"))
    server.stop()


def test_the_file_is_encrypted_and_complete_and_is_written_once(stage: Stage) -> None:
    mark = stage.server.mark()
    foreseen = stage.with_vault(check=True).succeeded().result(TASK)
    assert not stage.file.exists()
    first = stage.with_vault().succeeded()
    told = first.result(TASK)
    assert stage.file.stat().st_mode & 0o777 == 0o600
    written = stage.file.read_bytes()
    assert told["counts"] == foreseen["counts"] == {
        "secrets": 3, "told": 2, "new_passwords": 1, "made_now": 1, "missing": 0,
    }  # fmt: skip
    assert (told["new_passwords"], told["missing"]) == (["bob@example.org"], [])
    assert (foreseen["changed"], told["changed"]) == (True, True)
    passwords = stage.passwords()
    assert stage.vault.found_in(passwords["alice@example.org"]) == ["alice"]
    again = stage.with_vault().succeeded().result(TASK)
    assert (again["changed"], again["counts"]["made_now"]) == (False, 0)
    assert stage.file.read_bytes() == written
    assert changing(stage.server.since(mark)) == []


def test_no_secret_is_anywhere_else(stage: Stage) -> None:
    runs = [
        stage.with_vault(check=True),
        stage.run(),
        stage.with_vault(),
        stage.with_vault(host={**LOCALHOST, **ELSEWHERE}),
        stage.with_vault(domains=["net.example"]),
    ]
    made = stage.passwords()["bob@example.org"]
    shown = text_of(left_in(stage.directory / "runs")) + "".join(run.output for run in runs)
    shown += text_of(left_in(stage.directory / "kept"))
    assert "bob@example.org" in shown
    assert stage.vault.found_in(shown) == [] and made not in shown


def test_it_sends_what_its_page_names(stage: Stage) -> None:
    mark = stage.server.mark()
    Place(stage.server.host, stage.server.port, stage.server.password, Path()).run(
        CONFIG_INFO, {"domains": ["example.org"]}
    )
    told = set(stage.server.verbs(mark))
    mark = stage.server.mark()
    stage.with_vault().succeeded()
    assert set(stage.server.verbs(mark)) == told | OWN


def test_without_a_vaults_secret_nothing_is_asked(stage: Stage) -> None:
    mark = stage.server.mark()
    run = stage.run()
    assert run.rc == 2
    assert run.result(TASK)["msg"].startswith("there is no secret of a vault to encrypt with. Give --ask-vault-pass")
    assert stage.server.since(mark) == [] and not stage.file.exists()


@pytest.mark.parametrize(
    ("content", "told"),
    [
        (b"cgp_secrets: []\n", "is not encrypted. Encrypt it with ansible-vault encrypt"),
        (VAULT.encrypt("password: x\n"), "does not hold what is handed over"),
        (VAULT.encrypt("password: x\n")[:-20], "cannot be decrypted"),
    ],
)
def test_a_file_that_is_another_stays_as_it_is(stage: Stage, content: bytes, told: str) -> None:
    stage.file.write_bytes(content)
    mark = stage.server.mark()
    run = stage.with_vault()
    assert run.rc == 2 and told in run.result(TASK)["msg"]
    assert stage.file.read_bytes() == content and stage.server.since(mark) == []


def test_a_vault_is_chosen_by_its_identity(stage: Stage) -> None:
    key = stage.directory / "other-password"
    key.write_text("another password", encoding="utf-8")
    both = (*with_vault(stage.directory), "--vault-id", "other@%s" % key)
    assert "vault-id" in stage.run(*both, vault_id="nobody").result(TASK)["msg"]
    stage.run(*both, vault_id="other").succeeded()
    assert stage.file.read_bytes().startswith(b"$ANSIBLE_VAULT;1.2;AES256;other\n")
    assert not stage.run(*both, vault_id="other").succeeded().result(TASK)["changed"]
