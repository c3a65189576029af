# Copyright (c) 2026 the communigate.pro authors
# GNU General Public License v3.0+ (see LICENSE or https://www.gnu.org/licenses/gpl-3.0.txt)
# SPDX-License-Identifier: GPL-3.0-or-later
"""Getting into the HTTP realm: the login, what is no realm, clear text, TLS, proxies, and peers that mean no good."""

from __future__ import annotations

import base64
import contextlib
import re
import threading
import time
from typing import Any
from urllib.parse import quote

import pytest
from ansible_collections.communigate.pro.plugins.module_utils.connector import tcp
from ansible_collections.communigate.pro.plugins.module_utils.connector.endpoint import Endpoint
from ansible_collections.communigate.pro.plugins.module_utils.connector.errors import (
    CgpError,
    CliError,
    ConnectionFailed,
    ConnectionLost,
    LoginFailed,
    OutOfStep,
    ServerAway,
    SurplusReply,
)
from ansible_collections.communigate.pro.plugins.module_utils.connector.http.way import Way, proxy_of
from ansible_collections.communigate.pro.plugins.module_utils.connector.session import Credentials, Session
from ansible_collections.communigate.pro.tests.unit.connector.certificates import Authority
from ansible_collections.communigate.pro.tests.unit.connector.scripted_realm import CLOSE, Realm, bare, opened, response
from ansible_collections.communigate.pro.tests.unit.connector.scripted_server import (
    LOGIN,
    PASSWORD,
    Peer,
    Say,
    ScriptedServer,
)

TOKEN = base64.b64encode(("%s:%s" % (LOGIN, PASSWORD)).encode()).decode()
PAGE = (
    "<!DOCTYPE html><html><head><title>Sign in</title><style>p {}</style></head>"
    "<body><h1>Welcome &amp; sign in</h1><script>x()</script><p>Your password was %s, Basic %s</p></body></html>"
    % (PASSWORD, TOKEN)
)
QUESTIONS = 2  # at the beginning of each session
EVIL = "Basic %s, %s, command=ECHO" % (TOKEN, PASSWORD)


def failure(answer: bytes, **options: Any) -> CgpError:
    """The error of a session whose first question is so answered."""
    with Realm(lambda command, connection: answer + CLOSE, None) as realm:
        session = realm.session(**options)
        with pytest.raises(CgpError) as caught:
            session.one(Say("NOOP"))
        assert len(realm.commands) <= 2  # the question is all that was asked
    return caught.value


