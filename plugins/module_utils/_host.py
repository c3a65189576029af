# Copyright (c) 2026 the communigate.pro authors
# GNU General Public License v3.0+ (see LICENSE or https://www.gnu.org/licenses/gpl-3.0.txt)
# SPDX-License-Identifier: GPL-3.0-or-later
"""The face to Ansible: argument specs made of resources, and the run of a module or, through the router, of a task.

A module file hands its Resource, Info or Task to ``run_module``, which hands it to ``execute``; so does the router
(plugins/plugin_utils/_router.py). So a result does not depend on where the engine ran.
"""

from __future__ import annotations

import os
from contextlib import closing
from functools import partial
from itertools import chain
from typing import Any, Callable, Iterable, Iterator, Mapping, Union

from ansible.module_utils.basic import env_fallback

from ._ansible import QuietModule, forget_secrets, wants_diff
from ._cli.secret_names import sounds_secret
from ._connection_options import CONNECTION, environment_name, open_session
from ._engine.foresight import Foresight
from ._engine.info import Info, run_info
from ._engine.model import SRC, Field, Resource
from ._engine.result import describe_error
from ._engine.run import Mode, run_resource
from ._engine.task import Task
from ._engine.wants import complete_row, object_fields
from .connector.errors import CgpError
from .connector.session import Session

Subject = Union[Resource, Info, Task]
FileReader = Callable[[str], bytes]

ON_ERROR = Field("on_error", choices=("continue", "stop"), default="continue")
DETAIL = Field("detail", choices=("summary", "all"), default="summary")
DOMAIN = Field("domain")
SOURCE = Field("source", type="path")
PURGE = Field(
    "purge",
    type="dict",
    options=(
        Field("within", type="list", elements="str"),
        Field("keep", type="list", elements="str", default=[]),
        Field("limit", type="int", default=10),
    ),
)
_TEXTS = ("str", "path")


def field_spec(field: Field, *, defaults: bool = True) -> dict[str, Any]:
    """One option of an argument spec. ``defaults``: whether Ansible fills in the default (else the engine does)."""
    spec: dict[str, Any] = {"type": field.type}
    if field.elements:
        spec["elements"] = field.elements
    if field.choices:
        spec["choices"] = list(field.choices)
    if field.options:
        spec["options"] = {option.name: field_spec(option) for option in field.options}
    if field.required:
        spec["required"] = True
    if defaults and field.default is not None:
        spec["default"] = field.default
    if sounds_secret(field.name):
        spec["no_log"] = field.secret
    return spec


def connection_spec() -> dict[str, Any]:
    """The connection options, each with its environment variable as fallback."""
    return {
        name: {**spec, "fallback": (env_fallback, [environment_name(name)])} for name, spec in CONNECTION.items()
    }


def argument_spec(subject: Subject) -> dict[str, Any]:
    """All options of a module."""
    if isinstance(subject, Resource):
        return {**connection_spec(), **_resource_spec(subject)}
    fields = (*subject.fields, subject.include) if isinstance(subject, Info) else subject.fields
    return {**connection_spec(), **{field.name: field_spec(field) for field in fields}}


def _resource_spec(resource: Resource) -> dict[str, Any]:
    """One object's options at the top, the same ones in the list option, and what goes for the whole task.

    Beside the list, an object's options are what its items take where they say nothing themselves: therefore they
    have no default that Ansible fills in, and only an item's own name is required.
    """
    spec = {
        field.name: {key: value for key, value in field_spec(field, defaults=False).items() if key != "required"}
        for field in object_fields(resource)
    }
    own_name = resource.key[-1]
    items = {**spec, own_name.name: field_spec(own_name, defaults=False)}
    spec[resource.list_option] = {"type": "list", "elements": "dict", "options": items}
    if resource.names_option:
        spec[resource.names_option] = {"type": "list", "elements": "str"}
    task_wide = [SOURCE, ON_ERROR, DETAIL]
    if resource.default_domain:
        task_wide.append(DOMAIN)
    if resource.purge:
        task_wide.append(PURGE)
    spec.update((field.name, field_spec(field)) for field in task_wide)
    return spec


