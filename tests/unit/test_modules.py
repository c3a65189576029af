# Copyright (c) 2026 the communigate.pro authors
# GNU General Public License v3.0+ (see LICENSE or https://www.gnu.org/licenses/gpl-3.0.txt)
# SPDX-License-Identifier: GPL-3.0-or-later
"""The module files and documentation fragments: no logic, and what they say is what the code takes and returns.

``ansible-test sanity`` compares documentation and options as well; this is the fast answer, and it looks at what that
does not: the shape of the files, the environment variables, the examples, and what the modules have in common.
"""

from __future__ import annotations

import ast
import re
import subprocess
import sys
from functools import lru_cache
from importlib import import_module
from pathlib import Path
from typing import Any

import pytest
from ansible_collections.communigate.pro.plugins.action import cgp_handover, cgp_report
from ansible_collections.communigate.pro.plugins.module_utils import _host, _registry
from ansible_collections.communigate.pro.plugins.module_utils._connection_options import CONNECTION, environment_name
from ansible_collections.communigate.pro.plugins.module_utils._engine.info import Info
from ansible_collections.communigate.pro.plugins.module_utils._engine.model import Field, Resource
from ansible_collections.communigate.pro.plugins.module_utils._engine.result import report
from ansible_collections.communigate.pro.plugins.module_utils._engine.task import Task
from ansible_collections.communigate.pro.plugins.module_utils._engine.wants import object_fields
from ansible_collections.communigate.pro.plugins.module_utils.simulator.program import ansible_task as simulator_task
from support import quick_yaml
from support.checkout import ROOT

COLLECTION = "communigate.pro"
MODULE_UTILS = "ansible_collections.communigate.pro.plugins.module_utils"
FRAGMENTS = "ansible_collections.communigate.pro.plugins.doc_fragments"
SIMULATOR = "cgp_simulator"
ON_THE_CONTROLLER = {"cgp_handover": cgp_handover.SPEC, "cgp_report": cgp_report.SPEC}
"""What runs on the controller only: of the module there is nothing but its page."""
MODULES = sorted(path.stem for path in (ROOT / "plugins" / "modules").glob("*.py"))
RESOURCES = sorted(name for name in _registry.SUBJECTS if isinstance(_registry.subject_of(name), Resource))
TASK_WIDE = {
    "bulk": (_host.SOURCE, _host.SOURCE_OPTIONS, _host.ON_ERROR, _host.DETAIL),
    "domain": (_host.DOMAIN,),
    "purge": (_host.PURGE,),
}
FACTS_TAKEN = {
    "description": [
        "What M(communigate.pro.%s_info) tells besides. It is ignored, so that what was read can be given as it is."
    ],
    "type": "dict",
}
COMPARED = ("type", "elements", "default", "required", "choices")


def tree_of(module: str) -> ast.Module:
    return ast.parse((ROOT / "plugins" / "modules" / (module + ".py")).read_text(encoding="utf-8"))


@lru_cache(maxsize=None)
def texts_of(module: str) -> dict[str, str]:
    """DOCUMENTATION, EXAMPLES and RETURN, which Ansible reads without importing the module."""
    assignments = [node for node in tree_of(module).body if isinstance(node, ast.Assign)]
    return {ast.unparse(node.targets[0]): ast.literal_eval(node.value) for node in assignments}


def documentation_of(module: str) -> dict[str, Any]:
    return quick_yaml.load(texts_of(module)["DOCUMENTATION"])


def fragment(name: str) -> dict[str, Any]:
    """A fragment by its name within the collection, such as ``bulk`` or ``attributes.state``."""
    file, _dot, variant = name.partition(".")
    text = getattr(import_module("%s.%s" % (FRAGMENTS, file)).ModuleDocFragment, variant.upper() or "DOCUMENTATION")
    return quick_yaml.load(text)


def fragments_of(module: str) -> list[str]:
    named = documentation_of(module).get("extends_documentation_fragment", [])
    return [name[len(COLLECTION) + 1 :] for name in named]


def documented_options(module: str) -> dict[str, Any]:
    options: dict[str, Any] = dict(documentation_of(module).get("options", {}))
    for name in fragments_of(module):
        options.update(fragment(name).get("options", {}))
    return options


def spec_of(module: str) -> dict[str, Any]:
    if module in ON_THE_CONTROLLER:
        return dict(ON_THE_CONTROLLER[module])
    return simulator_task.SPEC if module == SIMULATOR else _host.argument_spec(_registry.subject_of(module))


