# Copyright (c) 2026 the communigate.pro authors
# GNU General Public License v3.0+ (see LICENSE or https://www.gnu.org/licenses/gpl-3.0.txt)
# SPDX-License-Identifier: GPL-3.0-or-later
"""Addresses in all their spellings: those of this server, those of others, and those of which nobody knows."""

from __future__ import annotations

import pytest
from ansible_collections.communigate.pro.plugins.module_utils._audit.addresses import (
    ALWAYS_THERE,
    names_there,
    parsed,
    split_addresses,
    where,
)
from ansible_collections.communigate.pro.tests.unit.audit.looking import HOMES, facts
from hypothesis import given
from hypothesis import strategies as st

CASES = (str, str.upper, str.title)
DRESSES = (
    "%s", " %s ", "<%s>", "Alice Liddell <%s>", '"Liddell, Alice" <%s>', "mailto:%s", "sip:%s", "SIPS:%s", "[RCPT] %s",
    "%s (home)", "%s(home, work)", "(at (my) home) %s", "<%s> (home@b.example)", '"A (b" <%s>',
    "sip:%s:5060;transport=tls", "Alice <sips:%s;lr;transport=tcp>;tag=1", "mailto:%s?subject=x@b.example", "%s;tag=1",
)  # fmt: skip
NAMES = st.from_regex(r"[a-z][a-z0-9._+-]{0,9}", fullmatch=True)


@given(NAMES, st.sampled_from([*HOMES, ""]), st.sampled_from(CASES), st.sampled_from(DRESSES))
def test_an_address_of_this_server_leads_to_a_name_in_its_domain(
    name: str, domain: str, case: type[str], dress: str
) -> None:
    address = parsed(dress % case("%s@%s" % (name, domain) if domain else name), facts())
    assert where(address, facts()) == "local"
    expected = [(HOMES.get(domain, "example.org"), name)]
    assert list(names_there(address, "example.org", facts())) == ([] if name in ALWAYS_THERE else expected)
    assert address.account == name


@given(NAMES, st.sampled_from(["elsewhere.example", "example.com", "a.example.org", "xexample.org", "org"]),
       st.sampled_from(CASES), st.sampled_from(DRESSES))  # fmt: skip
def test_an_address_of_another_domain_leads_outside(name: str, domain: str, case: type[str], dress: str) -> None:
    address = parsed(dress % case("%s@%s" % (name, domain)), facts())
    assert (where(address, facts()), address.domain) == ("outside", domain)
    assert where(address, facts(unknown="no right")) == "unknown"


@pytest.mark.parametrize(
    "text",
    [
        "far%elsewhere.example@example.org",
        '"far@elsewhere.example"@WWW.example.org',
        "far%elsewhere.example",
        "far%elsewhere.example%net.example@example.org",
    ],
)
def test_what_leads_on_is_followed(text: str) -> None:
    assert parsed(text, facts()) == ("far", "elsewhere.example")


@pytest.mark.parametrize("text", ["a@[192.0.2.1]", "^T@elsewhere.example^", "a@^1"])
def test_where_some_lead_nobody_knows(text: str) -> None:
    assert where(parsed(text, facts()), facts()) == "unknown"


@pytest.mark.parametrize("text", ["null", "NULL", "error", "all@example.org", "postmaster@net.example",
                                  "ccincoming{a,b}#pbx^", "*@example.org", ""])  # fmt: skip
def test_some_names_nobody_looks_for(text: str) -> None:
    assert list(names_there(parsed(text, facts()), "example.org", facts())) == []


def test_what_is_meant_of_an_account_stands_before_its_name() -> None:
    address = parsed("Sent Items#Alice@www.example.org", facts())
    assert list(names_there(address, "net.example", facts())) == [("example.org", "alice")]


PARTED = ["a@b.example", '"x, y" <a@b.example>', r'"x\", y" <a@b.example>', "app{1,2}#pbx", "<c@d.example>"]


@given(st.lists(st.sampled_from(PARTED), max_size=4),
       st.sampled_from([",", ", ", ";", "\n", "\r\n", " ,\n"]))  # fmt: skip
def test_several_addresses_stand_between_any_separators(addresses: list[str], separator: str) -> None:
    assert split_addresses(separator.join(addresses)) == addresses


def test_what_is_said_of_addresses_is_none() -> None:
    assert split_addresses("a@b.example (one, two), (three; (four)) c@d.example") == ["a@b.example", "c@d.example"]
    assert split_addresses("<sip:a@b.example;lr>;tag=1; sip:c@d.example;transport=tls;bob") == [
        "<sip:a@b.example;lr>", "sip:c@d.example", "bob",
    ]  # fmt: skip


@pytest.mark.parametrize("text", ["sip:alice:secret@EXAMPLE.org", "<sips:alice:se,cret@www.example.org:5061;lr>",
                                  "xmpp:alice@example.org/home"])  # fmt: skip
def test_who_logs_in_is_no_part_of_an_address(text: str) -> None:
    assert list(names_there(parsed(text, facts()), "net.example", facts())) == [("example.org", "alice")]
    assert "cret" not in repr(parsed(text, facts()))
