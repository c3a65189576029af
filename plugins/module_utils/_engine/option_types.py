# Copyright (c) 2026 the communigate.pro authors
# GNU General Public License v3.0+ (see LICENSE or https://www.gnu.org/licenses/gpl-3.0.txt)
# SPDX-License-Identifier: GPL-3.0-or-later
"""The types of options: what is refused since it cannot be what was meant, and what is made of the rest.

YAML reads 0123 as 83, 22:00 as 1320 and +4930 as 4930, and Ansible makes text of any of them. What was written can no
longer be told then. So a number in the place of text is refused, and so is an expression that was not templated.
"""

from __future__ import annotations

import datetime as dt
from dataclasses import replace
from typing import Any, Callable, Iterable, Iterator, Mapping

from .._cli.secret_names import is_secret_key
from ..connector.errors import CgpError
from .model import Field

_UNTEMPLATED = "{{"
_TRUE = ("yes", "true", "on", "1", "y", "t", "1.0")
_FALSE = ("no", "false", "off", "0", "n", "f", "0.0")
"""What Ansible takes for true and for false."""

_NAMES = {
    "str": "text",
    "path": "text",
    "list": "a list",
    "dict": "a dictionary",
    "int": "a whole number",
    "bool": "true or false",
}
_KINDS: tuple[tuple[Any, str], ...] = (
    (bool, "true or false"),
    ((int, float), "a number"),
    (str, "text"),
    (dict, "a dictionary"),
    ((list, tuple), "a list"),
    (dt.datetime, "a moment"),
    (dt.date, "a date"),
    (type(None), "nothing"),
)
_HINTS = {
    "a number": "Put it in quotation marks: YAML reads 0123 as 83, 22:00 as 1320 and +4930 as 4930",
    "true or false": "Put it in quotation marks: YAML reads yes, no, on and off as true and false",
    "a moment": "Put it in quotation marks: YAML moves a time to another zone",
    "a list": "Text that begins with a bracket is put in quotation marks",
    "a dictionary": "Text that begins with a brace is put in quotation marks",
}
_TEMPLATE_HINT = (
    "Ansible templates neither keys nor what a file for source holds; for keys use a whole dictionary that is templated"
)
_SEPARATORS = "The members of a list in one cell have spaces or commas between them"


def kind_of(value: Any) -> str:
    """What a value is called in messages; ansible-core 2.19 and later have classes of their own for each type."""
    for types, name in _KINDS:
        if isinstance(value, types):
            return name
    return type(value).__name__


# --- what is refused


def mistakes(fields: Iterable[Field], given: Mapping[str, Any]) -> Iterator[CgpError]:
    """What is wrong with the options of a task or of an item, as they were written; unknown ones are left to Ansible.

    Each error names the option and the item of the list in which it stands, and holds no value.
    """
    for field in fields:
        value = given.get(field.name)
        if value is not None:
            yield from _mistakes(field, field.type, value, field.name)


def _mistakes(field: Field, kind: str, value: Any, where: str) -> Iterator[CgpError]:
    """``kind``: the field's type, or that of its elements."""
    find = _FIND.get(kind)
    return find(field, value, where) if find else iter(())


def _wrong(where: str, wanted: str, value: Any, hint: str = "") -> CgpError:
    return CgpError("%s must be %s, not %s" % (where, _NAMES[wanted], kind_of(value)), hint)


def _in_text(field: Field, value: Any, where: str) -> Iterator[CgpError]:
    if isinstance(value, str):
        if _UNTEMPLATED in value and not field.free and not field.secret:
            yield _untemplated(where)
        return
    kind = kind_of(value)
    if kind == "a number" and field.digits and isinstance(value, int):
        return
    if kind in _HINTS:  # what remains, a date for one, has one form as text
        yield _wrong(where, "str", value, _HINTS[kind])


def _untemplated(where: str) -> CgpError:
    return CgpError("%s holds an expression that was not templated" % where, _TEMPLATE_HINT)


def _in_int(field: Field, value: Any, where: str) -> Iterator[CgpError]:
    if isinstance(value, bool) or not _is_whole(value):
        yield _wrong(where, "int", value, "Write its digits")


def _is_whole(value: Any) -> bool:
    if isinstance(value, float):
        return value.is_integer()
    try:
        int(value)
    except (TypeError, ValueError):
        return False
    return True


def _in_bool(field: Field, value: Any, where: str) -> Iterator[CgpError]:
    if _flag(value) is None:
        yield _wrong(where, "bool", value, "Write true or false")


def _flag(value: Any) -> bool | None:
    folded = str(value).strip().lower()
    return True if folded in _TRUE else False if folded in _FALSE else None


def _in_dict(field: Field, value: Any, where: str) -> Iterator[CgpError]:
    if isinstance(value, dict):
        for mistake in mistakes(field.options, value):
            yield CgpError("%s: %s" % (where, mistake.message), mistake.hint)
        if not field.options and not field.free:
            yield from _inside(value, where)
    elif not isinstance(value, str) or _is_plain(value):
        known = [option.name for option in field.options] or ["key"]
        yield _wrong(where, "dict", value, "Name what it holds, as in {%s: value}" % known[0])


