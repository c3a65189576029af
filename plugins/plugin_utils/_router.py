# Copyright (c) 2026 the communigate.pro authors
# GNU General Public License v3.0+ (see LICENSE or https://www.gnu.org/licenses/gpl-3.0.txt)
# SPDX-License-Identifier: GPL-3.0-or-later
"""The router: serves every module of the collection, in the controller's process where that is possible.

For each module there is an action plugin of its name, which is this router: Ansible loads it in the main process,
before it forks one for the task. What stands at the top of this file is therefore imported once for a play, the noun
of the module included, and not by each of its tasks.

On a local connection the engine runs right here, over one session for all items of a loop, which makes a task many
times cheaper than starting a module. With C(become), C(async) or a remote connection the module itself runs on the
target. Both call the same engine with the same options and return the same result; no module is imported here.
"""

from __future__ import annotations

import os
from functools import partial
from typing import Any, Iterator

from ansible.errors import AnsibleError
from ansible_collections.communigate.pro.plugins.module_utils._connection_options import CONNECTION, environment_name
from ansible_collections.communigate.pro.plugins.module_utils._engine import apply, row_told, settle
from ansible_collections.communigate.pro.plugins.module_utils._engine.model import SRC, Resource
from ansible_collections.communigate.pro.plugins.module_utils._engine.progress import Progress, summary
from ansible_collections.communigate.pro.plugins.module_utils._engine.result import describe_error
from ansible_collections.communigate.pro.plugins.module_utils._engine.rows import listed
from ansible_collections.communigate.pro.plugins.module_utils._engine.task import Task
from ansible_collections.communigate.pro.plugins.module_utils._engine.wants import (
    object_fields,
    rows_for_module,
)
from ansible_collections.communigate.pro.plugins.module_utils._host import (
    SOURCE,
    SOURCE_OPTIONS,
    argument_spec,
    default_domain,
    directory_rows,
    execute,
    held_in_directory,
    last_counts,
    names_files,
    object_rows,
    option_rules,
    read_file,
    read_rows,
    refuse_mistakes,
)
from ansible_collections.communigate.pro.plugins.module_utils._registry import subject_of
from ansible_collections.communigate.pro.plugins.module_utils._source.files import refuse_special
from ansible_collections.communigate.pro.plugins.module_utils.connector.errors import CgpError
from ansible_collections.communigate.pro.plugins.plugin_utils._environment import added_to_environment
from ansible_collections.communigate.pro.plugins.plugin_utils._kept_file import keep
from ansible_collections.communigate.pro.plugins.plugin_utils._run_memory import RunMemory
from ansible_collections.communigate.pro.plugins.plugin_utils._sessions import SessionPool
from ansible_collections.communigate.pro.plugins.plugin_utils._task_action import TaskAction

_NO_DIRECTORY = {
    SOURCE.name: "It names a file that lists objects",
    SRC.name: "It names one file; all files of a directory are taken with source",
}
LATE = (apply, row_told, settle)
"""What the engine imports late, for the sake of targets: here it is there before a process is forked."""
_sessions = SessionPool()


