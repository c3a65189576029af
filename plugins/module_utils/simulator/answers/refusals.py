# Copyright (c) 2026 the communigate.pro authors
# GNU General Public License v3.0+ (see LICENSE or https://www.gnu.org/licenses/gpl-3.0.txt)
# SPDX-License-Identifier: GPL-3.0-or-later
"""Why the simulator refuses: every error reply it can give, with its code and text.

The codes 500, 501, 512, 513, 515 and 520 are evidenced (protocol.md section 2); texts are the evidenced ones where
there are any. All other codes are this simulator's own choice, because no source tells what a real server answers:
a client must treat them as "some 5xx" and nothing more. No text ever carries an argument of a command.
"""

from __future__ import annotations


class Refusal(Exception):
    """A command that is answered with an error: ``code`` and one line of ``text``."""

    def __init__(self, code: int, text: str) -> None:
        super().__init__(code, text)
        self.code = code
        self.text = text


def unknown_command() -> Refusal:
    """500 means this and nothing else."""
    return Refusal(500, "unknown command")


def bad_parameters(why: str) -> Refusal:
    """Parameters are missing, too many, or of a type or value that the command does not take."""
    return Refusal(501, why)


def unknown_domain() -> Refusal:
    return Refusal(512, "unknown secondary domain name")


def unknown_account() -> Refusal:
    return Refusal(513, "unknown user account")


def wrong_password() -> Refusal:
    return Refusal(515, "incorrect password")


def exists(kind: str) -> Refusal:
    """An object named ``kind`` ("account", "group", ...) already has the name."""
    return Refusal(520, "%s with this name already exists" % kind)


def not_logged_in() -> Refusal:
    return Refusal(530, "please log in first")


def not_allowed(why: str = "you do not have the access right for this operation") -> Refusal:
    return Refusal(531, why)


def unknown(kind: str) -> Refusal:
    """There is no such ``kind`` of object ("group", "mailbox", ...); Domains and Accounts have their own codes."""
    return Refusal(532, "unknown %s" % kind)


def impossible(why: str) -> Refusal:
    """The objects are as they are: a Domain is not empty, a type cannot be changed, a number is taken."""
    return Refusal(533, why)


def no_cluster() -> Refusal:
    return Refusal(534, "this server is not a member of a Dynamic Cluster")


def too_long() -> Refusal:
    return Refusal(536, "the line is too long")


def is_about_user(refusal: Refusal) -> bool:
    """Whether the user may not do it, whatever the server holds."""
    return refusal.code == not_allowed().code


def diverged() -> Refusal:
    """A member of a cluster could not do what another one has done; what it has is not what the others have."""
    return Refusal(599, "this member is out of step with its cluster and must be started again")


def internal_error() -> Refusal:
    """A fault of the simulator itself; the journal names it."""
    return Refusal(599, "internal error of the simulator")
