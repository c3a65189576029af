# Copyright (c) 2026 the communigate.pro authors
# GNU General Public License v3.0+ (see LICENSE or https://www.gnu.org/licenses/gpl-3.0.txt)
# SPDX-License-Identifier: GPL-3.0-or-later
"""A purge takes what its scope holds beyond the list, and nothing else; the laws for every state are properties."""

from __future__ import annotations

import pytest
from ansible_collections.communigate.pro.plugins.module_utils._cli.sections.domain import LISTACCOUNTS
from ansible_collections.communigate.pro.plugins.module_utils._cli.sections.domain_set import DELETEDOMAIN, LISTDOMAINS
from ansible_collections.communigate.pro.plugins.module_utils._cli.sections.forwarder import LISTFORWARDERS
from ansible_collections.communigate.pro.plugins.module_utils._cli.sections.group import LISTGROUPS
from ansible_collections.communigate.pro.plugins.module_utils._cli.sections.mailbox import LISTMAILBOXES
from ansible_collections.communigate.pro.plugins.module_utils._resources.account import ACCOUNT
from ansible_collections.communigate.pro.plugins.module_utils._resources.domain import DOMAIN
from ansible_collections.communigate.pro.plugins.module_utils._resources.forwarder import FORWARDER
from ansible_collections.communigate.pro.plugins.module_utils._resources.group import GROUP
from ansible_collections.communigate.pro.plugins.module_utils._resources.mailbox import MAILBOX
from ansible_collections.communigate.pro.plugins.module_utils.connector.errors import CgpError
from support.engine_server import MAIN_DOMAIN, Server


def accounts(server: Server, domain: str) -> set[str]:
    return set(server.ask(LISTACCOUNTS(domainName=domain)))


def test_each_kind_of_object_is_purged_alone(server: Server) -> None:
    """Forwarders, Groups and aliases survive the purge of Accounts, and the other way round."""
    domain = server.new_domain()
    server.apply(ACCOUNT, [{"name": "ann", "aliases": ["a"]}, {"name": "bob", "aliases": ["b"]}], domain=domain)
    server.apply(FORWARDER, [{"name": "fred", "to": "x@example.org"}], domain=domain)
    server.apply(GROUP, [{"name": "team"}], domain=domain)
    result = server.apply(ACCOUNT, [{"name": "ann"}], domain=domain, purge={"limit": 10})
    assert result["changed_names"] == ["bob@" + domain]
    assert accounts(server, domain) == {"ann"}
    assert server.ask(LISTFORWARDERS(domainName=domain)) == ["fred"]
    assert server.apply(FORWARDER, [], domain=domain, purge={"limit": 1})["counts"]["deleted"] == 1
    assert server.ask(LISTGROUPS(domainName=domain)) == ["team"]
    assert server.apply(GROUP, [], domain=domain, purge={"limit": 1})["counts"]["deleted"] == 1
    assert accounts(server, domain) == {"ann"}


def test_only_the_scope_is_purged(server: Server) -> None:
    inside, outside = server.new_domain(), server.new_domain()
    for domain in (inside, outside):
        server.apply(ACCOUNT, [{"name": "ann"}, {"name": "bob"}], domain=domain)
    server.apply(ACCOUNT, [], purge={"within": [inside], "limit": 5})
    assert accounts(server, inside) == set()
    assert accounts(server, outside) == {"ann", "bob"}


def test_a_scope_given_twice_is_purged_once(server: Server) -> None:
    domain = server.new_domain()
    server.apply(ACCOUNT, [{"name": "ann"}], domain=domain)
    result = server.apply(ACCOUNT, [], purge={"within": [domain, domain.upper()], "limit": 1})
    assert (result["counts"]["deleted"], result["counts"]["failed"]) == (1, 0)


def test_without_a_scope_it_is_the_domain_of_bare_names(server: Server) -> None:
    domain = server.new_domain()
    server.apply(ACCOUNT, [{"name": "ann"}, {"name": "bob"}], domain=domain)
    server.apply(ACCOUNT, [{"name": "bob"}], domain=domain, purge={"limit": 5})
    assert accounts(server, domain) == {"bob"}


def test_what_is_wanted_outside_of_the_scope_is_refused(server: Server) -> None:
    """A bare name means the login's Domain."""
    domain = server.new_domain()
    server.apply(ACCOUNT, [{"name": "ann"}], domain=domain)
    mark = server.mark()
    for name in ("ann", "ann@" + MAIN_DOMAIN):
        with pytest.raises(CgpError, match="is not within the scope of the purge"):
            server.apply(ACCOUNT, [{"name": name}], domain="", purge={"within": [domain], "limit": 5})
    assert server.changes(mark) == []


def test_an_object_that_is_wanted_absent_or_renamed_is_not_purged_as_well(server: Server) -> None:
    domain = server.new_domain()
    server.apply(ACCOUNT, [{"name": name} for name in ("ann", "bob", "cid")], domain=domain)
    rows = [{"name": "ann", "state": "absent"}, {"name": "bert", "rename_from": "BOB"}]
    result = server.apply(ACCOUNT, rows, domain=domain, purge={"limit": 1})
    assert (result["counts"]["deleted"], result["counts"]["renamed"], result["counts"]["failed"]) == (2, 1, 0)
    assert accounts(server, domain) == {"bert"}


