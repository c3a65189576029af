# Copyright (c) 2026 the communigate.pro authors
# GNU General Public License v3.0+ (see LICENSE or https://www.gnu.org/licenses/gpl-3.0.txt)
# SPDX-License-Identifier: GPL-3.0-or-later
"""What is there, and what a name means: nothing is ever done to an object of another kind."""

from __future__ import annotations

import pytest
from ansible_collections.communigate.pro.plugins.module_utils._cli.sections.account import SETACCOUNTALIASES
from ansible_collections.communigate.pro.plugins.module_utils._cli.sections.domain import SETDOMAINALIASES
from ansible_collections.communigate.pro.plugins.module_utils._cli.sections.forwarder import CREATEFORWARDER
from ansible_collections.communigate.pro.plugins.module_utils._cli.sections.group import CREATEGROUP
from ansible_collections.communigate.pro.plugins.module_utils._cli.sections.mailing_list import CREATELIST
from ansible_collections.communigate.pro.plugins.module_utils._cli.sections.named_task import CREATENAMEDTASK
from ansible_collections.communigate.pro.plugins.module_utils._resources.account import ACCOUNT
from ansible_collections.communigate.pro.plugins.module_utils._resources.domain import DOMAIN
from ansible_collections.communigate.pro.plugins.module_utils._resources.forwarder import FORWARDER
from ansible_collections.communigate.pro.plugins.module_utils._resources.group import GROUP
from support.engine_server import MAIN_DOMAIN, Server


@pytest.fixture(scope="module")
def peopled(server: Server) -> str:
    """A Domain with one object of each kind, each named as its kind."""
    domain = server.new_domain()
    server.apply(ACCOUNT, [{"name": "account@" + domain}])
    server.ask(SETACCOUNTALIASES("account@" + domain, ["alias"]))
    server.ask(CREATEFORWARDER("forwarder@" + domain, "someone@example.org"))
    server.ask(CREATEGROUP("group@" + domain))
    server.ask(CREATELIST("list@" + domain, "account"))
    server.ask(CREATENAMEDTASK("task@" + domain, "account"))
    return domain


OWN = {"account": "account", "forwarder": "forwarder", "group": "group"}
ALL = ["account", "alias", "forwarder", "group", "list", "task"]
ROWS = {"account": (ACCOUNT, {}), "forwarder": (FORWARDER, {"to": "other@example.org"}), "group": (GROUP, {})}


@pytest.mark.parametrize("many", [False, True], ids=["few", "many"])
@pytest.mark.parametrize("state", ["present", "absent"])
@pytest.mark.parametrize(("noun", "name"), [(noun, name) for noun in OWN for name in ALL if OWN[noun] != name])
def test_a_name_of_another_kind_is_an_error_and_nothing_is_sent(
    server: Server, peopled: str, noun: str, name: str, state: str, many: bool
) -> None:
    """Also in a long list, for which the Domain is listed as a whole, and in another spelling."""
    resource, values = ROWS[noun]
    mark = server.mark()
    rows = [{"name": name.upper(), "state": state, **values}]
    rows += [{"name": "nobody%d" % number, "state": "absent"} for number in range(40)] if many else []
    for check in (True, False):
        result = server.apply(resource, rows, domain=peopled, check=check)
        assert result["counts"]["failed"] == 1
        (failure,) = result["failures"]
        assert failure["name"] == "%s@%s" % (name.upper(), peopled)
        assert "is the name of another object" in failure["msg"]
        assert result["changed"] is False
    assert server.changes(mark) == []


def test_an_alias_is_told_with_its_owner(server: Server, peopled: str) -> None:
    result = server.apply(ACCOUNT, [{"name": "alias", "state": "absent"}], domain=peopled)
    assert "alias of Account account" in result["msg"]


def test_the_other_objects_of_the_list_are_still_done(server: Server, peopled: str) -> None:
    result = server.apply(ACCOUNT, [{"name": "alias"}, {"name": "free"}, {"name": "list"}], domain=peopled)
    assert (result["counts"]["created"], result["counts"]["failed"]) == (1, 2)
    assert result["changed_names"] == ["free@" + peopled]
    assert result["failed"] is True
    server.apply(ACCOUNT, [{"name": "free", "state": "absent"}], domain=peopled)


def test_an_alias_of_a_domain_is_not_taken_for_the_domain(server: Server) -> None:
    domain = server.new_domain()
    server.ask(SETDOMAINALIASES(domain, ["alias." + domain]))
    mark = server.mark()
    for row in ({"state": "absent", "force": True}, {"settings": {"TrailerText": "x"}}):
        result = server.apply(DOMAIN, [{"name": "alias." + domain, **row}])
        assert "is the name of another object: domain alias" in result["msg"]
    assert server.changes(mark) == []


