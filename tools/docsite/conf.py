# Copyright (c) 2026 the communigate.pro authors
# GNU General Public License v3.0+ (see LICENSE or https://www.gnu.org/licenses/gpl-3.0.txt)
# SPDX-License-Identifier: GPL-3.0-or-later
"""Sphinx's configuration of the documentation site; tools/build_site.py says for which version it is.

Nothing on a page is loaded from elsewhere, and the search works without a server.
"""

from __future__ import annotations

import logging
import os
from typing import Any

from docutils import nodes

project = "communigate.pro"
copyright = "the communigate.pro authors, GPL-3.0-or-later"  # noqa: A001  # Sphinx's name
release = version = os.environ["SITE_VERSION"]
extensions = ["sphinx_antsibull_ext"]
exclude_patterns = ["docsite/extra*"]
default_role = "any"
pygments_style = "ansible"
highlight_language = "YAML+Jinja"
suppress_warnings: list[str] = []

html_theme = "furo"
html_title = "%s %s" % (project, version)
html_show_sphinx = False
html_copy_source = False
html_show_sourcelink = False
html_use_index = False
html_show_search_summary = False  # it would be fetched page by page, which needs a server
html_static_path = ["_static"]
html_css_files = ["site.css"]
html_theme_options = {"navigation_with_keys": True}

ANSIBLE = "https://docs.ansible.com/projects/ansible/latest/"
ELSEWHERE = {
    "action_plugins": "plugins/action.html",
    "ansible_configuration_settings": "reference_appendices/config.html",
    "common_return_values": "reference_appendices/common_return_values.html",
}
"""Labels of Ansible's own documentation that antsibull-docs refers to, without a network to look them up in."""
BUILTIN = "ansible_collections.ansible.builtin."
"""And those of Ansible's own plugins, whose pages are named like their labels."""


def link_to_ansible(_app: Any, _env: Any, wanted: Any, content: Any) -> Any:
    """What a reference to something ELSEWHERE or BUILTIN becomes; any other is left, and is an error."""
    label = wanted.get("reftarget", "")
    page = ELSEWHERE.get(label)
    if label.startswith(BUILTIN):
        page = "collections/ansible/builtin/%s.html" % label[len(BUILTIN) :]
    if page is None:
        return None
    return nodes.reference("", "", content, internal=False, refuri=ANSIBLE + page)


def is_news(record: logging.LogRecord) -> bool:
    """Whether it is more than that the search finds only the few pages that were asked for."""
    return "the index will be incomplete" not in str(record.msg)


def setup(app: Any) -> dict[str, bool]:
    logging.getLogger("sphinx.sphinx.builders.html").addFilter(is_news)
    app.connect("missing-reference", link_to_ansible)
    return {"parallel_read_safe": True, "parallel_write_safe": True}
