# Copyright (c) 2026 the communigate.pro authors
# GNU General Public License v3.0+ (see LICENSE or https://www.gnu.org/licenses/gpl-3.0.txt)
# SPDX-License-Identifier: GPL-3.0-or-later
"""The simulator as a task of a playbook: what the module cgp_simulator does. The only file here that needs Ansible."""

from __future__ import annotations

from dataclasses import asdict
from typing import Any, Iterator, Mapping

from ..._ansible import QuietModule, forget_secrets
from ...connector import data
from ...connector.errors import CgpError
from ..control.client import ControlClient
from ..faults import faults
from ..habits.choice import chosen
from ..options import DEFAULT_PASSWORD, NO_PORT, Options
from ..service import clock
from . import background
from .pid_file import Running

_DEFAULT = Options()

SPEC = {
    "state": {"type": "str", "choices": ["started", "stopped"], "default": "started"},
    "pid_file": {"type": "path", "required": True},
    "host": {"type": "str", "default": _DEFAULT.host},
    "port": {"type": "int", "default": _DEFAULT.port},
    "main_domain": {"type": "str", "default": _DEFAULT.main_domain},
    "login": {"type": "str", "default": _DEFAULT.login},
    "password": {"type": "str", "no_log": True},
    "version": {"type": "str", "default": _DEFAULT.version},
    "cluster": {"type": "bool", "default": _DEFAULT.cluster},
    "cluster_state": {"type": "path"},
    "state_file": {"type": "path"},
    "seed": {"type": "int", "default": _DEFAULT.seed},
    "clock": {"type": "str"},
    "faults": {"type": "list", "elements": "str"},
    "habits": {"type": "list", "elements": "str"},
    "habits_file": {"type": "path"},
    "random": {"type": "int"},
    "control": {"type": "list", "elements": "str"},
    "journal_file": {"type": "path"},
    "latency_ms": {"type": "float", "default": _DEFAULT.latency_ms},
    "tls_cert": {"type": "path"},
    "tls_key": {"type": "path"},
    "stls": {"type": "bool", "default": _DEFAULT.stls},
    "http_port": {"type": "int"},
    "https_port": {"type": "int"},
}


RULES = {
    "required_together": [["tls_cert", "tls_key"]],
    "required_by": {"https_port": ["tls_cert"]},
    "required_if": [["stls", True, ["tls_cert"]]],
}
"""What Ansible checks of options among each other."""


def result(params: Mapping[str, Any], check: bool) -> dict[str, Any]:
    """What a task with these options, checked and completed, returns: of one that fails, too."""
    try:
        return run(params, check)
    except (CgpError, OSError) as error:
        return {"failed": True, "msg": str(error)}


def run(params: Mapping[str, Any], check: bool) -> dict[str, Any]:
    """Start or stop the simulator with the pid file, unless that is so already. Raises CgpError."""
    found = background.find(params["pid_file"])
    if params["state"] == "stopped":
        if found is not None and not check:
            background.stop(params["pid_file"])
        return {"changed": found is not None, **(_journal_error(found) if found is not None else {})}
    wanted = _Wanted(params)
    if found is None:
        if check:
            return {"changed": True}
        started = background.start(_options(params))
        return {"changed": True, **_address(started), **wanted.say_lines(started)}
    _refuse_other_addresses(params, found)
    changed = wanted.put_in_force(found, check)
    if check:
        return {"changed": changed or bool(wanted.lines), **_address(found)}
    return {"changed": changed or bool(wanted.lines), **_address(found), **wanted.say_lines(found)}


