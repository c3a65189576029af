# Copyright (c) 2026 the communigate.pro authors
# GNU General Public License v3.0+ (see LICENSE or https://www.gnu.org/licenses/gpl-3.0.txt)
# SPDX-License-Identifier: GPL-3.0-or-later
"""What a server has without anybody having made it: the one list of names, each with its evidence.

The letters are those of the vocabulary (``vocabulary/scope.py``). The built-in files of Skins and of Real-Time
Application Environments are not here: a server lists its own with LISTSTOCKSKINFILES and LISTSTOCKPBXFILES.
"""

from __future__ import annotations

ACCOUNTS = {
    "postmaster": "M: without it nobody administers the server",
    "pbx": "L: there from the start; it runs the telephony programs",
    "ivr": "C: reports of the vendor's pass over it as they do over pbx",
}
DIRECTORY_UNITS = {
    "Main": "L: the unit that Domains are integrated with from the start",
}
SKINS = {
    "GoldFleece": "L settings file: a value of SkinName",
    "IMode": "L settings file: a value of IModeSkinName",
    "Pronto": "L settings file: a value of ProntoSkinName",
    "Pronto-": "L settings file: the default of ProntoSkinName",
    "Pronto-darkflame": "L settings file: a value of ProntoSkinName",
    "Pronto-steel": "L settings file: a value of ProntoSkinName",
    "Pronto-twilight": "L settings file: a value of ProntoSkinName",
    "Skin2": "L settings file: a value of SkinName",
    "WML": "L settings file: a value of WMLSkinName",
    "XChange": "L settings file: the default of SkinName",
}
