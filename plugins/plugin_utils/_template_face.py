# Copyright (c) 2026 the communigate.pro authors
# GNU General Public License v3.0+ (see LICENSE or https://www.gnu.org/licenses/gpl-3.0.txt)
# SPDX-License-Identifier: GPL-3.0-or-later
"""Between templates and the collection's own code: plain data in, data that is no template out, errors in words."""

from __future__ import annotations

import datetime as dt
import inspect
from functools import wraps
from typing import Any, Callable, Mapping, Sequence

from ansible.errors import AnsibleFilterError
from ansible_collections.communigate.pro.plugins.module_utils._engine.shapes import type_name
from ansible_collections.communigate.pro.plugins.module_utils._pki.der import PkiError
from ansible_collections.communigate.pro.plugins.module_utils.connector import data
from ansible_collections.communigate.pro.plugins.module_utils.connector.data.types import deeper
from ansible_collections.communigate.pro.plugins.module_utils.connector.errors import CgpError
from jinja2 import Undefined

try:
    from ansible.utils.unsafe_proxy import wrap_var
except ImportError:  # some day: from ansible-core 2.19 on no text is a template unless somebody says so

    def wrap_var(value: Any) -> Any:
        return value


COLLECTION = "communigate.pro"


def for_templates(name: str, function: Callable[..., Any]) -> Callable[..., Any]:
    """A filter or a test that is given plain data, and that fails with an AnsibleFilterError which has its name."""
    signature = inspect.signature(function)

    @wraps(function)
    def call(*values: Any, **options: Any) -> Any:
        try:
            plain = [native(value) for value in values]
            given = _bound(signature, plain, {option: native(value) for option, value in options.items()})
            return no_template(function(*given.args, **given.kwargs))
        except PkiError as error:
            raise AnsibleFilterError("%s.%s: %s" % (COLLECTION, name, CgpError(str(error), error.hint))) from None
        except CgpError as error:
            raise AnsibleFilterError("%s.%s: %s" % (COLLECTION, name, error)) from None

    return call


def _bound(signature: inspect.Signature, values: Sequence[Any], options: Mapping[str, Any]) -> inspect.BoundArguments:
    try:
        return signature.bind(*values, **options)
    except TypeError as error:
        raise CgpError(str(error), "It takes: %s" % ", ".join(signature.parameters)) from None


def no_template(value: Any) -> Any:
    """Data of a server or a file: whatever stands in it is never evaluated as a template."""
    return wrap_var(value)


def native(value: Any, depth: int = 0) -> Any:
    """What a template hands over, in Python's own types, with dates and bytes in the tagged forms of ``data``.

    Raises the error of what is not defined, and a BadValue for what is nested too deep.
    """
    if isinstance(value, Undefined):
        value._fail_with_undefined_error()
    if isinstance(value, str):
        return str(value)
    if isinstance(value, (bytes, bytearray)):
        return data.to_json(value)
    if isinstance(value, Mapping):
        inner = deeper(depth)
        return {native(key, inner): native(item, inner) for key, item in value.items()}
    if isinstance(value, (list, tuple)):
        inner = deeper(depth)
        return [native(item, inner) for item in value]
    if isinstance(value, dt.date):
        return data.to_json(timestamp(value))
    # Before ansible-core 2.19 what a vault holds is text only when it is made one.
    return str(value) if hasattr(value, "__ENCRYPTED__") else value


def timestamp(day: dt.date) -> data.Timestamp:
    """A date, or a moment, which is in UTC if it does not say where."""
    if not isinstance(day, dt.datetime):
        return data.Timestamp("T%02d-%02d-%04d" % (day.day, day.month, day.year))
    return data.Timestamp.from_datetime(day if day.tzinfo else day.replace(tzinfo=dt.timezone.utc))


def choice(option: str, value: Any, choices: Sequence[str]) -> str:
    """The value of an option that has these choices."""
    if value not in choices:
        raise CgpError("%s has no such choice" % option, "It is one of %s" % ", ".join(choices))
    return str(value)


def flag(option: str, value: Any) -> bool:
    """The value of an option that is true or false: templates have words and numbers for it, too."""
    if isinstance(value, str) and value.lower() in _FLAGS:
        return _FLAGS[value.lower()]
    if not isinstance(value, int) or value not in (0, 1):
        raise CgpError("%s must be true or false, not %s" % (option, type_name(value)))
    return bool(value)


_FLAGS = {"true": True, "yes": True, "false": False, "no": False}
