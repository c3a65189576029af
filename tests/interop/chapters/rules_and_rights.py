# Copyright (c) 2026 the communigate.pro authors
# GNU General Public License v3.0+ (see LICENSE or https://www.gnu.org/licenses/gpl-3.0.txt)
# SPDX-License-Identifier: GPL-3.0-or-later
"""Rules, access rights, and remote accounts."""

from __future__ import annotations

from ansible_collections.communigate.pro.tests.interop.cgpcli_table import (
    OK,
    Chapter,
    Step,
    call,
    read,
    refused,
    setting,
)
from ansible_collections.communigate.pro.tests.interop.cgpcli_values import Containing
from ansible_collections.communigate.pro.tests.interop.chapters.scene import ANNA, BEN, CALLS, PEOPLE, SPAM

BOSS = [9, "Boss", [["From", "is", "boss@*"]], [["Mark", "Flagged"]], "mine"]

RULES_AND_RIGHTS = Chapter("rules and rights", before=PEOPLE, steps=(
    read("get_account_mail_rules", ANNA, gives=[]),
    Step(call("set_account_mail_rules", ANNA, [SPAM]), seen=(call("get_account_mail_rules", ANNA), [SPAM])),
    Step(
        call("update_account_mail_rule", ANNA, BOSS),
        seen=(call("get_account_mail_rules", ANNA), [SPAM, BOSS]),
    ),
    Step(
        call("update_account_mail_rule", ANNA, [0, "Spam"]),
        seen=(call("get_account_mail_rules", ANNA), Containing([0] + SPAM[1:])),
    ),
    refused("update_account_mail_rule", ANNA, [3, "No such rule"]),
    Step(
        call("update_account_mail_rule", ANNA, "Boss"),
        seen=(call("get_account_mail_rules", ANNA), [[0] + SPAM[1:]]),
    ),
    read("update_account_mail_rule", ANNA, "Boss", gives=OK),
    read("get_account_signal_rules", ANNA, gives=[]),
    Step(call("set_account_signal_rules", ANNA, [CALLS]), seen=(call("get_account_signal_rules", ANNA), [CALLS])),
    Step(
        call("update_account_signal_rule", ANNA, [2, "Calls"]),
        seen=(call("get_account_signal_rules", ANNA), [[2] + CALLS[1:]]),
    ),
    Step(call("update_account_signal_rule", ANNA, "Calls"), seen=(call("get_account_signal_rules", ANNA), [])),
    Step(
        call("set_domain_mail_rules", "example.org", [SPAM]),
        seen=(call("get_domain_mail_rules", "example.org"), [SPAM]),
    ),
    Step(
        call("set_domain_signal_rules", "example.org", [CALLS]),
        seen=(call("get_domain_signal_rules", "example.org"), [CALLS]),
    ),
    setting("server_mail_rules", [SPAM]),
    setting("server_signal_rules", [CALLS]),
    setting("server_mail_rules", []),
    # --- rights, remote accounts
    read("get_account_rights", ANNA, gives=[]),
    Step(
        call("set_account_rights", ANNA, ["Domain", "BasicSettings", "CanCreateAccounts"]),
        seen=(call("get_account_rights", ANNA), ["Domain", "BasicSettings", "CanCreateAccounts"]),
    ),
    Step(
        call("set_account_ACL", ANNA, {"ben": "lra", "anyone@": "l"}),
        seen=(call("get_account_ACL", ANNA), {"ben": "lra", "anyone@": "l"}),
    ),
    read("account_ACL_rights", ANNA, BEN, gives="lra"),
    read("get_account_ACL", ANNA, auth_account_name=BEN, gives={"ben": "lra", "anyone@": "l"}),
    refused("get_account_ACL", ANNA, auth_account_name="postmaster"),
    Step(
        call("set_account_ACL", ANNA, {"ben": "-r", "anyone@": "-l"}, auth_account_name=BEN),
        seen=(call("get_account_ACL", ANNA), {"ben": "la"}),
    ),
    Step(
        call("set_account_RPOPs", ANNA, {"old": {"domain": "pop.net.example", "authName": "anna", "period": "600s"}}),
        seen=(
            call("get_account_RPOPs", ANNA),
            {"old": {"domain": "pop.net.example", "authName": "anna", "period": "600s"}},
        ),
    ),
    Step(call("set_account_RPOPs", ANNA, {}), seen=(call("get_account_RPOPs", ANNA), {})),
    Step(
        call("set_account_RSIPs", ANNA, {"trunk": {"domain": "sip.net.example", "fromName": "+4930111"}}),
        seen=(call("get_account_RSIPs", ANNA), {"trunk": {"domain": "sip.net.example", "fromName": "+4930111"}}),
    ),
))
