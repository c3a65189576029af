# Copyright (c) 2026 the communigate.pro authors
# GNU General Public License v3.0+ (see LICENSE or https://www.gnu.org/licenses/gpl-3.0.txt)
# SPDX-License-Identifier: GPL-3.0-or-later
"""Reading data objects: each row of the grammar (protocol.md sections 3 and 9), and each mistake."""

from __future__ import annotations

import pytest
from ansible_collections.communigate.pro.plugins.module_utils.connector import data
from ansible_collections.communigate.pro.plugins.module_utils.connector.data import XML, IPAddress, Timestamp, Unknown

GOLDEN = [
    # strings
    ("abc09", "abc09"),
    ("30", "30"),
    ('"30"', "30"),
    ('""', ""),
    ('"Rerouted to"', "Rerouted to"),
    ("pstn.communigate.example", "pstn.communigate.example"),
    ("A-crpt", "A-crpt"),
    ("user_1@example.com", "user_1@example.com"),
    ("a:b!c%d#e", "a:b!c%d#e"),
    ("-1", "-1"),
    ("Zürich", "Zürich"),
    ("naïve\u2028word", "naïve\u2028word"),
    ("#Vacation", "#Vacation"),
    ("#", "#"),
    ("#-", "#-"),
    ("#NULL#x", "#NULL#x"),
    ("#T32-01-2020", "#T32-01-2020"),
    ("TPAST", "TPAST"),
    (r'"a\"b\\c"', 'a"b\\c'),
    (r'"\\\"\\e"', '\\"\\e'),
    (r'"a\eb\nc\rd\te"', "a\nb\nc\rd\te"),
    (r'"\r\n"', "\r\n"),
    (r'"\009\012\127\228"', "\t\f\x7fä"),
    (r'"\0091"', "\t1"),
    (r'''"\u'41'\u'1F600'\u'7'"''', "A😀\a"),
    ('"two\r\nlines\tand ;,=(){}[]<>/#"', "two\r\nlines\tand ;,=(){}[]<>/#"),
    ('"a" "b"\r\n"c"', "abc"),
    ('"a""b"', "ab"),
    ('"a"/* and */"b"', "ab"),
    # datablocks
    ("[HcqHfHI=]", bytes([0x1D, 0xCA, 0x87, 0x7C, 0x72])),
    ("[]", b""),
    ("[HcqH\r\n\tfHI=\n]", bytes([0x1D, 0xCA, 0x87, 0x7C, 0x72])),
    ("[HcqHfHI]", bytes([0x1D, 0xCA, 0x87, 0x7C, 0x72])),
    ("[QUI=QUI=]", b"ABAB"),
    ("[QQ==QQ]", b"AA"),
    ("[QUI=] [QQ==]", b"ABA"),
    # numbers
    ("#0", 0),
    ("#-25", -25),
    ("#007", 7),
    ("#18446744073709551616", 2**64),
    ("#0x1F", 31),
    ("#-0XfF", -255),
    ("#0o17", 15),
    ("#0b101", 5),
    ("#-3.14", -3.14),
    # timestamps
    ("#T07-11-2011_16:53:05", Timestamp("T07-11-2011_16:53:05")),
    ("#T22-10-2009", Timestamp("T22-10-2009")),
    ("#TPAST", Timestamp("TPAST")),
    ("#TFUTURE", Timestamp("TFUTURE")),
    # addresses
    ("#I[10.0.44.55]", IPAddress("[10.0.44.55]")),
    ("#I[10.0.44.55]:25", IPAddress("[10.0.44.55]:25")),
    ("#I[2001:470::1]:25", IPAddress("[2001:470::1]:25")),
    # null
    ("#NULL#", None),
    ("#null#", None),
    ("#Null#", None),
    # arrays
    ("()", []),
    ("( )", []),
    ("(a,b,c)", ["a", "b", "c"]),
    ("(a,b,)", ["a", "b"]),
    ("(mail.example.com, a.example, b.example)", ["mail.example.com", "a.example", "b.example"]),
    ('("-1",3600)', ["-1", "3600"]),
    ('("",a,"",",)","")', ["", "a", "", ",)", ""]),
    ('("a" "b","c")', ["ab", "c"]),
    ("([QUI=],#5,#NULL#,[QUI=] [QQ==])", [b"AB", 5, None, b"ABA"]),
    (r'("\"a",(b),((c)),())', ['"a', ["b"], [["c"]], []]),
    ("((a,b),(c))", [["a", "b"], ["c"]]),
    ("({a=b;},{})", [{"a": "b"}, {}]),
    ("(#I[10.0.0.1],#T22-10-2009)", [IPAddress("[10.0.0.1]"), Timestamp("T22-10-2009")]),
    (
        '(2,"#Vacation",(("Human Generated","---"),(From,"not in","#RepliedAddresses")),(("Reply with","Hi\\e")))',
        [
            "2",
            "#Vacation",
            [["Human Generated", "---"], ["From", "not in", "#RepliedAddresses"]],
            [["Reply with", "Hi\n"]],
        ],
    ),
    # dictionaries
    ("{}", {}),
    ("{ }", {}),
    ("{Key=value;Key2=value;}", {"Key": "value", "Key2": "value"}),
    ("{Key=value;Key2=value}", {"Key": "value", "Key2": "value"}),
    ('{ Password = "x"; }', {"Password": "x"}),
    ('{"a"  =\t"x" ;\r\n b= y\n;}', {"a": "x", "b": "y"}),
    ('{""=#3;a=(b);}', {"": 3, "a": ["b"]}),
    ('{"a b"=c;user@example.com=d;}', {"a b": "c", "user@example.com": "d"}),
    ('{#5=e;"\\"q\\""=f;"g" "h"=i;}', {"#5": "e", '"q"': "f", "gh": "i"}),
    ("{a={b={c=d;};};e=f;}", {"a": {"b": {"c": "d"}}, "e": "f"}),
    ("{a={b={c=d}}}", {"a": {"b": {"c": "d"}}}),
    ("{a=b;a=c;}", {"a": "c"}),
    ('{a="b" "c";d=[QUI=] [QQ==];e="f\\e" "g";}', {"a": "bc", "d": b"ABA", "e": "f\ng"}),
    ("{a=#-5;b=#NULL#;c=#TPAST;}", {"a": -5, "b": None, "c": Timestamp("TPAST")}),
    ("{d=[QUI=];e=[QUI];f=[];}", {"d": b"AB", "e": b"AB", "f": b""}),
    (
        "{MaxInputChannels=50;Ports=({PortNumber=8100;},{InitialSecurity=on;PortNumber=9100;});}",
        {"MaxInputChannels": "50", "Ports": [{"PortNumber": "8100"}, {"InitialSecurity": "on", "PortNumber": "9100"}]},
    ),
    # XML objects
    ("<a/>", XML("<a/>")),
    ("<a b='>'><c>text</c><c/></a >", XML("<a b='>'><c>text</c><c/></a >")),
    ("(<a>\r\n</a>,<b/>)", [XML("<a>\r\n</a>"), XML("<b/>")]),
    ("{x=<D:a D:c=\"'/>\"><!-- </D:a> --></D:a>;}", {"x": XML("<D:a D:c=\"'/>\"><!-- </D:a> --></D:a>")}),
    ("<?b </c>?> <!-- <b> --><a><![CDATA[</a>]]></a>", XML("<?b </c>?> <!-- <b> --><a><![CDATA[</a>]]></a>")),
    # unknown objects
    ("#()", Unknown("#()")),
    ("#(a (b)[ {)", Unknown("#(a (b)[ {)")),
    (r'(#(a ")\")" b),c)', [Unknown(r'#(a ")\")" b)'), "c"]),
    ("{k=#(\r\na);}", {"k": Unknown("#(\r\na)")}),
    # white space and comments
    (" \t\r\n a \n", "a"),
    ("// first\r\n{/* one */a/* two */=/**/b//three\n;/* * / **/}// last", {"a": "b"}),
    ("( // )\n a, /* ,) */ b)", ["a", "b"]),
]