def facts(options: dict[str, Any], nested: str) -> dict[str, Any]:
    """What documentation and argument spec both say of options; ``nested``: where each keeps those of dictionaries."""
    told = {}
    for name, option in options.items():
        told[name] = {key: option[key] for key in COMPARED if option.get(key) not in (None, False)}
        if "choices" in told[name]:
            told[name]["choices"] = list(told[name]["choices"])
        told[name]["nested"] = facts(option.get(nested) or {}, nested)
    return told


def disagreements(documented: dict[str, Any], taken: dict[str, Any], inside: str = "") -> list[str]:
    """Where the facts of documentation and code differ, each in words that name the option and its place."""
    told = []
    for name in sorted({*documented, *taken}):
        place = inside + name
        if name not in taken:
            told.append("%s is documented, and the code does not take it" % place)
        elif name not in documented:
            told.append("%s is taken by the code, and not documented" % place)
        else:
            one, other = documented[name], taken[name]
            told += [
                "%s: %s is %s in the documentation, %s in the code" % (place, key, one.get(key), other.get(key))
                for key in COMPARED
                if one.get(key) != other.get(key)
            ]
            told += disagreements(one["nested"], other["nested"], place + ".")
    return told


def field_facts(*fields: Field) -> dict[str, Any]:
    return facts({field.name: _host.field_spec(field) for field in fields}, "options")


def test_every_module_that_asks_a_server_is_in_the_registry() -> None:
    assert sorted([*_registry.SUBJECTS, *ON_THE_CONTROLLER, SIMULATOR]) == MODULES


def module_noun(module: str) -> str:
    """cgp_X and cgp_X_info are about X."""
    return re.sub("^cgp_|_info$", "", module)


def test_every_noun_is_described_in_the_file_of_its_modules_name() -> None:
    files = {path.stem for path in (ROOT / "plugins" / "module_utils" / "_resources").glob("*.py")} - {"__init__"}
    assert files == {module_noun(module) for module in _registry.SUBJECTS}


@pytest.mark.parametrize("module", sorted(_registry.SUBJECTS))
def test_the_registry_finds_what_a_module_serves_in_the_file_of_its_name(module: str) -> None:
    file = import_module("%s._resources.%s" % (MODULE_UTILS, module_noun(module)))
    assert _registry.subject_of(module) is getattr(file, _registry.SUBJECTS[module])
    assert isinstance(_registry.subject_of(module), (Resource, Info, Task))


@pytest.mark.parametrize("module", sorted(ON_THE_CONTROLLER))
def test_the_file_of_what_no_target_runs_holds_three_texts(module: str) -> None:
    kinds = [type(node) for node in tree_of(module).body]
    assert kinds == [ast.ImportFrom, ast.Assign, ast.Assign, ast.Assign]
    assert sorted(texts_of(module)) == ["DOCUMENTATION", "EXAMPLES", "RETURN"]


@pytest.mark.parametrize("module", sorted({*MODULES} - {*ON_THE_CONTROLLER}))
def test_a_module_file_holds_three_texts_and_one_call(module: str) -> None:
    body = tree_of(module).body
    main, guard = body[-2:]
    others = body[:-2]

    imported = [node for node in others if isinstance(node, ast.ImportFrom)]
    kinds = [type(node) for node in others]
    assert kinds[:4] == [ast.ImportFrom, ast.Assign, ast.Assign, ast.Assign]
    assert set(kinds[4:]) == {ast.ImportFrom}
    assert sorted(texts_of(module)) == ["DOCUMENTATION", "EXAMPLES", "RETURN"]

    assert isinstance(main, ast.FunctionDef)
    assert (main.name, len(main.body)) == ("main", 1)
    assert ast.unparse(guard) == "if __name__ == '__main__':\n    main()"

    if module == SIMULATOR:
        wanted = {"%s.simulator.program.ansible_task" % MODULE_UTILS: "run_module"}
        call = "run_module()"
    else:
        subject = _registry.SUBJECTS[module]
        noun = "%s._resources.%s" % (MODULE_UTILS, module_noun(module))
        wanted = {"%s._host" % MODULE_UTILS: "run_module", noun: subject}
        call = "run_module(%s)" % subject
    assert {node.module: node.names[0].name for node in imported} == {"__future__": "annotations", **wanted}
    assert ast.unparse(main.body[0]) == call


@pytest.mark.parametrize("module", MODULES)
def test_a_module_documents_what_it_takes(module: str) -> None:
    assert documentation_of(module)["module"] == module
    assert disagreements(facts(documented_options(module), "suboptions"), facts(spec_of(module), "options")) == []


