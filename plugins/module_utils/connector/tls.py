# Copyright (c) 2026 the communigate.pro authors
# GNU General Public License v3.0+ (see LICENSE or https://www.gnu.org/licenses/gpl-3.0.txt)
# SPDX-License-Identifier: GPL-3.0-or-later
"""TLS, from the first byte or after STLS, with the certificate and the host name verified."""

from __future__ import annotations

import contextlib
import errno
import socket
import ssl

from .endpoint import Endpoint
from .errors import ConnectionFailed
from .stream import Stream

# OpenSSL's verification results (X509_V_ERR_...), by their remedy
_NOT_FROM_THE_FIRST_BYTE = (
    "Check that the port expects TLS 1.2 or later from the first byte; for a clear-text port set transport to "
)
_AFTER_A_FAILURE = {
    "stls": "Check that the server speaks TLS 1.2 or later, and that nobody on the way changes what it says",
    "https": _NOT_FROM_THE_FIRST_BYTE + "http (usually 8100), or to tcp if it is one of PWD (usually 106)",
}
_AFTER_ANY_OTHER_FAILURE = _NOT_FROM_THE_FIRST_BYTE + "tcp, or to stls if the server offers that"
_UNKNOWN_ISSUER = (2, 18, 19, 20, 21)
_NOT_YET_VALID = 9
_EXPIRED = 10
_NAME_MISMATCHES = (62, 63, 64)


def context(endpoint: Endpoint) -> ssl.SSLContext:
    """TLS 1.2 at least; trusts the system's authorities and those of ``tls_ca_file``. ConnectionFailed."""
    try:
        made = ssl.create_default_context(cafile=endpoint.tls_ca_file)
        if endpoint.tls_ca_file:
            made.load_default_certs()
    except OSError as error:
        raise ConnectionFailed(
            "the CA file %s cannot be used (%s)" % (endpoint.tls_ca_file, error.strerror or error),
            "The option tls_ca_file names a readable file of PEM certificates",
        ) from error
    made.minimum_version = ssl.TLSVersion.TLSv1_2
    # Some Pythons have OpenSSL 3 take every end of the connection for TLS's own.
    made.options &= ~getattr(ssl, "OP_IGNORE_UNEXPECTED_EOF", 0)
    if not endpoint.tls_verify:
        made.check_hostname = False
        made.verify_mode = ssl.CERT_NONE
    return made


def handshake(sock: socket.socket, with_context: ssl.SSLContext, endpoint: Endpoint) -> TlsStream:
    """The stream over the connected socket, which is closed on failure. ConnectionFailed."""
    sock.settimeout(endpoint.connect_timeout or None)
    try:
        # Whoever can cut the connection could end it, if an end without TLS's own farewell were taken for one.
        return TlsStream(
            with_context.wrap_socket(sock, server_hostname=_server_name(endpoint), suppress_ragged_eofs=False)
        )
    except ssl.SSLCertVerificationError as error:
        sock.close()
        raise _refused_certificate(endpoint, error) from error
    except (OSError, ValueError) as error:
        sock.close()
        raise _failed_handshake(endpoint, error) from error


def _server_name(endpoint: Endpoint) -> str:
    return endpoint.tls_server_name or endpoint.host


def _refused_certificate(endpoint: Endpoint, error: ssl.SSLCertVerificationError) -> ConnectionFailed:
    if error.verify_code in _NAME_MISMATCHES:
        hint = "If the certificate is made for another name than %s, give that in the option tls_server_name"
        hint %= _server_name(endpoint)
    elif error.verify_code == _EXPIRED:
        hint = "Renew the server's certificate"
    elif error.verify_code == _NOT_YET_VALID:
        hint = "Check the clocks of both machines"
    elif error.verify_code in _UNKNOWN_ISSUER:
        hint = "Give the certificate of the authority that issued it in the option tls_ca_file"
    else:
        hint = "Give the server another certificate"
    reason = error.verify_message.rstrip(".")
    return ConnectionFailed("the TLS certificate of %s is not accepted (%s)" % (endpoint, reason), hint)


def _failed_handshake(endpoint: Endpoint, error: Exception) -> ConnectionFailed:
    if isinstance(error, socket.timeout):
        return ConnectionFailed(
            "no TLS handshake with %s within %g s" % (endpoint, endpoint.connect_timeout),
            "Check that the server has a certificate for this listener"
            if endpoint.transport == "stls"
            else "Check that the port expects TLS from the first byte (option transport)",
        )
    reason = getattr(error, "reason", None) or getattr(error, "strerror", None) or error
    return ConnectionFailed(
        "the TLS handshake with %s failed (%s)" % (endpoint, reason),
        _AFTER_A_FAILURE.get(endpoint.transport, _AFTER_ANY_OTHER_FAILURE),
    )


class TlsStream(Stream):
    """A stream over TLS, where each direction may have to wait for the other (for a key update, say)."""

    def __init__(self, sock: ssl.SSLSocket) -> None:
        super().__init__(sock, protected=True)
        self._tls = sock
        self._send_waits_for_input = False
        self._receive_waits_for_output = False

    def events(self, sending: bool) -> int:
        return super().events(self._receive_waits_for_output or (sending and not self._send_waits_for_input))

    def send(self, data: bytes) -> int:
        self._send_waits_for_input = False
        try:
            return super().send(data)
        except ssl.SSLWantWriteError:
            return 0
        except ssl.SSLWantReadError:
            self._send_waits_for_input = True
            return 0

    def receive(self, size: int) -> bytes | None:
        self._receive_waits_for_output = False
        try:
            return super().receive(size)
        except ssl.SSLWantReadError:
            return None
        except ssl.SSLWantWriteError:
            self._receive_waits_for_output = True
            return None
        except ssl.SSLError as error:
            reason = error.reason or ""
            if isinstance(error, ssl.SSLEOFError) or "EOF" in reason:
                raise ConnectionAbortedError(errno.ECONNABORTED, "cut off without the end of TLS") from error
            raise

    def pending(self) -> bool:
        return self._tls.pending() > 0

    def close(self) -> None:
        with contextlib.suppress(OSError, ValueError):
            self._tls.unwrap()  # tells the server that this is the end; its answer is not awaited
        super().close()
