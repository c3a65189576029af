# Copyright (c) 2026 the communigate.pro authors
# GNU General Public License v3.0+ (see LICENSE or https://www.gnu.org/licenses/gpl-3.0.txt)
# SPDX-License-Identifier: GPL-3.0-or-later
"""A simulator in this process to compare a server with: without habits, or with those that were learnt."""

from __future__ import annotations

import secrets
from contextlib import ExitStack

from ansible_collections.communigate.pro.plugins.module_utils.connector.session import Credentials, Session
from ansible_collections.communigate.pro.plugins.module_utils.connector.transport import Endpoint
from ansible_collections.communigate.pro.plugins.module_utils.simulator.embedded import Embedded
from ansible_collections.communigate.pro.plugins.module_utils.simulator.options import Options


def reference(stack: ExitStack, main_domain: str, habits_file: str = "") -> Session:
    """A session with a new simulator, which has a main Domain of this name; both end with the stack."""
    password = secrets.token_hex(12)
    options = Options(port=0, password=password, main_domain=main_domain, habits_file=habits_file)
    server = stack.enter_context(Embedded(options))
    endpoint = Endpoint(host=server.host, port=server.port)
    return stack.enter_context(Session(endpoint, Credentials(options.login, password)))