def test_a_disagreement_is_told_in_words() -> None:
    text = {"type": "str", "nested": {}}
    documented = {"rules": {"type": "list", "nested": {"name": text, "actions": {"type": "str", "nested": {}}}}}
    taken = {"rules": {"type": "list", "nested": {"actions": {"type": "list", "nested": {}}, "priority": text}}}
    assert disagreements(documented, taken) == [
        "rules.actions: type is str in the documentation, list in the code",
        "rules.name is documented, and the code does not take it",
        "rules.priority is taken by the code, and not documented",
    ]


def noun_files(module: str) -> list[Path]:
    """What is written of a module by hand: the files that tools/new_noun.py makes, as far as they are there."""
    name = module[len("cgp_") :]
    noun = ROOT / "plugins" / "module_utils" / "_resources" / (_registry.noun_of(module) + ".py")
    rehearsed = [ROOT / "tests" / "integration" / place / (module + ".yml") for place in ("nouns", "cases", "examples")]
    written = [noun, ROOT / "plugins" / "modules" / (module + ".py"), *rehearsed]
    written.append(ROOT / "changelogs" / "fragments" / ("cgp_%s.yml" % name))
    return [path for path in written if path.is_file()]


@pytest.mark.parametrize("module", MODULES)
def test_nothing_is_left_of_a_skeleton(module: str) -> None:
    left = [
        "%s:%d: %s" % (path.relative_to(ROOT), number, line.strip())
        for path in noun_files(module)
        for number, line in enumerate(path.read_text(encoding="utf-8").splitlines(), 1)
        if "TO BE WRITTEN" in line
    ]
    assert not left, "\n".join(["still to be written:", *left])


@pytest.mark.parametrize("module", RESOURCES)
def test_an_item_of_a_list_takes_what_describes_one_object(module: str) -> None:
    resource = _registry.subject_of(module)
    options = documentation_of(module)["options"]
    items = options.pop(resource.list_option)["suboptions"]
    options.pop(resource.names_option, None)
    taken = items.pop("facts", None)
    if resource.told:
        (said,) = FACTS_TAKEN["description"]
        assert taken == {**FACTS_TAKEN, "description": [said % module]}
    else:
        assert taken is None
    wanted, there = facts(options, "suboptions"), facts(items, "suboptions")
    for name in {*wanted, *there}:  # only an item's own name is required
        wanted.get(name, {}).pop("required", None)
        there.get(name, {}).pop("required", None)
    assert disagreements(there, wanted, resource.list_option + ".") == []
    # And in the same words.
    assert {name: {**option, "required": False} for name, option in items.items()} == {
        name: {**option, "required": False} for name, option in options.items()
    }


@pytest.mark.parametrize("module", RESOURCES)
def test_a_module_that_changes_objects_uses_the_fragments_for_what_it_takes(module: str) -> None:
    resource = _registry.subject_of(module)
    used = set(fragments_of(module))
    assert {"connection", "attributes", "attributes.state", "bulk"} <= used
    assert ("domain" in used) == resource.default_domain
    assert ("purge" in used) == resource.purge
    assert ("settings" in used) == ("settings" in [field.name for field in object_fields(resource)])


def test_the_connection_fragment_documents_the_connection_options() -> None:
    assert facts(fragment("connection")["options"], "suboptions") == facts(CONNECTION, "options")


@pytest.mark.parametrize("name", sorted(TASK_WIDE))
def test_a_fragment_documents_the_options_that_it_is_for(name: str) -> None:
    assert facts(fragment(name)["options"], "suboptions") == field_facts(*TASK_WIDE[name])


@pytest.mark.parametrize("option", sorted(CONNECTION))
def test_a_connection_option_names_its_environment_variable(option: str) -> None:
    description = fragment("connection")["options"][option]["description"]
    assert description[-1] == "Falls back to the environment variable E(%s)." % environment_name(option)
    (_function, variables) = _host.connection_spec()[option]["fallback"]
    assert variables == [environment_name(option)]


def declared_names(subject: Any) -> list[str]:
    """The name of every option that goes into the argument spec, where two of the same name would be one."""
    if not isinstance(subject, Resource):
        own = subject.options
        return [field.name for field in own] + list(CONNECTION)
    fields = [*object_fields(subject), *TASK_WIDE["bulk"]]
    fields += TASK_WIDE["domain"] if subject.default_domain else ()
    fields += TASK_WIDE["purge"] if subject.purge else ()
    lists = [subject.list_option, *([subject.names_option] if subject.names_option else [])]
    return [*lists, *(field.name for field in fields), *CONNECTION]


@pytest.mark.parametrize("module", sorted(_registry.SUBJECTS))
def test_no_option_hides_another(module: str) -> None:
    names = declared_names(_registry.subject_of(module))
    assert sorted(names) == sorted(_host.argument_spec(_registry.subject_of(module)))


