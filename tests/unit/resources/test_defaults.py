# Copyright (c) 2026 the communigate.pro authors
# GNU General Public License v3.0+ (see LICENSE or https://www.gnu.org/licenses/gpl-3.0.txt)
# SPDX-License-Identifier: GPL-3.0-or-later
"""Defaults and Preferences at their levels, and storage mount points: what goes with what, and who may do it."""

from __future__ import annotations

import pytest
from ansible_collections.communigate.pro.plugins.module_utils._cli.sections.account import GETACCOUNTPREFS
from ansible_collections.communigate.pro.plugins.module_utils._cli.sections.domain import (
    CREATEACCOUNTSTORAGE,
    GETACCOUNTDEFAULTPREFS,
    LISTACCOUNTSTORAGE,
)
from ansible_collections.communigate.pro.plugins.module_utils._resources.account import ACCOUNT
from ansible_collections.communigate.pro.plugins.module_utils._resources.account_default_prefs import (
    ACCOUNT_DEFAULT_PREFS,
)
from ansible_collections.communigate.pro.plugins.module_utils._resources.account_prefs import ACCOUNT_PREFS
from ansible_collections.communigate.pro.plugins.module_utils._resources.domain_defaults import DOMAIN_DEFAULTS
from ansible_collections.communigate.pro.plugins.module_utils._resources.storage import STORAGE_MOUNT_POINT
from ansible_collections.communigate.pro.plugins.module_utils.connector.errors import CgpError
from support.engine_server import Server

GERMAN = {"settings": {"Language": "German"}}
LEVELS = [
    {"scope": "domain"},
    {"scope": "server", "domain": "example.com"},
    {"scope": "cluster", "domain": "example.com"},
]


@pytest.mark.parametrize("row", LEVELS)
@pytest.mark.parametrize(
    ("resource", "given"), [(ACCOUNT_DEFAULT_PREFS, GERMAN), (STORAGE_MOUNT_POINT, {"name": "disk1"})]
)
def test_a_domain_goes_with_its_scope_only(server: Server, resource, given, row) -> None:
    with pytest.raises(CgpError, match="the option domain goes with scope: domain, and only with it"):
        server.apply(resource, [{**row, **given}])


def test_a_single_server_has_no_cluster(server: Server) -> None:
    for resource in (DOMAIN_DEFAULTS, ACCOUNT_DEFAULT_PREFS):
        with pytest.raises(CgpError) as failure:
            result = server.apply(resource, [{"scope": "cluster", **GERMAN}])
            raise CgpError(result["msg"])
        assert "luster" in str(failure.value)


def test_an_administrator_with_the_right_sets_preferences(server: Server) -> None:
    domain = server.new_domain()
    server.apply(ACCOUNT, [{"name": "ann"}], domain=domain)
    session = server.administrator(domain, "Domain", "WebUserSettings")
    for mode in ("update", "replace"):
        row = {"settings": {"Language": mode}, "settings_mode": mode}
        assert "msg" not in server.apply(ACCOUNT_PREFS, [{"name": "ann", **row}], domain=domain, session=session)
        assert "msg" not in server.apply(ACCOUNT_DEFAULT_PREFS, [{"domain": domain, **row}], session=session)
        assert server.ask(GETACCOUNTPREFS("ann@" + domain)) == {"AccountName": "ann@" + domain, "Language": mode}
        assert server.ask(GETACCOUNTDEFAULTPREFS(domainName=domain)) == {"Language": mode}


def test_an_administrator_without_it_is_refused(server: Server) -> None:
    domain = server.new_domain()
    server.apply(ACCOUNT, [{"name": "ann"}], domain=domain)
    session = server.administrator(domain, "Domain")
    result = server.apply(ACCOUNT_PREFS, [{"name": "ann", **GERMAN}], domain=domain, session=session)
    assert (result["changed"], result["counts"]["failed"]) == (False, 1)
    assert server.ask(GETACCOUNTPREFS("ann@" + domain)) == {"AccountName": "ann@" + domain}


def test_preferences_of_nobody(server: Server) -> None:
    domain = server.new_domain()
    result = server.apply(ACCOUNT_PREFS, [{"name": "nobody", **GERMAN}], domain=domain)
    assert result["counts"]["failed"] == 1
    foreseen = server.apply(ACCOUNT_PREFS, [{"name": "nobody", **GERMAN}], domain=domain, check=True)
    assert foreseen["counts"]["updated"] == 1
    assert any("nobody@" + domain in warning for warning in foreseen["warnings"])


@pytest.mark.parametrize(
    ("name", "said"), [("disk1.mnt", "without .mnt"), ("a/b", "without a path"), (".hidden", "without a path")]
)
def test_names_that_no_mount_point_has(server: Server, name, said) -> None:
    with pytest.raises(CgpError, match=said):
        server.apply(STORAGE_MOUNT_POINT, [{"name": name}])


def test_a_mount_point_in_a_domain_that_does_not_exist(server: Server) -> None:
    domain = server.unused_domain()
    row = {"scope": "domain", "domain": domain, "name": "disk1"}
    assert "domain %s does not exist" % domain in server.apply(STORAGE_MOUNT_POINT, [row])["msg"]
    assert server.apply(STORAGE_MOUNT_POINT, [row], check=True)["counts"]["created"] == 1


def test_a_server_that_lists_mount_points_with_their_suffix(server: Server, monkeypatch) -> None:
    domain = server.new_domain()
    server.ask(CREATEACCOUNTSTORAGE(domain, "disk1"))
    session = server.session()
    send = session.many
    session.many = lambda commands: (  # type: ignore[method-assign]
        [name + ".mnt" for name in reply] if isinstance(reply, list) else reply for reply in send(commands)
    )
    row = {"scope": "domain", "domain": domain, "name": "disk1"}
    assert server.apply(STORAGE_MOUNT_POINT, [row], session=session)["counts"]["unchanged"] == 1
    assert server.ask(LISTACCOUNTSTORAGE(domain)) == ["disk1"]