HEADS = {
    "endless header": b"HTTP/1.1 200 OK\r\n" + b"X: y\r\n" * 20000,
    "endless line": b"HTTP/1.1 200 OK\r\nX: " + b"y" * 100000,
    "endless status": b"HTTP/1.1 200 " + b"y" * 100000,
    "endless go-ahead": b"HTTP/1.1 100 Continue\r\n\r\n" * 5000,
    "endless trailer": b"HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n\r\n0\r\n" + b"X: y\r\n" * 20000,
    "endless chunk line": b"HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n\r\n1;" + b"x" * 100000,
    "huge chunk": b"HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n\r\nfffffffffff\r\n",
    "monstrous chunk": b"HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n\r\n" + b"f" * 40 + b"\r\n",
    "negative chunk": b"HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n\r\n-1\r\n",
    "long chunk": b"HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n\r\n3\r\n201 (a)\r\n0\r\n\r\n",
    "huge length": b"HTTP/1.1 200 OK\r\nContent-Length: 99999999999\r\n\r\n",
    "monstrous length": b"HTTP/1.1 200 OK\r\nContent-Length: " + b"9" * 5000 + b"\r\n\r\n",
    "negative length": b"HTTP/1.1 200 OK\r\nContent-Length: -1\r\n\r\n",
    "no length": b"HTTP/1.1 200 OK\r\nContent-Length: x\r\n\r\n",
    "two lengths": b"HTTP/1.1 200 OK\r\nContent-Length: 8\r\nContent-Length: 9\r\n\r\n201 (a)\r\n",
    "length and chunks": b"HTTP/1.1 200 OK\r\nContent-Length: 3\r\nTransfer-Encoding: chunked\r\n\r\n0\r\n\r\n",
    "another coding": b"HTTP/1.1 200 OK\r\nTransfer-Encoding: gzip, chunked\r\n\r\n0\r\n\r\n",
    "more than the length": response("201 (a)\r\n") + b"HTTP/1.1 200 OK\r\n\r\n",
    "other protocol": b"HTTP/1.1 101 Switching Protocols\r\nUpgrade: x\r\n\r\n",
    "other version": b"HTTP/2 200\r\n\r\n",
    "folded header": b"HTTP/1.1 200 OK\r\nX: a\r\n b\r\n\r\n",
    "PWD": b"200 mail.example.com CommuniGate Pro PWD Server ready\r\n",
    "SSH": b"SSH-2.0-OpenSSH_9.2\r\n",
    "TLS alert": b"\x15\x03\x01\x00\x02\x02\x46",
    "nothing": b"",
    "half": b"HTTP/1.1 200 OK\r\nContent-Length: 100\r\n\r\n201 (",
}
PAGES = {
    "refused": response(EVIL, "401 Unauthorized"),
    "forbidden": response(EVIL, "403 Forbidden"),
    "missing": response(PAGE, "404 Not Found", "Content-Type: text/html"),
    "method": response(EVIL, "405 Method Not Allowed"),
    "proxy": response(EVIL, "407 Proxy Authentication Required"),
    "gateway": response(PAGE, "502 Bad Gateway"),
    "redirect": response(EVIL, "302 Found", "Location: https://u:%s@other.example/sign?in=%s#x" % (PASSWORD, TOKEN)),
    "redirect to nowhere": response("", "307 Temporary Redirect"),
    "page": response(PAGE),
    "plain page": response("<p>hello</p>", "200 OK", "Content-Type: text/html; charset=utf-8"),
    "page of an error": response(PAGE, "500 Internal Server Error"),
    "other service": response('{"error": "%s"}' % EVIL),
    "greeting": response("hello world"),
    "compressed": response(b"\x1f\x8b\x08", "200 OK", "Content-Encoding: gzip"),
}


@pytest.mark.parametrize("sort", [*HEADS, *PAGES])
def test_what_is_no_realm_is_one_clear_error_without_a_secret(sort: str, capfd: Any) -> None:
    error = failure({**HEADS, **PAGES}[sort])
    assert isinstance(error, LoginFailed if sort == "refused" else ConnectionFailed)
    assert not isinstance(error, ConnectionLost)
    assert error.hint and "\n" not in str(error) and len(str(error)) < 600
    assert "127.0.0.1:" in error.message
    for secret in (PASSWORD, TOKEN, "Orchard7", "ECHO", "<", "script", "style"):
        assert secret not in str(error) + repr(error)
    assert capfd.readouterr() == ("", "")


@pytest.mark.parametrize(("sort", "words"), [
    ("refused", "the login of %s was refused" % re.escape(LOGIN)), ("missing", "404 Not Found.*http_path"),
    ("forbidden", "403 Forbidden.*HTTP User"), ("page", "page for browsers came.*Welcome & sign in.*8100"),
    ("redirect", "302 Found to https://other.example/sign\\)"), ("compressed", "compressed"),
    ("PWD", "no HTTP response.*8100"), ("gateway", "502 Bad Gateway"), ("greeting", "hello world"),
    ("method", "something else answers"), ("half", "before the response was complete"),
])
def test_the_error_says_what_it_was(sort: str, words: str) -> None:
    assert re.search(words, str(failure({**HEADS, **PAGES}[sort])))


def test_who_is_away_may_come_back() -> None:
    assert isinstance(failure(PAGES["gateway"]), ServerAway)
    assert isinstance(failure(HEADS["nothing"]), ServerAway)
    with Realm(lambda command, connection: b"") as realm:
        realm.take_no_more()
        with pytest.raises(ServerAway, match="8100"):
            opened(realm.session())


