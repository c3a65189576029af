# Copyright (c) 2026 the communigate.pro authors
# GNU General Public License v3.0+ (see LICENSE or https://www.gnu.org/licenses/gpl-3.0.txt)
# SPDX-License-Identifier: GPL-3.0-or-later
"""The way of plugins that are no modules to a server: their options, and the session that these ask for.

Ansible looks for their values in the environment, in variables and in its configuration, as the documentation fragment
``communigate.pro.connection.plugin`` says; the options are those of the modules.
"""

from __future__ import annotations

from contextlib import contextmanager
from typing import Any, Callable, Iterator, Mapping

from ansible.errors import AnsibleError
from ansible_collections.communigate.pro.plugins.module_utils._connection_options import CONNECTION, open_session
from ansible_collections.communigate.pro.plugins.module_utils._engine.shapes import type_name
from ansible_collections.communigate.pro.plugins.module_utils.connector.errors import CgpError
from ansible_collections.communigate.pro.plugins.module_utils.connector.session import Session

ABOUT_CHANGES = ("strict_settings", "update_secrets", "progress")
"""The options that mean nothing to whoever only reads."""
OPTIONS = [option for option in CONNECTION if option not in ABOUT_CHANGES]


def variable(option: str) -> str:
    """The variable of a play or an inventory that an option falls back to."""
    return "cgp_%s" % option


def take_options(
    plugin: Any, set_options: Callable[..., None], variables: Mapping[str, Any], given: Mapping[str, Any]
) -> None:
    """Let a plugin take its options: ``given`` ones, or else ``variables``, or whatever they fall back to.

    CgpError for a value that cannot be an option's. What Ansible says of it shows it: it may be a password in a list.
    """
    try:
        set_options(var_options=dict(variables), direct=dict(given))
    except AnsibleError:
        for source, values in (("var_options", variables), ("direct", given)):
            for name, value in values.items():
                try:
                    set_options(**{source: {name: value}})
                except AnsibleError:
                    what = "%s has a value that it cannot have, a %s" % (name, type_name(value))
                    raise CgpError(what, _wanted(plugin.option_definitions.get(name, {}))) from None
        raise


def _wanted(option: Mapping[str, Any]) -> str:
    """What an option takes, as far as its documentation tells."""
    if option.get("choices"):
        return "It is one of %s" % ", ".join(map(str, option["choices"]))
    return "Its type is %s" % option["type"] if "type" in option else ""


@contextmanager
def session_of(params: dict[str, Any]) -> Iterator[Session]:
    """The session that these options describe, for as long as it is needed.

    CgpError for bad options, and when the replies may have been those to other commands.
    """
    session = open_session(params)
    try:
        yield session
        session.prove()
    finally:
        session.close()
