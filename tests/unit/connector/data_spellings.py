# Copyright (c) 2026 the communigate.pro authors
# GNU General Public License v3.0+ (see LICENSE or https://www.gnu.org/licenses/gpl-3.0.txt)
# SPDX-License-Identifier: GPL-3.0-or-later
"""Any data object, for property tests, and any way to spell one: a writer that is as odd as the reader is tolerant."""

from __future__ import annotations

import base64
import re
from datetime import timezone

from ansible_collections.communigate.pro.plugins.module_utils.connector.data import XML, IPAddress, Timestamp, Unknown
from hypothesis import strategies as st

UNQUOTED = re.compile(r"(?!#)[A-Za-z0-9_.@!%:#\x80-\U0010ffff-]+")
SPECIAL = "\"\\{}()[]<>=;,#/*%:@!._- \t\r\n\x01\x7f\x85\u2028aZ0é😀"
CHARACTERS = st.one_of(
    st.sampled_from(SPECIAL), st.characters(blacklist_categories=["Cs"], blacklist_characters="\0")
)
TEXTS = st.text(CHARACTERS, max_size=8)
NAMES = st.from_regex(r"\A[a-z][a-z0-9]{0,3}\Z")

TIMESTAMPS = st.one_of(
    st.sampled_from([Timestamp("TPAST"), Timestamp("TFUTURE"), Timestamp("T22-10-2009")]),
    st.datetimes(timezones=st.just(timezone.utc)).map(Timestamp.from_datetime),
)
PORTS = st.sampled_from(["", ":0", ":65535"])
ADDRESSES = st.builds(lambda address, port: IPAddress("[%s]%s" % (address, port)), st.ip_addresses(), PORTS)


def _element(name: str, attribute: str, content: str) -> str:
    return "<%s %s='%s'>%s</%s>" % (name, name, attribute.replace("&", "+").replace("<", "+"), content, name)


def elements(breaks: str) -> st.SearchStrategy[str]:
    """Well-formed XML elements; ``breaks`` are the line ends that may stand in them."""
    attributes = st.text(st.sampled_from(" >/\"a" + breaks), max_size=5)
    contents = st.one_of(
        st.text(st.sampled_from(" >/\"'a" + breaks), max_size=5),
        st.text(st.sampled_from(" ></a" + breaks), max_size=5).map("<!--{}-->".format),
        st.text(st.sampled_from(" ></a" + breaks), max_size=5).map("<![CDATA[{}]]>".format),
        NAMES.map("<{}/>".format),
        st.sampled_from(["<?do </a>?>", "<a b='>'/>", '<a b="\'/>"></a>']),
    )
    return st.recursive(
        st.builds(_element, NAMES, attributes, contents),
        lambda inner: st.builds(_element, NAMES, attributes, st.lists(inner, max_size=2).map("".join)),
        max_leaves=4,
    )


def unknown_objects(breaks: str) -> st.SearchStrategy[str]:
    """Objects ``#(...)``; ``breaks`` are the line ends that may stand in them."""
    pieces = st.one_of(
        st.text(st.sampled_from("a{]<,; " + breaks), max_size=5),
        st.text(st.sampled_from("a)(" + breaks), max_size=5).map('"\\\\\\"{}"'.format),
    )
    inside = st.recursive(
        pieces, lambda inner: st.lists(inner, max_size=3).map(lambda parts: "(%s)" % "".join(parts)), max_leaves=5
    )
    return inside.map("#({})".format)


SCALARS = st.one_of(
    TEXTS,
    TEXTS,
    st.integers(-(2**70), 2**70),
    st.binary(max_size=10),
    st.none(),
    TIMESTAMPS,
    ADDRESSES,
    elements("").map(XML),
    unknown_objects("").map(Unknown),
)


def _containers(values: st.SearchStrategy) -> st.SearchStrategy:
    keys = st.one_of(TEXTS, st.sampled_from(["$xml", "$datablock", "$dictionary", "$", "key"]))
    return st.one_of(st.lists(values, max_size=4), st.dictionaries(keys, values, max_size=4))


VALUES = st.recursive(SCALARS, _containers, max_leaves=8)
CONTAINERS = _containers(VALUES)


def spelled(value, dice) -> str:
    """One of the many texts that mean ``value``; ``dice`` is a random.Random."""
    if isinstance(value, str):
        return _string(value, dice)
    if isinstance(value, bytes):
        return _datablock(value, dice)
    if value is None:
        return "".join(dice.choice([letter, letter.lower()]) for letter in "#NULL#")
    if isinstance(value, int):
        return "#" + dice.choice(["{}", "{:#x}", "{:#o}", "{:#b}"]).format(value)
    if isinstance(value, list):
        items = [_blank(dice) + spelled(item, dice) + _blank(dice) for item in value]
        return "(%s%s%s)" % (",".join(items), dice.choice(["", ","]) if items else "", _blank(dice))
    if isinstance(value, dict):
        members = [_member(key, item, dice) for key, item in value.items()]
        return "{%s%s%s}" % (";".join(members), dice.choice(["", ";"]) if members else "", _blank(dice))
    return {Timestamp: "#", IPAddress: "#I"}.get(type(value), "") + value.text


def _member(key, value, dice):
    parts = [_string(key, dice), "=", spelled(value, dice)]
    return _blank(dice) + "".join(part + _blank(dice) for part in parts)


def _blank(dice):
    return dice.choice(["", "", "", " ", "\n", "\r\n\t", '/* ")}; */', "// ({\"\n", "/***/"])


def _string(text, dice):
    if UNQUOTED.fullmatch(text) and dice.random() < 0.7:
        return text
    cut = dice.randint(0, len(text)) if dice.random() < 0.2 else len(text)
    halves = [text[:cut], text[cut:]] if cut < len(text) else [text]
    return _blank(dice).join('"%s"' % "".join(_character(each, dice) for each in half) for half in halves)


def _character(character, dice):
    known = {"\n": ["\\e", "\\n", "\n"], "\r": ["\\r", "\r"], "\t": ["\\t", "\t"], "\f": ["\\f", "\f"]}
    known |= {'"': ['\\"'], "\\": ["\\\\"]}
    spellings = known.get(character, [character] * 20) + ["\\u'%x'" % ord(character)]
    if ord(character) < 1000:
        spellings.append("\\%03d" % ord(character))
    return dice.choice(spellings)


def _datablock(content, dice):
    text = base64.b64encode(content).decode()
    if dice.random() < 0.3:
        text = text.rstrip("=")
    cut = dice.randint(0, len(text) // 4) * 4
    return "[%s%s%s]" % (text[:cut], dice.choice(["", "", "\r\n", " ", "]/**/ ["]), text[cut:])


def with_system_line_ends(value):
    """``value`` as it comes back from the wire: with CR LF in strings as one line end, and what is kept as text on one
    line."""
    if isinstance(value, str):
        return value.replace("\r\n", "\n")
    if isinstance(value, list):
        return [with_system_line_ends(item) for item in value]
    if isinstance(value, dict):
        return {with_system_line_ends(key): with_system_line_ends(item) for key, item in value.items()}
    return type(value)(value.wire()) if isinstance(value, (XML, Unknown)) else value
