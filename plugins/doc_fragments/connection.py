# Copyright (c) 2026 the communigate.pro authors
# GNU General Public License v3.0+ (see LICENSE or https://www.gnu.org/licenses/gpl-3.0.txt)
# SPDX-License-Identifier: GPL-3.0-or-later
"""The options of ``module_utils/_connection_options.py``: how every module and every other plugin reaches a server."""

from __future__ import annotations

import re

_OPTION = re.compile(r"^  ([a-z]\w*):\n((?:   .*\n)+)", re.MULTILINE)
_ABOUT_CHANGES = ("strict_settings", "update_secrets", "progress")
"""The options that mean nothing to a plugin that is no module."""


def _with_sources(option: re.Match[str]) -> str:
    """One option of a plugin that is no module: Ansible itself looks for its value, where the page says."""
    name, page = option.groups()
    if name in _ABOUT_CHANGES:
        return ""
    sources = "    env: [{name: CGP_%s}]\n    vars: [{name: cgp_%s}]\n" % (name.upper(), name)
    if "password" not in name or name.endswith("_file"):
        sources += "    ini: [{section: communigate_pro, key: %s}]\n" % name
    return "  %s:\n%s%s" % (name, page, sources)


class ModuleDocFragment:
    """``communigate.pro.connection``, and ``communigate.pro.connection.plugin`` with more sources for each option."""

    DOCUMENTATION = r"""
options:
  host:
    description:
      - Name or address of the machine whose PWD listener, or HTTP realm, gives access to the server's CLI.
      - With O(transport=ssh) this is the machine as the SSH server sees it.
      - Falls back to the environment variable E(CGP_HOST).
    type: str
    default: 127.0.0.1
  port:
    description:
      - Port of the PWD listener, or of the HTTP realm.
      - Without it, the usual one of O(transport) is taken. That is 1106 with O(transport=tls), 8100 with
        O(transport=http), 9100 with O(transport=https), and 106 otherwise.
      - Falls back to the environment variable E(CGP_PORT).
    type: int
  login:
    description:
      - Name of the Account that logs in, with or without its Domain.
      - A server looks for a name without Domain in the Domain that has the IP address at which it is reached. So
        C(postmaster) may be another Account there, with other rights. A warning says so once where O(host) is another
        machine.
      - What it may do depends on its access rights. The C(postmaster) of the main Domain may do everything; a Domain
        Administrator may do what the rights of that Account allow in its own Domain.
      - Falls back to the environment variable E(CGP_LOGIN).
    type: str
    default: postmaster
  password:
    description:
      - Password of O(login). It wins over O(password_file), and one of the two is needed.
      - With O(login_method=session) it is the ID of a session instead.
      - Keep it in a vault, or give it in the environment. It never shows in results, messages or logs.
      - Falls back to the environment variable E(CGP_PASSWORD).
    type: str
  password_file:
    description:
      - File whose first line is the password of O(login), on the machine that runs the task.
      - Falls back to the environment variable E(CGP_PASSWORD_FILE).
    type: path
  login_method:
    description:
      - How to prove that the password is known.
      - Falls back to the environment variable E(CGP_LOGIN_METHOD).
    type: str
    choices:
      auto:
        - APOP where the server offers a challenge and MD5 is available here, otherwise V(plain).
        - If APOP is refused, which it is for an Account whose password is stored one-way, V(plain) is tried, provided
          that the connection is encrypted or local, or O(allow_cleartext) is set.
        - Where V(plain) is not allowed, and the server offers no challenge, V(cram-md5) is tried.
      apop:
        - A digest of the password for the challenge in the server's greeting, nothing else.
      plain:
        - The password itself.
      cram-md5:
        - A digest of the password for a challenge that the server is asked for (C(AUTH CRAM-MD5), RFC 2195), nothing
          else. As with APOP, the server must be able to read the password, and MD5 must be available here.
      session:
        - The ID of a WebUser session of the Account, as C(CREATEWEBUSERSESSION) makes it, in the place of the password,
          by C(AUTH SESSIONID), or C(AUTH WEBUSER) where the server refuses that. It is protected as the password is.
        - A session ends when it has not been used for some time, and its ID with it. No login is possible then, neither
          for another task nor after a lost connection.
    default: auto
  allow_cleartext:
    description:
      - Whether the password itself, or a session's ID, may be sent over an unencrypted connection to another machine.
      - Without it such a login is refused before the password is sent. A connection to this machine's own loopback
        address is no risk and always allowed; so is one through O(transport=ssh) to the SSH server's own.
      - Falls back to the environment variable E(CGP_ALLOW_CLEARTEXT).
    type: bool
    default: false
  transport:
    description:
      - The way to the CLI, by the PWD listener or by the HTTP realm.
      - Falls back to the environment variable E(CGP_TRANSPORT).
    type: str
    choices:
      tcp:
        - A plain connection. All commands, with the passwords that they set, cross the network unencrypted.
      stls:
        - A connection that begins in clear text and goes over to TLS 1.2 or newer before the login, by C(STLS). If the
          server does not agree, or anything comes between, that is an error and nothing secret is sent.
      tls:
        - TLS 1.2 or newer from the first byte, for a listener port that expects that.
      ssh:
        - A tunnel through the SSH server O(ssh_host), which is the way to a listener that only admits local clients.
        - It protects the way to that server. To an O(host) that is not C(localhost), V(127.0.0.1) or V(::1) all goes on
          from there as with V(tcp).
      http:
        - The HTTP realm of the CLI, unencrypted. Each request holds the password, so it is used for another machine
          only with O(allow_cleartext).
        - A command is a request of its own. What reads goes over up to O(window) connections at a time; what changes
          something waits for all before it, and all behind it wait for it.
        - Redirections are not followed, and O(login_method) must be V(auto) or V(plain).
      https:
        - The same through TLS 1.2 or newer, with the options of V(tls). This is the way where only web ports are open.
    default: tcp
  tls_ca_file:
    description:
      - File with certificates of authorities in PEM format that are trusted beside those of the system.
      - Falls back to the environment variable E(CGP_TLS_CA_FILE).
    type: path
  tls_server_name:
    description:
      - Name that the server's certificate must be made for, if that is not O(host).
      - Falls back to the environment variable E(CGP_TLS_SERVER_NAME).
    type: str
  tls_verify:
    description:
      - Whether the server must show a valid certificate that is made for its name, with O(transport=tls) and
        O(transport=stls).
      - Without verification anybody on the way can read and change everything, including the password.
      - Falls back to the environment variable E(CGP_TLS_VERIFY).
    type: bool
    default: true
  ssh_host:
    description:
      - Name or address of the SSH server. Needed with O(transport=ssh).
      - Falls back to the environment variable E(CGP_SSH_HOST).
    type: str
  ssh_port:
    description:
      - Port of the SSH server.
      - Falls back to the environment variable E(CGP_SSH_PORT).
    type: int
    default: 22
  ssh_user:
    description:
      - Who logs in at the SSH server; the user that runs the task if this is not given.
      - Falls back to the environment variable E(CGP_SSH_USER).
    type: str
  ssh_password:
    description:
      - Password of O(ssh_user), or the passphrase of O(ssh_key_file).
      - Falls back to the environment variable E(CGP_SSH_PASSWORD).
    type: str
  ssh_key_file:
    description:
      - File with the private key to log in with. Without it the keys of a running agent and the user's usual key
        files are tried.
      - Falls back to the environment variable E(CGP_SSH_KEY_FILE).
    type: path
  ssh_known_hosts:
    description:
      - File with the known host keys, V(~/.ssh/known_hosts) if this is not given. An SSH server that is not in it, or
        that shows another key or one that is marked C(@revoked), is refused. Lines that cannot be read, and those for
        certificate authorities, are skipped.
      - Falls back to the environment variable E(CGP_SSH_KNOWN_HOSTS).
    type: path
  http_path:
    description:
      - Path of the HTTP realm, with O(transport=http) and O(transport=https).
      - Falls back to the environment variable E(CGP_HTTP_PATH).
    type: str
    default: /CLI/
  http_proxy_from_env:
    description:
      - Whether to go through the proxy that C(http_proxy), C(https_proxy) and C(no_proxy) in the environment name, with
        O(transport=http) and O(transport=https). An unencrypted request shows the proxy the password, so
        O(allow_cleartext) is needed for that.
      - Falls back to the environment variable E(CGP_HTTP_PROXY_FROM_ENV).
    type: bool
    default: false
  connect_timeout:
    description:
      - How many seconds making a connection may take; V(0) is no limit.
      - Falls back to the environment variable E(CGP_CONNECT_TIMEOUT).
    type: int
    default: 10
  reply_timeout:
    description:
      - How many seconds the connection may be silent while a reply is awaited; V(0) is no limit.
      - Falls back to the environment variable E(CGP_REPLY_TIMEOUT).
    type: int
    default: 60
  total_timeout:
    description:
      - How many seconds the whole task, or one item of its loop, may take; V(0) is no limit.
      - Falls back to the environment variable E(CGP_TOTAL_TIMEOUT).
    type: int
    default: 0
  window:
    description:
      - How many commands may be on the way before the first of them is answered. This is what makes long lists fast
        over a distance.
      - Whether the server bears more than one is found out first, with two commands that do nothing. If it does not,
        every command waits for the answer to the one before, as with V(1).
      - With O(transport=http) and O(transport=https) it is how many connections are used for reading.
      - Without it, it is 4 with these two, and 64 otherwise.
      - Falls back to the environment variable E(CGP_WINDOW).
    type: int
  max_reply:
    description:
      - How many mebibytes a single reply may have. A longer one is an error.
      - Falls back to the environment variable E(CGP_MAX_REPLY).
    type: int
    default: 256
  strict_settings:
    description:
      - Whether a setting that is nearly a known one ends the task before anything is written, such as C(MailToUnknwn),
        or V(Rejectd) and V(5 GB) as values. Otherwise there is a warning, for servers keep what they do not know.
      - The collection's guides have tables of the settings that are known. A name that is like none of these may
        be a site's own, and is let pass.
      - Falls back to the environment variable E(CGP_STRICT_SETTINGS).
    type: bool
    default: false
  progress:
    description:
      - Whether a task that takes more than two seconds tells every two seconds how far it has come, and one with a list
        at its end what became of the objects. That is for whoever watches. It is told only where Ansible's output is a
        terminal and the module runs on the controller, and is in no result and no log.
      - Falls back to the environment variable E(CGP_PROGRESS).
    type: bool
    default: true
  update_secrets:
    description:
      - When a secret among settings is set, such as C(PSTNGatewayPassword). Some servers do not show secrets, or show
        them encoded, so that nobody can compare them.
      - Falls back to the environment variable E(CGP_UPDATE_SECRETS).
    type: str
    choices:
      on_change:
        - When the server shows another one, or none. One that is shown encoded counts as the wanted one, and so does
          one that is hidden in a dictionary within the settings; a warning says so.
      always:
        - On every run, too, where the server shows it encoded or not at all. A warning says so.
    default: on_change
requirements:
  - Python 3.7 or newer on the machine that runs the task
  - paramiko on that machine, with O(transport=ssh) only
notes:
  - Tasks are best run on the controller, with C(connection=local) or C(delegate_to=localhost). They then work inside
    Ansible's own process, with one login for all items of a loop. Anywhere else the same task runs as an ordinary
    module and returns the same.
  - Give the connection options once for all modules in C(module_defaults), for the group
    C(group/communigate.pro.cgp), or in the environment.
  - The environment is that of the process which does the work, with what the keyword C(environment) of a task adds.
"""

    # With its type, for ansible-test takes every other assignment here for a text as it stands.
    PLUGIN: str = _OPTION.sub(_with_sources, DOCUMENTATION.partition("requirements:\n")[0])