def test_in_an_unknown_domain_there_is_nothing_and_nothing_can_be_made(server: Server) -> None:
    mark = server.mark()
    result = server.apply(ACCOUNT, [{"name": "ann@nowhere.example"}, {"name": "bob@nowhere.example"}])
    assert result["counts"]["failed"] == 2
    assert "nowhere.example does not exist" in result["failures"][0]["msg"]
    assert result["changed"] is False
    absent = server.apply(ACCOUNT, [{"name": "ann@nowhere.example", "state": "absent"}])
    assert absent["counts"]["unchanged"] == 1
    assert server.changes(mark) == []


def test_check_mode_takes_an_unknown_domain_for_one_that_an_earlier_task_makes(server: Server) -> None:
    """And says so: it may be a misspelt name."""
    result = server.apply(ACCOUNT, [{"name": "ann@nowhere.example"}], check=True)
    assert result["counts"]["created"] == 1
    assert any("nowhere.example" in warning for warning in result["warnings"])


def test_a_purge_in_an_unknown_domain_is_an_error_but_not_in_check_mode(server: Server) -> None:
    purge = {"within": ["nowhere.example"], "limit": 1}
    with pytest.raises(Exception, match="nowhere.example does not exist"):
        server.apply(ACCOUNT, [], purge=purge)
    assert server.apply(ACCOUNT, [], purge=purge, check=True)["changed"] is False


def test_a_bare_name_is_in_the_given_domain_or_in_the_main_one(server: Server, peopled: str) -> None:
    assert server.apply(ACCOUNT, [{"name": "account"}], domain=peopled)["counts"]["unchanged"] == 1
    assert server.apply(ACCOUNT, [{"name": "postmaster"}], domain="")["counts"]["unchanged"] == 1
    result = server.apply(ACCOUNT, [{"name": "postmaster"}, {"name": "postmaster@" + peopled}], domain=MAIN_DOMAIN)
    assert (result["counts"]["unchanged"], result["counts"]["created"]) == (1, 1)


def test_only_what_is_wanted_is_read(server: Server, peopled: str) -> None:
    """One listing, and of each object the parts that something is said of."""
    mark = server.mark()
    server.apply(ACCOUNT, [{"name": "account"}], domain=peopled)
    assert server.verbs(mark) == ["LISTDOMAINOBJECTS"]
    mark = server.mark()
    server.apply(ACCOUNT, [{"name": "account", "settings": {}, "aliases": ["alias"]}], domain=peopled)
    assert server.verbs(mark) == ["LISTDOMAINOBJECTS", "GETACCOUNTSETTINGS", "GETACCOUNTALIASES"]


def test_a_list_that_is_already_so_costs_one_listing_and_one_read_for_each(server: Server) -> None:
    domain = server.new_domain()
    rows = [{"name": "user%d" % number, "settings": {"RealName": "User %d" % number}} for number in range(100)]
    server.apply(ACCOUNT, rows, domain=domain)
    session = server.session()
    mark = server.mark()
    server.apply(ACCOUNT, rows, domain=domain, session=session)
    assert sorted(server.verbs(mark)) == ["GETACCOUNTSETTINGS"] * 100 + ["LISTDOMAINOBJECTS"]
    assert session.statistics.round_trips <= 100 / 64 * 2 + 4


def test_few_names_are_looked_up_side_by_side(server: Server) -> None:
    domain = server.new_domain()
    rows = [{"name": "user%d" % number, "state": "absent"} for number in range(30)]
    session = server.session()
    server.apply(ACCOUNT, rows, domain=domain, session=session)
    assert session.statistics.round_trips <= 6


def test_names_that_contain_each_other_are_told_apart(server: Server) -> None:
    """The listing's filter finds every name that contains the wanted one."""
    domain = server.new_domain()
    server.apply(ACCOUNT, [{"name": "ann"}, {"name": "anna"}, {"name": "joann"}], domain=domain)
    rows = [{"name": "ANN", "state": "absent"}, {"name": "an", "state": "absent"}]
    result = server.apply(ACCOUNT, rows, domain=domain)
    assert result["changed_names"] == ["ANN@" + domain]
    left = server.apply(ACCOUNT, [{"name": "anna"}, {"name": "joann"}], domain=domain)
    assert left["counts"]["unchanged"] == 2
