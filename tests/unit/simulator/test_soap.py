# Copyright (c) 2026 the communigate.pro authors
# GNU General Public License v3.0+ (see LICENSE or https://www.gnu.org/licenses/gpl-3.0.txt)
# SPDX-License-Identifier: GPL-3.0-or-later
"""SOAP on the path of the HTTP realm, as one client speaks it (evidence.md section 5), and what is no request of it."""

from __future__ import annotations

import http.client
import re
from base64 import b64encode
from xml.etree import ElementTree

import pytest
from ansible_collections.communigate.pro.plugins.module_utils.simulator.embedded import Embedded
from ansible_collections.communigate.pro.plugins.module_utils.simulator.network import soap
from ansible_collections.communigate.pro.plugins.module_utils.simulator.options import Options

ENVELOPE = (
    '<?xml version="1.0"?>%s<soap:Envelope xmlns:soap="http://schemas.xmlsoap.org/soap/envelope/">'
    "<soap:Header/><soap:Body>%s</soap:Body></soap:Envelope>"
)
HEADERS = {
    "Authorization": "Basic " + b64encode(b"postmaster:secret").decode(),
    "Content-Type": "application/soap+xml; charset=utf-8",
}


@pytest.fixture(scope="module")
def ask():
    with Embedded(Options(port=0, http_port=0, password="secret")) as simulator:
        connection = http.client.HTTPConnection(simulator.host, simulator.http_port, timeout=60)

        def say(body: str) -> tuple[int, bytes]:
            connection.request("POST", "/CLI/", body.encode(), HEADERS)
            response = connection.getresponse()
            return response.status, response.read()

        yield say
        connection.close()


def data(element: ElementTree.Element):
    """What the client that is known makes of an element: text, a list or a dictionary."""
    if element.findall("subKey"):
        return {child.get("key"): data(child) for child in element}
    return [data(child) for child in element] if len(element) else element.text or ""


def value(reply: tuple[int, bytes]):
    """The data of a success; None if it has none."""
    assert reply[0] == 200
    body = ElementTree.fromstring(reply[1]).find("{http://schemas.xmlsoap.org/soap/envelope/}Body")
    found = body.find("response/object")
    assert body.find("response") is not None
    return None if found is None else data(found)


def test_commands_and_their_data(ask) -> None:
    def call(command: str):
        return value(ask(ENVELOPE % ("", command)))

    assert call("<listDomains/>") == ["example.com"]
    settings = '<subKey key="RealName">Ann &lt;&amp;&gt; \u00e9</subKey><subKey key="MaxAliases">5</subKey>'
    assert call("<createAccount><param>ann@example.com</param><param>%s</param></createAccount>" % settings) is None
    assert call("<getAccountSettings><param>ann@example.com</param></getAccountSettings>") == {
        "MaxAliases": "5", "RealName": "Ann <&> \u00e9",
    }
    listed = call("<listAccounts><param>example.com</param></listAccounts>")
    assert listed["ann"] == "macnt"
    aliases = "<param><subValue>a1</subValue><subValue>a2</subValue></param>"
    assert call("<setAccountAliases><param>ann</param>%s</setAccountAliases>" % aliases) is None
    assert call("<getAccountAliases><param>ann</param></getAccountAliases>") == ["a1", "a2"]
    # A text that is a keyword is taken for one, as in a line.
    assert call("<renameAccount><param>ann</param><param>INTO</param><param>bob</param></renameAccount>") is None
    assert call("<getAccountAliases><param>bob</param></getAccountAliases>") == ["a1", "a2"]


def test_a_refusal_has_the_status_500(ask) -> None:
    status, body = ask(ENVELOPE % ("", "<listAccounts><param>nowhere.example</param></listAccounts>"))
    assert status == 500
    assert re.search(rb"<faultstring>512 unknown secondary domain name</faultstring>", body)
    assert ask(ENVELOPE % ("", "<noSuchCommand/>"))[0] == 500


LAUGHS = '<!DOCTYPE x [<!ENTITY a "hidden"><!ENTITY b "&a;&a;&a;">]>'
NO_REQUESTS = {
    "nothing": "",
    "no XML": "command=LISTDOMAINS",
    "half": (ENVELOPE % ("", "<listDomains/>"))[:-5],
    "an entity": ENVELOPE % (LAUGHS, "<createDomain><param>&b;.example</param></createDomain>"),
    "a file": ENVELOPE % ('<!DOCTYPE x [<!ENTITY a SYSTEM "file:///etc/passwd">]>', "<createDomain><param>&a;</param>"
                          "</createDomain>"),
    "a document type": ENVELOPE % ("<!DOCTYPE x>", "<listDomains/>"),
    "no command": ENVELOPE % ("", ""),
    "two commands": ENVELOPE % ("", "<listDomains/><createDomain><param>x.example</param></createDomain>"),
    "another child": ENVELOPE % ("", "<listAccounts><domain>example.com</domain></listAccounts>"),
    "no envelope": "<listDomains/>",
    "another envelope": (ENVELOPE % ("", "<listDomains/>")).replace("xmlsoap.org", "example.org"),
    "too deep": ENVELOPE % ("", "<createAccount><param>a</param><param>%s%s</param></createAccount>"
                            % ("<subValue>" * 5000, "</subValue>" * 5000)),
    "a line break": ENVELOPE % ("", "<list-Domains/>"),
}  # fmt: skip


@pytest.mark.parametrize("sort", NO_REQUESTS)
def test_what_is_no_request_does_nothing(ask, sort: str) -> None:
    status, body = ask(NO_REQUESTS[sort])
    assert (status, body) == (400, b"400 Bad Request\r\n")
    assert value(ask(ENVELOPE % ("", "<listDomains/>"))) == ["example.com"]


def test_what_is_too_large_is_no_request() -> None:
    with pytest.raises(soap.NoRequest):
        soap.command_line((ENVELOPE % ("", "<listDomains/>")).encode() + b" " * (4 << 20))


def test_a_text_with_a_line_break_ends_no_line(ask) -> None:
    command = "<createDomain><param>x.example\nCREATEDOMAIN y.example</param></createDomain>"
    assert ask(ENVELOPE % ("", command))[0] == 500
    assert value(ask(ENVELOPE % ("", "<listDomains/>"))) == ["example.com"]
