#!/usr/bin/python
# Copyright (c) 2026 the communigate.pro authors
# GNU General Public License v3.0+ (see LICENSE or https://www.gnu.org/licenses/gpl-3.0.txt)
# SPDX-License-Identifier: GPL-3.0-or-later

from __future__ import annotations

DOCUMENTATION = r"""
module: cgp_config_info
short_description: Read a whole server as the rows that modules take
version_added: 1.0.0
description:
  - Reads what there is on a server, or in some of its Domains, as lists of options of the modules that would make it
    so. What is read can be given to the list option of the noun's module as it is, and then changes nothing.
  - Only what was set is told, not what has the value of its default. Secrets are not told, but where they are. What the
    server does not tell, or the module would not take, is told with the reason; it does not fail the task.
  - Not told are the messages in Mailboxes, temporary addresses that run out, national subsets of environments, which no
    command lists, and storages and types that Accounts and Domains were created with.
  - Finds the Domains with C(LISTDOMAINS) and C(GETDOMAINALIASES), and what they hold with C(LISTDOMAINOBJECTS),
    C(LISTGROUPS), C(LISTLISTS), C(LISTDOMAINNAMEDTASKS), C(LISTDOMAINSKINS), C(LISTDOMAINSKINFILES),
    C(LISTDOMAINPBXFILES) and C(LISTACCOUNTSTORAGE).
  - Reads of Domains with C(GETDOMAINSETTINGS), C(GETACCOUNTDEFAULTS), C(GETACCOUNTDEFAULTPREFS),
    C(GETACCOUNTTEMPLATE), C(GETDOMAINALERTS), C(GETDOMAINMAILRULES), C(GETDOMAINSIGNALRULES), C(GETGROUP),
    C(GETLIST), C(READSUBSCRIBERS), C(GETSUBSCRIBERINFO), C(GETNAMEDTASK), C(READDOMAINSKINFILE) and
    C(READDOMAINPBXFILE).
  - Reads of Accounts with C(GETACCOUNTACL), C(GETACCOUNTALERTS), C(GETACCOUNTALIASES), C(GETACCOUNTMAILRULES),
    C(GETACCOUNTPREFS), C(GETACCOUNTRIGHTS), C(GETACCOUNTRIMAPS), C(GETACCOUNTRPOPS), C(GETACCOUNTRSIPS),
    C(GETACCOUNTSETTINGS), C(GETACCOUNTSIGNALRULES), C(GETACCOUNTTELNUMS), C(LISTMAILBOXES), C(GETMAILBOXACL),
    C(GETMAILBOXALIASES), C(GETMAILBOXSUBSCRIPTION), C(GETFILESUBSCRIPTION), C(LISTSTORAGEFILES),
    C(READSTORAGEFILE), C(READSTORAGEFILEATTR), C(DATASET) and C(ROSTER).
  - Reads of the cluster, which is there if C(GETCURRENTCONTROLLER) is answered, with
    C(GETCLUSTERACCOUNTDEFAULTS), C(GETCLUSTERACCOUNTPREFS), C(GETCLUSTERALERTS), C(GETCLUSTERBANNED),
    C(GETCLUSTERBLACKLISTEDIPS), C(GETCLUSTERCLIENTIPS), C(GETCLUSTERDEBUGIPS), C(GETCLUSTERDENIEDIPS),
    C(GETCLUSTERDIRECTORYINTEGRATION), C(GETCLUSTERDOMAINDEFAULTS), C(GETCLUSTERINTERCEPT), C(GETCLUSTERLANIPS),
    C(GETCLUSTERMAILRULES), C(GETCLUSTERNATEDIPS), C(GETCLUSTERNATSITEIPS), C(GETCLUSTERNETWORK),
    C(GETCLUSTERROUTERSETTINGS), C(GETCLUSTERROUTERTABLE), C(GETCLUSTERSIGNALRULES), C(GETCLUSTERTRUSTEDCERTS),
    C(GETCLUSTERWHITEHOLEIPS), C(LISTCLUSTERPBXFILES), C(LISTCLUSTERSKINFILES), C(LISTCLUSTERSKINS),
    C(READCLUSTERPBXFILE) and C(READCLUSTERSKINFILE).
  - Reads of the server with C(GETBANNED), C(GETBLACKLISTEDIPS), C(GETCLIENTIPS), C(GETCLUSTERSETTINGS),
    C(GETDEBUGIPS), C(GETDENIEDIPS), C(GETDIRECTORYACCESSRIGHTS), C(GETDIRECTORYINTEGRATION),
    C(GETDIRECTORYUNIT), C(GETDNRSETTINGS), C(GETDOMAINDEFAULTS), C(GETLANIPS), C(GETLOGSETTINGS),
    C(GETMEDIASERVERSETTINGS), C(GETMODULE), C(GETNATEDIPS), C(GETNATSITEIPS), C(GETNETWORK),
    C(GETQUEUESETTINGS), C(GETROUTERSETTINGS), C(GETROUTERTABLE), C(GETSERVERACCOUNTDEFAULTS),
    C(GETSERVERACCOUNTPREFS), C(GETSERVERALERTS), C(GETSERVERINTERCEPT), C(GETSERVERMAILRULES),
    C(GETSERVERSETTINGS), C(GETSERVERSIGNALRULES), C(GETSERVERTRUSTEDCERTS), C(GETSESSIONSETTINGS),
    C(GETSIGNALSETTINGS), C(GETSMTPSENDPROFILES), C(GETTEMPBLACKLISTEDIPS), C(GETTEMPUNBLOCKABLEIPS),
    C(GETWHITEHOLEIPS), C(LISTDIRECTORYUNITS), C(LISTDOMAINSTORAGE), C(LISTMODULES), C(LISTSERVERPBXFILES),
    C(LISTSERVERSKINFILES), C(LISTSERVERSKINS), C(READSERVERPBXFILE) and C(READSERVERSKINFILE).
  - Needs the rights to read what is asked for, which the pages of the modules tell. With O(domains) a Domain
    Administrator can read the Domain, as far as the rights go.
extends_documentation_fragment:
  - communigate.pro.connection
  - communigate.pro.attributes
  - communigate.pro.attributes.reading
options:
  domains:
    description:
      - The Domains that are read, with all that they hold. Without this option all Domains are read, and what the
        server and the cluster have besides.
    type: list
    elements: str
  only:
    description:
      - What is read. These are the names of modules without C(cgp_), such as V(account) or V(list_subscriber).
      - Without this option all nouns are read but V(account_telnum), V(rule) and V(vacation), whose rows say again what
        V(account) and V(rules) say.
    type: list
    elements: str
  except:
    description:
      - What is not read of that.
    type: list
    elements: str
seealso:
  - module: communigate.pro.cgp_domain_info
  - module: communigate.pro.cgp_account_info
author:
  - communigate.pro authors (@communigate-pro)
"""

