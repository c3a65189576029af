# Copyright (c) 2026 the communigate.pro authors
# GNU General Public License v3.0+ (see LICENSE or https://www.gnu.org/licenses/gpl-3.0.txt)
# SPDX-License-Identifier: GPL-3.0-or-later
"""The door by which replies enter, and what becomes of a change whose answer cannot be read."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from typing import Any

import pytest
from ansible_collections.communigate.pro.plugins.module_utils._cli.sections.account import GETACCOUNTSETTINGS
from ansible_collections.communigate.pro.plugins.module_utils._cli.sections.domain import LISTACCOUNTS
from ansible_collections.communigate.pro.plugins.module_utils._engine.dialogue import Dialogue, UnexpectedData, ask
from ansible_collections.communigate.pro.plugins.module_utils._resources.account import ACCOUNT
from ansible_collections.communigate.pro.plugins.module_utils.connector.errors import BadReply
from ansible_collections.communigate.pro.plugins.module_utils.connector.session import Session
from support.engine_server import Server


def answering(session: Session, verb: str, answer: Any) -> Session:
    """The session, in which the commands of a verb are carried out and answered with something else."""
    many = session.many

    def exchanged(commands: Iterable[Any]) -> Iterator[Any]:
        sent: list[Any] = []

        def noted() -> Iterator[Any]:
            for command in commands:
                sent.append(command)
                yield command

        for number, result in enumerate(many(noted())):
            yield answer if sent[number].verb == verb else result

    session.many = exchanged  # type: ignore[method-assign]
    return session


UNREADABLE = BadReply(201, "data that cannot be read: expected a value", "ANY")


@pytest.mark.parametrize(
    ("verb", "row", "ended"),
    [
        ("CREATEACCOUNT", {"name": "new", "settings": {"RealName": "New"}}, "created"),
        ("UPDATEACCOUNTSETTINGS", {"name": "there", "settings": {"RealName": "Other"}}, "updated"),
        ("SETACCOUNTALIASES", {"name": "there", "aliases": ["other"]}, "updated"),
        ("RENAMEACCOUNT", {"name": "moved", "rename_from": "there"}, "renamed"),
        ("DELETEACCOUNT", {"name": "there", "state": "absent"}, "deleted"),
    ],
)
def test_a_change_whose_answer_cannot_be_read_was_made_and_is_read_back(server: Server, verb, row, ended) -> None:
    domain = server.new_domain()
    server.apply(ACCOUNT, [{"name": "there"}], domain=domain)
    session = answering(server.session(), verb, UNREADABLE)
    result = server.apply(ACCOUNT, [row], domain=domain, session=session)
    assert (result["changed"], result["failures"], result["counts"][ended]) == (True, [], 1)
    (warning,) = result["warnings"]
    assert "accepted" in warning and "%s@%s" % (row["name"], domain) in warning
    assert server.apply(ACCOUNT, [row], domain=domain)["changed"] is False


def test_a_deletion_whose_answer_cannot_be_read_may_not_have_been_made(server: Server) -> None:
    domain = server.new_domain()
    server.apply(ACCOUNT, [{"name": "there"}], domain=domain)
    session = server.session()
    many = session.many

    def kept(commands: Iterable[Any]) -> Iterator[Any]:
        for command in commands:
            if command.verb == "DELETEACCOUNT":
                yield UNREADABLE
            else:
                yield from many([command])

    session.many = kept  # type: ignore[method-assign]
    result = server.apply(ACCOUNT, [{"name": "there", "state": "absent"}], domain=domain, session=session)
    assert "still there" in result["failures"][0]["msg"]
    assert set(server.ask(LISTACCOUNTS(domainName=domain))) == {"there"}


def test_a_reply_of_another_type_is_raised_where_it_was_asked_for(server: Server) -> None:
    domain = server.new_domain()
    server.apply(ACCOUNT, [{"name": "ann"}], domain=domain)
    dialogue = Dialogue(answering(server.session(), "GETACCOUNTSETTINGS", ["text"]))
    with pytest.raises(BadReply) as caught:
        dialogue.one(ask(GETACCOUNTSETTINGS("ann@" + domain)))
    assert caught.value.message == (
        "GETACCOUNTSETTINGS was answered 201 data of another type: a dictionary is expected, not an array"
    )


def test_the_last_net_tells_what_python_said_and_ends_one_conversation_only(server: Server) -> None:
    def careless():
        yield [GETACCOUNTSETTINGS("postmaster")]
        return {}["nothing"]

    results = dict(Dialogue(server.session()).run([careless(), ask(GETACCOUNTSETTINGS("postmaster"))]))
    assert isinstance(results[0], UnexpectedData) and "KeyError" in results[0].message
    assert isinstance(results[1], dict)
