# Copyright (c) 2026 the communigate.pro authors
# GNU General Public License v3.0+ (see LICENSE or https://www.gnu.org/licenses/gpl-3.0.txt)
# SPDX-License-Identifier: GPL-3.0-or-later
"""What Ansible can expect of the modules: check mode, diff, idempotence."""

from __future__ import annotations


class ModuleDocFragment:
    """``communigate.pro.attributes``, to be used with one of its variants ``.state``, ``.reading`` and ``.action``.

    No variant may be named like a file beside this one: Ansible would read that file in its place.
    """

    DOCUMENTATION = r"""
attributes:
  action_group:
    description: Its options can be given by the action group C(group/communigate.pro.cgp) in C(module_defaults).
    support: full
    membership:
      - communigate.pro.cgp
  async:
    description: Can be run in the background with the keyword C(async).
    support: full
  platform:
    description: Where the module can run; the server that it manages can be on any platform.
    support: full
    platforms: posix
"""

    STATE = r"""
attributes:
  check_mode:
    description: Reports what it would change, and changes nothing.
    support: full
    details:
      - Check mode and the real run follow the same plan, which is made by reading the server.
      - With C(--check) the names that earlier tasks of the run would make, rename, delete or free count as made or
        free, where the module runs on the controller.
      - Where something would be changed by another login than a postmaster's, its rights are read with
        C(GETACCOUNTRIGHTS), and a right that seems to be missing is a warning.
  diff_mode:
    description: Shows what differs, before and after.
    support: full
    details: A secret is never shown, only that it is set.
  idempotent:
    description: A second run with the same options changes nothing.
    support: full
"""

    READING = r"""
attributes:
  check_mode:
    description: Does the same in check mode, for it changes nothing.
    support: full
  diff_mode:
    description: Has no differences to show, for it changes nothing.
    support: N/A
  idempotent:
    description: Changes nothing, however often it is run.
    support: full
"""

    ACTION = r"""
attributes:
  check_mode:
    description: Reads what it needs to decide, says what it would do, and does not.
    support: full
  diff_mode:
    description: Names the commands that change something; there is no state to compare.
    support: partial
    details: What an action does has no state that could be shown before and after.
  idempotent:
    description: Does what it says whenever it is run.
    support: partial
    details: Where the server can tell that nothing is left to be done, nothing is.
"""