class _Wanted:
    """What a running simulator is to be told: faults, habits, the clock, and other lines of the control language."""

    def __init__(self, params: Mapping[str, Any]) -> None:
        """CgpError if a fault, a habit or the clock is none."""
        self.lines: list[str] = params["control"] or []
        self._faults = None if params["faults"] is None else [faults.parse(text).text for text in params["faults"]]
        self._clock = None if params["clock"] is None else clock.parse(params["clock"]).text
        self._habits = _habits(params)
        self._password = params["password"] or DEFAULT_PASSWORD
        self._tls_cert = "" if params["stls"] else params["tls_cert"] or ""

    def put_in_force(self, running: Running, check: bool) -> bool:
        """Set clock, faults and habits, each if it is to be set and is not so. Returns whether anything changes."""
        if self._clock is None and self._faults is None and self._habits is None:
            return False
        with self._control(running) as control:
            lines = list(self._changes(control))
            if not check:
                for line in lines:
                    control.say(line)
        return bool(lines)

    def say_lines(self, running: Running) -> dict[str, Any]:
        """Say the other lines; returns what is answered, as an addition to the task's result."""
        if not self.lines:
            return {}
        with self._control(running) as control:
            return {"control": [data.to_json(control.say(line)) for line in self.lines]}

    def _control(self, running: Running) -> ControlClient:
        return ControlClient(running.host, running.port, self._password, self._tls_cert)

    def _changes(self, control: ControlClient) -> Iterator[str]:
        """The lines that make clock, faults and habits what is wanted."""
        if self._clock is not None and control.say("CLOCK")["clock"] != self._clock:
            yield "CLOCK " + data.write(self._clock)
        if self._faults is not None:
            in_force = control.say("FAULTS")
            unused = all(fault["fresh"] == "YES" for fault in in_force)
            if not unused or [fault["fault"] for fault in in_force] != self._faults:
                yield "FAULTS " + data.write(self._faults)
        if self._habits is not None and control.say("HABITS") != self._habits:
            yield "HABITS " + data.write(self._habits)


def _habits(params: Mapping[str, Any]) -> list[str] | None:
    """The names of the habits that are wanted, or None if nothing is said of them."""
    if params["habits"] is None and not params["habits_file"] and params["random"] is None:
        return None
    return list(chosen(params["habits"] or (), params["random"], params["habits_file"] or ""))


def _options(params: Mapping[str, Any]) -> Options:
    return Options(
        host=params["host"],
        port=params["port"],
        main_domain=params["main_domain"],
        login=params["login"],
        password=params["password"] or "",
        version=params["version"],
        cluster=params["cluster"],
        cluster_state=params["cluster_state"] or "",
        state=params["state_file"] or "",
        seed=params["seed"],
        clock=params["clock"] or _DEFAULT.clock,
        faults=tuple(params["faults"] or ()),
        habits=tuple(_habits(params) or ()),
        journal=params["journal_file"] or "",
        latency_ms=params["latency_ms"],
        tls_cert=params["tls_cert"] or "",
        tls_key=params["tls_key"] or "",
        stls=params["stls"],
        http_port=NO_PORT if params["http_port"] is None else params["http_port"],
        https_port=NO_PORT if params["https_port"] is None else params["https_port"],
        pid_file=params["pid_file"],
    )


def _refuse_other_addresses(params: Mapping[str, Any], found: Running) -> None:
    """Whoever asks for a port must not be left to believe that it is served there."""
    for name in ("port", "http_port", "https_port"):
        asked, served = params[name], getattr(found, name)
        if asked is None or asked == served or (asked == 0 and served is not None):
            continue
        raise CgpError(
            "the simulator with the pid file %s listens on %s, not %d"
            % (params["pid_file"], "no %s" % name if served is None else "%s %d" % (name, served), asked),
            "Stop it first (state: stopped), or give another pid_file",
        )


def _address(found: Running) -> dict[str, Any]:
    told = asdict(found)
    del told["journal_error"]
    return {**told, **_journal_error(found)}


def _journal_error(found: Running) -> dict[str, Any]:
    """The part of the result that tells of a journal with something missing."""
    return {"journal_error": found.journal_error} if found.journal_error else {}


def run_module() -> None:
    """The ``main`` of cgp_simulator.

    Nothing is logged and no option is echoed; Ansible's masking of the password's value would only damage text that
    happens to contain it.
    """
    module = QuietModule(
        argument_spec=SPEC,
        supports_check_mode=True,
        no_log=True,
        **RULES,
    )
    forget_secrets(module)
    told = result(module.params, module.check_mode)
    if told.pop("failed", False):
        module.fail_json(**told)
    module.exit_json(**told)
