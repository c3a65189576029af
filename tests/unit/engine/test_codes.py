# Copyright (c) 2026 the communigate.pro authors
# GNU General Public License v3.0+ (see LICENSE or https://www.gnu.org/licenses/gpl-3.0.txt)
# SPDX-License-Identifier: GPL-3.0-or-later
"""The same refusal in other words: servers differ in codes and texts, and no task may end otherwise for that.

Each refusal of the simulator is exchanged for one with every code that is known for its kind (evidence.md section 3,
codes.tsv), with every text, and with codes and texts that say nothing or contradict each other.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from itertools import product
from typing import Any

import pytest
from ansible_collections.communigate.pro.plugins.module_utils._cli.sections.account import (
    DELETEACCOUNT,
    GETACCOUNTSETTINGS,
    VERIFYACCOUNTPASSWORD,
)
from ansible_collections.communigate.pro.plugins.module_utils._cli.sections.domain import LISTACCOUNTS
from ansible_collections.communigate.pro.plugins.module_utils._cli.sections.domain_set import LISTDOMAINS
from ansible_collections.communigate.pro.plugins.module_utils._cli.sections.mailing_list import LISTSUBSCRIBERS
from ansible_collections.communigate.pro.plugins.module_utils._engine.info import run_info
from ansible_collections.communigate.pro.plugins.module_utils._resources.account import ACCOUNT, ACCOUNT_INFO
from ansible_collections.communigate.pro.plugins.module_utils._resources.account_password import ACCOUNT_PASSWORD
from ansible_collections.communigate.pro.plugins.module_utils._resources.account_prefs import ACCOUNT_PREFS
from ansible_collections.communigate.pro.plugins.module_utils._resources.domain import DOMAIN
from ansible_collections.communigate.pro.plugins.module_utils._resources.forwarder import FORWARDER
from ansible_collections.communigate.pro.plugins.module_utils._resources.group import GROUP
from ansible_collections.communigate.pro.plugins.module_utils._resources.list_subscriber import LIST_SUBSCRIBER
from ansible_collections.communigate.pro.plugins.module_utils._resources.mailbox import MAILBOX
from ansible_collections.communigate.pro.plugins.module_utils._resources.mailing_list import MAILING_LIST
from ansible_collections.communigate.pro.plugins.module_utils._resources.pbx import PBX
from ansible_collections.communigate.pro.plugins.module_utils._resources.pbx_files import PBX_FILE
from ansible_collections.communigate.pro.plugins.module_utils._resources.skin_files import SKIN_FILE
from ansible_collections.communigate.pro.plugins.module_utils._resources.storage_file import STORAGE_FILE
from ansible_collections.communigate.pro.plugins.module_utils.connector.errors import (
    AlreadyExists,
    CliError,
    NotAllowed,
    NotFound,
    Unclear,
    UnknownCommand,
    WrongPassword,
    cli_error,
)
from ansible_collections.communigate.pro.plugins.module_utils.connector.session import Session
from support.engine_server import PASSWORD, Server, just_before

SAYS_NOTHING = (500, 501, 531, 577)
NO_WORDS = "the server cannot do that"
ABSENT_CODES = (512, 513, 516, 530, 552, 553, 560, 599)
ABSENT_TEXTS = (
    "unknown secondary domain name", "unknown user account", "forwarder is not found", "group is not found",
    "Unknown Mailing List", "file is not found",
)  # fmt: skip
TAKEN_CODES = (520, 521, 522, 523, 524, 532, 533, 561)
TAKEN_TEXTS = ("Account with this name already exists", "domain with this name already exists")
RIGHTS_CODES = (510, 511, 569)
PASSWORD_CODES = (514, 515)

ABSENT = [
    *product(ABSENT_CODES, (NO_WORDS, *ABSENT_TEXTS)),
    *product(SAYS_NOTHING, (NO_WORDS, *ABSENT_TEXTS)),
    (513, TAKEN_TEXTS[0]), (520, ABSENT_TEXTS[1]), (515, ABSENT_TEXTS[1]), (500, ""), (532, NO_WORDS),
]  # fmt: skip
"""How a server may say that something is not there; the last ones contradict themselves, or say nothing."""
TAKEN = [
    *product((*TAKEN_CODES, *SAYS_NOTHING), TAKEN_TEXTS), *product(TAKEN_CODES, [NO_WORDS]), (501, NO_WORDS),
    (513, TAKEN_TEXTS[0]),
]  # fmt: skip
DIFFERENT = [
    *product(PASSWORD_CODES, ("incorrect password", NO_WORDS, ABSENT_TEXTS[1])),
    (512, NO_WORDS), (513, ABSENT_TEXTS[1]), (500, NO_WORDS), (501, ""), (577, "no"), (554, "too many failed logins"),
]  # fmt: skip
MISSING_RIGHT = [
    *product(RIGHTS_CODES, (NO_WORDS, "access denied")), *product(SAYS_NOTHING, ("insufficient access rights",)),
]  # fmt: skip


class Rewording:
    """Exchanges codes and texts of a session's refusals, for these verbs or for all; ``said`` are all verbs sent."""

    def __init__(self, session: Session, code: int, text: str, *verbs: str) -> None:
        self.session = session
        self.code, self.text, self.verbs = code, text, verbs
        self.said: list[str] = []
        self._many = session.many
        session.many = self._exchanged  # type: ignore[method-assign]

    def _exchanged(self, commands: Iterable[Any]) -> Iterator[Any]:
        sent: list[str] = []

        def noted() -> Iterator[Any]:
            for command in commands:
                sent.append(command.verb)
                yield command

        for number, result in enumerate(self._many(noted())):
            verb = sent[number]
            self.said.append(verb)
            reworded = isinstance(result, CliError) and (not self.verbs or verb in self.verbs)
            yield cli_error(self.code, self.text, verb) if reworded else result