def option_rules(subject: Subject) -> dict[str, Any]:
    """What Ansible checks of options among each other: ``mutually_exclusive``, ``required_one_of`` and so on."""
    if isinstance(subject, Resource):
        return {"mutually_exclusive": [[subject.list_option, SOURCE.name]]}
    return dict(subject.rules) if isinstance(subject, Task) else {}


def refuse_structures(options: Mapping[str, Mapping[str, Any]], given: Mapping[str, Any]) -> None:
    """Raises CgpError for a list or a dictionary where text is wanted: Ansible would make text of it, as Python does.

    ``options`` are those of an argument spec. Whatever else may be wrong is left to Ansible.
    """
    for name, spec in options.items():
        value = given.get(name)
        if spec["type"] in _TEXTS:
            _refuse_structure(name, value)
        elif spec["type"] == "dict" and isinstance(value, dict):
            _refuse_inside(name, spec, value)
        for number, item in enumerate(value, 1) if isinstance(value, (list, tuple)) else ():
            where = "item %d of %s" % (number, name)
            if spec.get("elements") in _TEXTS:
                _refuse_structure(where, item)
            elif spec.get("elements") == "dict" and _is_plain_text(item):
                raise CgpError("%s must be a dictionary, not text" % where, "Name its options, as in name: value")
            elif isinstance(item, dict):
                _refuse_inside(where, spec, item)


def _refuse_inside(where: str, spec: Mapping[str, Any], given: Mapping[str, Any]) -> None:
    try:
        refuse_structures(spec.get("options") or {}, given)
    except CgpError as error:
        raise CgpError("%s: %s" % (where, error.message), error.hint) from None


def _is_plain_text(item: Any) -> bool:
    """Ansible takes JSON and ``name=value`` for dictionaries."""
    return isinstance(item, str) and "=" not in item and not item.lstrip().startswith("{")


def _refuse_structure(where: str, value: Any) -> None:
    if isinstance(value, (list, tuple, dict)):
        raise CgpError(
            "%s must be text, not a %s" % (where, "dictionary" if isinstance(value, dict) else "list"),
            "Text that begins with a brace or a bracket is put in quotation marks",
        )


def read_rows(
    params: Mapping[str, Any], load_yaml: Callable[[str], Any] | None = None
) -> Iterator[dict[str, Any]] | None:
    """The objects of the file that ``source`` names, or None without one."""
    path = params.get(SOURCE.name)
    if not path:
        return None
    # Imported here, and below: a module on a target compiles in every run what it imports, and few name a file.
    from ._source import read_source

    try:
        with open(path, encoding="utf-8") as file:
            return read_source(path, file.read(), load_yaml)
    except (OSError, UnicodeDecodeError) as error:
        raise CgpError("source %s cannot be read: %s" % (path, error)) from error


def directory_rows(subject: Subject, path: str) -> Iterator[dict[str, Any]] | None:
    """The objects of a directory, one for each file, or None if ``path`` or the subject is not of that sort."""
    if not isinstance(subject, Resource) or subject.from_file is None or not os.path.isdir(path):
        return None
    from ._source import files_below

    own_name = subject.key[-1].name
    names = list(files_below(path))
    if not names:  # with a purge all that the server has would go
        raise CgpError(
            "source %s holds no file" % path, "What is to go is listed with state=absent; files with a dot do not count"
        )
    return ({own_name: name, SRC.name: os.path.join(path, name)} for name in names)


def read_file(path: str) -> bytes:
    """The content of a file, for the option ``src``."""
    try:
        with open(path, "rb") as file:
            return file.read()
    except OSError as error:
        raise CgpError("%s %s cannot be read: %s" % (SRC.name, path, error), "It names one file") from error


def names_files(resource: Resource, params: Mapping[str, Any]) -> bool:
    """Whether any object's content is that of a file."""
    return any(row.get(SRC.name) for row in (params, *(params.get(resource.list_option) or ())))


def object_rows(
    resource: Resource,
    params: Mapping[str, Any],
    source_rows: Iterable[Mapping[str, Any]] | None,
    read_file: FileReader = read_file,
) -> Iterable[Mapping[str, Any]]:
    """One row for each object: the single one, or each item completed with what stands beside the list.

    Where a row names a file the content stands in its place.
    """
    return (_with_content(resource, row, read_file) for row in _rows(resource, params, source_rows))


