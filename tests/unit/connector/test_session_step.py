# Copyright (c) 2026 the communigate.pro authors
# GNU General Public License v3.0+ (see LICENSE or https://www.gnu.org/licenses/gpl-3.0.txt)
# SPDX-License-Identifier: GPL-3.0-or-later
"""Replies beyond what was asked shift those that follow: the session says so instead of telling wrong results."""

from __future__ import annotations

import pytest
from ansible_collections.communigate.pro.plugins.module_utils.connector.errors import OutOfStep
from ansible_collections.communigate.pro.plugins.module_utils.connector.fence import Fence
from ansible_collections.communigate.pro.plugins.module_utils.connector.replies import Reply
from ansible_collections.communigate.pro.tests.unit.connector.scripted_server import Say, ScriptedServer

SURPLUS = [b"200 OK\r\n", b"513 unknown user account\r\n", b"201 n1\r\n", b"200 data follow\r\n{a=b;\r\nc=d;}\r\n"]


def asked(count):
    return [Say("GETTHING %d" % number) for number in range(count)]


def answers(peer, count, surplus_behind, surplus):
    """Answer the commands and the session's own question behind them; somewhere is a reply too many."""
    lines = [peer.read_line() for _number in range(count)]
    word = peer.read_word()
    replies = [b"201 n" + line.split(b" ")[1] + b"\r\n" for line in lines] + [b"201 %s\r\n" % word]
    replies.insert(surplus_behind + 1, surplus)
    return replies


@pytest.mark.parametrize("surplus", SURPLUS)
@pytest.mark.parametrize("behind", range(5))
@pytest.mark.parametrize("late", [False, True])
def test_a_reply_too_many_within_a_window_is_an_error(surplus, behind, late):
    """Whether it comes in one piece with the others, or what it pushes out of the window comes only later."""

    def script(peer):
        peer.log_in()
        peer.prove_window(knows_echo=True)
        replies = answers(peer, 5, behind, surplus)
        if late:
            peer.send(b"".join(replies[:6]))
            peer.expect_end()
        else:
            peer.send(b"".join(replies))

    with ScriptedServer(script) as server:
        session = server.session()
        with pytest.raises(OutOfStep):
            list(session.many(asked(5)))


def test_a_proof_for_each_call_and_none_for_the_caller():
    def script(peer):
        peer.log_in()
        peer.prove_window(knows_echo=True)
        for _number in range(2):
            lines = [peer.read_line() for _number in range(3)]
            peer.send(b"".join(b"201 n" + line.split(b" ")[1] + b"\r\n" for line in lines))
            peer.say_word()
        peer.quit()

    with ScriptedServer(script) as server, server.session() as session:
        for _number in range(2):
            assert list(session.many(asked(3))) == ["n0", "n1", "n2"]
        assert session.statistics.commands == 6


@pytest.mark.parametrize("surplus", SURPLUS)
@pytest.mark.parametrize("knows_echo", [False, True])
def test_a_late_surplus_behind_a_single_command_shows_in_the_proof(surplus, knows_echo):
    """What came too much is taken for the answer to the question, whose own answer is then the surplus."""

    def script(peer):
        peer.log_in()
        peer.answer(b"GETTHING 0", b"201 n0\r\n")
        first = peer.read_word()
        peer.send(surplus)
        peer.read_word()
        peer.send(b"201 %s\r\n" % first if knows_echo else b"500 unknown command\r\n500 unknown command\r\n")
        peer.expect_end()

    with ScriptedServer(script) as server, pytest.raises(OutOfStep), server.session() as session:
        assert list(session.many(asked(1))) == ["n0"]
        session.prove()


def test_a_server_that_does_not_know_echo_is_believed_and_not_asked_again():
    def script(peer):
        peer.log_in()
        peer.answer(b"GETTHING 0", b"201 n0\r\n")
        peer.refuse_word()
        peer.refuse_word()
        peer.answer(b"GETTHING 0", b"201 n0\r\n")
        peer.quit()

    with ScriptedServer(script) as server, server.session() as session:
        for _number in range(2):
            assert list(session.many(asked(1))) == ["n0"]
            session.prove()


def test_where_nothing_was_asked_nothing_is_to_be_proven():
    with ScriptedServer() as server:
        session = server.session()
        session.prove()


def test_each_of_several_questions_under_way_proves_what_was_sent_before_it():
    fence = Fence()
    fence.pass_command()
    first = fence.question()
    fence.pass_command()
    second = fence.question()
    assert fence.check(first, Reply(201, "", first.word))
    assert fence.open
    assert fence.check(second, Reply(201, "", second.word))
    assert not fence.open


@pytest.mark.parametrize("late", [False, True])
def test_the_word_of_another_question_is_no_proof(late):
    fence = Fence()
    first, second = fence.question(), fence.question()
    if late:
        assert fence.check(first, Reply(201, "", first.word))
    with pytest.raises(OutOfStep):
        fence.check(second, Reply(201, "", first.word))
