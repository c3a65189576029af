#!/usr/bin/python
# Copyright (c) 2026 the communigate.pro authors
# GNU General Public License v3.0+ (see LICENSE or https://www.gnu.org/licenses/gpl-3.0.txt)
# SPDX-License-Identifier: GPL-3.0-or-later

from __future__ import annotations

DOCUMENTATION = r"""
module: cgp_trusted_certificates
short_description: Set the Trusted Certificates
version_added: 1.0.0
description:
  - Sets the certificates of authorities that a server, or a Dynamic Cluster, trusts.
  - Certificates are compared by their SHA-256 fingerprints, in any order. Differences show the C(subject) of each
    certificate, C(not_after) and its C(fingerprint).
  - Reads with C(GETSERVERTRUSTEDCERTS) or C(GETCLUSTERTRUSTEDCERTS). Writes the whole list with
    C(SETSERVERTRUSTEDCERTS) or C(SETCLUSTERTRUSTEDCERTS).
  - Needs the Server right All Domains.
extends_documentation_fragment:
  - communigate.pro.connection
  - communigate.pro.attributes
  - communigate.pro.attributes.state
  - communigate.pro.bulk
options:
  scope: &scope
    description:
      - Whose list it is; V(server) if it is not given.
    type: str
    choices:
      server:
        - That of the server.
      cluster:
        - That of the whole Dynamic Cluster.
  certificates: &certificates
    description:
      - Certificates in PEM. An element may hold several of them; text around them does not count.
      - O(certificates) and O(files) make one list together.
    type: list
    elements: str
  files: &files
    description:
      - Files with certificates in PEM, one or several in each, on the host where the task runs.
    type: list
    elements: path
  mode: &mode
    description:
      - What happens to certificates that the task does not name; V(replace) if it is not given.
    type: str
    choices:
      update:
        - They stay.
      replace:
        - They are removed.
  sets:
    description:
      - The lists of the server and of the cluster. Each item takes the options that describe one of them.
    type: list
    elements: dict
    suboptions:
      scope: *scope
      certificates: *certificates
      files: *files
      mode: *mode
seealso:
  - module: communigate.pro.cgp_domain_certificate
    description: The certificates that Domains show themselves.
author:
  - communigate.pro authors (@communigate-pro)
"""

EXAMPLES = r"""
- name: Trust the company's own authority as well
  communigate.pro.cgp_trusted_certificates:
    mode: update
    certificates:
      - "{{ lookup('ansible.builtin.file', 'company-root.pem') }}"

- name: The same authorities, and no others, for the server and the cluster
  communigate.pro.cgp_trusted_certificates:
    files:
      - "{{ authorities }}/company-root.pem"
      - "{{ authorities }}/partner-root.pem"
    sets:
      - scope: server
      - scope: cluster
"""

RETURN = r"""
changed_names:
  description:
    - Names of the objects that were changed, or in check mode would be; no more than 100 with O(detail=summary).
  returned: unless the task failed as a whole
  type: list
  elements: str
  sample: [server]
counts:
  description: How many objects were wanted, and how many of them ended in which way.
  returned: unless the task failed as a whole
  type: dict
  sample: {wanted: 3, unchanged: 2, created: 0, updated: 1, renamed: 0, deleted: 0, failed: 0, not_attempted: 0}
failures:
  description:
    - The objects that failed, each with its C(name), what went wrong (C(msg)), whether something was C(changed)
      before, and the C(code) of the server's answer if it refused a command; no more than 100 with O(detail=summary).
  returned: unless the task failed as a whole
  type: list
  elements: dict
  sample: []
not_attempted:
  description: Names of the objects that were not begun; no more than 100 with O(detail=summary).
  returned: unless the task failed as a whole
  type: list
  elements: str
  sample: []
objects:
  description:
    - Every object with its C(name), the C(action) that it needed (V(none), V(create), V(update), V(rename) or
      V(delete)), whether it was C(changed), and what differed C(before) and C(after).
  returned: with O(detail=all), unless the task failed as a whole
  type: list
  elements: dict
  sample:
    - name: server
      action: update
      changed: true
      before: {certificates: []}
      after:
        certificates:
          - {subject: CN=Example Root, not_after: '2049-12-31T23:59:59Z', fingerprint: '4B:7C:...'}
statistics:
  description: What the task cost in commands, writes among them, round trips, logins and bytes.
  returned: once the server was reached
  type: dict
  sample: {commands: 12, writes: 2, round_trips: 6, logins: 1, bytes_sent: 1210, bytes_received: 2042}
"""

from ansible_collections.communigate.pro.plugins.module_utils._host import run_module
from ansible_collections.communigate.pro.plugins.module_utils._resources.trusted_certificates import (
    TRUSTED_CERTIFICATES,
)


def main():
    run_module(TRUSTED_CERTIFICATES)


if __name__ == "__main__":
    main()
