# Copyright (c) 2026 the communigate.pro authors
# GNU General Public License v3.0+ (see LICENSE or https://www.gnu.org/licenses/gpl-3.0.txt)
# SPDX-License-Identifier: GPL-3.0-or-later
"""A channel through an SSH server to the PWD listener behind it, with paramiko.

paramiko is imported only when a tunnel is asked for.
"""

from __future__ import annotations

import contextlib
import logging
import os
import socket
import threading
from collections.abc import Callable
from typing import TYPE_CHECKING

from . import tcp
from .endpoint import Endpoint, address
from .errors import ConnectionFailed, ServerAway
from .known_hosts import KnownKeys

if TYPE_CHECKING:
    import paramiko

_PIECE = 65536  # bytes copied at a time
_USERS_KNOWN_HOSTS = "~/.ssh/known_hosts"
_AWAY = (2, 4)  # why a channel is not opened (RFC 4254): nobody takes the connection, or too much is going on


def open_tunnel(endpoint: Endpoint) -> tuple[socket.socket, Callable[[], None]]:
    """A socket whose other end is ``endpoint.host:port`` as the SSH server sees it, and what to call after closing it.

    A paramiko channel has no descriptor that tells when it can be written to. So two threads copy between the channel
    and one end of a socket pair; the other end is a socket like any other, full duplex and with back pressure.
    ConnectionFailed.
    """
    if not endpoint.ssh_host:
        raise ConnectionFailed("transport ssh needs an SSH server", "Set the option ssh_host")
    _require_paramiko()
    client = _logged_in(endpoint, endpoint.ssh_host)
    try:
        channel = _open_channel(client, endpoint)
        ours, theirs = socket.socketpair()
    except BaseException:
        client.close()
        raise
    writer = threading.Thread(target=_copy_to_channel, args=(theirs, channel), daemon=True)
    reader = threading.Thread(target=_copy_from_channel, args=(theirs, channel, writer), daemon=True)
    writer.start()
    reader.start()
    return ours, client.close  # that ends the channel, and with it both threads


def _require_paramiko() -> None:
    try:
        import paramiko  # noqa: F401
    except ImportError as error:
        raise ConnectionFailed(
            "transport ssh needs the Python package paramiko, which cannot be imported (%s)" % error,
            "Install paramiko for the Python that runs this task",
        ) from error
    # Without any handler, logging prints paramiko's messages to the standard error of the task.
    logger = logging.getLogger("paramiko")
    if not logger.handlers:
        logger.addHandler(logging.NullHandler())


def _logged_in(endpoint: Endpoint, ssh_host: str) -> paramiko.SSHClient:
    import paramiko

    known = _known_keys(endpoint, ssh_host)
    client = paramiko.SSHClient()
    client.set_missing_host_key_policy(_unknown_host_policy(endpoint, known))
    known.tell(client.get_host_keys())
    limit = endpoint.connect_timeout or None
    sock = tcp.connect(ssh_host, endpoint.ssh_port, endpoint.connect_timeout, options="ssh_")
    try:
        client.connect(
            ssh_host,
            endpoint.ssh_port,
            username=endpoint.ssh_user,
            password=endpoint.ssh_password,
            key_filename=endpoint.ssh_key_file and os.path.expanduser(endpoint.ssh_key_file),
            look_for_keys=not endpoint.ssh_key_file,
            sock=sock,
            timeout=limit,
            banner_timeout=limit,
            auth_timeout=limit,
        )
    except BaseException as error:
        client.close()
        sock.close()
        if isinstance(error, (paramiko.SSHException, OSError, EOFError, ValueError)):
            raise _refused(endpoint, known, error) from error
        raise
    return client


def _unknown_host_policy(endpoint: Endpoint, known: KnownKeys) -> paramiko.MissingHostKeyPolicy:
    import paramiko

    class Refuse(paramiko.MissingHostKeyPolicy):
        def missing_host_key(self, client: paramiko.SSHClient, hostname: str, key: paramiko.PKey) -> None:
            if known.is_revoked(key):
                raise _revoked(endpoint)
            raise ConnectionFailed(
                "the host key of the SSH server %s is not known" % _server(endpoint),
                "Verify the key, then add it to %s (option ssh_known_hosts; certificate authorities in it do not count)"
                % _known_hosts(endpoint),
            )

    return Refuse()


