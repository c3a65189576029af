# Copyright (c) 2026 the communigate.pro authors
# GNU General Public License v3.0+ (see LICENSE or https://www.gnu.org/licenses/gpl-3.0.txt)
# SPDX-License-Identifier: GPL-3.0-or-later
"""Conversations over a real session: their order, their side by side, their errors and their end."""

from __future__ import annotations

from collections.abc import Iterator

import pytest
from ansible_collections.communigate.pro.plugins.module_utils._cli.sections.account import (
    CREATEACCOUNT,
    GETACCOUNTSETTINGS,
)
from ansible_collections.communigate.pro.plugins.module_utils._cli.sections.domain import GETDOMAINSETTINGS
from ansible_collections.communigate.pro.plugins.module_utils._cli.sections.domain_set import MAINDOMAINNAME
from ansible_collections.communigate.pro.plugins.module_utils._engine.dialogue import (
    RECONNECTS,
    Dialogue,
    Halted,
    ask,
)
from ansible_collections.communigate.pro.plugins.module_utils._engine.model import Conversation
from ansible_collections.communigate.pro.plugins.module_utils._engine.side_by_side import together
from ansible_collections.communigate.pro.plugins.module_utils.connector.errors import CgpError, ConnectionLost, NotFound
from support.cutting_proxy import Cut, CuttingProxy
from support.engine_server import MAIN_DOMAIN, Server


def asking(times: int, value: object = None) -> Conversation:
    """Asks so often, one command after the other, and returns the value."""
    for _number in range(times):
        assert (yield from ask(MAINDOMAINNAME())) == MAIN_DOMAIN
    return value


def failing() -> Conversation:
    yield from ask(GETDOMAINSETTINGS(domainName="nowhere.example"))


def test_each_conversation_gets_the_replies_to_its_own_commands(server: Server) -> None:
    domains = [server.new_domain() for _number in range(3)]

    def settings_of(name: str) -> Conversation:
        both = yield [GETDOMAINSETTINGS(domainName=name), GETDOMAINSETTINGS(domainName="nowhere.example")]
        return name, both[0], type(both[1])

    results = dict(Dialogue(server.master).run(settings_of(name) for name in domains))
    assert results == {number: (name, {}, NotFound) for number, name in enumerate(domains)}


def test_conversations_of_any_length_all_end(server: Server) -> None:
    lengths = [0, 3, 0, 1, 0, 0, 7, 2, 0]
    results = list(Dialogue(server.master, width=3).run(asking(length, length) for length in lengths))
    assert sorted(results) == list(enumerate(lengths))


def test_conversations_together_are_one_that_asks_for_all_at_once(server: Server) -> None:
    """As many rounds as the longest has, however many there are; and the values in their order."""
    lengths = [2, 0, 3, 1]
    rounds = []
    both = together(asking(length, length) for length in lengths)
    commands = next(both)
    with pytest.raises(StopIteration) as end:
        while True:
            rounds.append(len(commands))
            commands = both.send([MAIN_DOMAIN] * len(commands))
    assert (rounds, end.value.value) == ([3, 2, 1], lengths)
    assert Dialogue(server.master).one(together(asking(length, length) for length in lengths)) == lengths
    assert Dialogue(server.master).one(together([])) == []


def test_an_error_ends_conversations_together_and_can_be_caught_within(server: Server) -> None:
    def careful() -> Conversation:
        try:
            yield from failing()
        except NotFound:
            return "caught"

    assert Dialogue(server.master).one(together([careful(), asking(2, "asked")])) == ["caught", "asked"]
    with pytest.raises(NotFound):
        Dialogue(server.master).one(together([asking(2), failing()]))


def test_more_conversations_than_are_under_way_at_once_all_end(server: Server) -> None:
    lengths = [number % 4 for number in range(200)]
    results = list(Dialogue(server.master, width=8).run(asking(length, length) for length in lengths))
    assert sorted(results) == list(enumerate(lengths))