@pytest.mark.parametrize("text, value", GOLDEN, ids=[text for text, _value in GOLDEN])
def test_parse(text, value):
    read = data.parse(text)
    assert read == value
    assert type(read) is type(value)


@pytest.mark.parametrize("text, value", GOLDEN, ids=[text for text, _value in GOLDEN])
def test_parse_within_a_dictionary_and_an_array(text, value):
    assert data.parse("{k=%s\n;}" % text) == {"k": value}
    assert data.parse("(%s\n,x)" % text) == [value, "x"]


@pytest.mark.parametrize(
    "text, position, value, end",
    [
        ("GET user", 0, "GET", 3),
        ("GET  user", 3, "user", 9),
        ('"a" "b"', 0, "a", 3),
        ('"a" "b"', 3, "b", 7),
        ("[QUI=] [QQ==]", 0, b"AB", 6),
        ('("a" "b") x', 0, ["ab"], 9),
        ("{a=b;}c", 0, {"a": "b"}, 6),
        (r'"a\"b"c', 0, 'a"b', 6),
        ("#5 #6", 0, 5, 2),
        ("#I[10.0.0.1]:25 x", 0, IPAddress("[10.0.0.1]:25"), 15),
        ("<a><a/></a><a/>", 0, XML("<a><a/></a>"), 11),
        ("#(a)(b)", 0, Unknown("#(a)"), 4),
    ],
)
def test_scan_takes_one_object(text, position, value, end):
    assert data.scan(text, position) == (value, end)