@pytest.fixture
def domain(server: Server) -> str:
    return server.new_domain()


def in_words(server: Server, code: int, text: str, *verbs: str) -> Session:
    return Rewording(server.session(window=1), code, text, *verbs).session


# --- the classes


@pytest.mark.parametrize(
    ("error_class", "codes", "texts"),
    [
        (NotFound, ABSENT_CODES, ABSENT_TEXTS),
        (AlreadyExists, TAKEN_CODES, TAKEN_TEXTS),
        (NotAllowed, RIGHTS_CODES, ("you have no access right", "Access denied")),
        (WrongPassword, PASSWORD_CODES, ("incorrect password", "Wrong password")),
        (UnknownCommand, (), ("unknown command",)),
    ],
)
def test_a_code_or_a_text_that_is_known_decides_in_any_letter_case(error_class, codes, texts) -> None:
    for code in codes:
        assert cli_error(code, NO_WORDS, "X").__class__ is error_class
    for code, text in product((*codes, *SAYS_NOTHING), texts):
        for spelling in (text, text.upper(), text.lower()):
            assert cli_error(code, spelling, "X").__class__ is error_class


def test_what_contradicts_itself_or_says_nothing_is_unclear() -> None:
    words = {NotFound: ABSENT_TEXTS[0], AlreadyExists: TAKEN_TEXTS[0], NotAllowed: "access denied"}
    codes = {NotFound: ABSENT_CODES, AlreadyExists: TAKEN_CODES, NotAllowed: RIGHTS_CODES}
    for one, other in product(words, codes):
        if one is not other:
            assert {cli_error(code, words[one], "X").__class__ for code in codes[other]} == {Unclear}
    assert {cli_error(code, NO_WORDS, "X").__class__ for code in SAYS_NOTHING} == {Unclear}
    assert cli_error(525, "illegal name for a domain object", "X").__class__ is CliError


# --- what is missing


