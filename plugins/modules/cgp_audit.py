#!/usr/bin/python
# Copyright (c) 2026 the communigate.pro authors
# GNU General Public License v3.0+ (see LICENSE or https://www.gnu.org/licenses/gpl-3.0.txt)
# SPDX-License-Identifier: GPL-3.0-or-later

from __future__ import annotations

DOCUMENTATION = r"""
module: cgp_audit
short_description: Find what an administrator should look at on a server
version_added: 1.0.0
description:
  - Looks through all Domains of a server, or some of them, for what is full, ends soon, leads outside, was forgotten or
    is weak, and changes nothing. The playbook C(communigate.pro.audit) does it for a fleet, and writes a page with
    M(communigate.pro.cgp_report).
  - Each object is read once, and of it only what the checks need that are on. Where the login may not read something,
    or the server answers what cannot be understood, RV(unread) tells of it, and all else is looked at.
  - All spellings of a name are one, with the Domain, an alias of it, or without, in either case of letters, and all
    spellings of a size, of a yes and of no limit. Aliases, Forwarders, Groups, mailing lists and Named Tasks are names
    that exist. Before an address is said to lead outside or nowhere, the Router is asked where it leads, if the login
    may do that; otherwise names alone decide.
  - Finds the Domains with C(LISTDOMAINS) and C(GETDOMAINALIASES), and what they hold with C(LISTDOMAINOBJECTS),
    C(LISTGROUPS), C(LISTLISTS) and C(LISTDOMAINNAMEDTASKS).
  - Reads of Accounts with C(GETACCOUNTINFO), C(GETACCOUNTONESETTING), C(GETACCOUNTSETTINGS), C(GETACCOUNTRIGHTS),
    C(GETACCOUNTMAILRULES), C(GETACCOUNTSIGNALRULES), C(GETACCOUNTACL), C(LISTMAILBOXES) and C(GETMAILBOXACL).
  - Reads of Domains with C(GETDOMAINSETTINGS), C(GETDOMAINEFFECTIVESETTINGS), C(GETACCOUNTDEFAULTS),
    C(GETDOMAINMAILRULES), C(GETDOMAINSIGNALRULES), C(GETGROUP) and C(GETLIST), and asks the Router with C(ROUTE).
  - Reads of the server with C(GETSERVERSETTINGS), C(GETSERVERACCOUNTDEFAULTS), C(GETDOMAINDEFAULTS),
    C(GETSERVERMAILRULES) and C(GETSERVERSIGNALRULES), and of the cluster, which is there if
    C(GETCURRENTCONTROLLER) is answered, with C(GETCLUSTERACCOUNTDEFAULTS), C(GETCLUSTERDOMAINDEFAULTS),
    C(GETCLUSTERMAILRULES) and C(GETCLUSTERSIGNALRULES).
  - Needs the rights to read what the checks need. With O(domains) a Domain Administrator can look at the own Domain, as
    far as the rights go.
extends_documentation_fragment:
  - communigate.pro.connection
  - communigate.pro.attributes
  - communigate.pro.attributes.reading
options:
  checks:
    description:
      - What is looked for. Without this option everything is.
      - V(quota) are Accounts whose messages take O(quota_percent) of C(MaxAccountSize) or more, whichever level it is
        set at. From 100 percent on that is V(critical).
      - V(leads_outside) are Forwarders, Rules of Accounts, Domains, the server and the cluster, and addresses of
        Domains for unknown names, that lead to an address in no Domain of this server. Rules that are off do not
        count. Of an URL only the host is told.
      - V(members_outside) are Groups with such members.
      - V(missing_names) are members of Groups, targets of Forwarders and owners of mailing lists and Named Tasks that
        do not exist.
      - V(acl_names) are names that do not exist and have access rights to an Account or a Mailbox. Whoever is called so
        some day has them. It reads the rights of every Mailbox.
      - V(unused) are Accounts that were never used, or not for O(unused_days), but for those that came with the server.
      - V(certificates) are Domains without a certificate, or with one that has ended or ends within
        O(certificate_days), that is not for the Domain or an alias of it, that nobody else has signed, whose key is
        short, or whose key is another one. The same goes for the dates of its chain. One that all Domains have by
        default is that of each.
      - V(login) are settings that make a login weaker, each told where it is set, in the server's, the cluster's or a
        Domain's defaults or in an Account. These are passwords that are stored as they are, are empty, may be sent as
        they are, can be tried without a limit or replaced by mail, are those of the operating system or decided by a
        program, Accounts that anybody can make, mail from whoever does not log in, and weak encryption. A server that
        shows the password of the login as an empty one is not believed of others.
      - V(administrators) are all Accounts with access rights, and which, and Domains that administrators of another one
        may administer.
    type: list
    elements: str
    choices:
      - quota
      - leads_outside
      - members_outside
      - missing_names
      - acl_names
      - unused
      - certificates
      - login
      - administrators
  except:
    description:
      - What is not looked for.
    type: list
    elements: str
    choices:
      - quota
      - leads_outside
      - members_outside
      - missing_names
      - acl_names
      - unused
      - certificates
      - login
      - administrators
    default: []
  domains:
    description:
      - The Domains that are looked at, by any of their names. Then nothing is told of the server and the cluster.
      - Without this option all Domains are looked at.
    type: list
    elements: str
  quota_percent:
    description:
      - From how many percent of its quota on an Account is told.
    type: int
    default: 90
  certificate_days:
    description:
      - How many days before its end a certificate is told.
    type: int
    default: 30
  unused_days:
    description:
      - After how many days without a login an Account is told.
    type: int
    default: 365
  new_days:
    description:
      - For how many days a new Account is not told that was never used.
    type: int
    default: 30
  limit:
    description:
      - How many findings of each check are told, the gravest first. All of them are counted.
    type: int
    default: 1000
seealso:
  - module: communigate.pro.cgp_report
  - module: communigate.pro.cgp_config_info
author:
  - communigate.pro authors (@communigate-pro)
"""

