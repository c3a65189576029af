# Copyright (c) 2026 the communigate.pro authors
# GNU General Public License v3.0+ (see LICENSE or https://www.gnu.org/licenses/gpl-3.0.txt)
# SPDX-License-Identifier: GPL-3.0-or-later
"""The face to Ansible: argument specs made of resources, and the run of a module or, through the router, of a task.

A module file hands its Resource, Info or Task to ``run_module``, which hands it to ``execute``; so does the router
(plugins/plugin_utils/_router.py). So a result does not depend on where the engine ran.
"""

from __future__ import annotations

import gc
import os
from contextlib import closing, contextmanager
from functools import partial
from itertools import chain
from typing import TYPE_CHECKING, Any, Callable, Iterable, Iterator, Mapping, Union

from ansible.module_utils.basic import env_fallback

from ._ansible import QuietModule, forget_secrets, wants_diff
from ._cli.secret_names import sounds_secret
from ._connection_options import CONNECTION, doubts_about_login, environment_name, open_session
from ._engine.model import ON_CHANGE, SRC, Field, Resource
from ._engine.option_types import mistakes
from ._engine.problems import of_options
from ._engine.result import describe_error, readable_diff
from ._engine.rows import Row, with_options
from ._engine.run import Mode, run_resource
from ._engine.wants import FACTS, complete_row, object_fields, row_fields
from .connector.errors import CgpError

if TYPE_CHECKING:
    from ._engine.foresight import Foresight
    from ._engine.info import Info
    from ._engine.progress import Progress
    from ._engine.task import Task
    from .connector.session import Session

    Subject = Union[Resource, Info, Task]
FileReader = Callable[[str], bytes]

ON_ERROR = Field("on_error", choices=("continue", "stop"), default="continue")
DETAIL = Field("detail", choices=("summary", "all"), default="summary")
DOMAIN = Field("domain")
SOURCE = Field("source", type="path")
SOURCE_OPTIONS = Field(
    "source_options",
    type="dict",
    options=(
        Field("delimiter"),
        Field("encoding"),
        Field("columns", type="dict"),
        Field("duplicates", choices=("error", "last"), default="error"),
    ),
)
PURGE = Field(
    "purge",
    type="dict",
    options=(
        Field("within", type="list", elements="str"),
        Field("keep", type="list", elements="str", default=[]),
        Field("also", type="list", elements="str", default=[]),
        Field("limit", type="int", default=10),
    ),
)


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
    if field.secret or sounds_secret(field.name):
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
    return {**connection_spec(), **{field.name: field_spec(field) for field in subject.options}}


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
    if resource.told:
        items[FACTS.name] = field_spec(FACTS)
    spec[resource.list_option] = {"type": "list", "elements": "dict", "options": items}
    if resource.names_option:
        spec[resource.names_option] = {"type": "list", "elements": "str"}
    spec.update((field.name, field_spec(field)) for field in _task_wide(resource))
    return spec


def _task_wide(resource: Resource) -> list[Field]:
    fields = [SOURCE, SOURCE_OPTIONS, ON_ERROR, DETAIL]
    if resource.default_domain:
        fields.append(DOMAIN)
    if resource.purge:
        fields.append(PURGE)
    return fields


def option_rules(subject: Subject) -> dict[str, Any]:
    """What Ansible checks of options among each other: ``mutually_exclusive``, ``required_one_of`` and so on."""
    if isinstance(subject, Resource):
        return {"mutually_exclusive": [[subject.list_option, SOURCE.name]]}
    return dict(subject.rules)


def refuse_mistakes(subject: Subject, given: Mapping[str, Any]) -> None:
    """Raises CgpError for options, as they were written, that cannot be what was meant.

    The router alone can do it, for Ansible makes text of all that it hands to a module. It sees every task.
    """
    found = list(mistakes(_every_field(subject), given))
    if found:
        raise of_options(found)


def _every_field(subject: Subject) -> Iterator[Field]:
    """All options of a module, with those of an item as the options of the list."""
    for name, spec in CONNECTION.items():
        yield Field(name, spec["type"], secret=bool(spec.get("no_log")))
    if not isinstance(subject, Resource):
        yield from subject.options
        return
    fields = object_fields(subject)
    yield from fields
    yield Field(subject.list_option, "list", elements="dict", options=tuple(row_fields(subject)))
    if subject.names_option:
        yield Field(subject.names_option, "list", elements="str")
    yield from _task_wide(subject)


def read_rows(
    params: Mapping[str, Any], load_yaml: Callable[[str], Any] | None = None, file: str | None = None
) -> Iterator[Row] | None:
    """The objects of the file that ``source`` names, or None without one. ``file``: where it is, if that is known."""
    path = params.get(SOURCE.name)
    if not path:
        return None
    # Imported here, and below: a module on a target compiles in every run what it imports, and few name a file.
    from ._source import read_source
    from ._source.files import read_pieces

    options = params.get(SOURCE_OPTIONS.name) or {}
    if not isinstance(options, dict):
        raise CgpError("%s must be a dictionary, not text" % SOURCE_OPTIONS.name, "As in {delimiter: value}")
    return read_source(path, read_pieces(file or path, SOURCE.name), load_yaml, options)


def last_counts(params: Mapping[str, Any]) -> bool:
    """Whether of the rows of one object only the last counts."""
    return (params.get(SOURCE_OPTIONS.name) or {}).get("duplicates") == "last"


