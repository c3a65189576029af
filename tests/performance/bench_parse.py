# Copyright (c) 2026 the communigate.pro authors
# GNU General Public License v3.0+ (see LICENSE or https://www.gnu.org/licenses/gpl-3.0.txt)
# SPDX-License-Identifier: GPL-3.0-or-later
"""How fast data objects are read, written and framed, each against a plain tokeniser over the same text.

``rows()`` gives the figures; run as a script, with .tree in PYTHONPATH, this prints them.
"""

from __future__ import annotations

import random
import re
import time
from typing import Any, Callable

from ansible_collections.communigate.pro.plugins.module_utils.connector import data
from ansible_collections.communigate.pro.plugins.module_utils.connector.framer import Framer

ACCOUNTS = 10_000
RUNS = 20

# What anybody would write first: strings, datablocks, words, punctuation; nothing is checked or converted.
TOKENISER = re.compile(r'"(?:[^"\\]|\\.)*"|\[[^\]]*\]|[^\s"\[\](){}=,;]+|[(){}=,;]')

_FIRST_NAMES = ["Anna", "Bo", "Chloé", "Dmitri", "Eva-Maria", "Jörg", "Padraig", "Zoë"]
_LAST_NAMES = ["Garcia", "Ivanov", "Müller", "Ng", "O'Neil", "Rossi", "Smith", "van Dyk"]
_MODES = ["(27,Mail,POP,IMAP)", "(27,Mail,WebMail,TLS,XIMSS)", "All", "(30,Mail)"]
_ZONES = ["HostOS", '"Europe/Berlin"', '"America/New_York"']


def sample(accounts: int = ACCOUNTS) -> str:
    """A dictionary of ``accounts`` accounts, about 180 bytes each: always the same text."""
    dice = random.Random(10_000)
    return "{%s}" % "".join([_account(number, dice) for number in range(accounts)])


def _account(number: int, dice: random.Random) -> str:
    first, last = dice.choice(_FIRST_NAMES), dice.choice(_LAST_NAMES)
    name = '"%s %s"' % (first, last)
    if number % 4 == 0:
        name = '"%s \\"%s\\" %s\\e%d Main Street"' % (first, first[:2], last, number)
    members = [
        "RealName=%s;" % name,
        "MaxAccountSize=%dM;" % dice.randint(1, 999),
        "AccessModes=%s;" % dice.choice(_MODES),
        "StorageUsed=#%d;" % dice.randint(0, 10**9),
    ]
    if number % 2 == 0:
        members.append("Prefs={Language=English;TimeZone=%s;};" % dice.choice(_ZONES))
    if number % 3:
        day, month, hour = dice.randint(1, 28), dice.randint(1, 12), dice.randint(0, 23)
        members.append("LastLogin=#T%02d-%02d-2026_%02d:16:53;" % (day, month, hour))
    if number % 5 == 0:
        members.append('MailInpFlow=("-1",3600);')
    if number % 8 == 0:
        members.append("Photo=[%s];" % ("SGVsbG8h" * dice.randint(1, 4)))
    return '"user%05d@example.com"={%s};' % (number, "".join(members))


def rows() -> list[dict[str, Any]]:
    """One row per task: name, n (accounts), seconds, floor_seconds (the tokeniser's), ratio; best of several runs."""
    text = sample()
    value = data.parse(text)
    wire = text.encode("utf-8")
    pretty = text.replace(";", ";\n ").replace("=", " = ")
    rules = data.write([_RULES] * (ACCOUNTS // 4))
    return [
        _row("parse a dictionary of accounts", lambda: data.parse(text), text),
        _row("parse it, on many lines", lambda: data.parse(pretty), pretty),
        _row("parse an array of rules", lambda: data.parse(rules), rules),
        _row("write the dictionary", lambda: data.write(value), text),
        _row("frame the dictionary", lambda: Framer().feed(wire), text),
    ]


_RULES = [
    2,
    "#Vacation",
    [["Human Generated", "---"], ["From", "not in", "#RepliedAddresses"]],
    [["Reply with", "+Subject: Away\n\nBack on Monday."], ["Remember 'From' in", "RepliedAddresses"]],
]


def _row(name: str, task: Callable[[], Any], text: str) -> dict[str, Any]:
    seconds, floor_seconds = _best(task, lambda: TOKENISER.findall(text))
    return {
        "name": name,
        "n": ACCOUNTS,
        "seconds": seconds,
        "floor_seconds": floor_seconds,
        "ratio": seconds / floor_seconds,
    }


def _best(*tasks: Callable[[], Any]) -> list[float]:
    """The shortest processor time of each task, in seconds. The tasks take turns, so that a busy machine slows all."""
    best = [float("inf")] * len(tasks)
    for _run in range(RUNS):
        for index, task in enumerate(tasks):
            start = time.process_time()
            result = task()
            best[index] = min(best[index], time.process_time() - start)
            del result
    return best


def main() -> None:
    text = sample()
    print("%d accounts, %d bytes" % (ACCOUNTS, len(text.encode("utf-8"))))
    print("%-36s %8s %10s %7s" % ("", "seconds", "tokeniser", "ratio"))
    for row in rows():
        print("%(name)-36s %(seconds)8.3f %(floor_seconds)10.3f %(ratio)7.2f" % row)


if __name__ == "__main__":
    main()