def _known_hosts(endpoint: Endpoint) -> str:
    return endpoint.ssh_known_hosts or _USERS_KNOWN_HOSTS


def _known_keys(endpoint: Endpoint, ssh_host: str) -> KnownKeys:
    path = os.path.expanduser(_known_hosts(endpoint))
    if not endpoint.ssh_known_hosts and not os.path.exists(path):
        return KnownKeys((), ssh_host, endpoint.ssh_port)  # so it is refused, with a hint
    try:
        with open(path, encoding="utf-8", errors="replace") as file:
            return KnownKeys(file, ssh_host, endpoint.ssh_port)
    except OSError as error:
        raise ConnectionFailed(
            "the file %s of known SSH hosts cannot be read (%s)" % (path, error.strerror or error),
            "Check the option ssh_known_hosts",
        ) from error


def _server(endpoint: Endpoint) -> str:
    return address(endpoint.ssh_host or "", endpoint.ssh_port)


def _revoked(endpoint: Endpoint) -> ConnectionFailed:
    return ConnectionFailed(
        "the SSH server %s shows a host key that %s revokes" % (_server(endpoint), _known_hosts(endpoint)),
        "Whoever shows it may not be that server; give the server a new key, and add that (option ssh_known_hosts)",
    )


def _refused(endpoint: Endpoint, known: KnownKeys, error: Exception) -> ConnectionFailed:
    import paramiko

    server = _server(endpoint)
    if isinstance(error, paramiko.BadHostKeyException):
        if known.is_revoked(error.key):
            return _revoked(endpoint)
        return ConnectionFailed(
            "the SSH server %s shows another host key than %s holds" % (server, _known_hosts(endpoint)),
            "Somebody may be in between; if the key was changed on purpose, correct the file (option ssh_known_hosts)",
        )
    if isinstance(error, paramiko.PasswordRequiredException):
        return ConnectionFailed(
            "the SSH key %s is encrypted" % endpoint.ssh_key_file, "Give its passphrase in the option ssh_password"
        )
    if isinstance(error, paramiko.AuthenticationException):
        return ConnectionFailed(
            "the SSH server %s does not accept the login" % server,
            "Check the options ssh_user, ssh_key_file and ssh_password, and the keys of the agent",
        )
    return ConnectionFailed(
        "no SSH session with %s (%s)" % (server, error or type(error).__name__),
        "Check the options ssh_host, ssh_port and ssh_key_file",
    )


def _open_channel(client: paramiko.SSHClient, endpoint: Endpoint) -> paramiko.Channel:
    import paramiko

    transport = client.get_transport()
    try:
        if transport is None:
            raise EOFError("the SSH session has ended")
        return transport.open_channel(
            "direct-tcpip", (endpoint.host, endpoint.port), ("127.0.0.1", 0), timeout=endpoint.connect_timeout or None
        )
    except (paramiko.SSHException, OSError, EOFError) as error:
        failure = ConnectionFailed(
            "the SSH server %s opens no channel to %s (%s)" % (endpoint.ssh_host, endpoint, error),
            "Check the options host and port as the SSH server sees them, and that it allows TCP forwarding",
        )
        if isinstance(error, paramiko.ChannelException) and error.code not in _AWAY:
            raise failure from error  # it does not want to
        raise ServerAway(failure.message, failure.hint) from error


def _copy_to_channel(source: socket.socket, channel: paramiko.Channel) -> None:
    """Copy until the session closes its end, or the channel is gone."""
    with _until_the_end():
        for piece in iter(lambda: source.recv(_PIECE), b""):
            channel.sendall(piece)
        channel.shutdown_write()


def _copy_from_channel(target: socket.socket, channel: paramiko.Channel, writer: threading.Thread) -> None:
    """Copy until the channel ends or the session has closed its end; then end everything."""
    with _until_the_end():
        for piece in iter(lambda: channel.recv(_PIECE), b""):
            target.sendall(piece)
    with _until_the_end():
        target.shutdown(socket.SHUT_RDWR)  # shows the session the end, and wakes the writer
    with _until_the_end():
        channel.close()
    writer.join()
    target.close()


def _until_the_end() -> contextlib.suppress:
    """A context that an end of either side leaves quietly: the session sees it as the end of its stream."""
    import paramiko

    return contextlib.suppress(OSError, EOFError, paramiko.SSHException)