INFOS = sorted(name for name in _registry.SUBJECTS if getattr(_registry.subject_of(name), "resource", None) is not None)
"""The modules that tell rows."""


def test_a_noun_whose_rows_are_told_takes_what_is_told_besides() -> None:
    """And no other: the registry says which modules tell rows, and these whose."""
    told = {module: _registry.subject_of(module).resource for module in INFOS}
    assert told == {
        "%s_info" % name: _registry.subject_of(name) for name in RESOURCES if _registry.subject_of(name).told
    }


@pytest.mark.parametrize("module", INFOS)
def test_a_module_that_tells_rows_documents_them(module: str) -> None:
    """A row has the options that name an object, and those of the facets, each under the name and type it has there."""
    info = _registry.subject_of(module)
    assert {"info", "info.rows"} <= set(fragments_of(module))
    returned = quick_yaml.load(texts_of(module)["RETURN"])
    assert {info.result, "missing", "untold", "statistics"} <= set(returned)
    contains = returned[info.result]["contains"]
    options = documentation_of(module[: -len("_info")])["options"][info.resource.list_option]["suboptions"]
    named = {field.name for field in info.resource.key}
    sayable = {field.name for facet in info.facets for field in facet.fields}
    assert named | {"facts"} <= set(contains) <= named | sayable | {"facts"}
    for name, value in contains.items():
        assert (value["type"], value.get("elements")) == (options[name]["type"], options[name].get("elements")), name
    facts = contains["facts"]["contains"]
    assert {one.name for one in info.readings} - {facet.name for facet in info.facets} | {"untold"} <= set(facts)


def without_samples(text: str) -> Any:
    told = quick_yaml.load(text)
    for value in told.values():
        value.pop("sample", None)
    return told


@pytest.mark.parametrize("module", RESOURCES)
def test_modules_that_change_objects_return_the_same_and_document_it(module: str) -> None:
    resource = _registry.subject_of(module)
    returned = report(resource, [], detail="all", with_diff=False)
    told = without_samples(texts_of(module)["RETURN"])
    spared = {"spared"} if resource.stock is not None else set()
    assert set(told) == (set(returned) - {"changed"}) | {"statistics"} | spared
    alike = without_samples(texts_of("cgp_account")["RETURN"])
    assert told == {name: value for name, value in alike.items() if name in spared or name != "spared"}


def example_tasks(module: str) -> list[dict[str, Any]]:
    """The tasks of a module's examples, which are a list of tasks or of plays."""
    entries = quick_yaml.load(texts_of(module)["EXAMPLES"])
    return [task for entry in entries for task in entry.get("tasks", [entry])]


def unknown_options(given: dict[str, Any], known: dict[str, Any], nested: str) -> list[str]:
    """What a task gives that does not exist; a whole list that is a template may hold anything."""
    unknown = sorted(set(given) - set(known))
    for name, value in given.items():
        options = known.get(name, {}).get(nested)
        if options:
            for item in value if isinstance(value, list) else [value]:
                unknown += [] if isinstance(item, str) else unknown_options(item, options, nested)
    return unknown


@pytest.mark.parametrize("module", MODULES)
def test_the_examples_use_the_module_with_options_that_exist(module: str) -> None:
    tasks = example_tasks(module)
    assert any("%s.%s" % (COLLECTION, module) in task for task in tasks)
    for task in tasks:
        assert task["name"]
        for action, arguments in task.items():
            if action.startswith(COLLECTION + "."):
                known = spec_of(action[len(COLLECTION) + 1 :])
                assert unknown_options(arguments or {}, known, "options") == []


def test_the_runtime_file_is_up_to_date() -> None:
    command = [sys.executable, str(ROOT / "tools" / "generate_runtime.py"), "--check"]
    done = subprocess.run(command, capture_output=True, text=True, check=False)
    assert (done.returncode, done.stdout) == (0, "")


def test_all_modules_that_ask_a_server_share_an_action_group_and_all_have_an_action_plugin() -> None:
    runtime = quick_yaml.load((ROOT / "meta" / "runtime.yml").read_text(encoding="utf-8"))
    assert runtime["action_groups"] == {"cgp": sorted([*_registry.SUBJECTS, "cgp_handover"])}
    actions = ROOT / "plugins" / "action"
    plugins = {path.stem for path in actions.iterdir() if path.suffix == ".py"}
    assert plugins == {*_registry.SUBJECTS, *ON_THE_CONTROLLER, SIMULATOR}
    # No links: who makes documentation takes them for redirects of the modules.
    assert not any(path.is_symlink() for path in actions.iterdir())
    assert "plugin_routing" not in runtime  # it would bring module_defaults of another module
