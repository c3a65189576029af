# Copyright (c) 2026 the communigate.pro authors
# GNU General Public License v3.0+ (see LICENSE or https://www.gnu.org/licenses/gpl-3.0.txt)
# SPDX-License-Identifier: GPL-3.0-or-later
"""What dictionaries of settings have in common: notes, no options."""

from __future__ import annotations


class ModuleDocFragment:
    """``communigate.pro.settings``."""

    DOCUMENTATION = r"""
options: {}
notes:
  - The names of settings are the server's own, such as C(RealName) or C(MaxAccountSize). One that is known, but given
    in another letter case, is written as it is known. Servers may keep a name that they do not know, without effect, or
    drop it, which the task reports as an error.
  - A name or value that is nearly a known one is warned of, and with O(strict_settings=true) it is an error before
    anything is written. The collection's tables of settings list what is known, scope by scope.
  - Values are strings, lists and dictionaries. Numbers and booleans are sent as the server writes them, a number as
    its digits and V(true) as C(YES). Other types of the server are given as a dictionary with one key. C($number) is
    followed by a number, which is sent as such (C(#4)), C($datablock) by Base64, C($timestamp), C($address), C($xml)
    and C($object) by what the server writes.
  - With O(settings_mode=update) dictionaries are merged with those of the server, at every depth. A list takes
    the place of the whole list. What is not named keeps its value and its type, and so does a value that is already
    as wanted.
  - Elements of a list that have a name can be given one by one, in a dictionary with the one key C($records). Below it
    stands the key in which an element has its name, and below that the elements by name. The others stay, and null
    removes one. An example of M(communigate.pro.cgp_settings) shows it.
  - Values are equal when they mean the same by the type of the setting. C(YES) and V(true) do where it is a flag,
    C(100M) and C(102400K) or C(unlimited) and C(-1) where it is a size, C(1h) and C(3600) where it is a period, and
    the services of C(AccessModes) in any order. Texts are equal only to the letter. Of a setting that is not known so
    are numbers and their digits, and amounts that both have a unit.
  - The string V(default), or null as the value of a key, removes a setting, or a key of a dictionary in it, so that
    the default applies again. Where the server itself has that string or null as the value it stays. The string is
    sent only with commands of which the manual says that it removes.
  - Servers may show defaults that nobody set, compute a setting, or show none that has the value of its default. Where
    the collection's tables know the default, a setting that is there with it is the same as none. What else was to go
    and is still there, or was accepted and does not show, is named in a warning. Each run tries again then, and reports
    no change for it. Naming a survivor with the value that it has ends that.
  - A setting whose name tells that it is a secret, such as C(PSTNGatewayPassword), shows as V((hidden\)) in results
    and differences. O(update_secrets) says when one is set that the server shows encoded or not at all.
  - Nothing is written again that may hold a secret which the server does not show, be it a dictionary within the
    settings or, where a command writes them as a whole, the settings themselves. Such a task fails and names the place.
    Give the secret, too, or null in its place if there is none. Whether a server shows passwords is told by what is
    read and, where need be, by the login's own settings.
"""
