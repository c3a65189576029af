# Copyright (c) 2026 the communigate.pro authors
# GNU General Public License v3.0+ (see LICENSE or https://www.gnu.org/licenses/gpl-3.0.txt)
# SPDX-License-Identifier: GPL-3.0-or-later
"""Why the simulator refuses: every error reply it can give, with its code and text.

Codes and texts are those that clients of real servers have seen (evidence.md section 3 and codes.tsv). Where no source
tells what a real server answers, the code is 501, which says nothing by itself, and the text is this simulator's own.
No text ever carries an argument of a command.
"""

from __future__ import annotations


class Refusal(Exception):
    """A command that is answered with an error: ``code`` and one line of ``text``."""

    def __init__(self, code: int, text: str) -> None:
        super().__init__(code, text)
        self.code = code
        self.text = text


_EVERYTHING_ELSE = 501
_TAKEN = {
    "account": 520,
    "account alias": 521,
    "mailing list": 522,
    "group": 523,
    "forwarder": 524,
    "mailbox": 532,
    "mailbox alias": 533,
    "domain": 500,
    "domain alias": 500,
}
_MISSING = {
    "group": (552, "group is not found"),
    "forwarder": (553, "forwarder is not found"),
    "mailbox": (516, "mailbox is not found"),
    "mailing list": (_EVERYTHING_ELSE, "Unknown Mailing List"),
    "file": (599, "file is not found"),
    "file directory": (599, "file is not found"),
}
_INTERNAL = 590  # nobody has seen a server answer this


def unknown_command() -> Refusal:
    return Refusal(500, "unknown command")


def unreadable(why: str) -> Refusal:
    """A line does not fit the syntax of its command: parameters are missing, too many or of another type."""
    return Refusal(500, why)


def bad_parameters(why: str) -> Refusal:
    """Parameters can be read, and hold what the command does not take."""
    return Refusal(_EVERYTHING_ELSE, why)


def unknown_domain() -> Refusal:
    return Refusal(512, "unknown secondary domain name")


def unknown_account() -> Refusal:
    return Refusal(513, "unknown user account")


def wrong_password() -> Refusal:
    """For an Account that does not exist as well: nobody learns by guessing passwords which Accounts there are."""
    return Refusal(515, "incorrect password")


def exists(kind: str) -> Refusal:
    """An object named ``kind`` ("account", "group", ...) already has the name."""
    return Refusal(_TAKEN.get(kind, _EVERYTHING_ELSE), "%s with this name already exists" % kind)


def illegal_name(what: str = "a domain object") -> Refusal:
    return Refusal(525, "illegal name for %s" % what)


def illegal_mailbox_name() -> Refusal:
    return Refusal(539, "illegal name for a mailbox")


def not_logged_in() -> Refusal:
    return Refusal(500, "please log in first")


def not_allowed(why: str = "you do not have the access right for this operation") -> Refusal:
    return Refusal(510, why)


def no_mailbox_access() -> Refusal:
    return Refusal(511, "you do not have the access right for this mailbox")


def service_disabled(service: str) -> Refusal:
    return Refusal(517, "the account may not use the %s service" % service)


def unknown(kind: str) -> Refusal:
    """There is no such ``kind`` of object ("group", "mailbox", ...); for Domains and Accounts see above."""
    return Refusal(*_MISSING.get(kind, (_EVERYTHING_ELSE, "unknown %s" % kind)))


def is_directory() -> Refusal:
    """What was named as a file is a directory."""
    return Refusal(598, "this is a file directory")


def creatable_mailbox(is_folder: bool) -> Refusal:
    """There is no such Mailbox, and who asks could make it. ``is_folder``: other Mailboxes lie below its name."""
    if is_folder:
        return Refusal(531, "mailbox is not found, only a folder of this name")
    return Refusal(530, "mailbox is not found, but can be created")


def impossible(why: str) -> Refusal:
    """The objects are as they are: a Domain is not empty, a type cannot be changed, a number is taken."""
    return Refusal(_EVERYTHING_ELSE, why)


def no_cluster() -> Refusal:
    return Refusal(570, "this server is not a member of a Dynamic Cluster")


def too_long() -> Refusal:
    return Refusal(500, "the line is too long")


def is_about_user(refusal: Refusal) -> bool:
    """Whether the user may not do it, whatever the server holds."""
    return refusal.code in (not_allowed().code, no_mailbox_access().code)


def diverged() -> Refusal:
    """A member of a cluster could not do what another one has done; what it has is not what the others have."""
    return Refusal(_INTERNAL, "this member is out of step with its cluster and must be started again")


def internal_error(cause: str = "") -> Refusal:
    """A fault of the simulator itself; the journal names it."""
    return Refusal(_INTERNAL, "internal error of the simulator%s" % (" (%s)" % cause if cause else ""))
