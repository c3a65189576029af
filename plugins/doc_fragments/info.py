# Copyright (c) 2026 the communigate.pro authors
# GNU General Public License v3.0+ (see LICENSE or https://www.gnu.org/licenses/gpl-3.0.txt)
# SPDX-License-Identifier: GPL-3.0-or-later
"""What modules that only read have in common: notes, no options."""

from __future__ import annotations


class ModuleDocFragment:
    """``communigate.pro.info``, and ``communigate.pro.info.rows`` of those that tell rows."""

    DOCUMENTATION = r"""
options: {}
notes:
  - All objects are read at once, over one connection. What cannot be read, for want of access rights for example,
    fails the task.
  - Strings, numbers, lists and dictionaries are returned as such, and null as null. The server's other types become a
    dictionary with one key. C($datablock) is followed by Base64, C($timestamp), C($address), C($xml) and C($object)
    by what the server writes. Readable text of a file is returned as a string.
  - Settings and preferences are returned in the form in which the modules that set them take them. There a number is
    C($number) followed by the number, since a number alone means digits.
  - Secrets among the values show as V((hidden\)).
"""

    ROWS = r"""
options: {}
notes:
  - Each element of the result is a row of the module that makes such objects, exactly as that takes it. Given back as
    it is, a row changes nothing, and a server without that object gets it, as far as the row says it. What is only told
    stands under C(facts), which that module ignores.
  - A row says what is set, without defaults, without secrets, and without what the server makes up itself. What was
    asked for and cannot be said is named in C(facts.untold).
  - What is asked for by an alias, or in another letter case, is told once and by its own name. What is not there is no
    element, so that giving rows back makes nothing new.
"""
