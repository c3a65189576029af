# Copyright (c) 2026 the communigate.pro authors
# GNU General Public License v3.0+ (see LICENSE or https://www.gnu.org/licenses/gpl-3.0.txt)
# SPDX-License-Identifier: GPL-3.0-or-later
"""Settings by which a login is weaker than it could be, each told at the level where it is set."""

from __future__ import annotations

import re
from typing import Any, Callable, Iterator, NamedTuple, Sequence

from .._cli.vocabulary.account import ACCOUNT as ACCOUNT_SETTINGS
from .._cli.vocabulary.domain import DOMAIN as DOMAIN_SETTINGS
from .._cli.vocabulary.scope import Scope
from .._cli.vocabulary.server import SERVER as SERVER_SETTINGS
from .model import (
    ACCOUNT,
    CLUSTER,
    CRITICAL,
    DOMAIN,
    NOTICE,
    SERVER,
    WARNING,
    Check,
    Facts,
    Finding,
    Look,
    Subject,
    Told,
    Unread,
    settings_of,
)

SETTINGS, ACCOUNT_DEFAULTS, DOMAIN_DEFAULTS = "settings", "account_defaults", "domain_defaults"
_PASSWORD = "Password"
_WHOLE = re.compile("-?[0-9]+").fullmatch
_MANY = 1
"""More failed logins than so many a second are as good as no limit."""


class Weakness(NamedTuple):
    """A value of a setting that is weak: ``is_weak`` gets it in the form in which values are compared."""

    setting: str
    is_weak: Callable[[Any], bool]
    severity: str
    what: str


def _is(value: str) -> Callable[[Any], bool]:
    return lambda set_to: isinstance(set_to, str) and set_to.lower() == value.lower()


def _is_no_limit(rate: Any) -> bool:
    """``(count, period)``, or a word for no limit."""
    if not isinstance(rate, (list, tuple)):
        return isinstance(rate, str) and rate.lower() in ("-1", "unlimited", "never")
    count, period = (str(part) for part in (*rate, "", "")[:2])
    if not _WHOLE(count):
        return count.lower() in ("unlimited", "never")
    return int(count) < 0 or bool(_WHOLE(period) and int(count) > _MANY * int(period))


# Passwords are stored as they are where logins go by APOP or CRAM-MD5: somebody should look at it, and may leave it so.
OF_ACCOUNTS = (
    Weakness("PasswordEncryption", _is("clear"), WARNING, "passwords are stored as they are"),
    Weakness(_PASSWORD, _is(""), CRITICAL, "the password is empty"),
    Weakness("FailedLoginFlow", _is_no_limit, WARNING, "passwords can be tried without a limit"),
    Weakness("UseSysPassword", _is("YES"), WARNING, "passwords of the operating system are taken"),
    Weakness("PasswordRecovery", _is("YES"), NOTICE, "a forgotten password can be replaced by mail"),
    Weakness("RequireAPOP", _is("NO"), NOTICE, "passwords may be sent as they are"),
    Weakness("UseExtPassword", _is("YES"), NOTICE, "a program outside of the server decides about passwords"),
)
OF_DOMAINS = (
    Weakness("AutoSignup", _is("YES"), WARNING, "whoever comes can make an Account"),
    Weakness("ForceSMTPAUTH", _is("nobody"), NOTICE, "nobody needs to log in to send"),
)
OF_SERVER = (
    Weakness("TLSEnableWeak", _is("YES"), WARNING, "weak ciphers are allowed"),
    Weakness("HideAccountUnknown", _is("NO"), NOTICE, "a failed login tells whether there is such an Account"),
)


def hides_passwords(own: Any) -> bool:
    """Whether a server shows passwords as empty ones: ``own`` are the settings of an Account that has one."""
    return isinstance(own, dict) and settings_of(own, ACCOUNT_SETTINGS).get(_PASSWORD) == ""


def _looking(part: str, scope: Scope, weaknesses: Sequence[Weakness], of_whom: str = "") -> Callable[..., Any]:
    def find(subject: Subject, facts: Facts) -> Iterator[Told]:
        settings = settings_of(subject.parts[part], scope)
        for weakness in weaknesses:
            value = settings.get(weakness.setting)
            if value is None or not weakness.is_weak(value):
                continue
            if weakness.setting == _PASSWORD and facts.hides_passwords:
                yield Unread("the server shows each password as an empty one")
            else:
                what = "%s%s (%s)" % (of_whom and of_whom + ": ", weakness.what, weakness.setting)
                yield Finding(weakness.severity, what, {"setting": weakness.setting, "set_in": part})

    return find


def _looks(kind: str, part: str, scope: Scope, weaknesses: Sequence[Weakness], of_whom: str = "") -> Look:
    return Look(kind, (part,), _looking(part, scope, weaknesses, of_whom))


LOGIN = Check(
    "login",
    (
        _looks(SERVER, SETTINGS, SERVER_SETTINGS, OF_SERVER),
        *(_looks(kind, ACCOUNT_DEFAULTS, ACCOUNT_SETTINGS, OF_ACCOUNTS, "all Accounts") for kind in (SERVER, CLUSTER)),
        *(_looks(kind, DOMAIN_DEFAULTS, DOMAIN_SETTINGS, OF_DOMAINS, "all Domains") for kind in (SERVER, CLUSTER)),
        _looks(DOMAIN, SETTINGS, DOMAIN_SETTINGS, OF_DOMAINS),
        _looks(DOMAIN, ACCOUNT_DEFAULTS, ACCOUNT_SETTINGS, OF_ACCOUNTS, "its Accounts"),
        _looks(ACCOUNT, SETTINGS, ACCOUNT_SETTINGS, OF_ACCOUNTS),
    ),
)
