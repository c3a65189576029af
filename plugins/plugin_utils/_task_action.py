# Copyright (c) 2026 the communigate.pro authors
# GNU General Public License v3.0+ (see LICENSE or https://www.gnu.org/licenses/gpl-3.0.txt)
# SPDX-License-Identifier: GPL-3.0-or-later
"""What the action plugins take from Ansible that Ansible does not document: as it is from ansible-core 2.17 to 2.21."""

from __future__ import annotations

import sys
from typing import Any, Callable, Mapping

from ansible import constants, context
from ansible.errors import AnsibleError
from ansible.module_utils.common.arg_spec import ArgumentSpecValidator
from ansible.module_utils.errors import UnsupportedError
from ansible.parsing.vault import is_encrypted, match_encrypt_secret
from ansible.plugins.action import ActionBase
from ansible.utils.display import Display
from ansible_collections.communigate.pro.plugins.module_utils._ansible import without_item
from ansible_collections.communigate.pro.plugins.module_utils.connector.errors import CgpError

_IS_TERMINAL = sys.stdout.isatty()
"""Looked at in Ansible's main process, which imports this file: that of a task has no terminal."""


class TaskAction(ActionBase):
    """An action plugin that names in words what it needs of the task and of Ansible."""

    TRANSFERS_FILES = False
    _supports_check_mode = True
    _supports_async = True

    @property
    def module(self) -> str:
        """The module as the task names it, with or without its collection.

        Not the task's resolved_action: before ansible-core 2.19 that was the plugin, where one had been routed to.
        """
        return str(self._task.action)

    @property
    def options(self) -> dict[str, Any]:
        """The options given to the module, those of ``module_defaults`` included."""
        options: dict[str, Any] = self._task.args
        return options

    @property
    def check_mode(self) -> bool:
        return bool(self._task.check_mode)

    @property
    def foresees_the_run(self) -> bool:
        """Whether the whole run is in check mode, not just this task: then nothing is done before it, either."""
        return self.check_mode and bool(context.CLIARGS.get("check"))

    @property
    def run_directory(self) -> str:
        """The directory that Ansible makes for this run, on the controller, and removes after it."""
        return str(constants.DEFAULT_LOCAL_TMP)

    @property
    def diff(self) -> bool:
        return bool(self._task.diff)

    @property
    def is_watched(self) -> bool:
        """Whether somebody looks at what Ansible prints as it comes."""
        return _IS_TERMINAL

    def tell(self, line: str) -> None:
        """Has Ansible print a line at once."""
        Display().display("%s: %s" % (self.module.rpartition(".")[2], line))

    @property
    def in_background(self) -> bool:
        """Whether the task goes on without this process, which gets no result."""
        return bool(self._task.async_val)

    def path_here(self, path: str) -> str:
        """A path on the controller; a relative one begins at the playbook's directory."""
        return str(self._loader.path_dwim(path))

    def is_for_this_process(self) -> bool:
        """Whether nothing about the task asks for another machine, another user or another process."""
        become = getattr(self._connection, "become", None)
        return self._connection.transport == "local" and become is None and not self._task.async_val

    def checked(self, options: Mapping[str, Any], spec: dict[str, Any], rules: Mapping[str, Any]) -> dict[str, Any]:
        """Options, checked and completed as AnsibleModule does it. CgpError, in the same words, for what is wrong.

        It warns as that does of options that are to be removed, and of those given under two names.
        """
        validated = ArgumentSpecValidator(spec, **rules).validate(dict(options))
        for known in validated._deprecations:
            Display().deprecated(
                known["msg"], version=known.get("version"), collection_name=known.get("collection_name")
            )
        for known in validated._warnings:
            Display().warning("Both option %(option)s and its alias %(alias)s are set." % known)
        if not validated.error_messages:
            return dict(validated.validated_parameters)
        error = validated.errors[0]
        message = without_item(error.msg)
        if isinstance(error, UnsupportedError):
            message = "Unsupported parameters for (%s) module: %s" % (self.module, message)
        raise CgpError(message)

    def environment(self) -> dict[str, str]:
        """What the keyword ``environment`` sets, for the play, the block and the task."""
        variables: dict[str, str] = {}
        for given in self._task.environment or ():
            if given:
                variables.update((str(name), str(value)) for name, value in self._templar.template(given).items())
        return variables

    def run_module(
        self, options: dict[str, Any], task_vars: dict[str, Any] | None, environment: Mapping[str, str]
    ) -> dict[str, Any]:
        """The result of the module itself, run where the task's connection leads, with these variables added there."""
        given = self._task.environment
        self._task.environment = [dict(environment)]
        try:
            executed: dict[str, Any] = self._execute_module(
                module_args=options, task_vars=task_vars, wrap_async=self._task.async_val
            )
        finally:
            self._task.environment = given
        return executed

    def at_the_end(self, act: Callable[[], None]) -> None:
        """Calls ``act`` when the task is over, with all items of its loop, but before anybody is told its result.

        That is when Ansible closes the connection of the last item.
        """
        close = self._connection.close

        def act_and_close() -> None:
            try:
                act()
            finally:
                close()

        self._connection.close = act_and_close

    def find_file(self, path: str) -> str:
        """Where a file is, looked for as the files of a role or a playbook are. Raises AnsibleError."""
        return str(self._find_needle("files", path))

    def decrypted(self, path: str) -> str:
        """The file, or a decrypted copy of one from a vault, which Ansible removes. Raises AnsibleError."""
        return str(self._loader.get_real_file(path))

    def encrypted(self, text: str, vault_id: str | None) -> str:
        """The text as a vault's, encrypted with the secret of this identity, or with the one that Ansible would take.

        CgpError if there is none.
        """
        identity = vault_id or constants.config.get_config_value("DEFAULT_VAULT_ENCRYPT_IDENTITY")
        vault = self._loader._vault
        if not vault.secrets:
            raise CgpError(
                "there is no secret of a vault to encrypt with",
                "Give --ask-vault-pass or --vault-password-file, or set ANSIBLE_VAULT_PASSWORD_FILE",
            )
        try:
            label, secret = match_encrypt_secret(vault.secrets, encrypt_vault_id=identity)
            return str(vault.encrypt(text, secret, vault_id=label).decode("utf-8"))
        except AnsibleError as error:
            raise CgpError("nothing can be encrypted: %s" % error) from error

    def decrypted_text(self, held: bytes) -> str:
        """The text of a vault, which comes into no file. CgpError for what is none, or cannot be decrypted."""
        vault = self._loader._vault
        if not is_encrypted(held):
            raise CgpError("is not encrypted", "Encrypt it with ansible-vault encrypt")
        try:
            return str(vault.decrypt(held).decode("utf-8"))
        except (AnsibleError, UnicodeDecodeError) as error:
            raise CgpError("cannot be decrypted: %s" % error, "Give the secret that it was encrypted with") from error

    def load_yaml(self, text: str) -> Any:
        """The data of a YAML text, in which a vault's values are decrypted."""
        return self._loader.load(text)
