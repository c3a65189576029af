# Copyright (c) 2026 the communigate.pro authors
# GNU General Public License v3.0+ (see LICENSE or https://www.gnu.org/licenses/gpl-3.0.txt)
# SPDX-License-Identifier: GPL-3.0-or-later
"""Which names mean a secret: the one vocabulary of all that shows, keeps or notes anything.

The place of a value decides whether it is hidden, not what it is: looking for known values in finished text is
quadratic in bulk and damages text that merely contains them. There are three sorts of names: keys of dictionaries,
arguments of commands, and options of modules. What means a secret in one sort does so in all of them; the others only
add to it.
"""

from __future__ import annotations

import re
from functools import lru_cache

_SECRET = "|".join(
    (
        # Password, PSTNGatewayPassword, AppPasswords, newPassword, passphrase; authpass, but not SpamBypass; bindPwd,
        # but neither the module PWD nor PWDAllowed
        r"password|passwd|passphrase|(?<!by)(?<!com)pass$|.[a-z_-]pwd$|(?-i:^pwd$)",
        # SharedSecret, but no secretary
        r"secret(?!ar)|credential|tokens?$",
        # The sign of an open web session, and what a mechanism is given to check a login
        r"auth[_-]?(?:cookies?|data)$",
        # PrivateSecureKey, DKIMkey, api_key, and the keys of two-factor logins; the private key of DKIM settings is
        # just called key
        r"private\w*key|^[ais]?key$|(?:dkim|api|auth|access|shared|encryption|signing|licen[cs]e)[ _-]?keys?$|psk$",
        r"^pin$|pin[_-]?code$|(?-i:[a-z]PIN$)",
    )
)

# Mere text, which ``re`` compiles when it is first asked with it, and keeps: each of the long ones takes longer than
# most files do. On a target each run would pay for it, and few need them all.
_ARGUMENT = _SECRET + r"|^sessionID$"  # whoever has the identifier of a session is in the session
_OPTION = _SECRET + r"|pass(?!ive)|token|key"
# Settings about secrets, which hold none.
_HARMLESS_KEY = (
    r"passwordencryption|passwordcomplexity|passwordrecovery|canmodifypassword|minpasswordlength"
    r"|use(?:app|ext|sys|kerberos)?password|update_(?:password|secrets)|password_?file"
    r"|(?:use|allow|require|max)[a-z]*(?:token|credential|pin)s?"
)
_PASSWORD = r"passw|passphrase|pass$|pwd$|secret"
# authName of a remote account, PSTNGatewayAuthName, the user name at a gateway, the DN that binds to a directory
_LOGIN = r"auth_?name$|login(?:_?name)?$|user_?name$|^user$|bind_?(?:dn|name)$"


def _has(pattern: str, name: str) -> bool:
    return re.search(pattern, name, re.IGNORECASE) is not None


@lru_cache(maxsize=4096)
def is_secret_key(key: str) -> bool:
    """Whether the value under a key of a dictionary is a secret: of settings, and of whatever else a server tells."""
    return _has(_SECRET, key) and not re.fullmatch(_HARMLESS_KEY, key, re.IGNORECASE)


def is_password_key(key: str) -> bool:
    """Whether it is the key of a secret that servers are known to hide: a password, and not a key or a token."""
    return is_secret_key(key) and _has(_PASSWORD, key)


@lru_cache(maxsize=4096)
def is_login_key(key: str) -> bool:
    """Whether the value under a key says as whom somebody logs in."""
    return _has(_LOGIN, key)


def may_be_secret_key(key: str) -> bool:
    """The same, but for keys that only sound so: for a journal, which can do without their values."""
    return _has(_SECRET, key)


def is_secret_argument(name: str) -> bool:
    """Whether an argument of a command is a secret."""
    return _has(_ARGUMENT, name)


def sounds_secret(option: str) -> bool:
    """Whether Ansible would ask if an option's value is a secret, since its name sounds so: it must be told."""
    return _has(_OPTION, option)
