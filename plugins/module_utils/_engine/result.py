# Copyright (c) 2026 the communigate.pro authors
# GNU General Public License v3.0+ (see LICENSE or https://www.gnu.org/licenses/gpl-3.0.txt)
# SPDX-License-Identifier: GPL-3.0-or-later
"""What a task returns: changed, counts, names, failures and a diff, bounded in size and without secrets."""

from __future__ import annotations

import hashlib
import json
from typing import Any, Iterable

from ..connector import data
from ..connector.errors import CgpError, CliError
from .model import Resource
from .outcome import COUNTS, Outcome
from .secrets import redact

NAMES_SHOWN = 100
"""How many names, failures and differences a summary holds; ``detail: all`` holds every one."""
CONTENT_SHOWN = 4096
"""Up to how many bytes the content of a file is shown in a diff."""


def report(resource: Resource, outcomes: Iterable[Outcome], *, detail: str, with_diff: bool) -> dict[str, Any]:
    """The result of a state module.

    ``changed``; ``counts``; ``changed_names``, ``failures`` (``name``, ``msg``, and ``code`` of a server's refusal)
    and ``not_attempted``, each cut to a bound unless ``detail`` is "all"; ``objects`` with ``detail: all``, or with
    ``detail: changed`` those of ``changed_names``; ``diff`` when asked for. ``failed`` and ``msg`` are there when any
    object failed. The outcomes are looked at once and only those that are shown are kept.
    """
    every = detail == "all"
    bound = None if every else NAMES_SHOWN
    changed, failed, left = _Shown(bound), _Shown(bound), _Shown(bound)
    counts = dict.fromkeys(COUNTS, 0)
    objects = []
    for outcome in outcomes:
        counts["wanted"] += 1
        counts[outcome.ended] += 1
        if outcome.changed:
            changed.add(outcome)
        if outcome.failure is not None:
            failed.add(outcome)
        if not outcome.attempted:
            left.add(outcome)
        if every:
            objects.append(_object(outcome))
    result: dict[str, Any] = {
        "changed": changed.number > 0,
        "counts": counts,
        "changed_names": [outcome.change.label for outcome in changed.shown],
        "failures": [_failure(outcome) for outcome in failed.shown],
        "not_attempted": [outcome.change.label for outcome in left.shown],
    }
    if every:
        result["objects"] = objects
    elif detail == "changed":
        result["objects"] = [_object(outcome) for outcome in changed.shown]
    if with_diff:
        result["diff"] = _diff(resource, changed)
    if failed.number:
        result["failed"] = True
        result["msg"] = _message(resource, failed, changed, left)
    return result


class _Shown:
    """The first outcomes of a sort, and how many there were in all."""

    def __init__(self, bound: int | None) -> None:
        self.bound = bound
        self.shown: list[Outcome] = []
        self.number = 0

    def add(self, outcome: Outcome) -> None:
        self.number += 1
        if self.bound is None or self.number <= self.bound:
            self.shown.append(outcome)


def plain(value: Any) -> Any:
    """A data object as plain JSON data, with nothing lost but the secrets in it."""
    return _plain(redact(value))


def plain_settings(value: Any) -> Any:
    """The same for settings, in the form in which a module takes them: there a number alone means digits."""
    return data.to_json(redact(value), tag_numbers=True)


def _plain(value: Any) -> Any:
    """``data.to_json``, but true and false stay: they are no values of a server, but what is said of one."""
    if isinstance(value, dict) and not any(key.startswith("$") for key in value):
        return {key: _plain(item) for key, item in value.items()}
    if isinstance(value, (list, tuple)):
        return [_plain(item) for item in value]
    return value if isinstance(value, bool) else data.to_json(value)


def _readable(value: Any) -> Any:
    """Redacted data for people: in a diff, text in a datablock is text, and long contents are a digest."""
    if isinstance(value, (bytes, bytearray)):
        return _content(bytes(value))
    if isinstance(value, dict):
        return {key: _readable(item) for key, item in value.items()}
    if isinstance(value, (list, tuple)):
        return [_readable(item) for item in value]
    return value if isinstance(value, bool) else data.to_json(value)


def _content(content: bytes) -> Any:
    if len(content) > CONTENT_SHOWN:
        return "%d bytes, SHA-256 %s" % (len(content), hashlib.sha256(content).hexdigest())
    try:
        return content.decode("utf-8")
    except UnicodeDecodeError:
        return data.to_json(content)


def _failure(outcome: Outcome) -> dict[str, Any]:
    failure: dict[str, Any] = {"name": outcome.change.label, "msg": str(outcome.failure), "changed": outcome.changed}
    if isinstance(outcome.failure, CliError):
        failure["code"] = outcome.failure.code
    return failure


def _object(outcome: Outcome) -> dict[str, Any]:
    change = outcome.change
    return {
        "name": change.label,
        "action": change.action,
        "changed": outcome.changed,
        "before": _readable(redact(change.before)),
        "after": _readable(redact(change.after)),
    }


def _message(resource: Resource, failed: _Shown, changed: _Shown, left: _Shown) -> str:
    first = failed.shown[0]
    text = "%s %s: %s" % (resource.noun, first.change.label, first.failure)
    if failed.number > 1:
        text += " (and %d more failures: see failures)" % (failed.number - 1)
    if left.number:
        text += ". %d objects were not attempted" % left.number
    if changed.number:
        text += ". %d objects were changed" % changed.number
    return text


def _diff(resource: Resource, changed: _Shown) -> dict[str, Any]:
    changes = [outcome.change for outcome in changed.shown]
    header = resource.plural
    if changed.number > len(changes):
        header += " (the first %d of %d that differ)" % (len(changes), changed.number)
    return {
        "before_header": header,
        "after_header": header,
        "before": {change.label: _readable(redact(change.before)) for change in changes},
        "after": {change.label: _readable(redact(change.after)) for change in changes},
    }


def readable_diff(result: dict[str, Any]) -> None:
    """Makes text of the data in a result's diff, or in each of them, as Ansible would, but that letters are letters.

    Ansible shows all that is no ASCII as its code. What no terminal shows, or what would change how it shows the rest,
    stays a code.
    """
    diffs = result.get("diff") or {}
    for diff in diffs if isinstance(diffs, list) else [diffs]:
        for side in ("before", "after"):
            if isinstance(diff.get(side), dict):
                text = json.dumps(diff[side], ensure_ascii=False, indent=4, sort_keys=True) + "\n"
                diff[side] = "".join(map(_shown, text))


def _shown(letter: str) -> str:
    return letter if letter == "\n" or letter.isprintable() else json.dumps(letter)[1:-1]


def describe_error(error: CgpError) -> dict[str, Any]:
    """The result of a task that ended before any object was looked at."""
    failure: dict[str, Any] = {"failed": True, "changed": False, "msg": str(error)}
    code = getattr(error, "code", 0)
    if code:
        failure["code"] = code
    return failure
