# Copyright (c) 2026 the communigate.pro authors
# GNU General Public License v3.0+ (see LICENSE or https://www.gnu.org/licenses/gpl-3.0.txt)
# SPDX-License-Identifier: GPL-3.0-or-later
"""Renaming says where an object comes from; said twice it does nothing the second time."""

from __future__ import annotations

import pytest
from ansible_collections.communigate.pro.plugins.module_utils._cli.sections.account import GETACCOUNTALIASES
from ansible_collections.communigate.pro.plugins.module_utils._cli.sections.domain import LISTACCOUNTS
from ansible_collections.communigate.pro.plugins.module_utils._cli.sections.domain_set import DELETEDOMAIN
from ansible_collections.communigate.pro.plugins.module_utils._cli.sections.mailbox import LISTMAILBOXES
from ansible_collections.communigate.pro.plugins.module_utils._resources.account import ACCOUNT
from ansible_collections.communigate.pro.plugins.module_utils._resources.domain import DOMAIN
from ansible_collections.communigate.pro.plugins.module_utils._resources.forwarder import FORWARDER
from ansible_collections.communigate.pro.plugins.module_utils._resources.group import GROUP
from ansible_collections.communigate.pro.plugins.module_utils._resources.mailbox import MAILBOX
from ansible_collections.communigate.pro.plugins.module_utils.connector.errors import CgpError
from support.engine_server import Server


def accounts(server: Server, domain: str) -> set[str]:
    return set(server.ask(LISTACCOUNTS(domainName=domain)))


def test_an_object_is_renamed_once(server: Server) -> None:
    domain = server.new_domain()
    server.apply(ACCOUNT, [{"name": "ann"}], domain=domain)
    row = {"name": "anna", "rename_from": "ann", "settings": {"RealName": "Anna"}}
    mark = server.mark()
    result = server.apply(ACCOUNT, [row], domain=domain, diff=True)
    assert [entry["verb"] for entry in server.changes(mark)] == ["RENAMEACCOUNT", "UPDATEACCOUNTSETTINGS"]
    assert result["counts"]["renamed"] == 1
    assert result["diff"]["before"] == {"anna@" + domain: {"name": "ann@" + domain, "settings": {}}}
    assert accounts(server, domain) == {"anna"}
    again = server.apply(ACCOUNT, [row], domain=domain)
    assert again["changed"] is False


def test_what_never_was_is_created(server: Server) -> None:
    domain = server.new_domain()
    result = server.apply(ACCOUNT, [{"name": "anna", "rename_from": "ann"}], domain=domain)
    assert result["counts"]["created"] == 1


def test_two_that_exist_are_an_error_and_nothing_is_changed(server: Server) -> None:
    domain = server.new_domain()
    server.apply(ACCOUNT, [{"name": "ann"}, {"name": "anna"}], domain=domain)
    mark = server.mark()
    row = {"name": "anna", "rename_from": "ann", "settings": {"RealName": "Anna"}}
    result = server.apply(ACCOUNT, [row], domain=domain)
    assert "ann@%s cannot be renamed to anna@%s: both exist" % (domain, domain) in result["msg"]
    assert server.changes(mark) == []


def test_the_old_name_may_have_become_an_alias_of_the_object(server: Server) -> None:
    """As whoever renames an Account will want, for the mail that still comes."""
    domain = server.new_domain()
    server.apply(ACCOUNT, [{"name": "ann"}], domain=domain)
    row = {"name": "anna", "rename_from": "ann", "aliases": ["ann"]}
    assert server.apply(ACCOUNT, [row], domain=domain)["counts"]["renamed"] == 1
    assert server.ask(GETACCOUNTALIASES("anna@" + domain)) == ["ann"]
    again = server.apply(ACCOUNT, [row], domain=domain)
    assert (again["changed"], again["failures"]) == (False, [])


def test_an_alias_is_not_renamed(server: Server) -> None:
    domain = server.new_domain()
    server.apply(ACCOUNT, [{"name": "ann", "aliases": ["annie"]}], domain=domain)
    mark = server.mark()
    result = server.apply(ACCOUNT, [{"name": "bob", "rename_from": "annie"}], domain=domain)
    assert "is the name of another object: alias" in result["msg"]
    assert server.changes(mark) == []