@pytest.mark.parametrize(("code", "text"), ABSENT)
def test_a_domain_that_is_missing_in_any_words_is_made_and_is_no_more_work_then(server: Server, code, text) -> None:
    name = server.unused_domain()
    session = in_words(server, code, text)
    result = server.apply(DOMAIN, [{"name": name, "settings": {"Key": "v"}}], session=session)
    assert (result["counts"]["created"], result["failures"]) == (1, [])
    assert name in server.ask(LISTDOMAINS())
    assert server.apply(DOMAIN, [{"name": name}], session=session)["changed"] is False
    gone = {"name": name, "state": "absent"}
    assert server.apply(DOMAIN, [gone], session=session)["counts"]["deleted"] == 1
    assert server.apply(DOMAIN, [gone], session=session)["changed"] is False


NOWHERE = [
    (ACCOUNT, {"name": "ann"}),
    (FORWARDER, {"name": "fred", "to": "x@example.org"}),
    (GROUP, {"name": "team"}),
    (MAILING_LIST, {"name": "news", "owner": "ann"}),
    (MAILBOX, {"account": "ann@%s", "name": "Work"}),
    (ACCOUNT_PREFS, {"name": "ann@%s", "settings": {"Language": "french"}}),
    (STORAGE_FILE, {"account": "ann@%s", "name": "a.txt", "content": "x"}),
    (SKIN_FILE, {"domain": "%s", "skin": "", "name": "a.txt", "content": "x"}),
    (PBX, {"domain": "%s", "language": "french"}),
    (PBX_FILE, {"domain": "%s", "name": "a.txt", "content": "x"}),
]


IN_DOMAINS = [(resource, row, False) for resource, row in NOWHERE]
IN_ACCOUNTS = [(resource, row, True) for resource, row in NOWHERE if "ann@%s" in row.values()]


@pytest.mark.parametrize(("resource", "row", "in_domain"), [*IN_DOMAINS, *IN_ACCOUNTS])
def test_what_an_object_belongs_to_is_missing_in_any_words(server: Server, resource, row, in_domain) -> None:
    """One truthful error; check mode, which takes a server for empty that is still to be filled, assumes it instead."""
    where = server.new_domain() if in_domain else server.unused_domain()
    filled = {name: value % where if "%s" in str(value) else value for name, value in row.items()}
    for code, text in ABSENT:
        session = in_words(server, code, text)
        result = server.apply(resource, [filled], domain=where, session=session)
        assert result["counts"]["failed"] == 1, (code, text)
        assert "does not exist" in result["msg"] and "Create that first" in result["msg"], (code, text, result["msg"])
        assert result["changed"] is False
        foreseen = server.apply(resource, [filled], domain=where, session=session, check=True)
        assert (foreseen["changed"], foreseen["failures"]) == (True, []), (code, text)
        if resource.has_state:
            gone = server.apply(resource, [{**filled, "state": "absent"}], domain=where, session=session)
            assert (gone["changed"], gone["failures"]) == (False, []), (code, text)


@pytest.mark.parametrize(("code", "text"), ABSENT)
def test_an_account_that_is_missing_in_any_words_is_told_to_be_missing(server: Server, domain, code, text) -> None:
    server.apply(ACCOUNT, [{"name": "ann", "account_password": "secret1"}], domain=domain)
    asked = {"names": ["ann", "bob"], "domain": domain, "include": ["settings"]}
    for further in ({}, {"verify_password": "secret2"}, {"include": [], "verify_password": "secret2"}):
        told = run_info(in_words(server, code, text), ACCOUNT_INFO, {**asked, **further})
        assert [account["name"] for account in told["accounts"]] == ["ann@" + domain]
        assert told["missing"] == ["bob@" + domain]
        matches = told["accounts"][0]["facts"].get("password_matches")
        assert matches is (False if "verify_password" in further else None)


