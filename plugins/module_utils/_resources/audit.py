# Copyright (c) 2026 the communigate.pro authors
# GNU General Public License v3.0+ (see LICENSE or https://www.gnu.org/licenses/gpl-3.0.txt)
# SPDX-License-Identifier: GPL-3.0-or-later
"""An audit of a server: what its administrator would want to know. The checks are in ``_audit``; nothing is changed."""

from __future__ import annotations

import datetime as dt
from typing import TYPE_CHECKING, Any, Mapping

from .._audit.checks import CHECKS, chosen, parts_of
from .._audit.ledger import Ledger
from .._audit.login import LOGIN, hides_passwords
from .._audit.model import CLUSTER, Facts, by_home
from .._engine.dialogue import Dialogue
from .._engine.model import Field
from .._engine.run import Mode
from .._engine.task import Task
from ..connector.errors import BadReply, CgpError, NotAllowed
from .shared.audit_domains import find_domains
from .shared.audit_reads import each
from .shared.audit_walk import Walk
from .shared.cluster import membership
from .shared.settings_commands import own_settings

if TYPE_CHECKING:
    from ..connector.session import Session

_CHECKS = Field("checks", type="list", elements="str", choices=tuple(CHECKS))
_EXCEPT = Field("except", type="list", elements="str", choices=tuple(CHECKS), default=[])
_DOMAINS = Field("domains", type="list", elements="str")
_LIMIT = Field("limit", type="int", default=1000)
_THRESHOLDS = (
    Field("quota_percent", type="int", default=90),
    Field("certificate_days", type="int", default=30),
    Field("unused_days", type="int", default=365),
    Field("new_days", type="int", default=30),
)


def _audit(session: Session, params: Mapping[str, Any], mode: Mode) -> dict[str, Any]:
    thresholds = {field.name: params[field.name] for field in _THRESHOLDS}
    for name, number in {**thresholds, _LIMIT.name: params[_LIMIT.name]}.items():
        if number < 0:
            raise CgpError("%s is less than 0" % name)
    checks = chosen(params.get(_CHECKS.name), params.get(_EXCEPT.name) or ())
    wanted = params.get(_DOMAINS.name)
    dialogue = Dialogue(session, read_only=True)
    domains = dialogue.one(find_domains(wanted))
    now = dt.datetime.now(dt.timezone.utc)
    hidden = LOGIN in checks and hides_passwords(dialogue.one(each([own_settings()]))[0])
    facts = Facts(domains.homes, by_home(domains.homes), domains.unknown, now, hides_passwords=hidden, **thresholds)
    ledger = Ledger(checks, params[_LIMIT.name])
    walk = Walk(dialogue, checks, facts, domains, ledger, mode.progress)
    if not wanted:
        walk.server(_in_cluster(dialogue) if parts_of(checks, CLUSTER) else False)
    walk.each_domain()
    return {"changed": False, **ledger.result()}


def _in_cluster(dialogue: Dialogue) -> bool | CgpError:
    """Whether there is a cluster, or why that is not known."""
    try:
        return bool(dialogue.one(membership()))
    except (BadReply, NotAllowed) as refusal:
        return refusal


AUDIT = Task(fields=(_CHECKS, _EXCEPT, _DOMAINS, *_THRESHOLDS, _LIMIT), run=_audit)
