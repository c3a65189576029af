# Copyright (c) 2026 the communigate.pro authors
# GNU General Public License v3.0+ (see LICENSE or https://www.gnu.org/licenses/gpl-3.0.txt)
# SPDX-License-Identifier: GPL-3.0-or-later
"""The simulator as a task of a playbook: what the module cgp_simulator does. The only file here that needs Ansible."""

from __future__ import annotations

from typing import Any, Mapping

from ansible.module_utils.basic import AnsibleModule

from ..connector.errors import CgpError
from . import background
from .options import Options
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
    "state_file": {"type": "path"},
    "journal_file": {"type": "path"},
    "latency_ms": {"type": "float", "default": _DEFAULT.latency_ms},
    "tls_cert": {"type": "path"},
    "tls_key": {"type": "path"},
}


def run(params: Mapping[str, Any], check: bool) -> dict[str, Any]:
    """Start or stop the simulator with the pid file, unless that is so already. Raises CgpError."""
    found = background.find(params["pid_file"])
    if params["state"] == "stopped":
        if found is not None and not check:
            background.stop(params["pid_file"])
        return {"changed": found is not None}
    if found is not None:
        _refuse_another_address(params, found)
        return {"changed": False, **_address(found)}
    if check:
        return {"changed": True}
    return {"changed": True, **_address(background.start(_options(params)))}


def _options(params: Mapping[str, Any]) -> Options:
    return Options(
        host=params["host"],
        port=params["port"],
        main_domain=params["main_domain"],
        login=params["login"],
        password=params["password"] or "",
        version=params["version"],
        cluster=params["cluster"],
        state=params["state_file"] or "",
        journal=params["journal_file"] or "",
        latency_ms=params["latency_ms"],
        tls_cert=params["tls_cert"] or "",
        tls_key=params["tls_key"] or "",
        pid_file=params["pid_file"],
    )


def _refuse_another_address(params: Mapping[str, Any], found: Running) -> None:
    """Whoever asks for a port must not be left to believe that it is served there."""
    if params["port"] not in (0, found.port):
        raise CgpError(
            "the simulator with the pid file %s listens on port %d, not %d"
            % (params["pid_file"], found.port, params["port"]),
            "Stop it first (state: stopped), or give another pid_file",
        )


def _address(found: Running) -> dict[str, Any]:
    return {"host": found.host, "port": found.port, "pid": found.pid}


def run_module() -> None:
    """The ``main`` of cgp_simulator.

    Nothing is logged and no option is echoed; Ansible's masking of the password's value would only damage text that
    happens to contain it.
    """
    module = AnsibleModule(
        argument_spec=SPEC, required_together=[["tls_cert", "tls_key"]], supports_check_mode=True, no_log=True
    )
    module.no_log_values.clear()
    try:
        result = run(module.params, module.check_mode)
    except (CgpError, OSError) as error:
        module.fail_json(msg=str(error), invocation={})
    module.exit_json(invocation={}, **result)
