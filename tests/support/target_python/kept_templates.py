# Copyright (c) 2026 the communigate.pro authors
# GNU General Public License v3.0+ (see LICENSE or https://www.gnu.org/licenses/gpl-3.0.txt)
# SPDX-License-Identifier: GPL-3.0-or-later
"""Has Ansible keep what it compiles of templates and conditions.

It does a task in a process of its own, which compiles every template that the task needs, those of its variables too,
and keeps none of it: a third of the time of a role. What a template becomes depends on its text, on the marks that
begin and end it, on the programs that compile it, and on what is read from ``_TemplateConfig``.
"""

from __future__ import annotations

import importlib

NEEDED = ("_TemplateCompileContext", "_TemplateConfig", "_TEMPLATE_OVERRIDE_FIELD_NAMES", "AnsibleEnvironment")


def keep(bits, kept):
    """Have the environment of Ansible's templates, in its module that has just been imported, keep what it compiles.

    Older releases have another environment: nothing changes there.
    """
    if not all(hasattr(bits, name) for name in NEEDED):
        return
    jinja2 = importlib.import_module("jinja2")
    environment, context, config = bits.AnsibleEnvironment, bits._TemplateCompileContext, bits._TemplateConfig
    compile_template, compile_expression = environment.compile, environment.compile_expression
    programs = (jinja2.__version__, importlib.import_module("ansible.release").__version__)
    codes = []

    def kind_of(what, self):
        compiling = context.current(optional=True)
        return repr(
            (what, programs, bool(compiling and compiling.escape_backslashes))
            + tuple(getattr(self, name) for name in bits._TEMPLATE_OVERRIDE_FIELD_NAMES)
            + (config.allow_embedded_templates, tuple(config.jinja_extensions), self.is_async, self.optimized)
        )

    def found_or_compiled(self, source, *arguments, **keywords):
        if arguments or keywords or not isinstance(source, str):
            code = compile_template(self, source, *arguments, **keywords)
            codes[:] = [code]  # of an expression, perhaps
            return code
        return kept.found_or_made(str(source), kind_of("template", self), lambda: compile_template(self, source))

    def found_or_compiled_expression(self, source, undefined_to_none=True):
        made = []

        def code():
            # It hands the tree of the expression to from_string, which has it compiled.
            made.append(compile_expression(self, source, undefined_to_none))
            return codes.pop()

        found = kept.found_or_made(str(source), kind_of("expression", self), code)
        if made:
            return made[0]
        template = self.template_class.from_code(self, found, self.make_globals(None), None)
        return jinja2.environment.TemplateExpression(template, undefined_to_none)

    environment.compile = found_or_compiled
    environment.compile_expression = found_or_compiled_expression
