# Copyright (c) 2026 the communigate.pro authors
# GNU General Public License v3.0+ (see LICENSE or https://www.gnu.org/licenses/gpl-3.0.txt)
# SPDX-License-Identifier: GPL-3.0-or-later
"""The Server Log and the other traces of a running server, as far as commands write them."""

from __future__ import annotations

from dataclasses import dataclass, field

from ...connector.data import Timestamp

_MOST_RECORDS = 1000
_LONGEST_RECORD = 4096


@dataclass
class Record:
    """One line of the Server Log."""

    time: Timestamp
    level: int
    text: str


@dataclass
class Log:
    """What is logged, and the last records.

    ``everything`` is the "Log Everything" mode, ``facilities`` are the internal ones that are traced. ``dump_file`` is
    the content of objects_dump.txt (None while there is no such file), ``syslog`` what went to the system's log.
    """

    records: list[Record] = field(default_factory=list)
    everything: bool = False
    facilities: set[str] = field(default_factory=set)
    dump_file: str | None = None
    syslog: list[str] = field(default_factory=list)

    def write(self, time: Timestamp, level: int, text: str) -> None:
        """Add a record. Long ones are cut, and only the last ones are kept."""
        self.records.append(Record(time, level, text[:_LONGEST_RECORD]))
        del self.records[:-_MOST_RECORDS]

    def write_syslog(self, text: str) -> None:
        self.syslog.append(text)
        del self.syslog[:-_MOST_RECORDS]