EXAMPLES = r"""
- name: Look at everything
  communigate.pro.cgp_audit:
  register: audited

- name: Stop where something is critical
  ansible.builtin.assert:
    that: audited.findings | selectattr('severity', 'equalto', 'critical') | list | length == 0

- name: Find what is full or about to end, earlier than usual
  communigate.pro.cgp_audit:
    checks: [quota, certificates]
    quota_percent: 80
    certificate_days: 60

- name: Look at one Domain, without the Mailboxes' access rights
  communigate.pro.cgp_audit:
    domains: [example.org]
    except: [acl_names]

- name: Tell it as a page
  communigate.pro.cgp_report:
    kind: audit
    servers: "{{ {inventory_hostname: audited} }}"
    html: audit.html
    csv: audit.csv
"""

RETURN = r"""
findings:
  description: What was found, by check, the gravest first, up to O(limit) of each check.
  returned: success
  type: list
  elements: dict
  contains:
    check:
      description: The check that has found it.
      type: str
      sample: quota
    severity:
      description:
        - V(critical) if harm is done or near, V(warning) if somebody should look at it, V(notice) if somebody should
          know it.
      type: str
      sample: critical
    domain:
      description: The Domain that the object is, or is in. Empty for the server and the cluster.
      type: str
      sample: example.org
    kind:
      description: What the object is, such as V(account), V(domain), V(forwarder), V(group) or V(server).
      type: str
      sample: account
    object:
      description: The object.
      type: str
      sample: alice@example.org
    what:
      description: What was found of it, for people.
      type: str
      sample: "uses 104% of its quota: 10.4M of 10M"
    detail:
      description: The same for programs. Its keys depend on the check.
      type: dict
      sample: {percent: 104, used: 10905190, limit: 10485760}
counts:
  description:
    - By check, how many findings there are of each severity, and of how many objects or parts of them nobody knows,
      under V(unread).
  returned: success
  type: dict
  sample: {quota: {critical: 1, warning: 3, notice: 0, unread: 0}}
looked_at:
  description: By check, how many objects were looked at.
  returned: success
  type: dict
  sample: {quota: 1200}
left_out:
  description: By check, how many findings are counted and not told. Empty if all are told.
  returned: success
  type: dict
  sample: {}
unread:
  description: What could not be looked at, once for each reason.
  returned: success
  type: list
  elements: dict
  contains:
    check:
      description: The check.
      type: str
      sample: administrators
    why:
      description: The reason.
      type: str
      sample: GETACCOUNTRIGHTS was answered 510 you do not have the access right for this operation
    number:
      description: Of how many objects, or parts of them.
      type: int
      sample: 120
    names:
      description: The first of them, or the Domain whose objects cannot be listed.
      type: list
      elements: str
      sample: [alice@example.org]
statistics:
  description: What the task cost in commands, round trips, logins and bytes.
  returned: once the server was reached
  type: dict
  sample: {commands: 148, round_trips: 48, logins: 1, bytes_sent: 6079, bytes_received: 4994}
"""

from ansible_collections.communigate.pro.plugins.module_utils._host import run_module
from ansible_collections.communigate.pro.plugins.module_utils._resources.audit import AUDIT


def main():
    run_module(AUDIT)


if __name__ == "__main__":
    main()