class Router(TaskAction):
    """Runs a task of the module that the file of a class derived from this is named after.

    ``subject``: what the module serves, found when that class is made.
    """

    subject: Any

    def __init_subclass__(cls) -> None:
        super().__init_subclass__()
        cls.subject = subject_of(cls.__module__.rpartition(".")[2])

    def run(self, tmp: str | None = None, task_vars: dict[str, Any] | None = None) -> dict[str, Any]:
        result: dict[str, Any] = super().run(tmp, task_vars)
        subject = self.subject
        try:
            refuse_mistakes(subject, self.options)
            self._refuse_file(subject)
            source_rows = self._source_rows(subject)
            held = self._held_in_directory(subject)
            if self.is_for_this_process():
                result.update(self._run_here(subject, source_rows, held))
            else:
                result.update(self._run_module(subject, source_rows, held, task_vars))
            self._keep_file(subject, result)
        except CgpError as error:
            result.update(describe_error(error))
        return result

    def _run_here(
        self, subject: Any, source_rows: Iterator[dict[str, Any]] | None, held: dict[str, Any]
    ) -> dict[str, Any]:
        environment = self.environment()
        self.at_the_end(_sessions.close)
        with added_to_environment(environment):
            params = {**self.checked(self.options, argument_spec(subject), option_rules(subject)), **held}
            memory = RunMemory(self.run_directory, params) if self.foresees_the_run else None
            foresight = memory.recall() if memory is not None else None
            watched = params["progress"] and self.is_watched
            result = execute(
                subject,
                params,
                _sessions.session(params, environment),
                check=self.check_mode,
                diff=self.diff,
                source_rows=source_rows,
                read_file=self._read_file,
                foresight=foresight,
                progress=Progress(self.tell) if watched else None,
            )
        if watched and summary(result):
            self.tell(summary(result))
        if memory is not None and foresight is not None:
            memory.keep(foresight)
        return result

    def _run_module(
        self,
        subject: Any,
        source_rows: Iterator[dict[str, Any]] | None,
        held: dict[str, Any],
        task_vars: dict[str, Any] | None,
    ) -> dict[str, Any]:
        environment = self.environment()
        # Ansible writes these variables into the command line that starts the module: it prints that line with -vvv,
        # and all users of the target can read it. Among the options nobody does.
        connection = {
            option: environment.pop(environment_name(option))
            for option in CONNECTION
            if environment_name(option) in environment
        }
        arguments = {**connection, **self.options}
        # What is wrong with the options is told here, before they are sent anywhere.
        params = self.checked(arguments, _without_fallbacks(argument_spec(subject)), option_rules(subject))
        if held:
            arguments.pop(SOURCE.name)
            arguments.update(listed(held))
        if source_rows is not None or _takes_files(subject, params):
            rows = list(object_rows(subject, params, source_rows, self._read_file))
            domain = default_domain(subject, params)
            said = [SOURCE.name, SOURCE_OPTIONS.name, subject.names_option]
            said += [field.name for field in object_fields(subject)]
            for option in said:  # the rows say it all
                arguments.pop(option, None)
            # What is wrong with them is told here, with its place: AnsibleModule would use other words.
            arguments[subject.list_option] = rows_for_module(subject, rows, domain, last_counts=last_counts(params))
        executed = self.run_module(arguments, task_vars, environment)
        executed.pop("invocation", None)  # the module leaves it empty; a task that runs here has none
        return executed

    def _refuse_file(self, subject: Any) -> None:
        """What is learnt in the background comes to nobody who could write it down. CgpError."""
        option = subject.file_option if isinstance(subject, Task) else ""
        if option and self.options.get(option) and self.in_background:
            raise CgpError("%s does not go with async" % option, "Take the values that the task returns")

    def _keep_file(self, subject: Any, result: dict[str, Any]) -> None:
        """Write the file that the task asks for, here, wherever it ran."""
        if not isinstance(subject, Task) or subject.file_of is None or not self.options.get(subject.file_option):
            return
        text = subject.file_of(result)
        if text is None:
            return
        path = self.path_here(str(self.options[subject.file_option]))
        try:
            result["changed"] = keep(path, text, subject.file_option, self.check_mode) or bool(result.get("changed"))
        except CgpError as error:
            if not result.get("failed"):
                result.update(failed=True, msg=str(error))

    def _source_rows(self, subject: Any) -> Iterator[dict[str, Any]] | None:
        """The objects of the file that ``source`` names: looked for as other files are, and decrypted, here."""
        path = self.options.get(SOURCE.name)
        if not path or not isinstance(subject, Resource):
            return None
        if self.options.get(subject.list_option) is not None:
            raise CgpError("%s and %s do not go together" % (SOURCE.name, subject.list_option), "Give one of them")
        found = self._find(SOURCE.name, path)
        rows = directory_rows(subject, found)
        if rows is not None:
            return rows
        return read_rows(self.options, self.load_yaml, self._real_file(SOURCE.name, found))

    def _held_in_directory(self, subject: Any) -> dict[str, Any]:
        """The option that is filled by the directory that ``source`` names, read and decrypted here; none without."""
        path = self.options.get(SOURCE.name)
        if not path or isinstance(subject, Resource):
            return {}
        return held_in_directory(
            subject,
            self._find(SOURCE.name, path),
            self.load_yaml,
            partial(self._real_file, SOURCE.name),
        )

    def _read_file(self, path: str) -> bytes:
        """The content of a file that the option ``src`` names, decrypted."""
        return read_file(self._real_file(SRC.name, self._find(SRC.name, path)))

    def _real_file(self, option: str, path: str) -> str:
        """The file, or a decrypted copy of it."""
        if os.path.isdir(path):
            raise CgpError("%s %s is a directory" % (option, path), _NO_DIRECTORY[option])
        refuse_special(path, option)  # Ansible would wait for a pipe
        try:
            return self.decrypted(path)
        except AnsibleError as error:
            raise CgpError("%s %s cannot be decrypted: %s" % (option, path, error)) from error

    def _find(self, option: str, path: str) -> str:
        try:
            return self.find_file(path)
        except AnsibleError as error:
            raise CgpError(
                "%s %s is not found" % (option, path),
                "It is looked for on the controller, in the directories files of the role and of the playbook",
            ) from error


def _without_fallbacks(spec: dict[str, Any]) -> dict[str, Any]:
    """The options of a task that runs elsewhere: this process's environment has nothing to say there."""
    return {
        name: {key: value for key, value in option.items() if key != "fallback"} for name, option in spec.items()
    }


def _takes_files(subject: Any, params: dict[str, Any]) -> bool:
    return isinstance(subject, Resource) and subject.from_file is not None and names_files(subject, params)
