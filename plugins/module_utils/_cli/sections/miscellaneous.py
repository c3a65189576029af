# Copyright (c) 2026 the communigate.pro authors
# GNU General Public License v3.0+ (see LICENSE or https://www.gnu.org/licenses/gpl-3.0.txt)
# SPDX-License-Identifier: GPL-3.0-or-later
"""The manual's section Miscellaneous Commands."""

from __future__ import annotations

from ..rights import NOT_STATED, server_right
from ..syntax import Section
from ..words import TRACE_FACILITIES

_MASTER = server_right("Master")
_REJECT_QUEUES = server_right("Can Reject Queues")
_SERVER_SETTINGS = server_right("Server Settings")

SECTION = Section("Miscellaneous Commands", rights=server_right("Can Monitor"), scope="server")
read, change, destructive, action = SECTION.read, SECTION.change, SECTION.destructive, SECTION.action

# the CLI and the server
LISTCLICOMMANDS = read("LISTCLICOMMANDS", "array of name", rights=NOT_STATED, scope="session")
NOOP = read("NOOP", rights="any", scope="session")
ECHO = read("ECHO <object:object>", "object", rights=NOT_STATED, scope="session")
GETVERSION = read("GETVERSION", "string", rights=NOT_STATED)
GETSYSTEMINFO = read("GETSYSTEMINFO <what:string>", "object: error when the value is null", rights=NOT_STATED)
GETCURRENTTIME = read("GETCURRENTTIME", "timestamp", rights=NOT_STATED)

# logs and tests
SETLOGALL = change("SETLOGALL [ON|OFF]")
DUMPALLOBJECTS = action("DUMPALLOBJECTS [FILE]", rights=_MASTER)
TESTLOOP = action("TESTLOOP <seconds:number>", "number")
SETTRACE = change("SETTRACE <facility:string> [ON|OFF]", words={"facility": TRACE_FACILITIES})
WRITELOG = action("WRITELOG <logLevel:number> <logRecord:string>")

# queues
RELEASESMTPQUEUE = action("RELEASESMTPQUEUE <queueName:string>", scope="queue")
REJECTQUEUEMESSAGE = destructive(
    "REJECTQUEUEMESSAGE <messageID:number> [REPORT <errorText:string>]", rights=_REJECT_QUEUES, scope="queue"
)
REJECTQUEUEMESSAGES = destructive(
    "REJECTQUEUEMESSAGES SENDER <authedSender:string> [REPORT <errorText:string>]",
    rights=_REJECT_QUEUES, scope="queue",
)
GETMESSAGEQUEUEINFO = read(
    "GETMESSAGEQUEUEINFO <moduleName:string> QUEUE <queueName:string>",
    "dictionary: {} when no such queue", rights=NOT_STATED, scope="queue",
)

# cluster
GETCURRENTCONTROLLER = read("GETCURRENTCONTROLLER", "string: IP address", scope="cluster")
RECONNECTCLUSTERADMIN = action("RECONNECTCLUSTERADMIN", rights=NOT_STATED, scope="cluster")

# temporary IP address lists
GETTEMPCLIENTIPS = read("GETTEMPCLIENTIPS", "string: comma-separated")
REPORTFAILEDLOGINADDRESS = action("REPORTFAILEDLOGINADDRESS <address:string>", rights=_SERVER_SETTINGS)
TEMPBLACKLISTIP = change("TEMPBLACKLISTIP <address:string> [TIMEOUT <seconds:number>|DELETE]", rights=NOT_STATED)
GETTEMPBLACKLISTEDIPS = read("GETTEMPBLACKLISTEDIPS", "string: comma-separated, each -seconds or -*")
SETTEMPBLACKLISTEDIPS = change("SETTEMPBLACKLISTEDIPS <addresses:string>", rights=_SERVER_SETTINGS)
TEMPUNBLOCKIP = change("TEMPUNBLOCKIP <address:string> [TIMEOUT <seconds:number>|DELETE]", rights=NOT_STATED)
GETTEMPUNBLOCKABLEIPS = read("GETTEMPUNBLOCKABLEIPS", "string: comma-separated, each -seconds or -*")
SETTEMPUNBLOCKABLEIPS = change("SETTEMPUNBLOCKABLEIPS <addresses:string>", rights=_SERVER_SETTINGS)