@pytest.mark.parametrize("sort", PAGES)
def test_the_same_between_two_commands_is_a_loss_and_shows_no_secret(sort: str) -> None:
    """A page in the place of an answer: what became of the command is not known; a status of 500 is a refusal."""
    refusals = {"other service", "page of an error"}  # data that cannot be read, and a status of 500

    def answer(command: str, connection: int) -> bytes:
        return response("201 a\r\n") if command == "ECHO a" else PAGES[sort]

    with Realm(answer) as realm, realm.session() as session:
        assert session.one(Say("ECHO a")) == "a"
        if sort in refusals:
            with pytest.raises(CliError):
                session.one(Say("CREATEACCOUNT hidden"))
            return
        with pytest.raises(ConnectionLost) as caught:
            session.one(Say("CREATEACCOUNT hidden"))
        for secret in (PASSWORD, TOKEN, "Orchard7", "hidden", "Welcome"):
            assert secret not in str(caught.value)
        assert realm.commands == ["ECHO a", "CREATEACCOUNT hidden"]
        assert session.one(Say("ECHO a")) == "a"


def test_a_login_that_is_not_accepted_any_more() -> None:
    accepted = [True]

    def form(word: str) -> bytes:
        return response("201 %s\r\n" % word) if accepted[0] else response("", "401 Unauthorized")

    with Realm(lambda command, connection: response("", "401 Unauthorized"), form) as realm:
        session = realm.session()
        session.open()
        accepted[0] = False
        with pytest.raises(OutOfStep, match=r"^the login was refused .*login and password$"):
            session.one(Say("NOOP2"))
        with pytest.raises(LoginFailed, match="accepted before.*changed") as caught:
            session.one(Say("NOOP2"))
        assert caught.value.code == 401


@pytest.mark.parametrize("login", ["postmaster", "postmaster@example.com"])
def test_a_refused_login_without_a_domain_says_what_that_means_as_on_pwd(login: str) -> None:
    refusing = ScriptedServer(lambda peer: _request(peer) and peer.send(response("", "401 Unauthorized")))
    with refusing as server, pytest.raises(LoginFailed, match="refused") as caught:
        opened(server.session(transport="http", credentials=Credentials(login, PASSWORD)))
    assert ("name@domain" in caught.value.hint) == ("@" not in login)


def test_what_comes_behind_a_response_is_out_of_step() -> None:
    behind = b"HTTP/1.1 200 OK\r\nContent-Length: 3\r\n\r\n201"
    with Realm(lambda command, connection: response("201 a\r\n") + behind) as realm:
        session = realm.session()
        with pytest.raises(OutOfStep, match="more than the length"):
            session.one(Say("GETX"))


def questions(peer: Peer) -> None:
    """Answer what a session asks at its beginning."""
    word = re.search(rb"command=ECHO\+(\w+)", _request(peer)).group(1)  # type: ignore[union-attr]
    peer.send(response("201 %s\r\n" % word.decode()))
    _request(peer)
    peer.send(response("200 OK\r\n"))


def late(peer: Peer, behind: bytes) -> None:
    """Answer the session's questions and a command, send something more when that has been taken, and hang up."""
    questions(peer)
    _request(peer)
    peer.send(response("201 a\r\n"))
    _ready.wait(60)
    peer.send(behind)
    peer.close()
    _sent.set()


_ready, _sent = threading.Event(), threading.Event()


def _request(peer: Peer) -> bytes:
    request = b""
    while b"command=" not in request:
        request += peer.read_write()
    return request


def again(peer: Peer) -> None:
    _request(peer)
    peer.send(response("201 b\r\n"))


@pytest.mark.parametrize("behind", [b"", b"HTTP/1.1 408 Request Timeout\r\nConnection: close\r\n\r\n"])
def test_a_server_may_hang_up_on_whoever_is_silent(behind: bytes) -> None:
    _ready.clear(), _sent.clear()
    with ScriptedServer(lambda peer: late(peer, behind), again) as server:
        session = server.session(transport="http")
        assert session.one(Say("ECHO a")) == "a"
        _ready.set()
        _sent.wait(60)
        assert session.one(Say("ECHO b")) == "b"
        session.close()


