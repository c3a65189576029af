# Copyright (c) 2026 the communigate.pro authors
# GNU General Public License v3.0+ (see LICENSE or https://www.gnu.org/licenses/gpl-3.0.txt)
# SPDX-License-Identifier: GPL-3.0-or-later
"""An event source for Event-Driven Ansible, which loads this file by itself: it asks a server again and again."""

from __future__ import annotations

import asyncio
import os
import sys
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any, Iterator, Mapping

# ansible-rulebook knows nothing of collections as packages: the directory that holds ansible_collections comes first.
_COLLECTIONS = str(Path(__file__).absolute().parents[7])
if _COLLECTIONS not in sys.path:
    sys.path.insert(0, _COLLECTIONS)

from ansible_collections.communigate.pro.plugins.module_utils._connection_options import (
    CONNECTION,
    environment_name,
    open_session,
)
from ansible_collections.communigate.pro.plugins.module_utils._engine.run import Mode
from ansible_collections.communigate.pro.plugins.module_utils._resources.alert import ALERT_INFO
from ansible_collections.communigate.pro.plugins.module_utils._resources.queue import QUEUE_INFO
from ansible_collections.communigate.pro.plugins.module_utils._resources.temp_ip import TEMP_IP_INFO
from ansible_collections.communigate.pro.plugins.module_utils.connector.errors import CgpError
from ansible_collections.communigate.pro.plugins.module_utils.connector.session import Session

DOCUMENTATION = r"""
short_description: Alerts, queues that grow and failed logins of a server, as events
description:
  - Asks a server at an interval, and tells what has come up since it asked before. It only reads.
  - An event has one key, C(cgp), and in it C(type) and C(server), the host and port that were asked.
  - C(type=alert) is a new alert of the server, with C(text) and C(time), the time stamp as the server tells it.
  - C(type=queue_growth) is a queue that has grown, with C(queue), C(messages), C(before) and the
    last problem, C(error).
  - C(type=failed_logins) is an address that the server blocks for a time, which it does after failed logins, with
    C(address) and C(seconds), how long it stays blocked, or V(null) where it stays or the server does not tell.
  - C(type=unreachable) is told once when the server cannot be asked any more, with C(message), and C(type=reachable)
    when it can be again.
  - What is there when the source begins is no event. What cannot be read then ends the source with an error.
  - Reads with C(GETSERVERALERTS), C(GETMESSAGEQUEUEINFO) and C(GETTEMPBLACKLISTEDIPS). The first is for system
    administrators, the last needs the Server right Can Monitor.
options:
  host:
    description:
      - Where the server is. This and all other options of the connection are those of the modules, with the same
        defaults and environment variables, C(CGP_HOST) and so on.
    type: str
  interval:
    description: Seconds between the end of one look and the next.
    type: float
    default: 60
  alerts:
    description: Whether alerts are looked at.
    type: bool
    default: true
  failed_logins:
    description: Whether blocked addresses are looked at.
    type: bool
    default: true
  queues:
    description: Names of queues, for example the Domains that mail goes to.
    type: list
    elements: str
    default: []
  queue_module:
    description: Name of the module whose queues these are.
    type: str
    default: SMTP
  queue_limit:
    description: A queue with fewer messages than this may grow without an event.
    type: int
    default: 100
"""

EXAMPLES = r"""
- communigate.pro.server_events:
    host: mail.example.com
    login: watcher
    password_file: /etc/eda/cgp-password
    transport: tls
    interval: 30
    queues: [partner.example]
    queue_limit: 50
"""

_OWN: dict[str, Any] = {
    "interval": 60.0,
    "alerts": True,
    "failed_logins": True,
    "queues": (),
    "queue_module": "SMTP",
    "queue_limit": 100,
}
_NOT_OURS = ("eda_feedback_queue",)
"""What ansible-rulebook adds by itself."""
_TRUE = ("1", "on", "t", "true", "y", "yes")


@dataclass
class Seen:
    """What a look found: alerts by time and text, messages by queue, blocked addresses with their seconds."""

    alerts: dict[tuple[str, str], None] = field(default_factory=dict)
    queues: dict[str, dict[str, Any]] = field(default_factory=dict)
    blocked: dict[str, Any] = field(default_factory=dict)


