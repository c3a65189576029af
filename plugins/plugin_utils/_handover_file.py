# Copyright (c) 2026 the communigate.pro authors
# GNU General Public License v3.0+ (see LICENSE or https://www.gnu.org/licenses/gpl-3.0.txt)
# SPDX-License-Identifier: GPL-3.0-or-later
"""What is handed over, as variables in a YAML text: the one that cgp_config takes, and who has a new password.

Whoever loads it gets the values as they are: a password with two braces in it is no expression, least of all one that
somebody else has thought of.
"""

from __future__ import annotations

from datetime import date
from typing import Any, Mapping

from ansible_collections.communigate.pro.plugins.module_utils._source.yaml_text import yaml_of
from ansible_collections.communigate.pro.plugins.module_utils.connector.errors import CgpError
from ansible_collections.communigate.pro.plugins.plugin_utils._handover import Handover, Place

SECRETS, NEW = "cgp_secrets", "cgp_new_passwords"
_MARKS = ("{{", "{%", "{#")
_HEAD = """\
---
# The secrets of Domains for another server, and whose password is a new one. Let this file stay encrypted.
"""


def write_handover(handed: Handover) -> str:
    """The text. The same secrets give the same."""
    lines = [_HEAD, "%s:%s" % (SECRETS, "\n" if handed.values else " []\n")]
    for place, value in handed.values.items():
        for number, (name, item) in enumerate({**place._asdict(), "value": value}.items()):
            lines.append("%s%s: %s\n" % ("    " if number else "  - ", name, _written(item)))
    lines.append("%s:%s" % (NEW, "\n" if handed.new else " []\n"))
    lines += ["  - %s\n" % _written(name) for name in handed.new]
    return "".join(lines)


def _written(value: Any) -> str:
    """A text as a scalar that nobody templates; a data object in one line.

    The tag stands where it is needed only: with it ansible-core 2.19 takes 007 for a number, in quotation marks or not.
    """
    if isinstance(value, str):
        text = yaml_of(value).rstrip("\n")
        return "!unsafe %s" % text if any(mark in value for mark in _MARKS) else text
    return "{%s}" % ", ".join("%s: %s" % (yaml_of(key).rstrip("\n"), _written(item)) for key, item in value.items())


def read_handover(loaded: Any, path: str) -> Handover:
    """What was written so, perhaps changed by somebody. Raises CgpError for anything else."""
    if not isinstance(loaded, Mapping) or set(loaded) - {SECRETS, NEW}:
        raise CgpError(
            "dest %s does not hold what is handed over" % path,
            "Its variables are %s and %s; let others be in a file of their own" % (SECRETS, NEW),
        )
    handed = Handover(new=[str(name) for name in loaded.get(NEW) or []])
    for number, entry in enumerate(loaded.get(SECRETS) or [], 1):
        if not isinstance(entry, Mapping) or not set(Place._fields) <= set(entry):
            what = "dest %s: number %d of %s is no secret" % (path, number, SECRETS)
            raise CgpError(what, "It has noun, name and place")
        place = Place(*(str(entry[part]) for part in Place._fields))
        value = entry.get("value")
        if isinstance(value, (int, float, date)):
            what = "dest %s: the value of number %d of %s is no text, as it stands there" % (path, number, SECRETS)
            raise CgpError(what, "YAML takes it for a number, a date or a truth value: put it in quotation marks")
        if value not in (None, ""):
            handed.values[place] = dict(value) if isinstance(value, Mapping) else str(value)
    return handed
