# Copyright (c) 2026 the communigate.pro authors
# GNU General Public License v3.0+ (see LICENSE or https://www.gnu.org/licenses/gpl-3.0.txt)
# SPDX-License-Identifier: GPL-3.0-or-later
"""The fixed word sets of parameters that the manual describes as a choice of words.

They go bare on the wire, spelled as here; a reader takes them in any case. Words that stand in the syntax line
itself (ON|OFF, MAIL|ACCESS|SIGNAL, BEG/END/NEW, the posting modes ...) need no set: the line is the set.
"""

from __future__ import annotations

# Account Administration
ACCOUNT_TYPES = ("MultiMailbox", "TextMailbox", "MailDirMailbox", "SlicedMailbox", "AGrade", "BGrade", "CGrade")
CHANGEABLE_ACCOUNT_TYPES = ("MultiMailbox", "AGrade", "BGrade", "CGrade")

# Mailing Lists Administration
LIST_OPERATIONS = ("subscribe", "feed", "digest", "index", "null", "banned", "unsubscribe")

# Miscellaneous Commands
TRACE_FACILITIES = ("FileIO", "FileOp")
