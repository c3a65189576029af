# Copyright (c) 2026 the communigate.pro authors
# GNU General Public License v3.0+ (see LICENSE or https://www.gnu.org/licenses/gpl-3.0.txt)
# SPDX-License-Identifier: GPL-3.0-or-later
"""WebUser and XIMSS sessions, and those that clients have opened themselves."""

from __future__ import annotations

from ansible_collections.communigate.pro.tests.interop.cgpcli_table import (
    Chapter,
    Kept,
    Step,
    call,
    read,
    refused,
    world,
)
from ansible_collections.communigate.pro.tests.interop.cgpcli_values import Containing, Keys, Kind, Refused
from ansible_collections.communigate.pro.tests.interop.chapters.scene import ANNA, BEN, PEOPLE

ALL = call("list_account_sessions", ANNA)
WEB, XIMSS, XMPP = Kept("web"), Kept("ximss"), Kept("xmpp")

# The names of a session's data, and that the oldest session is listed first, are the simulator's own choice.
COMPLETE = Keys("ID", "accountName", "domainName", "loginAddress", "loginTime", "protocol", "skinName", "transport")

SESSIONS = Chapter("sessions", before=PEOPLE, steps=(
    Step(ALL, []),
    refused("find_account_session", ANNA),
    Step(
        call("create_web_user_session", ANNA, "192.0.2.7", skin_name="Pronto-"),
        gives=Kind(str), keep="web", seen=(ALL, [WEB]),
    ),
    Step(
        call("create_XIMSS_session", ANNA, "192.0.2.8", orig_address="10.0.0.5"),
        gives=Kind(str), keep="ximss", seen=(ALL, [WEB, XIMSS]),
    ),
    Step(
        world('SESSION {account="%s"; protocol=XMPP; transport=XMPP; address="192.0.2.9"; client=Psi;}', ANNA),
        gives=Kind(str), keep="xmpp", seen=(ALL, [WEB, XIMSS, XMPP]),
    ),
    read("list_account_sessions", BEN, gives=[]),
    refused("create_web_user_session", "nobody@example.org", "192.0.2.7", code=513),
    # --- finding them
    read("find_account_session", ANNA, protocol="WebUser", gives=WEB),
    read("find_account_session", ANNA, protocol="XIMSS", transport="HTTP", gives=XIMSS),
    read("find_account_session", ANNA, client="Psi", gives=XMPP),
    refused("find_account_session", ANNA, protocol="XIMSS", client="Psi"),
    read("list_account_sessions", ANNA, transport="XMPP", gives=[XMPP]),
    read("list_account_sessions", ANNA, protocol="XMPP", client="Psi", gives=[XMPP]),
    read("list_account_sessions", ANNA, ip_address="192.0.2.7", gives=[WEB, XIMSS, XMPP]),
    # The Preference "Fixed IP": an address matters from now on.
    Step(
        call("update_account_prefs", ANNA, {"IPWatch": "YES"}),
        seen=(call("list_account_sessions", ANNA, ip_address="192.0.2.7"), [WEB]),
    ),
    read("list_account_sessions", ANNA, ip_address="192.0.2.8", proxiedAddress="10.0.0.5", gives=[XIMSS]),
    read("find_account_session", ANNA, ip_address="192.0.2.8", proxiedAddress="10.0.0.5", gives=XIMSS),
    refused("find_account_session", ANNA, ip_address="192.0.2.8", proxiedAddress="10.0.0.6"),
    # --- their data
    read("get_account_session", WEB, gives=Containing(accountName=ANNA, protocol="WebUser", skinName="Pronto-")),
    read("get_account_session", XIMSS, domain_name="example.org", gives=Containing(protocol="XIMSS")),
    refused("get_account_session", XIMSS, domain_name="example.com"),
    refused("get_account_session", "0123456789abcdef"),
    # --- the second stage of a login
    refused("bless_account_session", WEB, secret="424242"),
    Step(
        world('SESSIONWAIT {session="%s"; secret="424242";}', WEB), None,
        seen=(call("get_account_session", WEB), Containing(twoFactorWait="YES")),
    ),
    refused("bless_account_session", WEB, secret="424243"),
    Step(
        call("bless_account_session", WEB, secret="424242"),
        seen=(call("get_account_session", WEB), COMPLETE),
    ),
    Step(
        world('SESSIONWAIT {session="%s";}', WEB), None,
        seen=(call("get_account_session", WEB), Containing(twoFactorWait="YES")),
    ),
    Step(call("bless_account_session", WEB), seen=(call("get_account_session", WEB), COMPLETE)),
    # --- their end
    refused("kill_account_session", XIMSS, domain_name="example.com"),
    Step(call("kill_account_session", XIMSS, domain_name="example.org"), seen=(ALL, [WEB, XMPP])),
    Step(call("kill_account_session", WEB), seen=(call("get_account_session", WEB), Refused())),
    refused("kill_account_session", WEB),
    Step(call("kill_account_sessions", ANNA), seen=(ALL, [])),
    # CGPCLI, like the vendor's client, knows a mode that the manual does not.
    Step(
        call("create_web_user_session", BEN, "192.0.2.7", mode="WML", skin_name="Basic"), gives=Kind(str),
        seen=(call("list_account_sessions", BEN, protocol="WebUser"), [Kind(str)]),
    ),
))
