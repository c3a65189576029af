# Copyright (c) 2026 the communigate.pro authors
# GNU General Public License v3.0+ (see LICENSE or https://www.gnu.org/licenses/gpl-3.0.txt)
# SPDX-License-Identifier: GPL-3.0-or-later

from __future__ import annotations

DOCUMENTATION = r"""
name: cgp_certificate
short_description: What a certificate says
version_added: 1.0.0
description:
  - Tells who a certificate is for, who issued it, and when it ends. The certificate may be one of a Domain's settings,
    where it is a datablock, or a file in PEM.
  - It is read and not verified, neither its signature nor its chain. No program is needed on the controller for it.
positional: chain
options:
  _input:
    description:
      - A certificate in PEM, as C([Base64]) as servers tell it, as Base64 alone, or in the tagged form of a datablock.
      - Several may follow each other, in PEM or run together as in the setting C(CAChain).
    type: raw
    required: true
  chain:
    description: Whether all certificates are told, in a list. Otherwise it is the first.
    type: bool
    default: false
seealso:
  - module: communigate.pro.cgp_domain_certificate
author:
  - communigate.pro authors (@communigate-pro)
"""

EXAMPLES = r"""
- name: Read the settings of a Domain
  communigate.pro.cgp_domain_info:
    names: [example.com]
    include: [settings]
  register: found

- name: Renew the certificate when it ends within thirty days
  ansible.builtin.debug:
    msg: "The certificate for {{ certificate.names | join(', ') }} ends on {{ certificate.not_after }}"
  when: certificate.not_after < soon
  vars:
    certificate: "{{ found.domains[0].facts.certificate.SecureCertificate | communigate.pro.cgp_certificate }}"
    soon: "{{ (now().timestamp() + 30 * 86400) | communigate.pro.cgp_time }}"
"""

RETURN = r"""
_value:
  description: What the certificate says, or with O(chain) a list of that.
  type: dict
  contains:
    subject:
      description: Who it is for, as in RFC 4514.
      type: str
      returned: always
      sample: CN=mail.example.com
    names:
      description: The DNS names that it is for, in lower case; those of its subject where it lists none.
      type: list
      elements: str
      returned: always
      sample: [mail.example.com]
    alternative_names:
      description: All names that it lists, each with its sort.
      type: list
      elements: str
      returned: always
      sample: ["DNS:mail.example.com", "IP:192.0.2.1"]
    issuer:
      description: Who issued it, as in RFC 4514.
      type: str
      returned: always
      sample: CN=Example CA,O=Example
    serial:
      description: Its serial number, in hexadecimal digits.
      type: str
      returned: always
      sample: 04F2A9
    not_before:
      description: When it begins, in UTC.
      type: str
      returned: always
      sample: "2026-09-01T00:00:00Z"
    not_after:
      description: When it ends, in UTC.
      type: str
      returned: always
      sample: "2026-11-30T00:00:00Z"
    fingerprint:
      description: Its SHA-256.
      type: str
      returned: always
      sample: "5F:36:..."
    self_signed:
      description: Whether its issuer is its subject.
      type: bool
      returned: always
      sample: false
"""

from ansible_collections.communigate.pro.plugins.plugin_utils._certificate_facts import cgp_certificate
from ansible_collections.communigate.pro.plugins.plugin_utils._template_face import for_templates


class FilterModule:
    """The filter of this file's name."""

    def filters(self) -> dict[str, object]:
        return {"cgp_certificate": for_templates("cgp_certificate", cgp_certificate)}
