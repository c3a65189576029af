# Copyright (c) 2026 the communigate.pro authors
# GNU General Public License v3.0+ (see LICENSE or https://www.gnu.org/licenses/gpl-3.0.txt)
# SPDX-License-Identifier: GPL-3.0-or-later
"""The filters and the test: what templates get of them, and what they say to what is wrong."""

from __future__ import annotations

import base64
import datetime as dt
import random
from collections.abc import Callable
from importlib import import_module
from inspect import signature
from typing import Any

import pytest
from ansible.errors import AnsibleFilterError
from ansible.utils.display import Display
from ansible_collections.communigate.pro.plugins.module_utils.connector import data
from ansible_collections.communigate.pro.tests.unit.connector.data_spellings import (
    VALUES,
    spelled,
    with_system_line_ends,
)
from hypothesis import given
from hypothesis import strategies as st
from jinja2 import StrictUndefined, UndefinedError
from support import documentation
from support.checkout import ROOT
from support.key_material import certificate, common_name, der, pem, private_key, rsa_key

PLUGINS = "ansible_collections.communigate.pro.plugins"
FILTERS = sorted(path.stem for path in (ROOT / "plugins" / "filter").glob("*.py"))
SEEDS = st.integers(0, 2**32)
UTC = dt.timezone.utc


def filter_named(name: str) -> Callable[..., Any]:
    (there,) = import_module("%s.filter.%s" % (PLUGINS, name)).FilterModule().filters().items()
    assert there[0] == name
    return there[1]


from_cgp, to_cgp = filter_named("from_cgp"), filter_named("to_cgp")
cgp_bytes, cgp_seconds = filter_named("cgp_bytes"), filter_named("cgp_seconds")
cgp_time, cgp_certificate = filter_named("cgp_time"), filter_named("cgp_certificate")
cgp_same = import_module("%s.test.cgp_same" % PLUGINS).TestModule().tests()["cgp_same"]


# --- notation


@given(VALUES, st.sampled_from(["line", "file", "indented"]), st.sampled_from(["number", "tagged"]))
def test_what_is_written_is_read_as_the_same_and_the_other_way_round(value, layout, numbers):
    plain = data.to_json(with_system_line_ends(value))
    text = to_cgp(plain, layout=layout)
    assert from_cgp(text) == plain
    assert to_cgp(from_cgp(text, numbers=numbers), layout=layout) == text


@given(VALUES, SEEDS)
def test_a_file_that_is_read_and_written_is_the_same_to_the_letter(value, seed):
    text = spelled(value, random.Random(seed))
    assert to_cgp(from_cgp(text), like=text) == text
    assert to_cgp(from_cgp(text, numbers="tagged"), numbers="text", like=text) == text


def test_one_setting_is_changed():
    file = '{\n LogLevel = 3; // few\n Started = #T07-11-2026_16:53:05;\n Ports = (#25, 587);\n}\n'
    settings = from_cgp(file, numbers="tagged")
    assert settings == {
        "LogLevel": "3", "Started": {"$timestamp": "T07-11-2026_16:53:05"}, "Ports": [{"$number": 25}, "587"],
    }  # fmt: skip
    assert to_cgp({**settings, "LogLevel": 4}, numbers="text", like=file) == file.replace("= 3;", "= 4;")


TYPES = (
    "{n=#5;d=[aGFsbG8=];t=#T22-10-2009_15:24:45;a=(#I[10.0.44.55]:25,#I[2001:db8::1],#I[::1]:25);"
    'x=<a b="c"/>;z=#NULL#;}'
)


def test_what_yaml_has_no_type_for_is_told_as_asked():
    assert from_cgp(TYPES) == {
        "n": 5,
        "d": {"$datablock": "aGFsbG8="},
        "t": {"$timestamp": "T22-10-2009_15:24:45"},
        "a": [{"$address": "[10.0.44.55]:25"}, {"$address": "[2001:db8::1]"}, {"$address": "[::1]:25"}],
        "x": {"$xml": '<a b="c"/>'},
        "z": None,
    }
    assert from_cgp(TYPES, numbers="text", datablocks="text", timestamps="iso", addresses="text", xml="text") == {
        "n": "5",
        "d": "hallo",
        "t": "2009-10-22T15:24:45Z",
        "a": ["10.0.44.55:25", "2001:db8::1", "[::1]:25"],
        "x": '<a b="c"/>',
        "z": None,
    }
    assert from_cgp(TYPES, numbers="tagged", datablocks="base64")["n"] == {"$number": 5}
    assert from_cgp(TYPES, datablocks="base64")["d"] == "aGFsbG8="