MISTAKES = [
    ("", 0, "a value"),
    (" // nothing", 11, "a value"),
    ("a b", 2, "more text"),
    ('a"b"', 1, "more text"),
    ('"a" b', 4, "more text"),
    ("{}}", 2, "more text"),
    (")", 0, "a value"),
    ("*", 0, "a value"),
    ("a\0", 1, "more text"),
    ("/", 0, "a value"),
    ("/* *", 0, "comment"),
    ("(a,/*)", 3, "comment"),
    ('"a', 0, "does not end"),
    (r'"a\"', 0, "does not end"),
    ('("a\0b")', 3, "zero byte"),
    ('"a\\\nb"', 2, "backslash"),
    (r'"ab\x"', 3, "escape"),
    (r'(a,"ab\000")', 6, "escape"),
    (r'{a="b\q";}', 5, "escape"),
    (r'"\12"', 1, "escape"),
    (r'''"\u'110000'"''', 1, "escape"),
    (r'''"\u'D800'"''', 1, "escape"),
    (r'"\u41"', 1, "escape"),
    ("[QUI", 0, "does not end"),
    ("(a,[Q])", 3, "base64"),
    ("{k=[QUI*];}", 3, "base64"),
    ("[Ü]", 0, "base64"),
    ("[====]", 0, "base64"),
    ("#" + "9" * 400, 0, "too large"),
    ("#" + "9" * 5000, 0, "too large"),
    ("(#0x%s)" % ("F" * 2000), 1, "too large"),
    ("#%s.0" % ("9" * 400), 0, "too large"),
    ("(#I[10.0.44.256])", 1, "IP address"),
    ("#I[]", 0, "IP address"),
    ("#I[10.0.44.55]:65536", 0, "IP address"),
    ("#I[1::2::3]", 0, "IP address"),
    ("(a", 2, "the text ends"),
    ("(a b)", 3, "expected , or )"),
    ('(a "b")', 3, "expected , or )"),
    ("(a;b)", 2, "expected , or )"),
    ("(a=b)", 2, "expected , or )"),
    ("(,)", 1, "a value"),
    ("(a,,b)", 3, "a value"),
    ("(a}", 2, "expected , or )"),
    ("{a=b", 4, "the text ends"),
    ("{a=b,c=d}", 4, "expected ; or }"),
    ("{a=(b),}", 6, "expected ; or }"),
    ("{a=b c=d}", 5, "expected ; or }"),
    ("{a=b)", 4, "expected ; or }"),
    ("{a;}", 2, "= after a key"),
    ("{a}", 2, "= after a key"),
    ("{(a)=b;}", 1, "a key"),
    ("{=b;}", 1, "a key"),
    ("{;}", 1, "a key"),
    ("{a=;}", 3, "a value"),
    ("{a=b;;}", 5, "a key"),
    ("{a=#(b;}", 3, "does not end"),
    ("<a>", 0, "does not end"),
    ("(<a></b>)", 4, "closes nothing"),
    ("</a>", 0, "closes nothing"),
    ("<a", 0, "does not end"),
    ("<a b='>", 5, "attribute"),
    ("<a><!-- </a>", 3, "does not end"),
    ("<a><", 3, "does not end"),
    ("< a/>", 0, "without a name"),
    ("<!-- --> text <a/>", 8, "text stands before"),
    ("<a b='\0'/>", 5, "zero byte"),
    ("<a>\0</a>", 3, "zero byte"),
    ("<user@example.com>", 0, "does not end"),
    ("#(a", 0, "does not end"),
    ('#(")', 2, "does not end"),
    ("#(a\0)", 3, "zero byte"),
]


