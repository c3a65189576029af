# Copyright (c) 2026 the communigate.pro authors
# GNU General Public License v3.0+ (see LICENSE or https://www.gnu.org/licenses/gpl-3.0.txt)
# SPDX-License-Identifier: GPL-3.0-or-later
"""Properties of all commands with arguments of fitting type: one clean line, and the same command back."""

from __future__ import annotations

import re

import pytest
from ansible_collections.communigate.pro.plugins.module_utils._cli import catalogue, notation, tolerance, values
from ansible_collections.communigate.pro.plugins.module_utils._cli.sections.forwarder import CREATEFORWARDER
from ansible_collections.communigate.pro.plugins.module_utils.connector import data
from hypothesis import given, settings
from hypothesis import strategies as st

SPECS = [spec for variants in catalogue.COMMANDS.values() for spec in variants]


def shapes():
    """The syntax lines that differ in names only, together: the same code serves them."""
    found = {}
    for spec in SPECS:
        kinds = [type(argument.type).__name__ for argument in spec.parameters.values()]
        shape = re.sub(r"<[^:]*:", "<", spec.syntax[len(spec.verb) :])
        found.setdefault((shape, *kinds), []).append(spec)
    return list(found.values())


# any text, names as they are, and words that are keywords of some command or look like other things; without what
# does not come back by design: a zero byte is refused, CR LF becomes the one line end
ANY_TEXT = st.text(st.characters(exclude_categories=["Cs"], exclude_characters="\0"), max_size=12).map(
    lambda text: text.replace("\r\n", "\n")
)
TEXT = st.one_of(
    ANY_TEXT,
    st.from_regex(r"[a-z0-9.-]{1,8}(@[a-z]{1,8}\.example)?", fullmatch=True),
    st.sampled_from(["TO", "into", "PATH", "SKIN", "File", "DATA", "DELETE", "AUTH", "FILTER", "LEGACY", "SHARED"]),
    st.sampled_from(["", "*", "5", "#5", "#NULL#", "[10.0.0.1]", "{}", "()", "<a/>", '"', "\\", "\nSHUTDOWN", " x "]),
)
NUMBERS = st.integers(-(2**63), 2**63 - 1)
STAMPS = st.sampled_from([data.Timestamp("T22-10-2026_15:24:45"), data.Timestamp("TPAST")])
ADDRESSES = st.sampled_from([data.IPAddress("[10.0.44.55]"), data.IPAddress("[2001:470::1]:25")])
SCALARS = st.one_of(TEXT, NUMBERS, st.none(), st.binary(max_size=12), ADDRESSES)
OBJECTS = st.recursive(
    SCALARS,
    lambda inner: st.one_of(st.lists(inner, max_size=3), st.dictionaries(TEXT, inner, max_size=3)),
    max_leaves=6,
)
LOCAL_PARTS = st.from_regex(r"[A-Za-z0-9.+_-]{1,10}", fullmatch=True)
REAL_NAMES = st.text(st.characters(exclude_categories=["Cs", "Cc"]), max_size=10)

BY_TYPE = {
    values.Text: TEXT,
    values.OwnOrNamed: st.one_of(TEXT, st.just("*")),
    values.Number: NUMBERS,
    values.AnyObject: OBJECTS,
    values.Email: st.builds(
        lambda name, local: '"%s" <%s@example.org>' % (name.replace("\\", "\\\\").replace('"', '\\"'), local),
        REAL_NAMES,
        LOCAL_PARTS,
    ),
}
BY_PYTHON_TYPE = {
    dict: st.dictionaries(TEXT, OBJECTS, max_size=4),
    list: st.lists(OBJECTS, max_size=4),
    bytes: st.binary(max_size=40),
    data.IPAddress: ADDRESSES,
    data.Timestamp: STAMPS,
}


def fitting(kind):
    """A strategy for values of a type."""
    if kind is None:
        return st.just(True)
    if isinstance(kind, values.Words):
        return st.sampled_from(sorted(kind.spellings.values()))
    if isinstance(kind, values.Either):
        return st.one_of([fitting(each) for each in kind.types])
    if isinstance(kind, values.Structure):
        return BY_PYTHON_TYPE[kind.python_type]
    return BY_TYPE[type(kind)]


@st.composite
def calls(draw, spec):
    """A command of ``spec`` with all required arguments and some of the optional ones."""
    named = {}
    for argument in spec.parameters.values():
        possible = (not argument.needs or argument.needs in named) and not set(argument.excludes) & set(named)
        if argument.required or (possible and draw(st.booleans())):
            named[argument.name] = draw(fitting(argument.type))
    return spec(**named)


@pytest.mark.parametrize("alike", shapes(), ids=lambda alike: alike[0].syntax)
@given(drawn=st.data())
@settings(max_examples=20, deadline=None)
def test_a_command_is_one_line_and_is_read_back(alike, drawn):
    command = drawn.draw(calls(drawn.draw(st.sampled_from(alike))))
    line = command.line()
    assert not set(line) & set("\r\n\0")
    assert line.split(" ")[0] == command.verb
    assert catalogue.read_line(line) == command


VERBS = {*catalogue.COMMANDS, *tolerance.OLD_NAMES, *(notation.verb(form.syntax) for form in tolerance.OTHER_FORMS)}


@given(
    verb=st.sampled_from(sorted(VERBS)),
    rest=st.lists(st.one_of(TEXT.map(data.quote), ANY_TEXT, OBJECTS.map(data.write)), max_size=6).map(" ".join),
)
@settings(max_examples=300, deadline=None)
def test_any_line_is_a_command_or_bad_arguments(verb, rest):
    try:
        command = catalogue.read_line("%s %s" % (verb, rest))
    except catalogue.BadArguments as error:
        assert error.message
    else:
        assert catalogue.read_line(command.line()) == command


@given(before=ANY_TEXT, after=ANY_TEXT)
def test_a_zero_byte_is_refused(before, after):
    with pytest.raises(catalogue.BadArguments):
        CREATEFORWARDER("%s\0%s" % (before, after), "x").line()
