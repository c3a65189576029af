# Copyright (c) 2026 the communigate.pro authors
# GNU General Public License v3.0+ (see LICENSE or https://www.gnu.org/licenses/gpl-3.0.txt)
# SPDX-License-Identifier: GPL-3.0-or-later
"""Writes what was found on the servers of a fleet as a report, in Ansible's process, without a server or a target."""

from __future__ import annotations

from datetime import datetime, timezone
from typing import Any, Callable

from ansible_collections.communigate.pro.plugins.module_utils._engine.result import describe_error
from ansible_collections.communigate.pro.plugins.module_utils.connector.errors import CgpError
from ansible_collections.communigate.pro.plugins.plugin_utils._kept_file import keep
from ansible_collections.communigate.pro.plugins.plugin_utils._report.as_csv import as_csv
from ansible_collections.communigate.pro.plugins.plugin_utils._report.as_json import as_json
from ansible_collections.communigate.pro.plugins.plugin_utils._report.audit import audit
from ansible_collections.communigate.pro.plugins.plugin_utils._report.drift import drift
from ansible_collections.communigate.pro.plugins.plugin_utils._report.junit import as_junit
from ansible_collections.communigate.pro.plugins.plugin_utils._report.model import Report
from ansible_collections.communigate.pro.plugins.plugin_utils._report.page import as_page
from ansible_collections.communigate.pro.plugins.plugin_utils._task_action import TaskAction

SPEC: dict[str, Any] = {
    "servers": {"type": "dict", "required": True},
    "kind": {"type": "str", "choices": ["drift", "audit"], "default": "drift"},
    "title": {"type": "str"},
    "date": {"type": "str"},
    "html": {"type": "path"},
    "json": {"type": "path"},
    "csv": {"type": "path"},
    "junit": {"type": "path"},
}
_KINDS: dict[str, Callable[..., Report]] = {"drift": drift, "audit": audit}
_WRITERS: dict[str, Callable[[Report], str]] = {"html": as_page, "json": as_json, "csv": as_csv, "junit": as_junit}
_DATE = "%Y-%m-%dT%H:%M:%SZ"


class ActionModule(TaskAction):
    """Runs the tasks of cgp_report."""

    _supports_async = False

    def run(self, tmp: str | None = None, task_vars: dict[str, Any] | None = None) -> dict[str, Any]:
        told: dict[str, Any] = super().run(tmp, task_vars)
        try:
            told.update(self._report(self.checked(self.options, SPEC, {})))
        except CgpError as error:
            told.update(describe_error(error))
        return told

    def _report(self, params: dict[str, Any]) -> dict[str, Any]:
        kind, title = params["kind"], params.get("title")
        title = kind.capitalize() if title is None else title
        report = _KINDS[kind](title, _moment(params.get("date")), params["servers"])
        files = [
            path
            for option, write in _WRITERS.items()
            for path in ([self.path_here(params[option])] if params.get(option) else [])
            if keep(path, write(report), option, self.check_mode)
        ]
        return {
            "changed": bool(files),
            "files": files,
            "summary": report.summary,
            "counts": report.counts,
            "differing": [server.name for server in report.of_state(report.words.differs)],
            "unknown": [server.name for server in report.of_state(report.words.unknown)],
            "silent": [server.name for server in report.servers if server.note],
            "servers": {server.name: server.sentence for server in report.servers},
            "kinds": {server.name: server.by_kind for server in report.servers},
        }


def _moment(given: str | None) -> str:
    """The date of the report: now, if none is given. CgpError for one that is none."""
    if given is None:
        return datetime.now(timezone.utc).strftime(_DATE)
    try:
        return datetime.strptime(given, _DATE).strftime(_DATE)
    except ValueError as error:
        raise CgpError("date is not as 2026-11-30T15:20:00Z", "It is a moment in UTC") from error