EXAMPLES = r"""
- name: Read a Domain with all that it holds
  communigate.pro.cgp_config_info:
    domains: [example.org]
  register: found

- name: Its Groups are as they are
  communigate.pro.cgp_group:
    groups: "{{ found.config.domains['example.org'].group }}"

- name: Read what the server has, without Domains
  communigate.pro.cgp_config_info:
    only: [settings, module, router_table, ip_list]

- name: Read everything but files
  communigate.pro.cgp_config_info:
    except: [skin_files, pbx_files, storage_file]
  register: everything

- name: Tell what is missing from it
  ansible.builtin.debug:
    msg: "{{ everything.secrets | length }} secrets, {{ everything.untold | length }} things that are not told"
"""

RETURN = r"""
order:
  description: The nouns that were read, each behind those that must be there before it.
  returned: success
  type: list
  elements: str
  sample: [domain, account, group]
config:
  description: What there is, by noun.
  returned: success
  type: dict
  contains:
    server:
      description:
        - What belongs to the server or the cluster. By noun, the rows that its module takes. With O(domains) it is not
          there, for it is not looked at.
      type: dict
      sample: {ip_list: [{scope: server, name: lan, addresses: [192.0.2.0/24]}]}
    domains:
      description: The same for each Domain and all that it holds.
      type: dict
      sample: {example.org: {group: [{name: team@example.org, members: [alice]}]}}
secrets:
  description: Where there are secrets, which are not read.
  returned: success
  type: list
  elements: dict
  contains:
    noun:
      description: The noun.
      type: str
      sample: account_remotes
    name:
      description: The object.
      type: str
      sample: alice@example.org rpop
    place:
      description: The option, and what is below it, with dots between.
      type: str
      sample: records.home.password
    certain:
      description: Whether the server showed that there is one. If not, there may be one, there or below.
      type: bool
      sample: true
untold:
  description: What is not told, once for each reason.
  returned: success
  type: list
  elements: dict
  contains:
    noun:
      description: The noun.
      type: str
      sample: domain
    place:
      description: The option, and what is below it. Empty if nothing is told of the objects at all.
      type: str
      sample: suspended
    why:
      description: The reason.
      type: str
      sample: the server does not tell it
    number:
      description: Of how many objects it is not told.
      type: int
      sample: 1
    names:
      description: The first of them, or what they would be in where they cannot be listed.
      type: list
      elements: str
      sample: [example.org]
statistics:
  description: What the task cost in commands, round trips, logins and bytes.
  returned: once the server was reached
  type: dict
  sample: {commands: 148, round_trips: 48, logins: 1, bytes_sent: 6079, bytes_received: 4994}
"""

from ansible_collections.communigate.pro.plugins.module_utils._host import run_module
from ansible_collections.communigate.pro.plugins.module_utils._resources.config import CONFIG_INFO


def main():
    run_module(CONFIG_INFO)


if __name__ == "__main__":
    main()
