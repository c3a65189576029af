# Copyright (c) 2026 the communigate.pro authors
# GNU General Public License v3.0+ (see LICENSE or https://www.gnu.org/licenses/gpl-3.0.txt)
# SPDX-License-Identifier: GPL-3.0-or-later
"""--http-port and --https-port: the CLI realm of protocol.md section 8."""

from __future__ import annotations

import base64
import http.client
import json
import os
import re
import signal
import socket
import ssl
import subprocess
import sys
import threading
from urllib.parse import quote, quote_plus

import pytest
from ansible_collections.communigate.pro.plugins.module_utils.simulator.embedded import Embedded
from ansible_collections.communigate.pro.plugins.module_utils.simulator.options import Options
from ansible_collections.communigate.pro.plugins.module_utils.simulator.program import background, launch
from support.certificate import self_signed

LIMIT = 64 * 1024 * 1024
FORM = "application/x-www-form-urlencoded"


@pytest.fixture(scope="module")
def certificate(tmp_path_factory):
    return self_signed(tmp_path_factory.mktemp("tls"))


@pytest.fixture
def options(tmp_path):
    return Options(
        port=0, http_port=0, main_domain="example.com", password="secret", journal=str(tmp_path / "journal"),
        clock="fixed:2030-01-31T12:00:00",
    )


@pytest.fixture
def https_options(certificate):
    cert, key = certificate
    return Options(port=0, https_port=0, main_domain="example.com", password="secret", tls_cert=cert, tls_key=key)


class Client:
    """One HTTP connection that speaks as a user of the CLI realm."""

    def __init__(self, connection: http.client.HTTPConnection, login: str = "postmaster:secret") -> None:
        self.connection = connection
        self.headers = {"Authorization": "Basic " + base64.b64encode(login.encode()).decode()} if login else {}

    def request(self, method, path, body=None, **headers):
        """The status, the headers and the body of the response."""
        self.connection.request(method, path, body, dict(self.headers, **headers))
        response = self.connection.getresponse()
        return response.status, response.headers, response.read()

    def get(self, command: str) -> tuple[int, bytes]:
        status, _headers, body = self.request("GET", "/CLI/?command=" + quote(command))
        return status, body

    def post(self, command: str) -> tuple[int, bytes]:
        status, _headers, body = self.request(
            "POST", "/CLI/", "command=" + quote_plus(command), **{"Content-Type": FORM}
        )
        return status, body


@pytest.fixture
def client(simulator):
    """Makes connections to the HTTP port."""
    made = []

    def make(login: str = "postmaster:secret") -> Client:
        made.append(http.client.HTTPConnection(simulator.host, simulator.http_port, timeout=60))
        return Client(made[-1], login)

    yield make
    for connection in made:
        connection.close()


@pytest.fixture
def raw(simulator):
    """What comes back for some bytes until the server closes the connection."""
    def exchange(data: bytes) -> bytes:
        with socket.create_connection((simulator.host, simulator.http_port), timeout=60) as plain:
            plain.sendall(data)
            return b"".join(iter(lambda: plain.recv(65536), b""))

    return exchange


BASIC = b"Authorization: Basic cG9zdG1hc3RlcjpzZWNyZXQ=\r\n"  # postmaster:secret


def journal(options) -> list[dict]:
    with open(options.journal, encoding="utf-8") as stream:
        return [json.loads(line) for line in stream]


# --- commands

@pytest.mark.parametrize("ask", [Client.get, Client.post])
def test_data_come_bare_and_a_refusal_says_error(client, ask):
    wire = client()
    assert ask(wire, "LISTDOMAINS") == (200, b"(example.com)\r\n")
    assert ask(wire, "CREATEDOMAIN client1.com {MailToUnknown=Discarded;}") == (200, b"200 OK\r\n")
    assert ask(wire, "GETDOMAINSETTINGS client1.com") == (200, b"{MailToUnknown=Discarded;}\r\n")
    assert ask(wire, "CREATEDOMAIN client1.com") == (200, b"ERROR 500 domain with this name already exists\r\n")
    assert ask(wire, "NONSENSE")[1].startswith(b"ERROR 500 ")
    assert ask(wire, "CREATEACCOUNT")[1].startswith(b"ERROR 500 ")


@pytest.mark.parametrize("path", ["/CLI/", "/cli/"])
def test_the_realm_is_found_in_capitals_and_in_small_letters(client, path):
    assert client().request("GET", path + "?command=NOOP")[0] == 200