def directory_rows(subject: Subject, path: str) -> Iterator[dict[str, Any]] | None:
    """The objects of a directory, one for each file, or None if ``path`` or the subject is not of that sort."""
    if not isinstance(subject, Resource) or subject.from_file is None or not os.path.isdir(path):
        return None
    from ._source.files import files_below

    own_name = subject.key[-1].name
    names = list(files_below(path))
    if not names:  # with a purge all that the server has would go
        raise CgpError(
            "source %s holds no file" % path, "What is to go is listed with state=absent; files with a dot do not count"
        )
    return ({own_name: name, SRC.name: os.path.join(path, name)} for name in names)


def held_in_directory(
    subject: Any,
    path: str,
    load_yaml: Callable[[str], Any] | None = None,
    real_path: Callable[[str], str] = str,
) -> dict[str, Any]:
    """The option that a Task's directory fills; nothing for what takes none.

    ``real_path(path)`` is where the content of a file is: the file, or a decrypted copy of it.
    """
    of_directory = getattr(subject, "of_directory", None)  # of a Task, which this file need not import
    if of_directory is None or not path:
        return {}
    if not os.path.isdir(path):
        raise CgpError("source %s is no directory" % path, "One file can be given to the module of its noun")
    return {subject.filled: of_directory(path, real_path, load_yaml)}


def read_file(path: str, option: str = SRC.name) -> bytes:
    """The content of a file, for the option that names it."""
    from ._source.files import read_bytes

    return read_bytes(path, option, "It names one file" if option == SRC.name else "")


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
    rows = _rows(resource, params, source_rows)
    return rows if resource.from_file is None else (_filled(resource, row, read_file) for row in rows)


def _filled(resource: Resource, row: Mapping[str, Any], read_file: FileReader) -> Mapping[str, Any]:
    """A row with the content of its file; what is wrong with that is told beside what is wrong with other rows."""
    if not row.get(SRC.name):
        return row
    try:
        return with_options(row, _with_content(resource, row, read_file))
    except CgpError as error:
        return Row(row, getattr(row, "place", None), error)


def _with_content(resource: Resource, row: Mapping[str, Any], read_file: FileReader) -> Mapping[str, Any]:
    kept = {name: value for name, value in row.items() if name != SRC.name}
    rivals = [field.name for facet in resource.facets if SRC in facet.fields for field in facet.fields]
    for name in rivals:
        if kept.get(name) is not None:
            raise CgpError("%s and %s do not go together" % (SRC.name, name), "Give one of them")
    content = read_file(row[SRC.name])
    return {**kept, **resource.from_file(content)} if resource.from_file else kept


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
    return (with_options(item, complete_row(item, beside)) for item in items)


def _require_purge_scope(resource: Resource, params: Mapping[str, Any]) -> None:
    """What is deleted must be meant: the login's own Domain is no scope that anybody has named."""
    purge = params.get(PURGE.name)
    if purge and resource.default_domain and not purge.get("within") and not params.get(DOMAIN.name):
        raise CgpError("the purge has no scope", "Name the Domains in purge.within, or the one in domain")


def default_domain(resource: Resource, params: Mapping[str, Any]) -> str:
    """What completes a name without a Domain: the option, or the Domain of the login."""
    domain = params.get(DOMAIN.name) if resource.default_domain else None
    return str(domain or params["login"].partition("@")[2])


OBJECTS_BETWEEN_LOOKS = 50_000
"""How many objects may come before Python's collector looks at the newest: it has never found anything in a run."""


@contextmanager
def _spared_by_collector() -> Iterator[None]:
    """While objects are made by the ten thousand, Python's collector looks again and again at all that there is.

    What was there before, in Ansible's process hundreds of thousands of objects, it will not look at: that takes a
    quarter of the time of a long list. At what comes it looks less often: that is another tenth.
    """
    newest, *older = gc.get_threshold()
    gc.freeze()
    if newest:  # it has not been switched off
        gc.set_threshold(max(newest, OBJECTS_BETWEEN_LOOKS), *older)
    try:
        yield
    finally:
        gc.set_threshold(newest, *older)
        gc.unfreeze()


@_spared_by_collector()
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
    progress: Progress | None = None,
) -> dict[str, Any]:
    """Runs a task on a session and returns its result. A CgpError becomes a failed result, never a traceback."""
    session.restart_clock()
    before = dict(session.statistics.__dict__)
    mode = Mode(
        check,
        diff,
        params.get(ON_ERROR.name) or "continue",
        params.get(DETAIL.name) or "summary",
        bool(params.get("strict_settings")),
        params.get("update_secrets") or ON_CHANGE,
        foresight,
        _foresee_rights(params["login"]) if check else None,
        progress,
    )
    try:
        if isinstance(subject, Resource):
            _require_purge_scope(subject, params)
            rows = object_rows(subject, params, source_rows, read_file)
            result = run_resource(
                session,
                subject,
                rows,
                mode,
                domain=default_domain(subject, params),
                purge=params.get(PURGE.name) or {},
                last_counts=last_counts(params),
            )
        else:
            result = subject.run(session, params, mode)
    except CgpError as error:
        result = describe_error(error)
    try:
        session.prove()
    except CgpError as error:
        # Whatever has been told so far may be about something else.
        written = bool(result.get("statistics", {}).get("writes"))
        result.update(describe_error(error), changed=bool(result["changed"]) or written)
    spent = {name: value - before[name] for name, value in session.statistics.__dict__.items()}
    doubts = doubts_about_login(params) if spent["logins"] else []  # once for each login
    if doubts:
        result["warnings"] = [*doubts, *result.get("warnings", ())]
    result["statistics"] = {**spent, **result.get("statistics", {})}
    if diff:
        readable_diff(result)
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
        path = module.params.get(SOURCE.name) or ""
        held = held_in_directory(subject, path)
        module.params.update(held)
        source_rows = None if held else directory_rows(subject, path) or read_rows(module.params)
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