def test_a_short_conversation_does_not_wait_for_a_long_one(server: Server) -> None:
    order = [number for number, _result in Dialogue(server.master).run([asking(5), asking(1), asking(0)])]
    assert order == [2, 1, 0]


def test_side_by_side_they_cost_few_round_trips(server: Server) -> None:
    session = server.session()
    before = session.statistics.round_trips
    list(Dialogue(session).run(asking(1) for _number in range(640)))
    assert session.statistics.round_trips - before <= 640 / 64 * 2 + 2


def test_objects_that_need_no_command_do_not_hold_the_others_up(server: Server) -> None:
    """As in a list of which every second object does not exist yet."""
    session = server.session()
    before = session.statistics.round_trips
    list(Dialogue(session).run(asking(number % 2) for number in range(640)))
    assert session.statistics.round_trips - before <= 320 / 64 * 3 + 2


def test_an_error_ends_its_own_conversation_only(server: Server) -> None:
    results = dict(Dialogue(server.master).run([asking(3, "one"), failing(), asking(3, "two")]))
    assert (results[0], results[2]) == ("one", "two")
    assert isinstance(results[1], NotFound)


def test_one_raises_what_the_conversation_raised(server: Server) -> None:
    with pytest.raises(NotFound):
        Dialogue(server.master).one(failing())
    assert Dialogue(server.master).one(asking(2, "value")) == "value"


def test_a_command_that_cannot_be_written_is_an_error_within_its_conversation(server: Server) -> None:
    domain = server.new_domain()
    mark = server.mark()

    def unwritable() -> Conversation:
        yield [MAINDOMAINNAME()]
        try:
            yield [MAINDOMAINNAME(), CREATEACCOUNT("a@" + domain, settings={"RealName": "zero \0 byte"})]
        except CgpError as error:
            return "refused: %s" % error.message
        return "sent"

    results = dict(Dialogue(server.master).run([asking(2, "one"), unwritable(), asking(2, "two")]))
    assert (results[0], results[2]) == ("one", "two")
    assert results[1].startswith("refused: CREATEACCOUNT")
    assert server.changes(mark) == []


def test_the_iterable_may_stop_and_no_other_is_begun(server: Server) -> None:
    begun = []
    ended = []

    def conversations() -> Iterator[Conversation]:
        for number in range(50):
            if ended:
                return
            begun.append(number)
            yield asking(2)

    for number, _result in Dialogue(server.master, width=4).run(conversations()):
        ended.append(number)
    assert begun == [0, 1, 2, 3]
    assert sorted(ended) == begun


def test_a_change_is_refused_before_it_is_sent_when_only_reads_are_allowed(server: Server) -> None:
    domain = server.new_domain()
    mark = server.mark()
    dialogue = Dialogue(server.master, read_only=True)
    with pytest.raises(AssertionError, match="CREATEACCOUNT is not a read"):
        dialogue.one(ask(CREATEACCOUNT("a@" + domain)))
    assert server.verbs(mark) == []
    assert dialogue.writes == 0


def test_writes_are_counted_and_reads_are_not(server: Server) -> None:
    domain = server.new_domain()
    dialogue = Dialogue(server.master)
    dialogue.one(ask(CREATEACCOUNT("a@" + domain)))
    dialogue.one(ask(GETACCOUNTSETTINGS("a@" + domain)))
    assert dialogue.writes == 1


def test_a_lost_connection_tells_which_conversations_had_sent_something(server: Server) -> None:
    """Window 1: the third change is lost, so conversations 0 and 1 have ended, 2 has sent, the others have not."""
    domain = server.new_domain()
    with CuttingProxy(server.host, server.port, [Cut(("CREATEACCOUNT",), nth=3)]) as proxy:
        dialogue = Dialogue(server.session(port=proxy.port, window=1), width=5)
        ended = []
        with pytest.raises(ConnectionLost):
            for number, _result in dialogue.run(ask(CREATEACCOUNT("a%d@%s" % (n, domain))) for n in range(6)):
                ended.append(number)
        assert ended == [0, 1]
        assert dialogue.unfinished == {2}


