# Copyright (c) 2026 the communigate.pro authors
# GNU General Public License v3.0+ (see LICENSE or https://www.gnu.org/licenses/gpl-3.0.txt)
# SPDX-License-Identifier: GPL-3.0-or-later
"""Quota: how much of the storage that an Account may use it uses."""

from __future__ import annotations

import re
from typing import Any, Iterator, Mapping

from .._cli.vocabulary.account import ACCOUNT as SETTINGS
from .._engine import canon
from .model import ACCOUNT, CRITICAL, WARNING, Check, Facts, Finding, Look, Subject, Told, Unread

SETTING, USED = "MaxAccountSize", "StorageUsed"
INFO, LIMIT = "info", "limit"
_NO_LIMIT = ("", "-1")
_WHOLE = re.compile("[0-9]+").fullmatch
_UNITS = ((1 << 30, "G"), (1 << 20, "M"), (1 << 10, "K"))


def _find(subject: Subject, facts: Facts) -> Iterator[Told]:
    limit = _word(canon.setting(subject.parts[LIMIT], SETTINGS.place(SETTING)))
    if limit in _NO_LIMIT:
        return
    if not _WHOLE(limit):
        yield Unread("%s has a value that is no size" % SETTING)
        return
    used = _word(info_of(subject.parts[INFO], USED))
    if not _WHOLE(used):
        yield Unread("the server does not tell %s" % USED)
    elif not int(limit):
        if int(used):
            yield Unread("whether a %s of 0 is no limit is not known" % SETTING)
    elif int(used) * 100 >= int(limit) * facts.quota_percent:
        percent = int(used) * 100 // int(limit)
        told = "uses %d%% of its quota: %s of %s" % (percent, readable(int(used)), readable(int(limit)))
        detail = {"percent": percent, "used": int(used), "limit": int(limit)}
        yield Finding(CRITICAL if percent >= 100 else WARNING, told, detail)


def info_of(info: Mapping[str, Any], name: str) -> Any:
    """An element of an Account's info; in files their names begin with a hash sign (the manual, GETACCOUNTINFO)."""
    return info.get(name, info.get("#" + name))


def _word(value: Any) -> str:
    return "" if value is None else str(value).strip()


def readable(size: int) -> str:
    """A size in bytes for people, in the largest unit of which there is one."""
    for unit, letter in _UNITS:
        if size >= unit:
            return ("%.1f" % (size / unit)).replace(".0", "") + letter
    return "%d" % size


QUOTA = Check("quota", (Look(ACCOUNT, (INFO, LIMIT), _find),))
