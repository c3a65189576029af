# Copyright (c) 2026 the communigate.pro authors
# GNU General Public License v3.0+ (see LICENSE or https://www.gnu.org/licenses/gpl-3.0.txt)
# SPDX-License-Identifier: GPL-3.0-or-later
"""Modules that read the objects of a Domain read those of several Domains, or of all, in one task."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
from ansible_collections.communigate.pro.plugins.module_utils._engine.info import Info
from ansible_collections.communigate.pro.plugins.module_utils._registry import SUBJECTS, subject_of
from ansible_collections.communigate.pro.plugins.module_utils._resources.command import COMMAND
from support import simulator
from support.in_process import Place


def is_of_domains(subject: Any) -> bool:
    """Whether it tells of objects that Domains have, and nobody else."""
    options = {field.name for field in subject.options} if isinstance(subject, Info) else set()
    return {"names", "domain"} <= options and "scope" not in options


OF_DOMAINS = [module for module in SUBJECTS if is_of_domains(subject_of(module))]
MADE = (
    *("CREATEDOMAIN %s" % domain for domain in ("one.example", "two.example", "none.example")),
    "SETDOMAINALIASES one.example (www.one.example,mail.one.example)",
    *("CREATEACCOUNT alice@%s" % domain for domain in ("one.example", "two.example")),
    *("CREATEFORWARDER sales@%s TO alice" % domain for domain in ("one.example", "two.example")),
    *("CREATEGROUP staff@%s" % domain for domain in ("one.example", "two.example")),
    *("CREATELIST news@%s FOR alice" % domain for domain in ("one.example", "two.example")),
    *("CREATENAMEDTASK clock@%s FOR alice" % domain for domain in ("one.example", "two.example")),
)


@pytest.fixture(scope="module")
def place(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Place]:
    server = simulator.embed(tmp_path_factory.mktemp("across"))
    place = Place(server.host, server.port, server.password, Path())
    result = place.run(COMMAND, {"commands": [{"line": line} for line in MADE]})
    assert not result.get("failed"), result["msg"]
    yield place
    server.stop()


def read(place: Place, module: str, **options: Any) -> list[Any]:
    info = subject_of(module)
    assert isinstance(info, Info)
    result = place.run(info, options)
    assert not result.get("failed"), result["msg"]
    return list(result[info.result])


def test_all_of_them_are_known() -> None:
    assert {"cgp_account_info", "cgp_forwarder_info", "cgp_group_info", "cgp_mailing_list_info"} < set(OF_DOMAINS)


@pytest.mark.parametrize("module", OF_DOMAINS)
@pytest.mark.parametrize("every", [["*"], "all", ["one.example", "*"]])
def test_all_domains_are_each_domain_after_the_other(place: Place, module: str, every: Any) -> None:
    in_order = ("example.com", "none.example", "one.example", "two.example")
    each = [read(place, module, domain=domain) for domain in in_order]
    assert read(place, module, domains=every) == [one for some in each for one in some]
    assert len(each[2]) == len(each[3]) == 1


@pytest.mark.parametrize("module", OF_DOMAINS)
def test_domains_are_read_in_the_order_in_which_they_are_named_and_once(place: Place, module: str) -> None:
    found = read(place, module, domains=["two.example", "ONE.example", "one.EXAMPLE"])
    one, two = (read(place, module, domain=domain) for domain in ("ONE.example", "two.example"))
    assert found == [*two, *one]


@pytest.mark.parametrize("module", OF_DOMAINS)
def test_no_domain_has_nothing(place: Place, module: str) -> None:
    assert read(place, module, domains=[]) == []


@pytest.mark.parametrize("module", OF_DOMAINS)
@pytest.mark.parametrize("names", [
    ["one.example", "WWW.one.example"], ["www.one.example", "one.EXAMPLE"], ["mail.one.example", "www.one.example"],
])  # fmt: skip
def test_a_domain_is_read_once_whatever_names_it_is_given(place: Place, module: str, names: list[str]) -> None:
    two = read(place, module, domain="two.example")
    assert read(place, module, domains=[*names, "two.example"]) == [*read(place, module, domain=names[0]), *two]


@pytest.mark.parametrize("module", OF_DOMAINS)
def test_which_domain_cannot_be_read_is_told(place: Place, module: str) -> None:
    result = place.run(subject_of(module), {"domains": ["one.example", "nowhere.example", "two.example"]})
    assert result["failed"] and result["code"]
    assert result["msg"].startswith("nowhere.example: ")
