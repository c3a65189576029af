# Copyright (c) 2026 the communigate.pro authors
# GNU General Public License v3.0+ (see LICENSE or https://www.gnu.org/licenses/gpl-3.0.txt)
# SPDX-License-Identifier: GPL-3.0-or-later
"""CommuniGate's notation as data, and data in that notation: the filters ``from_cgp`` and ``to_cgp``."""

from __future__ import annotations

from typing import Any, Callable

from ansible_collections.communigate.pro.plugins.module_utils._engine.shapes import type_name
from ansible_collections.communigate.pro.plugins.module_utils.connector import data
from ansible_collections.communigate.pro.plugins.module_utils.connector.data import layout as layouts
from ansible_collections.communigate.pro.plugins.module_utils.connector.data.rewriting import rewritten
from ansible_collections.communigate.pro.plugins.module_utils.connector.errors import CgpError, DataError
from ansible_collections.communigate.pro.plugins.plugin_utils._moments import as_iso
from ansible_collections.communigate.pro.plugins.plugin_utils._template_face import choice, flag

LAYOUTS: dict[str, Callable[[Any], str]] = {
    "line": data.write,
    "file": layouts.as_file,
    "indented": layouts.indented,
}
TAGGED = "tagged"


def from_cgp(
    text: Any,
    numbers: str = "number",
    datablocks: str = TAGGED,
    timestamps: str = TAGGED,
    addresses: str = TAGGED,
    xml: str = TAGGED,
) -> Any:
    """The data of a text in CommuniGate's notation, in the form in which modules take and return it.

    The options say how what YAML has no type for is told; all but ``tagged`` lose the type. CgpError for a text that is
    no data object; no part of it is in the message.
    """
    value = _parsed(text)
    tagged = choice("numbers", numbers, ("number", TAGGED, "text")) == TAGGED
    forms: dict[type, Callable[[Any], Any]] = {}
    if numbers == "text":
        forms[int] = str
    if choice("datablocks", datablocks, (TAGGED, "base64", "text")) != TAGGED:
        forms[bytes] = _utf8 if datablocks == "text" else _base64
    if choice("timestamps", timestamps, (TAGGED, "iso")) == "iso":
        forms[data.Timestamp] = as_iso
    if choice("addresses", addresses, (TAGGED, "text")) == "text":
        forms[data.IPAddress] = _bare_address
    if choice("xml", xml, (TAGGED, "text")) == "text":
        forms[data.XML] = lambda one: one.text
    return data.to_json(_told(value, forms) if forms else value, tag_numbers=tagged)


def to_cgp(value: Any, numbers: str = "number", layout: str = "line", sort_keys: Any = False, like: Any = None) -> str:
    """Data in CommuniGate's notation. CgpError, with the path to the place, for what has no form in it.

    ``like`` is a text that is to become one with this value, and stays as it is wherever that is the same.
    """
    digits = choice("numbers", numbers, ("number", "text")) == "text"
    write = LAYOUTS[choice("layout", layout, list(LAYOUTS))]
    value = data.from_json(value, number=str if digits else None)
    if flag("sort_keys", sort_keys):
        value = _sorted(value)
    if like is None:
        return write(value)
    if layout != "line" or sort_keys:
        raise CgpError("like does not go with layout and sort_keys", "The text that it names has a layout and an order")
    _parsed(like, "like")
    return rewritten(like, value)


def _parsed(text: Any, option: str = "") -> Any:
    """The data object of a text; ``option`` is where the text was given."""
    if not isinstance(text, str):
        raise CgpError("%stakes text, not %s" % (option and option + " ", type_name(text)), _NO_TEXT)
    try:
        return data.parse(text, excerpt=False)
    except DataError as error:
        before = text[: error.position]
        line, column = before.count("\n") + 1, error.position - before.rfind("\n")
        where = "%sno data object: %s" % (option and option + " is ", error.message)
        raise CgpError("%s (line %d, column %d)" % (where, line, column), _NO_DATA) from None


_NO_TEXT = "A file is read with the lookup ansible.builtin.file, or with ansible.builtin.slurp and the filter b64decode"
_NO_DATA = "The notation has {key=value;}, (element,element), \"text\", [Base64] and #5"


def _told(value: Any, forms: dict[type, Callable[[Any], Any]]) -> Any:
    """A data object with other forms for values of these types."""
    if isinstance(value, dict):
        return {key: _at(key, item, forms) for key, item in value.items()}
    if isinstance(value, list):
        return [_at(index, item, forms) for index, item in enumerate(value)]
    form = forms.get(type(value))
    return form(value) if form else value


def _at(step: Any, value: Any, forms: dict[type, Callable[[Any], Any]]) -> Any:
    try:
        return _told(value, forms)
    except data.BadValue as error:
        raise error.inside(step) from None


def _base64(content: bytes) -> str:
    (text,) = data.to_json(content).values()
    return str(text)


def _utf8(content: bytes) -> str:
    try:
        return content.decode("utf-8")
    except UnicodeDecodeError:
        raise data.BadValue("a datablock that is no text: leave it tagged, or take datablocks=base64") from None


def _bare_address(address: data.IPAddress) -> str:
    """Without brackets, but for those that part the address from a port."""
    inside, bracket, port = address.text[1:].partition("]")
    return address.text if port and ":" in inside else inside + port


def _sorted(value: Any) -> Any:
    if isinstance(value, dict):
        return {key: _sorted(value[key]) for key in sorted(value)}
    return [_sorted(item) for item in value] if isinstance(value, list) else value
