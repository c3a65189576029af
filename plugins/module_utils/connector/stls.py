# Copyright (c) 2026 the communigate.pro authors
# GNU General Public License v3.0+ (see LICENSE or https://www.gnu.org/licenses/gpl-3.0.txt)
# SPDX-License-Identifier: GPL-3.0-or-later
"""From clear text to TLS on one connection, before the login (evidence.md section 4).

The states, each left in one way only:

1. *Greeted*, in clear text. Whoever is on the way may have written the greeting, so nothing follows from it but its
   challenge, which is kept: an answer to it goes to the server alone, over TLS.
2. *Asked*: ``STLS`` is sent. 200 leads on; anything else, silence, or bytes behind the 200 end the connection. There is
   no way from here to a login in clear text.
3. *Secured*: the handshake, with the certificate and the host name verified as ``tls.py`` does.
4. *Asked for a word*: whether a server now greets a second time is not known, and a greeting that is taken for the
   answer to a login would let nobody in, or put all answers out of step. No pause tells: a greeting may be slow.
   But replies come in order, so a command is sent whose answer cannot be taken for a greeting: ``ECHO`` with a new word
   before the login is refused, or else answered by that word. Is the first reply another success, it is the greeting,
   and the answer comes next.
5. *Known*: the second greeting counts if there was one, also if it has no challenge; if there was none the first does.

So each login method begins where it would begin on a connection of another kind, with the greeting that counts.
"""

from __future__ import annotations

from .connection import Connection
from .errors import ConnectionFailed, ConnectionLost, OutOfStep, ReplyTimeout, ReplyTooLong, ServerAway
from .fence import new_word
from .greeting import SUCCESS
from .replies import Reply

_AGREEMENT = 200
_OTHER_WAYS = (
    "Nothing secret was sent. If the server has no certificate for this listener give it one, or go another way: "
    "transport tls to a port that expects TLS from the first byte (usually 1106), or transport ssh"
)


def go_on_over_tls(connection: Connection, greeting: Reply) -> Reply:
    """The greeting that counts, the connection being secured; ``greeting`` is the one that came in clear text.

    ConnectionFailed or ConnectionLost.
    """
    _ask(connection)
    connection.secure()
    return _second_greeting(connection) or greeting


def _ask(connection: Connection) -> None:
    where = connection.name
    try:
        reply = connection.converse(b"STLS\n")
    except (OutOfStep, ReplyTooLong) as error:
        raise ConnectionFailed("%s answers STLS with what is no reply" % where, _OTHER_WAYS) from error
    except ReplyTimeout as error:
        raise ConnectionFailed("%s does not answer STLS: %s" % (where, error.message), _OTHER_WAYS) from error
    except ConnectionLost as error:
        raise ServerAway("%s closed the connection instead of answering STLS" % where, _OTHER_WAYS) from error
    if reply.code != _AGREEMENT:
        answer = ("%d %s" % (reply.code, reply.text_without(""))).rstrip()
        raise ConnectionFailed("%s does not agree to STLS (%s)" % (where, answer), _OTHER_WAYS)


def _second_greeting(connection: Connection) -> Reply | None:
    word = new_word()
    reply = connection.converse(b"ECHO %s\n" % word.encode("ascii"))
    if reply.code not in SUCCESS or word in reply.text:
        return None
    connection.converse()  # the answer to ECHO
    return reply