@pytest.mark.parametrize("behind", [b"HTTP/1.1 200 OK\r\nContent-Length: 0\r\n\r\n", b",b)\r\n"])
def test_what_comes_late_and_unasked_is_no_answer_to_the_next_command(behind: bytes) -> None:
    _ready.clear(), _sent.clear()
    with ScriptedServer(lambda peer: late(peer, behind)) as server:
        session = server.session(transport="http")
        assert session.one(Say("ECHO a")) == "a"
        _ready.set()
        _sent.wait(60)
        with pytest.raises(SurplusReply):
            session.one(Say("ECHO b"))


@pytest.mark.parametrize("end", [Session.prove, lambda session: session.__exit__(None, None, None)])
def test_what_comes_behind_the_last_answer_is_told_at_the_end(end: Any) -> None:
    """One answer too many may have been the one to an earlier command: the task must not be called done."""
    _ready.clear(), _sent.clear()
    with ScriptedServer(lambda peer: late(peer, response("201 c\r\n"))) as server:
        session = server.session(transport="http")
        assert session.one(Say("ECHO a")) == "a"
        _ready.set()
        _sent.wait(60)
        with pytest.raises(SurplusReply):
            end(session)


# --- what is refused before anything is sent

@pytest.mark.parametrize(("options", "words"), [
    ({"credentials": Credentials("post:master", "x")}, "colon"), ({"credentials": Credentials("", "x")}, "empty"),
    ({"credentials": Credentials("a\r\nX: y", "x")}, "login"),
    ({"credentials": Credentials("a", "x\r\nX: y")}, "password"),
    ({"credentials": Credentials("a", "")}, "password"), ({"login_method": "apop"}, "login_method"),
    ({"http_path": "/CLI/ HTTP/1.1\r\nX: y"}, "http_path"), ({"http_path": "CLI"}, "http_path"),
    ({"http_path": "/CLI/\n"}, "http_path"),
    ({"http_path": "/CLI/?command=x"}, "http_path"), ({"http_path": "/\u00e9"}, "http_path"),
])
def test_what_cannot_be_sent_is_refused_before_anything_is(options: dict[str, Any], words: str) -> None:
    with Realm(lambda command, connection: b"") as realm:
        with pytest.raises(CgpError, match=words):
            opened(realm.session(**options))
        assert realm.connections == 0


def test_names_and_passwords_in_any_letters() -> None:
    credentials = Credentials("j\u00f6rg@example.com", "a:b \u00e9\U0001f600")
    token = base64.b64encode(("%s:%s" % (credentials.login, credentials.password)).encode()).decode()
    seen = []

    def script(peer: Peer) -> None:
        seen.append(_request(peer))
        peer.send(response("", "401 Unauthorized") + CLOSE.replace(CLOSE, b""))

    with ScriptedServer(script) as server, pytest.raises(LoginFailed):
        opened(server.session(transport="http", credentials=credentials))
    assert b"\r\nAuthorization: Basic %s\r\n" % token.encode() in seen[0]


