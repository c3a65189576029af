# Copyright (c) 2026 the communigate.pro authors
# GNU General Public License v3.0+ (see LICENSE or https://www.gnu.org/licenses/gpl-3.0.txt)
# SPDX-License-Identifier: GPL-3.0-or-later
"""The catalogue holds exactly the manual's commands: ``commands.tsv`` is the table of facts."""

from __future__ import annotations

import csv
import os
import subprocess
import sys
from pathlib import Path

import pytest
from ansible_collections.communigate.pro.plugins.module_utils._cli import catalogue, words

FACTS = Path(__file__).with_name("commands.tsv")


def specs():
    return [spec for variants in catalogue.COMMANDS.values() for spec in variants]


def facts():
    with FACTS.open(encoding="utf-8", newline="") as table:
        return list(csv.DictReader(table, delimiter="\t", quoting=csv.QUOTE_NONE))


def test_all_verbs_and_variants_are_there():
    assert len(catalogue.COMMANDS) == 369
    assert len(specs()) == 379
    assert set(catalogue.COMMANDS) == {row["verb"] for row in facts()}


def test_syntax_kind_and_scope_are_the_facts_in_the_order_of_the_manual():
    expected = [(row["verb"], row["syntax"], row["kind"], row["scope"]) for row in facts()]
    actual = [(spec.verb, spec.syntax, spec.kind, spec.scope) for spec in in_order_of_declaration()]
    assert actual == expected


def in_order_of_declaration():
    return [spec for section in catalogue.SECTIONS for spec in section.commands]


@pytest.mark.parametrize("spec", specs(), ids=lambda spec: spec.syntax)
def test_every_line_compiles_and_knows_its_result_and_rights(spec):
    assert callable(spec.match)
    assert spec.rights
    assert spec.section
    assert spec.result
    assert set(spec.words) <= set(spec.parameters)


@pytest.mark.parametrize("spec", specs(), ids=lambda spec: spec.syntax)
def test_only_some_reads_return_nothing(spec):
    answered_by_success_alone = {"NOOP", "VERIFYACCOUNTPASSWORD", "VERIFYACCOUNTIDENTITY"}
    if spec.kind == "read":
        assert (spec.result == "none") == (spec.verb in answered_by_success_alone)


def test_facts_about_one_command():
    (spec,) = catalogue.COMMANDS["CREATEACCOUNT"]
    assert spec.section == "Account Administration"
    assert "CanCreateAccounts" in spec.rights
    assert list(spec.parameters) == ["accountName", "accountType", "storage", "LEGACY", "settings"]
    assert [name for name, argument in spec.parameters.items() if argument.required] == ["accountName"]
    assert spec.words == {"accountType": words.ACCOUNT_TYPES}


def test_variants_keep_the_order_of_the_manual():
    assert [spec.kind for spec in catalogue.COMMANDS["STOREDOMAINPBXFILE"]] == ["change", "destructive"]
    assert [" MAILBOXES " in spec.syntax for spec in catalogue.COMMANDS["DELETEMAILBOX"]] == [False, True]


def test_secret_parameters_are_marked():
    secret = {
        (spec.verb, name) for spec in specs() for name, argument in spec.parameters.items() if argument.secret
    }
    assert ("SETACCOUNTPASSWORD", "newPassword") in secret
    assert ("VERIFYACCOUNTPASSWORD", "password") in secret
    assert ("BLESSSESSION", "secret") in secret
    assert ("SETACCOUNTPASSWORD", "accountName") not in secret


def test_importing_the_catalogue_compiles_nothing():
    program = (
        "from ansible_collections.communigate.pro.plugins.module_utils._cli import catalogue, syntax\n"
        "compiled = (syntax._signature, syntax._encoder, syntax._matcher)\n"
        "print(sum(each.cache_info().currsize for each in compiled))\n"
    )
    environment = dict(os.environ, PYTHONPATH=os.pathsep.join(sys.path))
    done = subprocess.run(
        [sys.executable, "-c", program], env=environment, check=True, capture_output=True, text=True
    )
    assert done.stdout.strip() == "0"