def test_the_response_is_plain_text_of_a_known_length(client):
    status, headers, body = client().request("GET", "/CLI/?command=ECHO%20%22%C3%A9%22")
    assert (status, body) == (200, b'"\xc3\xa9"\r\n')
    assert headers["Content-Type"] == "text/plain; charset=utf-8"
    assert headers["Content-Length"] == str(len(body))
    assert headers["Date"] == "Thu, 31 Jan 2030 12:00:00 GMT"


def test_a_command_name_in_small_letters_and_runs_of_spaces_are_accepted(client):
    wire = client()
    assert wire.post("createdomain client1.com") == (200, b"200 OK\r\n")
    command = "updatedomainsettings client1.com   {CertificateType=Test; SecureCertificate=[QUJD+/8=];}"
    assert wire.post(command) == (200, b"200 OK\r\n")
    assert b'SecureCertificate="[QUJD+/8=]";' in wire.get("GETDOMAINSETTINGS client1.com")[1]


def test_other_fields_are_not_looked_at(client):
    assert client().request("GET", "/CLI/?a=b&command=NOOP&c")[2] == b"200 OK\r\n"


@pytest.mark.parametrize("form", [
    "", "command", "command=", "command=+", "Command=NOOP", "command=NOOP&command=NOOP", "command=%FF", "x=NOOP",
])
def test_a_request_has_one_command(client, form):
    wire = client()
    assert wire.request("GET", "/CLI/?" + form)[0] == 400
    assert wire.request("POST", "/CLI/", form)[0] == 400
    assert wire.request("POST", "/CLI/?command=NOOP", form)[0] == 400
    assert wire.get("NOOP")[0] == 200


def test_a_command_is_one_line(client):
    assert client().post("NOOP\nNOOP")[1].startswith(b"ERROR 500 ")
    assert client().post("NOOP\r\n") == (200, b"200 OK\r\n")


def test_a_large_file_in_a_form(client):
    content = base64.b64encode(bytes(range(256)) * 8000).decode()
    wire = client()
    assert wire.post("WRITESTORAGEFILE postmaster FILE big DATA [%s]" % content) == (200, b"200 OK\r\n")
    assert wire.get("GETSTORAGEFILEINFO postmaster") == (200, b"(#2048000,#1)\r\n")


def test_state_is_shared_with_pwd(client, admin):
    admin.do(b"CREATEDOMAIN client1.com")
    assert client().get("LISTDOMAINS") == (200, b"(example.com,client1.com)\r\n")
    client().post("DELETEDOMAIN client1.com")
    assert admin.ask(b"LISTDOMAINS") == b"201 (example.com)"