def test_clear_text_leaves_this_machine_only_if_that_is_allowed(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(tcp, "leads_to_loopback", lambda sock: False)
    with Realm(lambda command, connection: response("200 OK")) as realm:
        with pytest.raises(LoginFailed, match="clear text.*https.*allow_cleartext"):
            opened(realm.session())
        assert realm.requests == []
        opened(realm.session(allow_cleartext=True))
        assert len(realm.requests) == QUESTIONS


def test_no_secret_shows_in_what_a_session_is_made_of() -> None:
    with Realm(lambda command, connection: response("200 OK"), bare) as realm, realm.session() as session:
        session.open()
        for made in (session, session._access, session._link, session._access.endpoint):
            assert PASSWORD not in repr(made) and TOKEN not in repr(made)


def test_no_secret_shows_in_what_a_proxy_is_told(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("http_proxy", "http://%s:%s@127.0.0.1:1" % (quote(LOGIN), quote(PASSWORD)))
    monkeypatch.delenv("no_proxy", raising=False)
    way = Way(Endpoint("cgp.example", transport="http", http_proxy_from_env=True), lambda: Endpoint("cgp.example"))
    assert TOKEN in str(way.fields)
    assert TOKEN not in repr(way._proxy)


# --- TLS

@pytest.fixture(scope="module")
def authority(tmp_path_factory: pytest.TempPathFactory) -> Authority:
    return Authority(tmp_path_factory.mktemp("ca"), "a root")


def test_https_is_verified_as_tls_is(authority: Authority) -> None:
    trusted = {"transport": "https", "tls_ca_file": str(authority.file), "tls_server_name": "mail.example.com"}
    context = authority.server_context("mail.example.com")
    with ScriptedServer(questions, tls=context) as server:
        opened(server.session(**trusted))
    with ScriptedServer(questions, tls=context) as server:
        opened(server.session(transport="https", tls_verify=False))
    for wrong in ({"tls_server_name": "other.example"}, {"tls_ca_file": None}):
        with ScriptedServer(questions, tls=context) as server, pytest.raises(ConnectionFailed, match="certificate"):
            opened(server.session(**{**trusted, **wrong}))


@pytest.mark.parametrize("takes_leave", [True, False])
def test_what_only_the_end_completes_is_whole_only_if_tls_says_that_it_is_the_end(
    authority: Authority, takes_leave: bool
) -> None:
    """Whoever is on the way can cut a connection, and cannot say its farewell."""
    trusted = {"transport": "https", "tls_ca_file": str(authority.file), "tls_server_name": "mail.example.com"}

    def first(peer: Peer) -> None:
        questions(peer)
        assert b"GETDOMAINALIASES" in _request(peer)
        peer.send(b"HTTP/1.1 200 OK\r\n\r\n201 (a,b)\r\n")
        if takes_leave:
            peer.end_tls()

    scripts = [first] if takes_leave else [first, questions]
    with ScriptedServer(*scripts, tls=authority.server_context("mail.example.com")) as server:
        session = server.session(**trusted)
        if takes_leave:
            assert session.one(Say("GETDOMAINALIASES")) == ["a", "b"]
        else:
            with pytest.raises(ConnectionLost, match="cut off without the end of TLS"):
                session.one(Say("GETDOMAINALIASES"))
            session.open()
        session.close()


def test_https_to_a_port_without_tls_and_http_to_one_with_it(authority: Authority) -> None:
    plain = ScriptedServer(lambda peer: peer.send(b"HTTP/1.1 400 x\r\n\r\n"))
    with plain as server, pytest.raises(ConnectionFailed, match="TLS.*transport to http "):
        opened(server.session(transport="https"))
    with ScriptedServer(lambda peer: None, tls=authority.server_context("mail.example.com")) as server:
        with pytest.raises(ConnectionFailed) as caught:
            opened(server.session(transport="http"))
        assert "https" in caught.value.hint or "transport" in caught.value.hint


# --- proxies

def test_a_proxy_of_the_environment_is_used_only_if_that_is_asked_for(monkeypatch: pytest.MonkeyPatch) -> None:
    with Realm(lambda command, connection: b"") as proxy, Realm(lambda command, connection: b"") as realm:
        monkeypatch.setenv("http_proxy", "http://jack:pass%%20word@127.0.0.1:%d" % proxy.port)
        monkeypatch.delenv("no_proxy", raising=False)
        opened(realm.session())
        assert (len(realm.requests), len(proxy.requests)) == (QUESTIONS, 0)
        with pytest.raises(LoginFailed, match="clear text"):
            opened(realm.session(http_proxy_from_env=True))
        assert proxy.requests == []
        opened(realm.session(http_proxy_from_env=True, allow_cleartext=True))
        assert (len(realm.requests), len(proxy.requests)) == (QUESTIONS, QUESTIONS)
        assert proxy.requests[0].startswith(b"POST http://127.0.0.1:%d/CLI/ HTTP/1.1\r\n" % realm.port)
        assert b"\r\nProxy-Authorization: Basic %s\r\n" % base64.b64encode(b"jack:pass word") in proxy.requests[0]


@pytest.mark.parametrize("where", ["https://proxy.example:1", "socks5://proxy.example", "http://proxy.example:x", "http://"])
def test_a_proxy_that_cannot_be_used(monkeypatch: pytest.MonkeyPatch, where: str) -> None:
    monkeypatch.setenv("http_proxy", where)
    monkeypatch.delenv("no_proxy", raising=False)
    with pytest.raises(ConnectionFailed, match="http_proxy_from_env") as caught:
        proxy_of(Endpoint("cgp.example", transport="http", http_proxy_from_env=True))
    assert "proxy.example" not in str(caught.value)


def test_hosts_that_the_environment_wants_to_be_reached_straight(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("https_proxy", "proxy.example:3128")
    monkeypatch.setenv("no_proxy", "cgp.example,.inner.example")
    for host, straight in (("cgp.example", True), ("a.inner.example", True), ("b.example", False)):
        proxy = proxy_of(Endpoint(host, transport="https", http_proxy_from_env=True))
        assert (proxy is None) == straight
        assert proxy is None or (proxy.host, proxy.port, proxy.login) == ("proxy.example", 3128, b"")


def tunnelling(peer: Peer, answer: bytes) -> bytes:
    lines = []
    while not lines or lines[-1] not in (b"\r", b""):
        lines.append(peer.read_line())
    peer.send(answer)
    return lines[0]


def test_a_tunnel_through_a_proxy_is_verified_to_the_server_itself(
    monkeypatch: pytest.MonkeyPatch, authority: Authority
) -> None:
    asked = []

    def proxy(peer: Peer) -> None:
        asked.append(tunnelling(peer, b"HTTP/1.1 200 Connection established\r\nVia: x\r\n\r\n"))
        context = authority.server_context("mail.example.com")
        with context.wrap_socket(peer._socket, server_side=True) as encrypted:
            questions(Peer(encrypted))

    monkeypatch.delenv("no_proxy", raising=False)
    with ScriptedServer(proxy) as server:
        monkeypatch.setenv("https_proxy", "http://127.0.0.1:%d" % server.port)
        endpoint = Endpoint(
            "mail.example.com", transport="https", tls_ca_file=str(authority.file), http_proxy_from_env=True
        )
        opened(Session(endpoint, Credentials(LOGIN, PASSWORD)))
    assert asked == [b"CONNECT mail.example.com:9100 HTTP/1.1\r"]


@pytest.mark.parametrize("answer", [b"HTTP/1.1 407 Login\r\n\r\n", b"HTTP/1.1 502 x\r\n\r\n", b"SSH-2.0\r\n", b""])
def test_a_proxy_that_does_not_lead_there(monkeypatch: pytest.MonkeyPatch, answer: bytes) -> None:
    monkeypatch.delenv("no_proxy", raising=False)
    with ScriptedServer(lambda peer: tunnelling(peer, answer) and None) as server:
        monkeypatch.setenv("https_proxy", "http://127.0.0.1:%d" % server.port)
        endpoint = Endpoint("mail.example.com", transport="https", http_proxy_from_env=True)
        with pytest.raises(ConnectionFailed, match="proxy of the environment.*http_proxy_from_env"):
            opened(Session(endpoint, Credentials(LOGIN, PASSWORD)))


def test_a_proxy_that_answers_byte_by_byte_without_an_end(monkeypatch: pytest.MonkeyPatch) -> None:
    """The time to connect is that of the whole answer, not of each piece of it."""
    monkeypatch.delenv("no_proxy", raising=False)

    def trickle(peer: Peer) -> None:
        with contextlib.suppress(OSError):
            for number in range(60_000):  # what is too long is refused for another reason
                peer.send(b"X" if number else b"HTTP/1.1 200 OK\r\nX: y")
                time.sleep(0.01)
            raise AssertionError("the client bore it")

    with ScriptedServer(trickle) as server:
        monkeypatch.setenv("https_proxy", "http://127.0.0.1:%d" % server.port)
        endpoint = Endpoint("mail.example.com", transport="https", http_proxy_from_env=True, connect_timeout=0.2)
        with pytest.raises(ConnectionFailed, match="proxy of the environment"):
            opened(Session(endpoint, Credentials(LOGIN, PASSWORD)))


def test_an_address_of_ip_version_6_in_requests() -> None:
    from ansible_collections.communigate.pro.plugins.module_utils.connector.http.request import head

    made = head(Endpoint("::1", transport="https"), b"/CLI/")
    assert b"\r\nHost: [::1]:9100\r\n" in made
