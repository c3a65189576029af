# Copyright (c) 2026 the communigate.pro authors
# GNU General Public License v3.0+ (see LICENSE or https://www.gnu.org/licenses/gpl-3.0.txt)
# SPDX-License-Identifier: GPL-3.0-or-later
"""Reports on a fleet: what was found on each server (``model``), told as a page, as JSON and as JUnit's XML.

Everything in here is pure: from data to text, the same text for the same data. It runs on the controller only.
"""
