# Copyright (c) 2026 the communigate.pro authors
# GNU General Public License v3.0+ (see LICENSE or https://www.gnu.org/licenses/gpl-3.0.txt)
# SPDX-License-Identifier: GPL-3.0-or-later
"""Queue and Signal Rules of Accounts, Domains, the server and the cluster: the shape is in protocol.md section 6.6."""

from __future__ import annotations

from typing import Any, Mapping

from .._cli.sections.account import (
    GETACCOUNTMAILRULES,
    GETACCOUNTSIGNALRULES,
    SETACCOUNTMAILRULES,
    SETACCOUNTSIGNALRULES,
)
from .._cli.sections.domain import GETDOMAINMAILRULES, GETDOMAINSIGNALRULES, SETDOMAINMAILRULES, SETDOMAINSIGNALRULES
from .._cli.sections.server_settings import (
    GETCLUSTERMAILRULES,
    GETCLUSTERSIGNALRULES,
    GETSERVERMAILRULES,
    GETSERVERSIGNALRULES,
    SETCLUSTERMAILRULES,
    SETCLUSTERSIGNALRULES,
    SETSERVERMAILRULES,
    SETSERVERSIGNALRULES,
)
from .._engine import canon
from .._engine.model import Edit, Facet, Field, Key, Resource, Values, Whole
from .._engine.shapes import Shape, text_of
from ..connector.errors import CgpError
from .shared.rule_clauses import NUMBERED, canon_clauses, parse_clauses, told_rule

_COMMANDS = {
    ("account", "mail"): (GETACCOUNTMAILRULES, SETACCOUNTMAILRULES),
    ("account", "signal"): (GETACCOUNTSIGNALRULES, SETACCOUNTSIGNALRULES),
    ("domain", "mail"): (GETDOMAINMAILRULES, SETDOMAINMAILRULES),
    ("domain", "signal"): (GETDOMAINSIGNALRULES, SETDOMAINSIGNALRULES),
    ("server", "mail"): (GETSERVERMAILRULES, SETSERVERMAILRULES),
    ("server", "signal"): (GETSERVERSIGNALRULES, SETSERVERSIGNALRULES),
    ("cluster", "mail"): (GETCLUSTERMAILRULES, SETCLUSTERMAILRULES),
    ("cluster", "signal"): (GETCLUSTERSIGNALRULES, SETCLUSTERSIGNALRULES),
}
_PARTS = ("priority", "name", "conditions", "actions", "comment")

RULE_FIELDS = (
    Field("priority", type="int", required=True),
    Field("name", required=True),
    Field("conditions", type="list", elements="list", digits_after=NUMBERED, default=[]),
    Field("actions", type="list", elements="list", digits_after=NUMBERED, default=[]),
    Field("comment", free=True),
)


def _parse(rules: Any) -> list[Any]:
    """Rules as dictionaries become the server's arrays: (priority, name, conditions, actions, comment)."""
    return [_parse_rule(number, rule) for number, rule in enumerate(rules, 1)]


def _parse_rule(number: int, rule: Any) -> list[Any]:
    if not isinstance(rule, dict) or not rule.get("name") or rule.get("priority") is None:
        raise CgpError("rule %d: a priority and a name are needed" % number)
    try:
        return _array(rule)
    except CgpError as error:
        who = " (%s)" % rule["name"] if isinstance(rule["name"], str) else ""
        raise CgpError("rule %d%s: %s" % (number, who, error.message), error.hint) from None


def _array(rule: Mapping[str, Any]) -> list[Any]:
    unknown = sorted(str(part) for part in rule if part not in _PARTS)
    if unknown:
        raise CgpError("unknown %s" % ", ".join(unknown))
    array: list[Any] = [text_of(part, rule[part]) for part in ("priority", "name")]
    array += [parse_clauses(part, rule.get(part) or []) for part in ("conditions", "actions")]
    if rule.get("comment"):
        array.append(text_of("comment", rule["comment"]))
    return array


def _told(rules: Any) -> Values:
    return {"rules": [_told_rule("rule %d" % number, rule) for number, rule in enumerate(rules, 1)]}


def _told_rule(who: str, rule: Any) -> dict[str, Any]:
    if not isinstance(rule, (list, tuple)) or len(rule) < 2:
        raise CgpError("%s has no name" % who)
    parts = dict(zip(_PARTS, rule))
    return {"name": text_of("%s: name" % who, parts.pop("name")), **told_rule("%s: " % who, parts)}


def _canon(rules: Any) -> Any:
    return [_canon_rule(rule) for rule in rules] if isinstance(rules, (list, tuple)) else rules


def _canon_rule(rule: Any) -> Any:
    """Leaves as text; a clause without a parameter may carry the word for nothing; no comment is an empty one."""
    if not isinstance(rule, (list, tuple)) or len(rule) < 2:
        return rule
    parts = list(rule) + [[], [], ""][max(0, len(rule) - 2) :]
    return [str(parts[0]), canon.text(parts[1]), *map(canon_clauses, parts[2:4]), canon.text(parts[4])]


def _target(have: Any, want: Any, whole: bool) -> Any:
    """Without ``whole`` the wanted rules take the place of those with their names, or come last."""
    if whole:
        return want
    named: dict[str, Any] = {str(rule[1]): rule for rule in want}
    kept = [named.pop(str(rule[1]), rule) for rule in have]
    return kept + list(named.values())


def _read(scope: str, name: str, kind: str) -> Any:
    get, _set = _COMMANDS[scope, kind]
    return get(name) if name else get()


def _write(key: Key, edit: Edit) -> Any:
    scope, name, kind = key
    _get, set_rules = _COMMANDS[scope, kind]
    return [Whole(set_rules(name, edit.after) if name else set_rules(edit.after))]


def _keys(scope: str, name: str = "") -> list[Key]:
    return [(scope, name, kind) for kind in ("mail", "signal")]


def _check(key: Key, values: Values) -> None:
    scope, name, _kind = key
    if (scope in ("account", "domain")) != bool(name):
        raise CgpError("the option name goes with scope: account or scope: domain, and only with them")


RULES = Resource(
    noun="rules",
    plural="rules",
    list_option="rule_sets",
    key=(
        Field("scope", choices=("account", "domain", "server", "cluster"), default="account"),
        Field("name"),
        Field("kind", choices=("mail", "signal"), default="mail"),
    ),
    facets=(
        Facet(
            "rules",
            (Field("rules", type="list", elements="dict", options=RULE_FIELDS),),
            Shape(empty=(), parse=_parse, canon=_canon, target=_target),
            read=_read,
            write=_write,
            to_options=_told,
            mode="mode",
        ),
    ),
    extras=(Field("mode", choices=("update", "replace"), default="replace"),),
    check=_check,
    within={
        "account": lambda name: _keys("account", name),
        "domain": lambda name: _keys("domain", name),
        "server": lambda: _keys("server"),
        "cluster": lambda: _keys("cluster"),
    },
)
