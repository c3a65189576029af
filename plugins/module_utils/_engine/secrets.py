# Copyright (c) 2026 the communigate.pro authors
# GNU General Public License v3.0+ (see LICENSE or https://www.gnu.org/licenses/gpl-3.0.txt)
# SPDX-License-Identifier: GPL-3.0-or-later
"""What must never be shown, found by the structure of the data and not by looking for known values.

Masking known values in finished text is quadratic in bulk and damages text that merely contains them; here the place
of a value decides.
"""

from __future__ import annotations

import re
from typing import Any

HIDDEN = "(hidden)"

# Password, PSTNGatewayPassword, AppPasswords, password in RPOP records; the private key of a certificate, and of DKIM
# settings, where it is just called key.
_SECRET = re.compile(r"(?i)password|passwd|secret|private\w*key|^key$")
_NOT_SECRET = re.compile(
    r"(?i)^(?:passwordencryption|passwordcomplexity|passwordrecovery|canmodifypassword|minpasswordlength"
    r"|use(?:app|ext|sys|kerberos)?password|update_password|password_?file)$"
)


def is_secret_key(key: str) -> bool:
    """Whether the value under this key of a dictionary is a secret."""
    return bool(_SECRET.search(key)) and not _NOT_SECRET.match(key)


def redact(value: Any) -> Any:
    """The value with every secret in it, at any depth, replaced by a fixed word."""
    if isinstance(value, dict):
        return {
            key: HIDDEN if is_secret_key(str(key)) and item not in (None, "") else redact(item)
            for key, item in value.items()
        }
    if isinstance(value, (list, tuple)):
        return [redact(item) for item in value]
    return value
