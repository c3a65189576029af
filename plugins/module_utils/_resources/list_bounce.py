# Copyright (c) 2026 the communigate.pro authors
# GNU General Public License v3.0+ (see LICENSE or https://www.gnu.org/licenses/gpl-3.0.txt)
# SPDX-License-Identifier: GPL-3.0-or-later
"""Bounces of mailing list subscribers: the manual, Mailing Lists Administration."""

from __future__ import annotations

from typing import Any, Mapping

from .._cli.sections.mailing_list import PROCESSBOUNCE
from .._engine.action import ActionStep, action
from .._engine.model import Conversation, Field, fold
from .shared.subscribers import LIST_NAME, UNCONFIRMED, find_subscribers


def _bounce(params: Mapping[str, Any]) -> Conversation:
    """An address that is not subscribed, perhaps because of an earlier bounce, needs nothing."""
    mailing_list = params[LIST_NAME.name]
    found = yield from find_subscribers(mailing_list, params["addresses"])
    subscribed = {name for name, one in found.items() if one.facts["subscription"]["mode"] != UNCONFIRMED}
    return [
        ActionStep(PROCESSBOUNCE(mailing_list, address, FATAL=bool(params.get("fatal"))))
        for address in params["addresses"]
        if fold(address) in subscribed
    ]


LIST_BOUNCE = action(
    (
        LIST_NAME,
        Field("addresses", type="list", elements="str", required=True),
        Field("fatal", type="bool", default=False),
    ),
    _bounce,
)