def test_an_object_that_came_from_a_domain_that_is_gone_is_left_alone(server: Server) -> None:
    old, new = server.new_domain(), server.new_domain()
    server.apply(ACCOUNT, [{"name": "ann@" + old}])
    row = {"name": "ann@" + new, "rename_from": "ann@" + old}
    assert server.apply(ACCOUNT, [row])["counts"]["renamed"] == 1
    server.ask(DELETEDOMAIN(old))
    again = server.apply(ACCOUNT, [row])
    assert (again["changed"], again["failures"]) == (False, [])


@pytest.mark.parametrize(
    ("rows", "message"),
    [
        ([("bob", "ann"), ("cid", "bob")], "bob@DOMAIN is both wanted and renamed to cid@DOMAIN"),
        ([("bob", "ann"), ("ann", "bob")], "is both wanted and renamed"),
        ([("bob", "ann"), ("cid", "ANN")], "ANN@DOMAIN is renamed to both bob@DOMAIN and cid@DOMAIN"),
        ([("Ann", "ann")], "is both wanted and renamed"),
    ],
    ids=["chain", "swap", "twice", "itself"],
)
def test_what_has_no_order_is_refused_before_anything_is_sent(server: Server, rows, message) -> None:
    domain = server.new_domain()
    mark = server.mark()
    with pytest.raises(CgpError, match=message.replace("DOMAIN", domain)):
        server.apply(ACCOUNT, [{"name": name, "rename_from": old} for name, old in rows], domain=domain)
    assert server.verbs(mark) == []


def test_what_is_to_be_absent_is_not_renamed(server: Server) -> None:
    with pytest.raises(CgpError, match="rename_from does not go with state=absent"):
        server.apply(ACCOUNT, [{"name": "ann", "rename_from": "bob", "state": "absent"}])


def test_other_nouns_are_renamed_alike(server: Server) -> None:
    domain = server.new_domain()
    server.apply(GROUP, [{"name": "team", "members": ["ann"]}], domain=domain)
    row = {"name": "crew", "rename_from": "team", "members": ["ann", "bob"]}
    assert server.apply(GROUP, [row], domain=domain)["counts"]["renamed"] == 1
    assert server.apply(GROUP, [row], domain=domain)["changed"] is False

    server.apply(FORWARDER, [{"name": "fred", "to": "x@example.org"}], domain=domain)
    row = {"name": "alf", "rename_from": "fred", "to": "y@example.org"}
    mark = server.mark()
    assert server.apply(FORWARDER, [row], domain=domain)["counts"]["renamed"] == 1
    verbs = [entry["verb"] for entry in server.changes(mark)]
    assert verbs == ["RENAMEFORWARDER", "DELETEFORWARDER", "CREATEFORWARDER"]
    assert server.apply(FORWARDER, [row], domain=domain)["changed"] is False

    new = server.unused_domain()
    row = {"name": new, "rename_from": domain}
    assert server.apply(DOMAIN, [row])["counts"]["renamed"] == 1
    assert server.apply(DOMAIN, [row])["changed"] is False


def test_mailboxes_are_renamed_alone_or_with_what_lies_below(server: Server) -> None:
    """Names of Mailboxes have case: Work and work are two."""
    owner = "ann@" + server.new_domain()
    server.apply(ACCOUNT, [{"name": owner}])
    server.apply(MAILBOX, [{"account": owner, "name": name} for name in ("Work", "work", "Work/2024")])
    row = {"account": owner, "name": "Job", "rename_from": "Work", "nested": True}
    result = server.apply(MAILBOX, [row, {"account": owner, "name": "work"}])
    assert (result["counts"]["renamed"], result["counts"]["unchanged"]) == (1, 1)
    assert {"Job", "Job/2024", "work"} <= set(server.ask(LISTMAILBOXES(owner)))
    assert server.apply(MAILBOX, [row])["changed"] is False
