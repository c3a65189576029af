# Copyright (c) 2026 the communigate.pro authors
# GNU General Public License v3.0+ (see LICENSE or https://www.gnu.org/licenses/gpl-3.0.txt)
# SPDX-License-Identifier: GPL-3.0-or-later
"""Names inside other objects: with the own Domain and without, in any case, they are one name."""

from __future__ import annotations

import pytest
from ansible_collections.communigate.pro.plugins.module_utils._engine import inner_names
from ansible_collections.communigate.pro.plugins.module_utils._engine.model import home_of
from ansible_collections.communigate.pro.plugins.module_utils.connector.errors import CgpError

OWN = frozenset(["example.com", "mail.example.com"])


@pytest.mark.parametrize("other", ["bob", "BOB", "bob@example.com", "Bob@EXAMPLE.com", "bob@Mail.example.com"])
def test_the_own_domain_and_case_do_not_count(other: str) -> None:
    folded = inner_names.folding(OWN)
    assert folded(other) == folded("bob")
    assert folded(folded(other)) == folded(other)


@pytest.mark.parametrize(
    "one, other", [("bob", "bob@example.org"), ("anyone", "anyone@example.com"), ("anyone@", "anyone"), ("bob", "#bob")]
)
def test_others_stay_others(one: str, other: str) -> None:
    folded = inner_names.folding(OWN)
    assert folded(one) != folded(other)


def test_without_a_known_own_domain_only_case_does_not_count() -> None:
    folded = inner_names.folding(home_of(("alice",)))
    assert folded("Bob") == folded("bob") != folded("bob@example.com")


def test_only_the_owner_of_a_path_is_a_name() -> None:
    folded = inner_names.folding_path(OWN, str)
    assert folded("~Bob@Example.com/Plans@example.com") == folded("~bob/Plans@example.com") == "~bob/Plans@example.com"
    assert folded("plans") != folded("Plans")


def test_the_spelling_of_the_server_stays_and_nothing_is_there_twice() -> None:
    folded = inner_names.folding(OWN)
    kept = inner_names.one_spelling(["Bob@example.com"], ["ann", "bob", "BOB", "bob@example.com"], folded)
    assert kept == ["ann", "Bob@example.com"]


@pytest.mark.parametrize("whole", [False, True])
def test_rights_are_written_under_the_spelling_of_the_server(whole: bool) -> None:
    shape = inner_names.acl_in(OWN)
    have = {"bob@example.com": "lr", "ann": "l"}
    after = shape.target(have, {"Bob": "+w", "ann@example.com": "l"}, whole)
    assert after == {"bob@example.com": "lrw", "ann": "l"}
    assert shape.delta(have, after) == {"bob@example.com": "lrw"}


def test_of_two_spellings_on_the_server_one_stays_and_removals_come_first() -> None:
    shape = inner_names.acl_in(OWN)
    have = {"bob": "l", "bob@example.com": "r"}
    after = shape.target(have, {"bob": "lw"}, False)
    assert list(shape.delta(have, after).items()) == [("bob@example.com", "-r"), ("bob", "lw")]


def test_one_name_in_two_spellings_is_no_wish() -> None:
    with pytest.raises(CgpError, match="two spellings"):
        inner_names.acl_in(OWN).target({}, {"bob": "l", "bob@example.com": "r"}, False)