@pytest.mark.parametrize("text, position, reason", MISTAKES)
def test_a_mistake_is_told_with_its_place(text, position, reason):
    with pytest.raises(data.DataError) as caught:
        data.parse(text)
    assert caught.value.position == position
    assert reason in caught.value.message
    assert " at position %d" % position in caught.value.message


def test_the_excerpt_is_short_and_on_one_line():
    with pytest.raises(data.DataError) as caught:
        data.parse("{a=b;\n*this\nis wrong and long and longer;}")
    assert caught.value.excerpt == r"'*this\nis wrong and long '"
    assert caught.value.excerpt in str(caught.value)
    assert "\n" not in str(caught.value)


@pytest.mark.parametrize("read", [data.parse, data.scan])
@pytest.mark.parametrize(
    "text", ["{Password=secret*;}", r'"secret\x"', "#(secret", "[secret*]", "<secret>", "(secret/*"]
)
def test_no_part_of_a_secret_in_the_error(read, text):
    with pytest.raises(data.DataError) as caught:
        read(text, excerpt=False)
    assert "secret" not in repr(caught.value) + str(caught.value)
    assert caught.value.excerpt == ""


NESTINGS = [
    ("(", "a", ")"),
    ("{a=", "a", ";}"),
    ("({a=", "a", ";})"),
    ("{a=(", "a", ");}"),
    ("<a>", "", "</a>"),
    ("#(", "a", ")"),
]


@pytest.mark.parametrize("opening, inside, closing", NESTINGS)
@pytest.mark.parametrize("read", [data.parse, data.scan])
def test_nesting_is_limited(read, opening, inside, closing):
    with pytest.raises(data.DataError, match="more than 200 levels"):
        read(opening * 100_000 + inside + closing * 100_000)
    with pytest.raises(data.DataError, match="more than 200 levels"):
        read(opening * 100_000)


@pytest.mark.parametrize("opening, closing", [("(", ")"), ("{a=", ";}"), ("{a=", "}")])
def test_two_hundred_levels_are_read_and_written(opening, closing):
    value = data.parse(opening * 200 + "b" + closing * 200)
    assert data.parse(data.write(value)) == value
    assert data.from_json(data.to_json(value)) == value
    with pytest.raises(data.DataError, match="more than 200 levels"):
        data.parse(opening * 201 + "b" + closing * 201)


@pytest.mark.parametrize("opening, closing", [("(", ")"), ("{a=", ";}")])
def test_an_array_is_a_level_too_wherever_it_stands(opening, closing):
    data.parse(opening * 199 + "(a,b)" + closing * 199)
    with pytest.raises(data.DataError, match="more than 200 levels"):
        data.parse(opening * 200 + "(a,b)" + closing * 200)


@pytest.mark.parametrize(
    "text",
    [
        "(" + "a," * 50_000,
        "(" + '"a" ' * 50_000,
        "(" + '"a\\e",' * 50_000 + "*",
        "(" + "(a,b)," * 50_000 + "*",
        "(" + "(a,b,(c,d),*" * 190,
        "{" + "a=b;" * 50_000,
        "{" + '"a"' * 50_000,
        '"' + "\\" * 100_001,
        '"' + "\\e" * 100_000,
        "[" + "A " * 50_000,
        "a" * 100_000 + "*",
        " " * 100_000 + "*",
        "(a" + " " * 100_000 + "*",
        "/*" + "/" * 50_000 + "*" * 50_000,
        "/**/" * 50_000 + "/",
        "//\n" * 50_000 + "/",
        "<a " + "b='c' " * 50_000,
        "<a>" + "<b/>" * 50_000,
        "<a>" + "<!-- -->" * 50_000,
        "<" * 50_000,
        '#("' + '"("' * 50_000,
        "#I[" * 50_000,
    ],
    ids=lambda text: text[:12],
)
def test_long_texts_with_a_mistake_at_the_end(text):
    """Work in proportion to the square of the length would not end."""
    with pytest.raises(data.DataError):
        data.parse(text)
    with pytest.raises(data.DataError):
        data.parse("(x,{k=" + text)


def test_long_texts_are_read():
    assert data.parse('"%s"' % (r"\e\"" * 50_000)) == '\n"' * 50_000
    assert data.parse("(%s)" % ",".join(["a"] * 50_000)) == ["a"] * 50_000
    assert data.parse("{a=(%s);}" % ",".join(['"b c"'] * 1000)) == {"a": ["b c"] * 1000}
    assert data.parse('{a="%s";}' % (r"\t\"" * 1000)) == {"a": '\t"' * 1000}