def _with_content(resource: Resource, row: Mapping[str, Any], read_file: FileReader) -> Mapping[str, Any]:
    if resource.from_file is None or not row.get(SRC.name):
        return row
    kept = {name: value for name, value in row.items() if name != SRC.name}
    rivals = [field.name for facet in resource.facets if SRC in facet.fields for field in facet.fields]
    for name in rivals:
        if kept.get(name) is not None:
            raise CgpError("%s and %s do not go together" % (SRC.name, name), "Give one of them")
    return {**kept, **resource.from_file(read_file(row[SRC.name]))}


def _rows(
    resource: Resource, params: Mapping[str, Any], source_rows: Iterable[Mapping[str, Any]] | None
) -> Iterable[Mapping[str, Any]]:
    beside = {
        field.name: params[field.name] for field in object_fields(resource) if params.get(field.name) is not None
    }
    own_name = resource.key[-1]
    items = source_rows if source_rows is not None else params.get(resource.list_option)
    names = params.get(resource.names_option)
    if names is not None:
        items = chain(({own_name.name: name} for name in names), items or ())
    if items is None:
        return [beside] if beside or not params.get(PURGE.name) else []
    if own_name.required and own_name.name in beside:
        raise CgpError(
            "%s does not go with a list" % own_name.name,
            "Name one object, or list them in %s" % resource.list_option,
        )
    return (complete_row(item, beside) for item in items)


def _require_purge_scope(resource: Resource, params: Mapping[str, Any]) -> None:
    """What is deleted must be meant: the login's own Domain is no scope that anybody has named."""
    purge = params.get(PURGE.name)
    if purge and resource.default_domain and not purge.get("within") and not params.get(DOMAIN.name):
        raise CgpError("the purge has no scope", "Name the Domains in purge.within, or the one in domain")


def execute(
    subject: Subject,
    params: Mapping[str, Any],
    session: Session,
    *,
    check: bool = False,
    diff: bool = False,
    source_rows: Iterable[Mapping[str, Any]] | None = None,
    read_file: FileReader = read_file,
    foresight: Foresight | None = None,
) -> dict[str, Any]:
    """Runs a task on a session and returns its result. A CgpError becomes a failed result, never a traceback."""
    session.restart_clock()
    before = dict(session.statistics.__dict__)
    mode = Mode(check, diff, params.get(ON_ERROR.name) or "continue", params.get(DETAIL.name) or "summary")
    try:
        if isinstance(subject, Resource):
            _require_purge_scope(subject, params)
            rows = object_rows(subject, params, source_rows, read_file)
            domain = params.get(DOMAIN.name) if subject.default_domain else None
            result = run_resource(
                session,
                subject,
                rows,
                mode,
                domain=domain or params["login"].partition("@")[2],
                purge=params.get(PURGE.name) or {},
                foresight=foresight,
                missing_rights=_foresee_rights(params["login"]) if check else None,
            )
        elif isinstance(subject, Info):
            result = run_info(session, subject, params)
        else:
            result = subject.run(session, params, mode)
    except CgpError as error:
        result = describe_error(error)
    spent = {name: value - before[name] for name, value in session.statistics.__dict__.items()}
    result["statistics"] = {**spent, **result.get("statistics", {})}
    return result


def _foresee_rights(login: str) -> Callable[[Any], Any]:
    from ._own_rights import missing_rights  # here: a run does not need it

    return partial(missing_rights, login)


def run_module(subject: Subject) -> None:
    """The ``main`` of every module.

    Nothing is logged and no options are echoed: the engine's results hold no secret by construction, while Ansible's
    masking of each secret's value would take quadratic time for a list and damage text that merely contains one.
    """
    module = QuietModule(
        argument_spec=argument_spec(subject), supports_check_mode=True, no_log=True, **option_rules(subject)
    )
    forget_secrets(module)
    try:
        source_rows = directory_rows(subject, module.params.get(SOURCE.name) or "") or read_rows(module.params)
        session = open_session(module.params)
        with closing(session):
            result = execute(
                subject,
                module.params,
                session,
                check=module.check_mode,
                diff=wants_diff(module),
                source_rows=source_rows,
            )
    except CgpError as error:
        result = describe_error(error)
    for warning in result.pop("warnings", ()):
        module.warn(warning)
    if result.pop("failed", False):
        module.fail_json(**result)
    module.exit_json(**result)
