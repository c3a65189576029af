# Copyright (c) 2026 the communigate.pro authors
# GNU General Public License v3.0+ (see LICENSE or https://www.gnu.org/licenses/gpl-3.0.txt)
# SPDX-License-Identifier: GPL-3.0-or-later
"""AUTH CRAM-MD5 (RFC 2195; no transcript of a PWD server is known)."""

from __future__ import annotations

import base64
import hmac
import json
import re

import pytest
from ansible_collections.communigate.pro.plugins.module_utils.simulator.options import Options


@pytest.fixture
def options(tmp_path):
    return Options(port=0, main_domain="example.com", password="secret", journal=str(tmp_path / "journal"))


@pytest.fixture(autouse=True)
def accounts(admin):
    admin.do(b"CREATEACCOUNT bob {RealName=Bobby;}", b"SETACCOUNTPASSWORD bob PASSWORD pass")


def challenged(wire, word=b"AUTH CRAM-MD5"):
    """The challenge that the server asks with."""
    question = re.fullmatch(rb"300 ([A-Za-z0-9+/]+=*)", wire.ask(word))
    challenge = base64.b64decode(question.group(1))
    assert re.fullmatch(rb"<[0-9-]+\.[0-9]+@example\.com>", challenge)
    return challenge


def answer(challenge, name=b"bob", password=b"pass"):
    return base64.b64encode(name + b" " + hmac.new(password, challenge, "md5").hexdigest().encode())


@pytest.mark.parametrize("word", [b"AUTH CRAM-MD5", b"auth cram-md5", b"AUTH  Cram-Md5 "])
@pytest.mark.parametrize("name", [b"bob", b"bob@example.com", b"BOB@Example.COM"])
def test_a_digest_of_the_challenge_logs_in(connect, word, name):
    wire = connect()
    assert wire.ask(answer(challenged(wire, word), name)) == b"200 login OK"
    wire.ask(b"INLINE")
    assert wire.ask(b"GETACCOUNTONESETTING * RealName") == b"201 Bobby"


def test_each_challenge_is_another_one_and_good_once(connect):
    wire = connect()
    first = challenged(wire)
    assert wire.code(answer(first, password=b"wrong")) == 515
    second = challenged(wire)
    assert first != second and first not in wire.greeting
    assert wire.code(answer(first)) == 515
    challenged(wire)
    assert wire.code(answer(second)) == 515
    assert wire.ask(answer(challenged(wire))) == b"200 login OK"


@pytest.mark.parametrize("line", [b"*", b"", b"no base64", b"Ym9i", b"/////w==", b"NOOP"])
def test_what_is_no_answer_ends_the_exchange(connect, line):
    wire = connect()
    challenged(wire)
    assert wire.code(line) == 501
    assert wire.ask(b"NOOP") == b"500 please log in first"


@pytest.mark.parametrize("name", [b"nobody", b"bob@nowhere.example", b""])
def test_a_wrong_name_is_answered_like_a_wrong_password(connect, name):
    wire = connect()
    assert wire.code(answer(challenged(wire), name)) == 515


def test_a_password_that_is_stored_one_way_cannot_be_used(admin, connect):
    admin.do(b"UPDATEACCOUNTSETTINGS bob {PasswordEncryption=MD5;}", b"SETACCOUNTPASSWORD bob PASSWORD pass")
    wire = connect()
    assert wire.code(answer(challenged(wire))) == 515
    assert wire.login(b"bob", b"pass") == b"200 login OK"


def test_it_is_a_secure_method(admin, connect):
    admin.do(b"UPDATEACCOUNTSETTINGS bob {RequireAPOP=YES;}")
    wire = connect()
    assert wire.ask(answer(challenged(wire))) == b"200 login OK"


def test_the_journal_has_the_login_and_nothing_of_the_digest(connect, options):
    wire = connect()
    line = answer(challenged(wire))
    wire.ask(line)
    with open(options.journal, encoding="utf-8") as stream:
        text = stream.read()
    assert line.decode() not in text
    begun, ended = [json.loads(entry) for entry in text.splitlines()][-2:]
    assert (begun["verb"], begun["user"], begun["code"], begun["arguments"]) == ("AUTH", None, 300, {})
    assert (ended["verb"], ended["user"], ended["code"], ended["arguments"]) == ("AUTH", "bob@example.com", 200, {})