def _is_plain(text: str) -> bool:
    """Ansible takes JSON and ``name=value`` for dictionaries."""
    return "=" not in text and not text.lstrip().startswith("{")


def _inside(value: Any, where: str) -> Iterator[CgpError]:
    """Keys that are no text, at every depth, and numbers for secrets. How deep it goes is for no stack to bear."""
    below: list[tuple[str, Any]] = [(where, value)]
    while below:
        place, found = below.pop()
        if isinstance(found, dict):
            for key, item in found.items():
                if not isinstance(key, str):
                    yield _wrong("%s: a key" % place, "str", key, _HINTS.get(kind_of(key), ""))
                elif _UNTEMPLATED in key:
                    yield _untemplated("%s: a key" % place)
                elif isinstance(item, str):
                    continue  # what most are
                elif isinstance(item, (dict, list)):
                    below.append(("%s.%s" % (place, key), item))
                elif kind_of(item) == "a number" and is_secret_key(key):
                    yield _wrong("%s.%s" % (place, key), "str", item, _HINTS["a number"])
        else:
            below.extend((place, item) for item in found if isinstance(item, (dict, list)))


def _in_list(field: Field, value: Any, where: str) -> Iterator[CgpError]:
    """Text and a single number are lists of one to Ansible."""
    if isinstance(value, (list, tuple)):
        for number, item in enumerate(value, 1):
            place = "item %d of %s" % (number, where)
            if item is None and field.elements in _NAMES:
                yield _wrong(place, str(field.elements), item, "Leave it out")
            else:
                yield from _mistakes(field, _kind_of_elements(field), item, place)
                yield from _in_inner_list(field, item, place)
    elif isinstance(value, (dict, bool)) or (field.elements == "dict" and not _may_be_item(value)):
        yield _wrong(where, "list", value, "A list is one even if it has a single item, as in [item]")
    else:
        yield from _mistakes(field, _kind_of_elements(field), value, where)


def _in_inner_list(field: Field, item: Any, where: str) -> Iterator[CgpError]:
    """A number in a list of words, in which a time or a telephone number may have been written."""
    if field.digits_after is None or not isinstance(item, (list, tuple)) or not item:
        return
    if str(item[0]).strip().lower() in field.digits_after:
        return
    for number, word in enumerate(item, 1):
        for told in word if isinstance(word, (list, tuple)) else [word]:
            if kind_of(told) in ("a number", "a moment"):
                yield _wrong("item %d of %s" % (number, where), "str", told, _HINTS[kind_of(told)])


def _kind_of_elements(field: Field) -> str:
    """What the lists in a list hold is not said by the option: who takes them looks at it."""
    return "raw" if field.elements in (None, "list") else str(field.elements)


def _may_be_item(value: Any) -> bool:
    return isinstance(value, str) and not _is_plain(value)


_FIND: dict[str, Callable[[Field, Any, str], Iterator[CgpError]]] = {
    "str": _in_text,
    "path": _in_text,
    "int": _in_int,
    "bool": _in_bool,
    "dict": _in_dict,
    "list": _in_list,
}


# --- what is made of the rest


def convert(field: Field, value: Any) -> Any:
    """An option's value in the field's type; text is read as the cell of a table would be.

    Raises CgpError when the value cannot be of that type, or cannot be what was meant.
    """
    plain = isinstance(value, str) and _UNTEMPLATED not in value  # as most are
    if plain and field.type == "str":
        converted: Any = value
    elif plain and field.type == "list":
        converted = _to_list(field, value)
    else:
        for mistake in _mistakes(field, field.type, value, field.name):
            raise mistake
        to_type = _CONVERT.get(field.type)
        converted = to_type(field, value) if to_type else value
    if field.choices and field.type == "str" and converted not in field.choices:
        raise CgpError("%s is one of %s" % (field.name, ", ".join(field.choices)))
    return converted


def _to_str(field: Field, value: Any) -> str:
    if not isinstance(value, (str, int, dt.date)):
        raise _wrong(field.name, "str", value)
    return str(value)


def _to_bool(field: Field, value: Any) -> bool:
    return bool(_flag(value))


def _to_list(field: Field, value: Any) -> list[Any]:
    """Text is a list of words: a table's column holds several aliases with spaces between them."""
    if isinstance(value, str):
        if ";" in value:
            raise CgpError("%s holds a semicolon, which separates no members" % field.name, _SEPARATORS)
        words = value.replace(",", " ").split()
        if field.elements in ("str", "path"):
            return words
        element = replace(field, type=_kind_of_elements(field))
        return [convert(element, word) for word in words]
    if not isinstance(value, (list, tuple)):
        raise _wrong(field.name, "list", value)
    to_type = _CONVERT.get(_kind_of_elements(field))
    return [to_type(field, item) for item in value] if to_type else list(value)


def _to_dict(field: Field, value: Any) -> dict[str, Any]:
    if not isinstance(value, dict):
        raise _wrong(field.name, "dict", value)
    return value


_CONVERT: dict[str, Callable[[Field, Any], Any]] = {
    "str": _to_str,
    "path": _to_str,
    "int": lambda field, value: int(value),
    "bool": _to_bool,
    "list": _to_list,
    "dict": _to_dict,
}
