# Copyright (c) 2026 the communigate.pro authors
# GNU General Public License v3.0+ (see LICENSE or https://www.gnu.org/licenses/gpl-3.0.txt)
# SPDX-License-Identifier: GPL-3.0-or-later
"""What the inventory ``cgp`` does: servers, Domains or Accounts as hosts, grouped by what is told of them."""

from __future__ import annotations

import re
from typing import Any, Iterator, Mapping

from ansible.errors import AnsibleParserError
from ansible.module_utils.common.arg_spec import ArgumentSpecValidator
from ansible.plugins.inventory import BaseInventoryPlugin, Cacheable, Constructable
from ansible_collections.communigate.pro.plugins.module_utils._connection_options import CONNECTION, port_of
from ansible_collections.communigate.pro.plugins.module_utils._engine.misgivings import nearest
from ansible_collections.communigate.pro.plugins.module_utils._engine.shapes import type_name
from ansible_collections.communigate.pro.plugins.module_utils.connector.errors import CgpError
from ansible_collections.communigate.pro.plugins.plugin_utils._server_access import (
    OPTIONS,
    session_of,
    take_options,
)
from ansible_collections.communigate.pro.plugins.plugin_utils._server_hosts import ACCOUNTS, INFOS, hosts_of
from ansible_collections.communigate.pro.plugins.plugin_utils._template_face import COLLECTION, native, no_template

FILES = ("cgp.yml", "cgp.yaml", "communigate.yml", "communigate.yaml")
"""How a file of this inventory ends."""
PREFIX = "cgp_"
_ADDRESSING = ("host", "port", "login", "transport")
_FURTHER_ADDRESSING = ("ssh_host", "ssh_port", "ssh_user", "tls_server_name", "http_path")
"""The options that a host's variables have, so that its tasks find its server: none of them is a secret. The latter are
there where they are not what they are by themselves."""
_HOST_NAME = re.compile(r"[^\s{}\[\]:,;!&*?%#\"'`\\|<>()]+")
"""What Ansible takes for a name, and neither for a pattern nor for a template."""
_SPEC = {option: CONNECTION[option] for option in OPTIONS}

Host = Mapping[str, Any]


class ServerInventory(BaseInventoryPlugin, Constructable, Cacheable):  # type: ignore[misc]
    """An inventory whose file says which servers to ask, and for what."""

    _given: Mapping[str, Any]  # the file

    def verify_file(self, path: str) -> bool:
        return bool(super().verify_file(path)) and str(path).endswith(FILES)

    def parse(self, inventory: Any, loader: Any, path: str, cache: bool = True) -> None:
        super().parse(inventory, loader, path, cache)
        try:
            self._given = self._read_config_data(path)
            self.load_cache_plugin()
            key = self.get_cache_key(path)
            keeps = self.get_option("cache")
            hosts = self._cache.get(key) if keeps and cache else None
            if hosts is None:
                hosts = list(self._hosts())
                if keeps:
                    self._cache[key] = hosts
        except CgpError as error:
            raise AnsibleParserError("%s.cgp: %s" % (COLLECTION, error)) from None
        self._add(hosts)

    def set_options(self, task_keys: Any = None, var_options: Any = None, direct: Any = None) -> None:
        """Called with what the file says, and with the extra variables."""
        take_options(self, super().set_options, var_options or {}, direct or {})

    # --- what is asked

    def _hosts(self) -> Iterator[Host]:
        """All hosts of all servers, as data that a cache can keep."""
        sort = str(self.get_option("hosts"))
        include = self.get_option("include") or ()
        known = INFOS[sort].include.choices or ()
        for name in include:
            if name not in known:
                raise CgpError("include has no %s for %s" % (name, sort), "There are %s" % ", ".join(known))
        if sort == ACCOUNTS and not self.get_option("domains"):
            raise CgpError("domains is needed with hosts=accounts", "Name Domains, or give a pattern such as *")
        asked = {"domains": self.get_option("domains"), "filter": self.get_option("filter"), "include": include}
        left = self.get_option("limit")
        for params in self._servers():
            name = params.pop("name")
            further = [option for option in _FURTHER_ADDRESSING if params[option] != CONNECTION[option].get("default")]
            addressing = {option: params[option] for option in (*_ADDRESSING, *further)}
            addressing["port"] = port_of(params)
            try:
                with session_of(params) as session:
                    for host, told in hosts_of(session, sort, {**asked, "name": name, "limit": left + 1}):
                        left -= 1
                        if left < 0:
                            raise CgpError("there are more hosts than limit allows", "Ask for less, or raise limit")
                        yield {"name": host, "variables": {**addressing, "server": name, **told}}
            except CgpError as error:
                raise CgpError("server %s: %s" % (name, error.message), error.hint) from None

    def _servers(self) -> Iterator[dict[str, Any]]:
        """The options for each server, with its name: those of its own, and else those for all."""
        shared = {option: self._own(option) for option in OPTIONS}
        for number, server in enumerate(self.get_option("servers") or [{}], 1):
            if not isinstance(server, dict):
                raise CgpError("server %d is a %s, and no dictionary" % (number, type_name(server)), "As in {host: a}")
            own = {str(option): self._rendered(value) for option, value in server.items()}
            for option in own:
                if option not in _SPEC and option != "name":
                    meant = nearest(option, _SPEC)
                    raise CgpError(
                        "server %d: there is no option %s" % (number, option),
                        "Did you mean %s?" % meant if meant else "There are %s" % ", ".join(_SPEC),
                    )
            name = own.pop("name", None)
            validated = ArgumentSpecValidator(_SPEC).validate({**shared, **own})
            if validated.error_messages:
                wrong = next((option for option in own if _is_wrong(option, own[option])), "an option")
                raise CgpError("server %d: %s has a value that it cannot have" % (number, wrong))
            params = dict(validated.validated_parameters)
            yield {**params, "name": str(name or params["host"])}

    def _own(self, option: str) -> Any:
        """An option of the file, which may be a template, or what it falls back to, which is none."""
        given = self._given.get(option)
        return self.get_option(option) if given is None else self._rendered(given)

    def _rendered(self, value: Any) -> Any:
        return native(self.templar.template(value))

    # --- what is made of it

    def _add(self, hosts: list[Host]) -> None:
        """Hosts with their variables and groups. What comes from a server is no template, wherever it is used."""
        strict = self.get_option("strict")
        refused, again = 0, 0
        seen: set[str] = set()
        for host in hosts:
            name = host["name"]
            if not _HOST_NAME.fullmatch(name):
                refused += 1
                continue
            if name in seen:
                again += 1
                continue
            seen.add(name)
            variables = {PREFIX + key: no_template(value) for key, value in host["variables"].items()}
            self.inventory.add_host(name)
            for key, value in variables.items():
                self.inventory.set_variable(name, key, value)
            self._set_composite_vars(self.get_option("compose"), variables, name, strict=strict)
            self._add_host_to_composed_groups(self.get_option("groups"), variables, name, strict=strict)
            self._add_host_to_keyed_groups(self.get_option("keyed_groups"), variables, name, strict=strict)
        if refused:
            self._warn("%d names are none for a host, and left out" % refused)
        if again:
            self._warn("%d hosts of one server have the names of another's, and are left out" % again)

    def _warn(self, message: str) -> None:
        self.display.warning("%s.cgp: %s" % (COLLECTION, message))


def _is_wrong(option: str, value: Any) -> bool:
    """Whether an option alone is the mistake; what Ansible says of it may show its value."""
    return bool(ArgumentSpecValidator({option: _SPEC[option]}).validate({option: value}).error_messages)