@pytest.mark.parametrize(("code", "text"), ABSENT)
def test_a_subscriber_that_is_refused_in_any_words_is_none_yet(server: Server, domain, code, text) -> None:
    server.apply(ACCOUNT, [{"name": "ann"}], domain=domain)
    server.apply(MAILING_LIST, [{"name": "news", "owner": "ann"}], domain=domain)
    session = in_words(server, code, text)
    many = session.many

    def strict(commands: Iterable[Any]) -> Iterator[Any]:
        for command in commands:
            (result,) = many([command])
            unknown = command.verb == "GETSUBSCRIBERINFO" and not result
            yield cli_error(code, text, command.verb) if unknown else result

    session.many = strict  # type: ignore[method-assign]
    row = {"list": "news@" + domain, "address": "x@example.org", "mode": "feed"}
    assert server.apply(LIST_SUBSCRIBER, [row], domain=domain, session=session)["counts"]["created"] == 1
    assert server.ask(LISTSUBSCRIBERS("news@" + domain)) == ["x@example.org"]
    assert server.apply(LIST_SUBSCRIBER, [row], domain=domain, session=session)["changed"] is False
    gone = {"list": "news@" + domain, "address": "y@example.org", "state": "absent"}
    assert server.apply(LIST_SUBSCRIBER, [gone], domain=domain, session=session)["changed"] is False


@pytest.mark.parametrize(("code", "text"), ABSENT)
def test_what_somebody_else_has_deleted_meanwhile_is_gone_in_any_words(server: Server, domain, code, text) -> None:
    server.apply(ACCOUNT, [{"name": "ann"}], domain=domain)
    session = in_words(server, code, text, "DELETEACCOUNT")
    just_before(session, "DELETEACCOUNT", lambda: server.ask(DELETEACCOUNT("ann@" + domain)))
    result = server.apply(ACCOUNT, [{"name": "ann", "state": "absent"}], domain=domain, session=session)
    unclear = isinstance(cli_error(code, text, ""), (NotFound, Unclear))
    assert result["changed"] is False
    assert (result["counts"]["unchanged"], len(result["failures"])) == ((1, 0) if unclear else (0, 1))


# --- what is taken


@pytest.mark.parametrize(("code", "text"), TAKEN)
def test_a_name_that_is_taken_in_any_words_is_one_error_and_the_other_object_stays(server: Server, code, text) -> None:
    domain = server.new_domain()
    session = in_words(server, code, text, "CREATEACCOUNT")
    other = {"name": "ann", "settings": {"RealName": "Other"}}
    just_before(session, "CREATEACCOUNT", lambda: server.apply(ACCOUNT, [other], domain=domain))
    row = {"name": "ann", "settings": {"RealName": "Ann"}}
    result = server.apply(ACCOUNT, [row], domain=domain, session=session)
    assert (result["changed"], result["counts"]["failed"]) == (False, 1)
    assert "CREATEACCOUNT was answered %d %s" % (code, text) in result["msg"]
    assert server.ask(GETACCOUNTSETTINGS("ann@" + domain)) == {"RealName": "Other"}
    assert server.apply(ACCOUNT, [row], domain=domain, session=session)["counts"]["updated"] == 1


# --- passwords


@pytest.mark.parametrize(("code", "text"), DIFFERENT)
def test_another_password_in_any_words_is_set_once(server: Server, domain: str, code: int, text: str) -> None:
    server.apply(ACCOUNT, [{"name": "ann", "account_password": "first-1"}], domain=domain)
    session = in_words(server, code, text)
    for resource, row in (
        (ACCOUNT, {"name": "ann", "account_password": "second-2", "update_password": "always"}),
        (ACCOUNT_PASSWORD, {"account": "ann@" + domain, "new_password": "third-3"}),
    ):
        result = server.apply(resource, [row], domain=domain, session=session)
        assert (result["counts"]["updated"], result["failures"]) == (1, [])
        assert server.apply(resource, [row], domain=domain, session=session)["changed"] is False
    assert server.ask(VERIFYACCOUNTPASSWORD("ann@" + domain, "third-3")) is None


@pytest.mark.parametrize(("code", "text"), [*DIFFERENT, *ABSENT])
def test_no_password_is_set_for_an_account_that_is_missing_in_any_words(server: Server, domain, code, text) -> None:
    session = in_words(server, code, text)
    row = {"account": "nobody@" + domain, "new_password": "third-3"}
    result = server.apply(ACCOUNT_PASSWORD, [row], domain=domain, session=session)
    assert (result["changed"], result["counts"]["failed"]) == (False, 1)
    assert "does not exist" in result["msg"]
    foreseen = server.apply(ACCOUNT_PASSWORD, [row], domain=domain, session=session, check=True)
    assert "nobody@" in foreseen["warnings"][0]


