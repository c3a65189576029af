# Copyright (c) 2026 the communigate.pro authors
# GNU General Public License v3.0+ (see LICENSE or https://www.gnu.org/licenses/gpl-3.0.txt)
# SPDX-License-Identifier: GPL-3.0-or-later
"""Files of known SSH hosts, as OpenSSH may have written them or somebody may have spoilt them."""

from __future__ import annotations

import base64
import random

import pytest

paramiko = pytest.importorskip("paramiko", reason="the tunnel needs the package paramiko")

from ansible_collections.communigate.pro.plugins.module_utils.connector.known_hosts import KnownKeys  # noqa: E402

KEY = paramiko.ECDSAKey.generate()
OTHER = paramiko.ECDSAKey.generate()
SALT = base64.b64encode(bytes(range(20))).decode()  # the same for all workers: what is hashed is part of tests' names
CERTIFICATE = paramiko.RSAKey.generate(1024)


def line(hosts, key=KEY, marker=""):
    return "%s%s %s %s a comment\n" % (marker and marker + " ", hosts, key.get_name(), key.get_base64())


def told(lines, host="bastion.example.com", port=22):
    """The keys that paramiko is told, and the name by which it looks for them."""
    known = paramiko.HostKeys()
    keys = KnownKeys(lines, host, port)
    keys.tell(known)
    name = host if port == 22 else "[%s]:%d" % (host, port)
    return keys, dict((known.lookup(name) or {}).items())


KNOWN = {KEY.get_name(): KEY}


@pytest.mark.parametrize(
    ("hosts", "port"),
    [
        ("bastion.example.com", 22),
        ("BASTION.example.com", 22),
        ("192.0.2.1,bastion.example.com", 22),
        ("*.example.com", 22),
        ("bastion?example.com", 22),
        ("[bastion.example.com]:2222", 2222),
        ("[*.example.com]:2222", 2222),
        (paramiko.HostKeys.hash_host("bastion.example.com", SALT), 22),
        (paramiko.HostKeys.hash_host("[bastion.example.com]:2222", SALT), 2222),
    ],
)
def test_names_that_mean_the_server(hosts, port):
    assert told([line(hosts)], port=port)[1] == KNOWN


@pytest.mark.parametrize(
    ("hosts", "port"),
    [
        ("bastion.example.org", 22),
        ("bastion", 22),
        ("*.example.com,!bastion.example.com", 22),
        ("[bastion.example.com]:2222", 22),
        ("bastion.example.com", 2222),
        ("[abc]astion.example.com", 22),
        (paramiko.HostKeys.hash_host("other.example.com", SALT), 22),
        ("|1|bm8=|", 22),
        ("|1|", 22),
        ("", 22),
    ],
)
def test_names_that_mean_another(hosts, port):
    assert told([line(hosts)], port=port)[1] == {}


def test_the_first_key_of_each_kind_counts():
    first, second = line("bastion.example.com"), line("bastion.example.com", OTHER)
    third = line("bastion.example.com", CERTIFICATE)
    assert told([first, second, third])[1] == {**KNOWN, "ssh-rsa": CERTIFICATE}


@pytest.mark.parametrize("hosts", ["bastion.example.com", "*", "[bastion.example.com]:2222", "*,!other.example.com"])
@pytest.mark.parametrize("order", [1, -1])
def test_a_revoked_key_is_none_of_the_servers(hosts, order):
    """Before or behind the line that makes it known."""
    lines = [line("[bastion.example.com]:2222"), line(hosts, marker="@revoked")][::order]
    keys, known = told(lines, port=2222)
    assert (keys.is_revoked(KEY), keys.is_revoked(OTHER), known) == (True, False, {})


def test_what_is_revoked_for_another_server_is_not_for_this_one():
    keys, known = told([line("bastion.example.com"), line("other.example.com", marker="@revoked")])
    assert (keys.is_revoked(KEY), known) == (False, KNOWN)


def test_a_certificate_authority_is_no_host():
    assert told([line("*.example.com", CERTIFICATE, marker="@cert-authority"), line("bastion.example.com")])[1] == KNOWN


UNREADABLE = (
    "bastion.example.com ssh-ed25519 AAA",
    "bastion.example.com ssh-ed25519 !!!!",
    "bastion.example.com ssh-ed25519 AAAAC3NzaC1lZDI1NTE5AAAAIA==",
    "bastion.example.com ssh-rsa %s" % KEY.get_base64(),
    "bastion.example.com ssh-rsa AAAA",
    "bastion.example.com ssh-dss AAAA",
    "bastion.example.com sk-ssh-ed25519@openssh.com AAAA",
    "bastion.example.com ssh-rsa %s" % base64.b64encode(b"\0\0\0\7ssh-rsa\xff\xff\xff\xff").decode(),
    "bastion.example.com",
    "bastion.example.com ssh-ed25519",
    "bastion.example.com 1024 35 1234567890",
    "@revoked",
    "@revoked bastion.example.com",
    "@revoked bastion.example.com ssh-ed25519 !!!!",
    "@no-such-marker bastion.example.com ssh-rsa %s" % CERTIFICATE.get_base64(),
    "|1|not base64|at all ssh-rsa AAAA",
    "# a comment",
    "   ",
    "\ufffd\ufffd\ufffd",
)


@pytest.mark.parametrize("unreadable", UNREADABLE)
def test_a_line_that_cannot_be_read_is_skipped(unreadable):
    keys, known = told([unreadable + "\n", line("bastion.example.com")])
    assert (keys.is_revoked(KEY), known[KEY.get_name()]) == (False, KEY)


def test_spoilt_files():
    """Whatever became of a file: what it says of the server is what it said before, or nothing."""
    chance = random.Random(1)
    good = "".join([line("bastion.example.com"), line("other.example.com", OTHER), line("*", OTHER, "@revoked")])
    for _number in range(300):
        spoilt = list(good)
        for _place in range(chance.randrange(1, 20)):
            spoilt[chance.randrange(len(spoilt))] = chr(chance.choice((0, 9, 32, 33, 64, 124, 0x41, 0xFFFD)))
        known = told("".join(spoilt).splitlines(keepends=True))[1]
        assert known in ({}, KNOWN)
