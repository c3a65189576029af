# Copyright (c) 2026 the communigate.pro authors
# GNU General Public License v3.0+ (see LICENSE or https://www.gnu.org/licenses/gpl-3.0.txt)
# SPDX-License-Identifier: GPL-3.0-or-later
"""Whatever the pieces in which a stream of replies comes, the replies are the same."""

from __future__ import annotations

from ansible_collections.communigate.pro.plugins.module_utils.connector.replies import Reply, ReplyReader
from hypothesis import given
from hypothesis import strategies as st

STREAM = [
    (b"200 OK\r\n", Reply(200, "OK")),
    (b"200 OK\n", Reply(200, "OK")),
    (b"200\r\n", Reply(200, "")),
    (b"201 {}\r\n", Reply(201, "", "{}")),
    (b"201 (a,\n b)\n", Reply(201, "", "(a,\n b)")),
    (b"201 {broken\r\n", Reply(201, "", "{broken")),
    (b"201 word\n", Reply(201, "", "word")),
    (b'200 data follow\r\n{a="}\\"";\n b=(c);}\r\n', Reply(200, "", '{a="}\\"";\n b=(c);}')),
    (b"200 data follow\r\nword\r\n", Reply(200, "", "word")),
    (b"200 data follow\n[AQI=]\n", Reply(200, "", "[AQI=]")),
    (b'200 "text"\r\n', Reply(200, "", '"text"')),
    (b"200 texts and {more}\r\n", Reply(200, "texts and {more}")),
    (b"513 unknown user account\r\n", Reply(513, "unknown user account")),
    (b"500 {odd\r\n", Reply(500, "{odd")),
    (b"300 \xd0\xb9\xff\r\n", Reply(300, "\u0439\udcff")),
]


@given(st.lists(st.sampled_from(STREAM), max_size=12), st.data())
def test_replies_do_not_depend_on_the_pieces(items, data):
    stream = b"".join(wire for wire, reply in items)
    cuts = sorted(data.draw(st.sets(st.integers(0, len(stream)), max_size=20)) | {0, len(stream)})
    reader = ReplyReader(1000)
    replies = []
    for start, end in zip(cuts, cuts[1:]):
        reader.feed(stream[start:end])
        replies += iter(reader.reply, None)
    assert replies == [reply for wire, reply in items]
    assert reader.is_empty()


def test_a_line_of_the_login_dialogue_is_never_data():
    reader = ReplyReader(1000)
    reader.feed(b"200 <1.2@c>\r\n200 data follow\r\n201 {a\r\n")
    assert list(iter(reader.line, None)) == [Reply(200, "<1.2@c>"), Reply(200, "data follow"), Reply(201, "{a")]