def test_what_templates_have_besides_is_written():
    moment = dt.datetime(2026, 11, 30, 1, 2, 3, tzinfo=dt.timezone(dt.timedelta(hours=2)))
    assert to_cgp([True, None, dt.date(2026, 11, 30), moment, ("a",), b"hallo"]) == (
        "(YES,#NULL#,#T30-11-2026,#T29-11-2026_23:02:03,(a),[aGFsbG8=])"
    )
    assert to_cgp({"b": {"d": 1, "c": 2}, "a": [{"z": 1, "y": 2}]}, numbers="text", sort_keys=True) == (
        "{a=({y=2;z=1;});b={c=2;d=1;};}"
    )


# --- amounts


@pytest.mark.parametrize(
    ("size", "number"),
    [("5M", 5 << 20), ("1k", 1024), ("3G", 3 << 30), ("2T", 2 << 40), (" 0 ", 0), (17, 17), (17.0, 17),
     ({"$number": 5}, 5)],
)  # fmt: skip
def test_a_size_is_a_number_of_bytes(size, number):
    assert cgp_bytes(size) == number


@pytest.mark.parametrize(
    ("period", "number"), [("15", 15), ("30s", 30), ("1m", 60), ("2h", 7200), ("7d", 604800), ("1w", 604800), (5, 5)]
)
def test_a_period_is_a_number_of_seconds(period, number):
    assert cgp_seconds(period) == number


def test_what_has_no_limit_is_what_is_asked_for():
    assert [cgp_bytes(word) for word in ("unlimited", "-1", -1)] == [-1, -1, -1]
    assert cgp_bytes("unlimited", unlimited=None) is None
    assert [cgp_seconds("never"), cgp_seconds("never", never=10**9)] == [-1, 10**9]
    assert [cgp_bytes(word, as_setting=True) for word in (-1, "unlimited")] == ["unlimited"] * 2
    assert cgp_bytes(None, unlimited=None, as_setting=True) == "unlimited"
    assert [cgp_seconds(-1, as_setting=True), cgp_seconds(0, never=0, as_setting=True)] == ["never"] * 2


@given(st.integers(0, 2**60))
def test_a_setting_means_the_number_that_it_was_made_of(number):
    assert cgp_bytes(cgp_bytes(number, as_setting=True)) == number
    assert cgp_seconds(cgp_seconds(number, as_setting=True)) == number


def test_a_setting_has_the_largest_unit():
    assert [cgp_bytes(size, as_setting=True) for size in (0, 1023, 1536 << 10, "1024M", 1 << 40)] == [
        "0", "1023", "1536K", "1G", "1024G",
    ]  # fmt: skip
    assert [cgp_seconds(period, as_setting=True) for period in (0, 90, 3600, "24h", "1w")] == [
        "0", "90s", "1h", "1d", "7d",
    ]  # fmt: skip


# --- moments

MOMENTS = [
    "#T22-10-2009_15:24:45", "T22-10-2009_15:24:45", {"$timestamp": "T22-10-2009_15:24:45"}, "2009-10-22T15:24:45Z",
    "2009-10-22 15:24:45", "2009-10-22T17:24:45.25+02:00", "2009-10-22T10:54:45 -0430", 1256225085, 1256225085.9,
    dt.datetime(2009, 10, 22, 15, 24, 45), dt.datetime(2009, 10, 22, 15, 24, 45, tzinfo=UTC),
]  # fmt: skip


@pytest.mark.parametrize("moment", MOMENTS, ids=str)
def test_a_moment_is_the_same_in_every_form(moment):
    told = {form: cgp_time(moment, form) for form in ("iso", "datetime", "epoch", "cgp", "tagged")}
    assert told == {
        "iso": "2009-10-22T15:24:45Z",
        "datetime": "2009-10-22 15:24:45",
        "epoch": 1256225085,
        "cgp": "#T22-10-2009_15:24:45",
        "tagged": {"$timestamp": "T22-10-2009_15:24:45"},
    }


def test_days_and_the_remote_ones_stay_what_they_are():
    assert [cgp_time(day, "cgp") for day in ("2009-10-22", dt.date(2009, 10, 22))] == ["#T22-10-2009"] * 2
    assert [cgp_time("T22-10-2009", form) for form in ("iso", "datetime")] == ["2009-10-22", "2009-10-22 00:00:00"]
    assert [cgp_time(text) for text in ("#TPAST", "future", {"$timestamp": "TFUTURE"})] == ["past", "future", "future"]
    assert cgp_time("past", "cgp") == "#TPAST"
    assert cgp_time("0012-01-02") == "0012-01-02"


@given(st.datetimes(timezones=st.just(UTC)))
def test_every_moment_comes_back(moment):
    stamp = data.Timestamp.from_datetime(moment).wire()
    for form in ("iso", "datetime", "epoch", "tagged"):
        if stamp not in ("#TPAST", "#TFUTURE"):
            assert cgp_time(cgp_time(stamp, form), "cgp") == stamp


# --- certificates


