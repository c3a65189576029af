# Copyright (c) 2026 the communigate.pro authors
# GNU General Public License v3.0+ (see LICENSE or https://www.gnu.org/licenses/gpl-3.0.txt)
# SPDX-License-Identifier: GPL-3.0-or-later
"""Variables of the environment for one task, in a process that goes on to others."""

from __future__ import annotations

import os
from contextlib import contextmanager
from typing import Iterator, Mapping

from ansible_collections.communigate.pro.plugins.module_utils.connector.errors import CgpError


@contextmanager
def added_to_environment(variables: Mapping[str, str]) -> Iterator[None]:
    """Has ``variables`` in the process's environment, and puts that back whatever happens.

    They are not handed on instead: not only options fall back to them, but also what Python, OpenSSL and paramiko look
    for by themselves, such as HOME, SSL_CERT_FILE and SSH_AUTH_SOCK. Raises CgpError for what is no variable.
    """
    before = dict(os.environ)
    try:
        for name, value in variables.items():
            try:
                os.environ[name] = value
            except (OSError, ValueError) as error:
                raise CgpError(
                    "the variable %r of the environment cannot be set: %s" % (name, error),
                    "A name has no equals sign, and neither name nor value a NUL",
                ) from error
        yield
    finally:
        for name in set(os.environ) - set(before):
            del os.environ[name]
        os.environ.update(before)