def read_options(given: Mapping[str, Any], environment: Mapping[str, str]) -> dict[str, Any]:
    """All options, with what the environment or the default says for those that are not given.

    Raises CgpError for an option that there is not, or whose value is of another type.
    """
    unknown = sorted(set(given) - {*CONNECTION, *_OWN, *_NOT_OURS})
    if unknown:
        raise CgpError("no such option: %s" % ", ".join(unknown), "There are %s" % ", ".join([*_OWN, *CONNECTION]))
    options: dict[str, Any] = {}
    for name, about in CONNECTION.items():
        value = given.get(name)
        if value is None:
            value = environment.get(environment_name(name)) or about.get("default")
        options[name] = None if value is None else _typed(name, value, about["type"])
        if "choices" in about and options[name] not in about["choices"]:
            raise CgpError("%s is not one of %s" % (name, ", ".join(about["choices"])))
    for name, default in _OWN.items():
        value = default if given.get(name) is None else given[name]
        options[name] = value if isinstance(default, tuple) else _typed(name, value, type(default).__name__)
    if isinstance(options["queues"], str):
        options["queues"] = [options["queues"]]
    return options


def _typed(name: str, value: Any, wanted: str) -> Any:
    """A value of the type ``wanted``. What is wrong is not shown: it may be a password."""
    if wanted == "bool":
        return value if isinstance(value, bool) else str(value).lower() in _TRUE
    if wanted in ("int", "float"):
        try:
            return (int if wanted == "int" else float)(value)
        except (TypeError, ValueError):
            raise CgpError("%s is no number" % name) from None
    return str(value)


def look(session: Session, options: Mapping[str, Any]) -> Seen:
    """What a server has now. Raises CgpError."""
    seen, mode = Seen(), Mode()
    if options["alerts"]:
        (alerts,) = ALERT_INFO.run(session, {"scope": "server"}, mode)["alert_sets"]
        seen.alerts = {(posted["time"], posted["text"]): None for posted in alerts["facts"]["posted"]}
    if options["queues"]:
        params = {"module": options["queue_module"], "names": list(options["queues"])}
        seen.queues = {queue["name"]: queue for queue in QUEUE_INFO.run(session, params, mode)["queues"]}
    if options["failed_logins"]:
        told = TEMP_IP_INFO.run(session, {"include": ["blacklisted"]}, mode)["addresses"]
        seen.blocked = {entry["address"]: entry.get("facts", {}).get("seconds") for entry in told}
    session.prove()
    return seen


def changes(before: Seen, now: Seen, limit: int) -> Iterator[dict[str, Any]]:
    """The events that lead from one look to the next."""
    for time, text in now.alerts:
        if (time, text) not in before.alerts:
            yield {"type": "alert", "time": time, "text": text}
    for name, queue in now.queues.items():
        messages, earlier = _messages(queue), _messages(before.queues.get(name, {}))
        if messages >= limit and messages > earlier:
            event = {"type": "queue_growth", "queue": name, "messages": messages, "before": earlier}
            yield {**event, "error": queue.get("lastError", "")}
    for address, seconds in now.blocked.items():
        if address not in before.blocked:
            yield {"type": "failed_logins", "address": address, "seconds": seconds}


def _messages(queue: Mapping[str, Any]) -> int:
    """How many messages a queue has; one that does not exist has none."""
    return int(queue.get("nTotal") or 0)


def _ask(options: Mapping[str, Any]) -> Seen:
    with open_session(options) as session:
        return look(session, options)


async def main(queue: asyncio.Queue[Any], args: dict[str, Any]) -> None:
    """Puts events into the queue until it is cancelled, for ansible-rulebook. Its first look may raise CgpError."""
    options = read_options(args, os.environ)
    server = "%s:%d" % (options["host"], options["port"])
    before = await asyncio.to_thread(_ask, options)
    reachable = True
    while True:
        await asyncio.sleep(options["interval"])
        try:
            now = await asyncio.to_thread(_ask, options)
        except CgpError as error:
            events = [{"type": "unreachable", "message": error.message}] if reachable else []
            reachable = False
        else:
            events = [] if reachable else [{"type": "reachable"}]
            events += changes(before, now, options["queue_limit"])
            before, reachable = now, True
        for event in events:
            await queue.put({"cgp": {**event, "server": server}})