def test_a_certificate_is_told_from_every_form():
    one = certificate(rsa_key(), "mail.example.com", dns_names=("Mail.example.com", "*.example.com"))
    text = base64.b64encode(der(one)).decode()
    forms = [pem(one), text, "[%s]" % text, {"$datablock": text}, der(one), "some words\n" + pem(one), text + "\n"]
    told = [cgp_certificate(form) for form in forms]
    assert told == [told[0]] * len(forms)
    assert told[0] == {
        "subject": "CN=mail.example.com",
        "names": ["mail.example.com", "*.example.com"],
        "alternative_names": ["DNS:Mail.example.com", "DNS:*.example.com"],
        "issuer": one.issuer.rfc4514_string(),
        "serial": one.serial_number.to_bytes((one.serial_number.bit_length() + 7) // 8, "big").hex().upper(),
        "not_before": one.not_valid_before_utc.strftime("%Y-%m-%dT%H:%M:%SZ"),
        "not_after": one.not_valid_after_utc.strftime("%Y-%m-%dT%H:%M:%SZ"),
        "fingerprint": told[0]["fingerprint"],
        "self_signed": False,
    }
    assert cgp_certificate(pem(certificate(rsa_key(), common_name("Somebody"))))["self_signed"]


def test_all_certificates_of_a_chain_are_told():
    one, other = certificate(rsa_key(), "one"), certificate(rsa_key(), "two")
    for chain in (pem(one, other), "[%s]" % base64.b64encode(der(one) + der(other)).decode()):
        assert [found["subject"] for found in cgp_certificate(chain, chain=True)] == ["CN=one", "CN=two"]
        assert cgp_certificate(chain)["subject"] == "CN=one"


# --- equality


@pytest.mark.parametrize(
    ("value", "other", "scope", "setting"),
    [
        ("100M", "102400K", "account", "MaxAccountSize"),
        (104857600, "100M", "account", "MaxAccountSize"),
        ("unlimited", "-1", "account", "MaxMailboxes"),
        (True, "Yes", "account", "RPOPAllowed"),
        ("3600", "1h", "account-prefs", "CalendarTimeSlice"),
        (["26", "Mail", "IMAP"], ["26", "IMAP", "Mail"], "account", "AccessModes"),
        ({"$number": 5}, "5", "", ""),
        ({"rpopallowed": False}, {"RPOPAllowed": "no"}, "account", ""),
        ({"Basic": {"MaxAccountSize": "1G"}}, {"Basic": {"MaxAccountSize": "1024M"}}, "account", "ServiceClasses"),
    ],
)
def test_values_that_mean_the_same_are_the_same(value, other, scope, setting):
    assert cgp_same(value, other, scope=scope, setting=setting)
    assert cgp_same(other, value, scope, setting)


@pytest.mark.parametrize(
    ("value", "other", "scope", "setting"),
    [
        ("yes", "YES", "account", "RealName"),
        ("100M", "100", "account", "MaxAccountSize"),
        ("1m", "60", "", ""),
        (["a", "b"], ["b", "a"], "", ""),
        (None, "", "account", "RealName"),
    ],
)
def test_values_that_do_not_are_not(value, other, scope, setting):
    assert not cgp_same(value, other, scope=scope, setting=setting)


def test_a_slip_of_the_pen_is_told(monkeypatch: pytest.MonkeyPatch):
    told: list[str] = []
    monkeypatch.setattr(Display, "warning", lambda _display, text, *_more, **_keywords: told.append(text))
    assert not cgp_same("1G", "1024m", "account", "MaxAcountSize")
    assert told == ["cgp_same: MaxAcountSize is not known: did you mean MaxAccountSize?"]
    assert cgp_same("1G", "1024M", "account", "OfTheSite")
    assert cgp_same("5", 5, "module:SMTP", "LogLevel")
    assert len(told) == 1


# --- mistakes

SECRET = "hunter2"
MISTAKES = {
    "from_cgp": [
        ((5,), "takes text, not int. A file is read with"),
        (({"a": 1},), "takes text, not dict"),
        (("",), "no data object: expected a value, but the text ends at position 0 (line 1, column 1)"),
        (("{\n a = b;\n Password = %s" % SECRET,), "(line 3, column "),
        (("{a=b} rest",), "more text after the data object"),
        (("{a=[%s!];}" % SECRET,), "not base64"),
        (("{a=(#5,[/w==]);}", "number", "text"), "a[1]: a datablock that is no text"),
        (("a", "digits"), "numbers has no such choice. It is one of number, tagged, text"),
        (("a", "number", SECRET), "datablocks has no such choice"),
    ],
    "to_cgp": [
        (({"a": [1.5]},), "a[0]: a number with a fraction cannot be written"),
        (({"a": {"b": "x\0"}},), "a.b: a string holds a zero byte"),
        (({5: SECRET},), "a key of type int"),
        (({"$password": SECRET},), "no such tag"),
        (({"a": object()},), "a: object is not a type of CommuniGate data"),
        (("a", "number", "wide"), "layout has no such choice. It is one of line, file, indented"),
        (("a", "number", "line", "perhaps"), "sort_keys must be true or false, not str"),
        (("a", "number", "file", False, "{}"), "like does not go with layout"),
        (("a", "number", "line", False, "{Password=%s" % SECRET), "like is no data object"),
        (("a", "number", "line", False, 5), "like takes text, not int"),
    ],
    "cgp_bytes": [
        ((SECRET,), "the text is no size. As in 5M"),
        (("5 GB",), "the text is no size"),
        (("5m",), "the text is no size"),
        ((-5,), "the text is no size"),
        ((True,), "a size is needed, not bool"),
        (([],), "a size is needed, not list"),
        (("default",), "the text is no size"),
    ],
    "cgp_seconds": [((SECRET,), "the text is no period. As in 1h"), (("1M",), "the text is no period")],
    "cgp_time": [
        ((SECRET,), "the text is no moment. It is #T22-10-2009_15:24:45"),
        (("2009-02-30",), "not a day of the calendar"),
        (("#T30-02-2009",), "not a day of the calendar"),
        (("2009-10-22T25:00",), "not a day of the calendar, or not a time of day"),
        ((10**18,), "out of the calendar"),
        ((float("nan"),), "out of the calendar"),
        ((float("inf"),), "out of the calendar"),
        (("0001-01-01T00:00+05:00",), "outside of the years"),
        (("2009-10-22T10:00+99:00",), "not a time of day"),
        (("past", "epoch"), "have no number of seconds"),
        (("2009-10-22", "unix"), "form has no such choice"),
        (([],), "a moment is needed, not list"),
        (({"$datablock": "aGFsbG8="},), "a moment is needed, not bytes"),
    ],
    "cgp_certificate": [
        ((SECRET,), "certificate"),
        (("[%s!]" % SECRET,), "the text is no certificate. It is PEM"),
        (("",), "the certificate is empty"),
        (("aGFsbG8=",), "certificate"),
        ((5,), "a certificate is needed, not int"),
        ((private_key(rsa_key()),), "the text has no certificate in PEM"),
        (("-----BEGIN CERTIFICATE-----\n%s!\n-----END CERTIFICATE-----" % SECRET,), "is not Base64"),
    ],
}


@pytest.mark.parametrize(
    ("name", "given_values", "message"), [(name, *case) for name, cases in MISTAKES.items() for case in cases]
)
def test_a_mistake_is_told_with_its_place_and_without_what_was_given(name, given_values, message):
    with pytest.raises(AnsibleFilterError) as told:
        filter_named(name)(*given_values)
    text = str(told.value)
    assert "communigate.pro.%s: " % name in text
    assert message in text
    assert SECRET not in text


@pytest.mark.parametrize("plugin", documentation.plugins("filter", "test"))
def test_the_documentation_names_the_options_and_their_defaults(plugin):
    """In their order, for whoever gives them without their names."""
    sort, name = plugin.split(".")
    page = documentation.documentation(plugin)
    function = filter_named(name) if sort == "filter" else cgp_same
    _input, *taken = signature(function).parameters.values()
    assert page["name"] == name
    assert page["positional"].split(", ") == [option.name for option in taken]
    told = {option: facts.get("default") for option, facts in page["options"].items()}
    defaults = {option.name: None if option.default in ("", option.empty) else option.default for option in taken}
    assert told == {"_input": None, **defaults}
    assert page["options"]["_input"]["required"]


@pytest.mark.parametrize("name", FILTERS)
def test_what_is_true_of_every_filter(name):
    """It says which options it takes, and leaves to Ansible what is not defined."""
    assert name in MISTAKES
    with pytest.raises(AnsibleFilterError, match="no_such_option") as told:
        filter_named(name)("5", no_such_option=1)
    assert "It takes: " in str(told.value)
    with pytest.raises(UndefinedError):
        filter_named(name)(StrictUndefined(name="nothing"))
    with pytest.raises(UndefinedError):
        filter_named(name)({"a": [StrictUndefined(name="nothing")]})


def test_a_scope_that_there_is_not():
    with pytest.raises(AnsibleFilterError, match=r"cgp_same: there is no scope acount\. Did you mean account\?"):
        cgp_same("1", "1", "acount")
    with pytest.raises(AnsibleFilterError, match="there is no scope mailboxes. There are account, "):
        cgp_same("1", "1", "mailboxes")
    deep: Any = "x"
    for _level in range(300):
        deep = [deep]
    with pytest.raises(AnsibleFilterError, match="levels of nesting"):
        to_cgp(deep)