def test_many_connections_at_once_lose_no_command(client, admin):
    def create(number: int) -> None:
        wire = client()
        for account in range(20):
            answers.append(wire.post("CREATEACCOUNT user%d-%d" % (number, account)))

    answers: list[tuple[int, bytes]] = []
    threads = [threading.Thread(target=create, args=(number,)) for number in range(10)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    assert answers == [(200, b"200 OK\r\n")] * 200
    assert admin.ask(b"LISTACCOUNTS").count(b"=macnt;") == 202  # pbx and postmaster among them


# --- who may

def test_a_password_is_needed(client):
    status, headers, body = client("").request("GET", "/CLI/?command=LISTDOMAINS")
    assert (status, body) == (401, b"401 Unauthorized\r\n")
    assert headers["WWW-Authenticate"].startswith('Basic realm="')


@pytest.mark.parametrize("login", [
    "postmaster:wrong", "nobody:secret", "postmaster", ":", "postmaster:", "postmaster@nowhere.example:secret",
])
def test_a_wrong_password_is_refused(client, login):
    wire = client(login)
    assert wire.get("LISTDOMAINS") == (401, b"401 Unauthorized\r\n")
    assert wire.post("CREATEDOMAIN client1.com") == (401, b"401 Unauthorized\r\n")
    assert client().get("LISTDOMAINS")[1] == b"(example.com)\r\n"


@pytest.mark.parametrize("value", ["Basic", "Basic !!!", "Basic /w==", "Bearer cG9zdG1hc3RlcjpzZWNyZXQ=", "x", ""])
def test_other_authentication_is_refused(client, value):
    wire = client("")
    assert wire.request("GET", "/CLI/?command=NOOP", Authorization=value)[0] == 401


def test_rights_are_those_of_the_user(client, admin):
    admin.do(b"CREATEACCOUNT bob {Password=pass;RealName=Bobby;}")
    bob = client("bob:pass")
    assert bob.get("LISTDOMAINS")[1].startswith(b"ERROR 510 ")
    assert bob.get("GETACCOUNTONESETTING * RealName") == (200, b"Bobby\r\n")


def test_a_bare_name_is_one_of_the_main_domain(client, admin):
    admin.do(
        b"CREATEDOMAIN client1.com", b"CREATEACCOUNT bob {Password=one;}",
        b"CREATEACCOUNT bob@client1.com {Password=two;RealName=Second;}",
    )
    assert client("bob:one").get("NOOP")[0] == 200
    assert client("bob:two").get("NOOP")[0] == 401
    assert client("bob@client1.com:two").get("GETACCOUNTONESETTING * RealName")[1] == b"Second\r\n"


def test_passwords_may_have_colons_and_other_characters(client, admin):
    admin.do('CREATEACCOUNT bob {Password="a:b é";}'.encode())
    assert client("bob:a:b é").get("NOOP")[0] == 200


@pytest.mark.parametrize("setting", [b"AccessModes=(100,PWD);", b"AccessModes=None;", b"RequireAPOP=YES;"])
def test_who_may_not_use_http_is_refused(client, admin, setting):
    admin.do(b"CREATEACCOUNT bob {Password=pass;%s}" % setting)
    assert client("bob:pass").get("NOOP")[0] == 401


def test_a_login_is_noted(client, admin):
    admin.do(b"CREATEACCOUNT bob {Password=pass;}")
    client("bob:pass").get("NOOP")
    info = admin.ask(b"GETACCOUNTINFO bob")
    assert b"LastLogin=#T31-01-2030_12:00:00;" in info and b"LastAddress=#I[127.0.0.1];" in info


# --- the journal

def test_each_request_is_a_session_in_the_journal(client, options):
    wire = client()
    wire.post("SETACCOUNTPASSWORD postmaster PASSWORD hidden")
    wire.headers = client("postmaster:hidden").headers
    wire.get("NOOP")
    client("postmaster:unseen").get("NOOP")
    entries = journal(options)
    assert [(entry["verb"], entry["user"], entry["code"]) for entry in entries] == [
        ("SETACCOUNTPASSWORD", "postmaster@example.com", 200), ("NOOP", "postmaster@example.com", 200),
        (None, None, 515),
    ]
    assert len({entry["session"] for entry in entries}) == 3
    assert not any(secret in json.dumps(entries) for secret in ("hidden", "unseen"))


# --- other requests

@pytest.mark.parametrize("path", ["/", "/CLI", "/CLI/x", "/x/CLI/", "/%43LI/"])
def test_there_is_nothing_else(client, path):
    wire = client()
    assert wire.request("GET", path + "?command=NOOP")[0] == 404
    assert wire.request("POST", path, "command=NOOP")[0] == 404
    assert wire.get("NOOP")[0] == 200


@pytest.mark.parametrize("method", ["HEAD", "PUT", "DELETE", "PATCH", "OPTIONS"])
def test_other_methods_are_not_allowed(client, method):
    wire = client()
    status, headers, body = wire.request(method, "/CLI/?command=CREATEDOMAIN+x.example", "command=NOOP")
    assert (status, headers["Allow"]) == (405, "GET, POST")
    assert body == (b"" if method == "HEAD" else b"405 Method Not Allowed\r\n")
    assert wire.get("LISTDOMAINS")[1] == b"(example.com)\r\n"


def test_a_body_needs_a_length(raw):
    reply = raw(b"POST /CLI/ HTTP/1.1\r\n" + BASIC + b"\r\ncommand=NOOP")
    assert reply.startswith(b"HTTP/1.1 411 ") and b"\r\nConnection: close\r\n" in reply


def test_a_body_in_chunks_is_not_taken(raw):
    reply = raw(
        b"POST /CLI/ HTTP/1.1\r\n" + BASIC + b"Transfer-Encoding: chunked\r\n\r\nc\r\ncommand=NOOP\r\n0\r\n\r\n"
    )
    assert reply.startswith(b"HTTP/1.1 501 ") and reply.count(b"HTTP/1.1") == 1


@pytest.mark.parametrize("length", [b"x", b"-1", b"1.5", b"0x10", b"1 1", b"\xb2"])
def test_a_length_is_a_number(raw, length):
    reply = raw(b"POST /CLI/ HTTP/1.1\r\n" + BASIC + b"Content-Length: " + length + b"\r\n\r\ncommand=NOOP")
    assert reply.startswith(b"HTTP/1.1 400 ")


def test_a_client_that_sends_too_much_all_the_same_can_read_the_refusal(client):
    wire = client()
    assert wire.request("POST", "/CLI/", b"x" * (LIMIT + 1))[0] == 413


@pytest.mark.parametrize("length", [b"%d" % (LIMIT + 1), b"9" * 5000])
def test_a_body_that_is_too_large_is_refused_before_it_comes(raw, length):
    reply = raw(b"POST /CLI/ HTTP/1.1\r\n" + BASIC + b"Content-Length: " + length + b"\r\n\r\n")
    assert reply.startswith(b"HTTP/1.1 413 ") and b"\r\nConnection: close\r\n" in reply


def test_a_body_of_the_greatest_length_is_taken(client):
    filler = "x" * (LIMIT - len("command=NOOP&x="))
    assert client().request("POST", "/CLI/", "command=NOOP&x=" + filler)[0] == 200


def test_a_connection_is_kept_and_requests_may_be_pipelined(raw):
    request = b"GET /CLI/?command=ECHO+%d HTTP/1.1\r\n" + BASIC
    last = request % 5 + b"Connection: close\r\n\r\n"
    reply = raw(b"".join(request % number + b"\r\n" for number in range(5)) + last)
    assert re.findall(rb"\r\n\r\n(\d)\r\n", reply) == [b"0", b"1", b"2", b"3", b"4", b"5"]


def test_a_client_that_waits_for_a_go_ahead_gets_one(simulator):
    with socket.create_connection((simulator.host, simulator.http_port), timeout=60) as plain:
        plain.sendall(b"POST /CLI/ HTTP/1.1\r\nExpect: 100-continue\r\nConnection: close\r\n")
        plain.sendall(BASIC + b"Content-Length: 12\r\n\r\n")
        assert plain.recv(100) == b"HTTP/1.1 100 Continue\r\n\r\n"
        plain.sendall(b"command=NOOP")
        assert b"".join(iter(lambda: plain.recv(65536), b"")).endswith(b"\r\n\r\n200 OK\r\n")


def test_http_1_0_clients_get_an_answer_and_the_end(raw):
    reply = raw(b"GET /cli/?command=NOOP HTTP/1.0\r\n" + BASIC + b"\r\n")
    assert reply.startswith(b"HTTP/1.1 200 ") and reply.endswith(b"\r\n\r\n200 OK\r\n")


@pytest.mark.parametrize("data", [
    b"nonsense with hidden words\r\n\r\n", b"GET /CLI/?command=hidden HTTP/9.9\r\n\r\n",
    b"GET /hidden" + b"x" * 70000 + b" HTTP/1.1\r\n\r\n", b"GET /CLI/ HTTP/1.1\r\n" + b"hidden: x\r\n" * 200 + b"\r\n",
    b"HIDDEN /CLI/ HTTP/1.1\r\n\r\n", b"\x16\x03\x01\x00\xa5\x01hidden\r\n\r\n", b"GET /CLI/?hidden HTTP/1.1 x\r\n\r\n",
])
def test_what_is_no_request_is_refused_without_an_echo(raw, client, data, capfd):
    reply = raw(data)
    assert re.match(rb"(HTTP/1.1 [45]\d\d |[45]\d\d [A-Z])", reply)
    assert b"hidden" not in reply.lower()
    assert client().get("NOOP")[0] == 200
    assert capfd.readouterr() == ("", "")


@pytest.mark.parametrize("data", [
    b"", b"GET /CLI/?command=CREATEDOMAIN+x.exam", b"POST /CLI/ HTTP/1.1\r\n" + BASIC,
    b"POST /CLI/ HTTP/1.1\r\n" + BASIC + b"Content-Length: 100\r\n\r\ncommand=CREATEDOMAIN+x.example",
])
def test_a_client_that_breaks_off_does_nothing_and_leaves_no_word(simulator, client, data, capfd):
    with socket.create_connection((simulator.host, simulator.http_port), timeout=60) as plain:
        plain.sendall(data)
        plain.shutdown(socket.SHUT_WR)
        while plain.recv(1000):
            pass
    assert client().get("LISTDOMAINS")[1] == b"(example.com)\r\n"
    assert capfd.readouterr() == ("", "")


def test_a_slow_client_keeps_nobody_waiting(simulator, client, admin):
    with socket.create_connection((simulator.host, simulator.http_port), timeout=60) as slow:
        slow.sendall(b"POST /CLI/ HTTP/1.1\r\n" + BASIC + b"Content-Length: 12\r\n\r\ncomm")
        assert client().get("NOOP")[0] == 200
        admin.do(b"NOOP")
        slow.sendall(b"and=NOOP")
        assert slow.recv(100).startswith(b"HTTP/1.1 200 ")


# --- HTTPS

def https(simulator, certificate) -> http.client.HTTPSConnection:
    context = ssl.create_default_context(cafile=certificate[0])
    return http.client.HTTPSConnection(simulator.host, simulator.https_port, timeout=60, context=context)


def test_commands_over_https(https_options, certificate):
    with Embedded(https_options) as simulator:
        assert simulator.http_port is None
        wire = Client(https(simulator, certificate))
        assert wire.get("LISTDOMAINS") == (200, b"(example.com)\r\n")
        assert wire.post("CREATEACCOUNT bob {Password=pass;RequireAPOP=YES;}") == (200, b"200 OK\r\n")
        wire.headers = Client(wire.connection, "bob:pass").headers
        assert wire.get("NOOP") == (200, b"200 OK\r\n")
        wire.connection.close()


def test_who_does_not_speak_tls_is_sent_away_without_a_word(https_options, certificate, capfd):
    with Embedded(https_options) as simulator:
        with socket.create_connection((simulator.host, simulator.https_port), timeout=60) as plain:
            plain.sendall(b"GET /CLI/?command=NOOP HTTP/1.1\r\n\r\n")
            plain.shutdown(socket.SHUT_WR)
            while plain.recv(1000):
                pass
        wire = Client(https(simulator, certificate))
        assert wire.get("NOOP")[0] == 200
        wire.connection.close()
    assert capfd.readouterr() == ("", "")


# --- beginning and end

def test_without_a_port_there_is_no_realm():
    with Embedded(Options(port=0, password="secret")) as simulator:
        assert (simulator.http_port, simulator.https_port) == (None, None)


def test_a_taken_port_keeps_the_simulator_from_starting(simulator):
    with pytest.raises(OSError), Embedded(Options(port=0, password="secret", http_port=simulator.http_port)):
        pass


def test_a_kept_connection_ends_with_the_simulator(options):
    with Embedded(options) as simulator:
        wire = Client(http.client.HTTPConnection(simulator.host, simulator.http_port, timeout=60))
        assert wire.get("NOOP")[0] == 200
        connection = wire.connection.sock
    assert connection.recv(1) == b""
    wire.connection.close()


def test_shutdown_is_answered(options):
    with Embedded(options) as simulator:
        wire = Client(http.client.HTTPConnection(simulator.host, simulator.http_port, timeout=60))
        assert wire.get("SHUTDOWN") == (200, b"200 OK\r\n")
        assert wire.connection.sock is None or wire.connection.sock.recv(1) == b""
        wire.connection.close()


def test_the_program_says_where_the_realm_is(certificate):
    cert, key = certificate
    process = subprocess.Popen(
        [sys.executable, "-m", launch.__name__, "--port", "0", "--http-port", "0", "--https-port", "0",
         "--tls-cert", cert, "--tls-key", key, "--password", "secret"],
        env=dict(os.environ, PYTHONPATH=background._search_path()),
        stdout=subprocess.PIPE, stderr=subprocess.PIPE, text=True,
    )
    try:
        lines = [process.stdout.readline() for _line in range(3)]
        assert [re.sub(r"\d+\n", "", line) for line in lines] == [
            "http on 127.0.0.1:", "https on 127.0.0.1:", "listening on 127.0.0.1:",
        ]
        wire = Client(http.client.HTTPConnection("127.0.0.1", int(lines[0].rpartition(":")[2]), timeout=60))
        assert wire.get("NOOP") == (200, b"200 OK\r\n")
        process.send_signal(signal.SIGTERM)
        assert process.wait(60) == 0
        wire.connection.close()
        assert process.communicate() == ("", "")
    finally:
        process.kill()
        process.communicate()


def test_the_pid_file_says_where_the_realm_is(tmp_path):
    options = Options(port=0, http_port=0, password="secret", pid_file=str(tmp_path / "pid"))
    try:
        started = background.start(options)
        assert started.https_port is None
        wire = Client(http.client.HTTPConnection(started.host, started.http_port, timeout=60))
        assert wire.get("NOOP") == (200, b"200 OK\r\n")
        wire.connection.close()
    finally:
        background.stop(options.pid_file)