def test_beyond_the_limit_nothing_at_all_is_changed(server: Server) -> None:
    """Not even what is wanted beside the purge; the message names what would have gone."""
    domain = server.new_domain()
    server.apply(ACCOUNT, [{"name": "old%02d" % number} for number in range(12)], domain=domain)
    for limit in ({"limit": 11}, {"limit": 0}, {}):
        mark = server.mark()
        with pytest.raises(CgpError) as refused:
            server.apply(ACCOUNT, [{"name": "new"}], domain=domain, purge={"within": [domain], **limit})
        assert "would delete 12 accounts, more than its limit of %d" % limit.get("limit", 0) in str(refused.value)
        assert "old00@" + domain in str(refused.value) and "Nothing was changed" in str(refused.value)
        assert server.changes(mark) == []
    assert len(accounts(server, domain)) == 12


def test_the_postmaster_is_never_purged_and_only_deleted_on_demand(server: Server) -> None:
    domain = server.new_domain()
    server.apply(ACCOUNT, [{"name": "Postmaster"}], domain=domain)
    assert server.apply(ACCOUNT, [], domain=domain, purge={"limit": 9})["changed"] is False
    for name in ("postmaster", "PostMaster"):
        refused = server.apply(ACCOUNT, [{"name": name, "state": "absent"}], domain=domain)
        assert "allow_protected" in refused["msg"] and refused["changed"] is False
    assert accounts(server, domain) == {"Postmaster"}
    done = server.apply(ACCOUNT, [{"name": "postmaster", "state": "absent", "allow_protected": True}], domain=domain)
    assert done["counts"]["deleted"] == 1


def test_the_account_that_a_server_has_from_the_start_is_never_purged_and_deleted_by_name(server: Server) -> None:
    assert {"pbx", "postmaster"} <= accounts(server, MAIN_DOMAIN)
    result = server.apply(ACCOUNT, [{"name": "extra"}], domain=MAIN_DOMAIN, purge={"limit": 99}, check=True)
    assert not {"pbx@" + MAIN_DOMAIN, "postmaster@" + MAIN_DOMAIN} & set(result["changed_names"])
    gone = server.apply(ACCOUNT, [{"name": "pbx", "state": "absent"}], domain=MAIN_DOMAIN)
    assert gone["counts"]["deleted"] == 1
    server.apply(ACCOUNT, [{"name": "pbx"}], domain=MAIN_DOMAIN)


def test_names_are_kept_alone_or_in_full(server: Server) -> None:
    domain = server.new_domain()
    names = ["admin1", "Admin2", "backup", "user"]
    server.apply(ACCOUNT, [{"name": name} for name in names], domain=domain)
    purge = {"keep": ["ADMIN*", "backup@" + domain.upper(), "user@example.org"], "limit": 4}
    assert server.apply(ACCOUNT, [], domain=domain, purge=purge)["changed_names"] == ["user@" + domain]


def test_a_large_domain_is_purged_whole(server: Server) -> None:
    """More names than fit one page of the listing would need thousands: here it is the paging's own test."""
    domain = server.new_domain()
    server.apply(ACCOUNT, [{"name": "user%04d" % number} for number in range(300)], domain=domain)
    result = server.apply(ACCOUNT, [{"name": "user0007"}], domain=domain, purge={"limit": 300})
    assert result["counts"]["deleted"] == 299
    assert len(result["changed_names"]) == 100
    assert accounts(server, domain) == {"user0007"}


def test_mailboxes_are_purged_within_accounts(server: Server) -> None:
    owner = "ann@" + server.new_domain()
    server.apply(ACCOUNT, [{"name": owner}])
    server.apply(MAILBOX, [{"account": owner, "name": name} for name in ("Work", "work", "Old")])
    rows = [{"account": owner.upper(), "name": "Work"}]
    with pytest.raises(CgpError, match="purge.within is missing"):
        server.apply(MAILBOX, rows, purge={"limit": 5})
    with pytest.raises(CgpError, match="is not within the scope of the purge"):
        server.apply(MAILBOX, [{"account": "ann", "name": "Work"}], domain="", purge={"within": [owner], "limit": 5})
    result = server.apply(MAILBOX, rows, purge={"within": [owner], "limit": 5})
    assert result["counts"]["deleted"] == 1
    assert set(server.ask(LISTMAILBOXES(owner))) == {"INBOX", "Work", "work"}


def test_domains_are_purged_but_not_the_main_one_nor_those_that_hold_something(tmp_path) -> None:
    with Server(tmp_path) as server:
        empty, full, wanted = server.new_domain(), server.new_domain(), server.new_domain()
        server.apply(ACCOUNT, [{"name": "ann@" + full}])
        with pytest.raises(CgpError, match="purge.within does not go with domains"):
            server.apply(DOMAIN, [], purge={"within": [empty], "limit": 5})
        result = server.apply(DOMAIN, [{"name": wanted}], purge={"limit": 5})
        assert result["changed_names"] == [empty]
        assert [failure["name"] for failure in result["failures"]] == [full]
        assert "force" in result["failures"][0]["msg"]
        assert set(server.ask(LISTDOMAINS())) == {MAIN_DOMAIN, full, wanted}
        server.ask(DELETEDOMAIN(full, FORCE=True))