def test_a_window_of_commands_may_be_unfinished(server: Server) -> None:
    domain = server.new_domain()
    with CuttingProxy(server.host, server.port, [Cut(("CREATEACCOUNT",), nth=10, moment="before")]) as proxy:
        dialogue = Dialogue(server.session(port=proxy.port, window=8))
        ended = []
        with pytest.raises(ConnectionLost):
            for number, _result in dialogue.run(ask(CREATEACCOUNT("a%d@%s" % (n, domain))) for n in range(40)):
                ended.append(number)
        assert ended == list(range(len(ended)))
        assert 9 in dialogue.unfinished
        assert len(dialogue.unfinished) <= 8
        assert not dialogue.unfinished & set(ended)


@pytest.mark.parametrize("moment", ["before", "after", "reply"])
@pytest.mark.parametrize("window", [1, 8, 64])
def test_what_was_only_to_be_read_is_asked_for_again(server: Server, moment: str, window: int) -> None:
    """Each connection ends at its twentieth command: what has been answered is not asked for again."""
    lengths = [number % 4 for number in range(100)]
    with CuttingProxy(server.host, server.port, [Cut((), 20, moment)] * 200) as proxy:
        mark = server.mark()
        dialogue = Dialogue(server.session(port=proxy.port, window=window))
        assert dict(dialogue.run(asking(length, length) for length in lengths)) == dict(enumerate(lengths))
        assert dialogue.unfinished == set()
        assert proxy.connections < 100
    assert len(server.verbs(mark)) < sum(lengths) + 20 * proxy.connections


def test_a_connection_that_is_lost_without_progress_is_given_up(server: Server) -> None:
    with CuttingProxy(server.host, server.port, [Cut(("MAINDOMAINNAME",), 1, "before")] * 50) as proxy:
        dialogue = Dialogue(server.session(port=proxy.port))
        with pytest.raises(ConnectionLost):
            list(dialogue.run(asking(1) for _number in range(10)))
        assert proxy.connections == 1 + RECONNECTS


def test_a_change_is_never_sent_again(server: Server) -> None:
    """Reads that were under way beside it end with it: who asked for the change must look what became of it."""
    domain = server.new_domain()
    mark = server.mark()
    with CuttingProxy(server.host, server.port, [Cut(("CREATEACCOUNT",))]) as proxy:
        dialogue = Dialogue(server.session(port=proxy.port))
        with pytest.raises(ConnectionLost):
            list(dialogue.run([asking(3), ask(CREATEACCOUNT("a@" + domain)), asking(3)]))
    assert server.verbs(mark).count("CREATEACCOUNT") == 1


def test_what_is_halted_changes_nothing_more_and_may_go_on_reading(server: Server) -> None:
    domain = server.new_domain()
    refused: list[int] = []

    def creating(number: int) -> Conversation:
        try:
            yield from ask(CREATEACCOUNT("a%d@%s" % (number, domain)))
        except Halted:
            return (yield from ask(MAINDOMAINNAME()))
        except CgpError:
            refused.append(number)

    server.ask(CREATEACCOUNT("a3@" + domain))
    mark = server.mark()
    dialogue = Dialogue(server.session(window=4))
    results = dict(dialogue.run(map(creating, range(40)), halted=lambda number: bool(refused)))
    created = [number for number, result in results.items() if result is None]
    assert refused == [3]
    assert set(created) == set(range(len(created)))  # those sent before the refusal came, and no other
    assert len(created) <= 3 + 4 + 1
    assert server.verbs(mark).count("CREATEACCOUNT") == len(created)
    assert {result for result in results.values() if result is not None} == {MAIN_DOMAIN}
