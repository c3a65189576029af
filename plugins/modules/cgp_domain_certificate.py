#!/usr/bin/python
# Copyright (c) 2026 the communigate.pro authors
# GNU General Public License v3.0+ (see LICENSE or https://www.gnu.org/licenses/gpl-3.0.txt)
# SPDX-License-Identifier: GPL-3.0-or-later

from __future__ import annotations

DOCUMENTATION = r"""
module: cgp_domain_certificate
short_description: Install private keys and certificates of Domains
version_added: 1.0.0
description:
  - Installs a private key, its certificate and the chain of the authority's certificates in Domains, from PEM as
    certbot and other programs write it. One set can go to many Domains.
  - Before anything is sent it makes sure that the key and the certificate belong together and that the certificate is
    valid today. All three are written in one command. Nothing is written where the Domain has the same already.
  - It warns of a certificate that names neither the Domain nor an alias of it, and of one that ends within 14 days.
  - Reads with C(GETDOMAINSETTINGS), and with C(GETDOMAINALIASES) where the certificate does not name the Domain. Writes
    the settings PrivateSecureKey, SecureCertificate and CAChain with C(UPDATEDOMAINSETTINGS).
  - Needs the Server right All Domains, or a Domain Administrator who may change these settings.
extends_documentation_fragment:
  - communigate.pro.connection
  - communigate.pro.attributes
  - communigate.pro.attributes.state
  - communigate.pro.bulk
options:
  name: &name
    description:
      - Name of an existing Domain.
    type: str
  state: &state
    description:
      - Whether the Domain is to have a certificate; V(present) if it is not given.
    type: str
    choices:
      present:
        - The Domain has the key and the certificate that are given. Without any, the Domain must have some already.
      absent:
        - The Domain has no key, no certificate and no chain of its own.
  private_key: &private_key
    description:
      - The private key in PEM. It is an RSA key without a password, in PKCS#8 (C(BEGIN PRIVATE KEY)) or PKCS#1
        (C(BEGIN RSA PRIVATE KEY)), and is sent in the latter form, which the server expects.
      - It is never shown. A server that does not show it either cannot be asked whether it has this key. Then the key
        is written whenever the certificate differs, and not if the certificate is the same.
      - Needed with a certificate that the Domain does not have yet. Not together with O(private_key_file).
    type: str
  private_key_file: &private_key_file
    description:
      - File with the private key, on the host where the task runs, such as C(privkey.pem) of certbot.
    type: path
  certificate: &certificate
    description:
      - The certificate in PEM. Those that follow it belong to the chain, as in C(fullchain.pem) of certbot.
      - Without a private key it can only be the one that the Domain has already. Not together with
        O(certificate_file).
    type: str
  certificate_file: &certificate_file
    description:
      - File with the certificate, on the host where the task runs, such as C(cert.pem) or C(fullchain.pem) of certbot.
    type: path
  chain: &chain
    description:
      - Certificates of the authorities between the Domain's certificate and a root, in PEM. An empty string removes
        the chain.
      - Without it, and without further certificates in O(certificate), the Domain's chain is left alone. Not together
        with O(chain_file).
    type: str
  chain_file: &chain_file
    description:
      - File with the chain, on the host where the task runs, such as C(chain.pem) of certbot.
    type: path
  on_expired: &on_expired
    description:
      - What happens when the certificate has expired or is not valid yet; V(fail) if it is not given.
    type: str
    choices:
      fail:
        - The task fails before anything is changed.
      warn:
        - The task warns and goes on.
  domains:
    description:
      - Several Domains. Each item takes the options that describe one of them.
    type: list
    elements: dict
    suboptions:
      name:
        <<: *name
        required: true
      state: *state
      private_key: *private_key
      private_key_file: *private_key_file
      certificate: *certificate
      certificate_file: *certificate_file
      chain: *chain
      chain_file: *chain_file
      on_expired: *on_expired
notes:
  - Certificates are compared by their SHA-256 fingerprints. Differences show the C(subject) of the certificate,
    C(not_after), its C(fingerprint), the same of each certificate in the C(chain), and that the key is set.
  - Keys of other kinds than RSA and keys with a password are refused. A password is taken off with
    C(openssl rsa -in KEY -out NEWKEY); certbot makes RSA keys with C(--key-type rsa).
  - The text of a file on the controller, encrypted with a vault perhaps, is given with the lookup
    P(ansible.builtin.file#lookup).
  - The server uses a certificate once the PKI services of its Domain are enabled, which is another setting.
seealso:
  - module: communigate.pro.cgp_domain
    description: The other settings of Domains.
  - module: communigate.pro.cgp_trusted_certificates
    description: The authorities that the server itself trusts.
author:
  - communigate.pro authors (@communigate-pro)
"""

EXAMPLES = r"""
- name: Install what certbot has renewed, in every domain that the certificate names
  communigate.pro.cgp_domain_certificate:
    private_key_file: "{{ renewed_lineage }}/privkey.pem"
    certificate_file: "{{ renewed_lineage }}/fullchain.pem"
    domains:
      - name: example.com
      - name: example.org

- name: A key from the controller, which may be encrypted with a vault there
  communigate.pro.cgp_domain_certificate:
    name: example.com
    private_key: "{{ lookup('ansible.builtin.file', 'example.com.key') }}"
    certificate: "{{ lookup('ansible.builtin.file', 'example.com.crt') }}"
    chain: "{{ lookup('ansible.builtin.file', 'authority.crt') }}"

- name: A domain that has gone back to the server's test certificate
  communigate.pro.cgp_domain_certificate:
    name: example.org
    state: absent
"""

RETURN = r"""
changed_names:
  description:
    - Names of the objects that were changed, or in check mode would be; no more than 100 with O(detail=summary).
  returned: unless the task failed as a whole
  type: list
  elements: str
  sample: [example.com]
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
    - name: example.com
      action: update
      changed: true
      before:
        certificate: {subject: CN=example.com, not_after: '2026-03-01T08:00:00Z', fingerprint: '1F:0A:...'}
      after:
        certificate:
          subject: CN=example.com
          not_after: '2026-05-30T08:00:00Z'
          fingerprint: 'C3:99:...'
          private_key: (hidden)
statistics:
  description: What the task cost in commands, writes among them, round trips, logins and bytes.
  returned: once the server was reached
  type: dict
  sample: {commands: 12, writes: 2, round_trips: 6, logins: 1, bytes_sent: 1210, bytes_received: 2042}
"""

from ansible_collections.communigate.pro.plugins.module_utils._host import run_module
from ansible_collections.communigate.pro.plugins.module_utils._resources.domain_certificate import DOMAIN_CERTIFICATE


def main():
    run_module(DOMAIN_CERTIFICATE)


if __name__ == "__main__":
    main()