# --- rights


@pytest.mark.parametrize(("code", "text"), MISSING_RIGHT)
def test_a_missing_right_in_any_words_is_neither_absence_nor_a_difference(server: Server, domain, code, text) -> None:
    server.apply(ACCOUNT, [{"name": "ann", "account_password": "first-1"}], domain=domain)
    nobody = server.administrator(domain)
    session = Rewording(nobody, code, text).session
    before = server.ask(LISTACCOUNTS(domainName=domain))
    for resource, row in (
        (ACCOUNT, {"name": "bob"}),
        (ACCOUNT, {"name": "ann", "state": "absent"}),
        (ACCOUNT_PASSWORD, {"account": "ann@" + domain, "new_password": "second-2"}),
        (PBX, {"domain": domain, "language": "french"}),
        (PBX, {"domain": domain, "language": "french", "state": "absent"}),
    ):
        result = server.apply(resource, [row], domain=domain, session=session)
        assert (result["changed"], result["counts"]["failed"]) == (False, 1), row
        assert "%d %s" % (code, text) in result["msg"]
        assert "The manual asks for" in result["msg"]
    assert server.ask(LISTACCOUNTS(domainName=domain)) == before
    assert server.ask(VERIFYACCOUNTPASSWORD("ann@" + domain, "first-1")) is None
    assert PASSWORD not in str(result)


# --- what is asked, and how often


def test_one_question_serves_all_who_are_in_doubt(server: Server) -> None:
    reworded = Rewording(server.session(window=1), 500, NO_WORDS)
    rows = [{"name": server.unused_domain()} for dummy in range(300)]
    server.apply(DOMAIN, rows, session=reworded.session, check=True)
    assert reworded.said.count("LISTDOMAINS") < 300
    assert reworded.said.count("LISTCLICOMMANDS") < 300


def test_a_command_that_the_server_does_not_list_is_unknown_whatever_the_code(server: Server) -> None:
    session = server.session(window=1)
    many = session.many

    def older(commands: Iterable[Any]) -> Iterator[Any]:
        for command in commands:
            (result,) = many([command])
            if command.verb == "GETACCOUNTPREFS":
                result = cli_error(500, NO_WORDS, command.verb)
            if command.verb == "LISTCLICOMMANDS":
                result = [verb for verb in result if verb != "GETACCOUNTPREFS"]
            yield result

    session.many = older  # type: ignore[method-assign]
    result = server.apply(ACCOUNT_PREFS, [{"name": "nobody", "settings": {"a": "b"}}], session=session)
    assert "GETACCOUNTPREFS was answered 500" in result["msg"]
    assert "does not exist" not in result["msg"]


@pytest.mark.parametrize("code", [500, 501])
@pytest.mark.parametrize("verb", ["GETACCOUNTPREFS", "UPDATEACCOUNTPREFS"])
def test_what_a_server_cannot_read_is_told_in_its_own_words(server: Server, domain: str, code: int, verb: str) -> None:
    """It is neither an unknown command nor a missing Account."""
    ann, text = "ann@" + domain, "failed to read an unquoted string: non a/n data"
    server.apply(ACCOUNT, [{"name": ann}])
    session = server.session(window=1)
    many = session.many

    def unreading(commands: Iterable[Any]) -> Iterator[Any]:
        for command in commands:
            (result,) = [cli_error(code, text, verb)] if command.verb == verb else many([command])
            yield result

    session.many = unreading  # type: ignore[method-assign]
    result = server.apply(ACCOUNT_PREFS, [{"name": ann, "settings": {"Language": "German"}}], session=session)
    assert (result["changed"], result["counts"]["failed"]) == (False, 1)
    assert "%s was answered %d %s" % (verb, code, text) in result["msg"]
    assert "does not exist" not in result["msg"] and "unknown" not in result["msg"]
