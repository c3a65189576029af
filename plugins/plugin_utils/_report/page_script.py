# Copyright (c) 2026 the communigate.pro authors
# GNU General Public License v3.0+ (see LICENSE or https://www.gnu.org/licenses/gpl-3.0.txt)
# SPDX-License-Identifier: GPL-3.0-or-later
"""What the page can do besides being read: sort, filter and unfold. Without it nothing is missing but that."""

from __future__ import annotations

SCRIPT = """
"use strict";
(() => {
  const all = (selector, inside = document) => [...inside.querySelectorAll(selector)];
  const form = document.querySelector("form");
  const [text, section, kind, told] = ["text", "section", "kind", "told"].map((name) => form.elements[name]);

  // Sorting: the head of each column that says how becomes a button.
  const keyOf = (row, column) => {
    const cell = row.cells[column];
    return cell.dataset.key === undefined ? cell.textContent.trim() : cell.dataset.key;
  };
  const sort = (table, head) => {
    const isNumber = head.dataset.sort === "number";
    const [first, second] = isNumber ? ["descending", "ascending"] : ["ascending", "descending"];
    const order = head.getAttribute("aria-sort") === first ? second : first;
    const direction = order === "ascending" ? 1 : -1;
    const compare = isNumber
      ? (one, other) => Number(one) - Number(other)
      : (one, other) => one.localeCompare(other, "en", {numeric: true});
    const body = table.tBodies[0];
    const rows = [...body.rows].map((row) => [keyOf(row, head.cellIndex), row]);
    rows.sort((one, other) => direction * compare(one[0], other[0]));
    body.append(...rows.map((pair) => pair[1]));
    all("th[aria-sort]", table).forEach((other) => other.removeAttribute("aria-sort"));
    head.setAttribute("aria-sort", order);
  };
  all("th[data-sort]").forEach((head) => {
    const button = document.createElement("button");
    button.type = "button";
    button.className = "sort";
    button.append(...head.childNodes);
    head.append(button);
    button.addEventListener("click", () => sort(head.closest("table"), head));
  });

  // Filtering: an object is found by what stands in its rows and by its noun and server, a noun and a server by an
  // object of theirs and by the names in their rows at the top: those count what is not listed, too.
  const objects = all("tbody[data-kinds]");
  const rows = all("tr[data-kinds]");
  const servers = all("section.server");
  const words = new Map();
  const target = (row) => {
    const link = row.querySelector("a");
    return link === null ? null : document.getElementById(link.hash.slice(1)).closest("details, section");
  };
  const note = (part, texts) => words.set(part, texts.join(" ").toLowerCase());
  objects.forEach((part) => note(part, [
    part.textContent,
    part.closest("details").querySelector("b").textContent,
    part.closest("section").querySelector("h2 bdi").textContent,
  ]));
  servers.forEach((part) => note(part, all("h2, .note", part).map((one) => one.textContent)));
  rows.forEach((part) => note(part, [...part.cells].map((one) => one.matches(".number") ? "" : one.textContent)));

  // What is found of which kind in which section: a server has what its sections have, and one of which nothing is
  // known may have anything.
  const nameOf = (part) => part.querySelector("b").textContent;
  const pairs = (part, name) => part.dataset.kinds.split(" ").filter((one) => one !== "").map((one) => [one, name]);
  const found = new Map();
  const below = new Map();
  objects.forEach((part) => found.set(part, pairs(part, nameOf(part.closest("details")))));
  servers.forEach((part) => {
    found.set(part, pairs(part, ""));
    below.set(part, pairs(part, ""));
  });
  const linked = rows.map((part) => [part, target(part)]);
  const rowTo = new Map(linked.map(([part, place]) => [place, part]));
  const ofSections = linked.filter(([, place]) => place !== null && place.localName === "details");
  ofSections.forEach(([part, place]) => {
    found.set(part, pairs(part, nameOf(place)));
    below.get(place.closest("section")).push(...found.get(part));
  });
  linked.filter(([part]) => !found.has(part)).forEach(([part, place]) => {
    found.set(part, place === null ? [] : below.get(place));
  });
  const isFound = (part) => found.get(part).some(([what, where]) =>
    (kind.value === "" || what === kind.value) && (section.value === "" || where === "" || where === section.value));
  section.append(...[...new Set(all("details").map(nameOf))].sort().map((name) => new Option(name, name)));

  const fits = (part) => {
    const wanted = text.value.toLowerCase().split(/\\s+/);
    return (kind.value + section.value === "" || isFound(part))
      && wanted.every((word) => words.get(part).includes(word));
  };
  const filter = () => {
    const narrowed = text.value.trim() + kind.value + section.value !== "";
    const show = (part, does) => { part.hidden = narrowed && !does; };
    const holds = (part, selector) => part.querySelector(selector + ":not([hidden])") !== null;
    objects.forEach((part) => show(part, fits(part)));
    all("details").forEach((part) => show(part, fits(rowTo.get(part)) || holds(part, "tbody[data-kinds]")));
    servers.forEach((part) => show(part, fits(part) || fits(rowTo.get(part)) || holds(part, "details")));
    linked.forEach(([part, place]) => show(part, place === null ? fits(part) : !place.hidden));
    const shown = objects.filter((part) => !part.hidden).length;
    told.value = narrowed ? shown + " of " + objects.length + " listed objects" : "";
  };
  form.addEventListener("input", filter);
  form.addEventListener("submit", (event) => event.preventDefault());

  // Folding.
  const fold = (open) => all("details").forEach((part) => { part.open = open; });
  form.elements.unfold.addEventListener("click", () => fold(true));
  form.elements.fold.addEventListener("click", () => fold(false));
  const unfold = () => {
    const part = document.getElementById(location.hash.slice(1));
    if (part !== null && part.localName === "details") part.open = true;
  };
  addEventListener("hashchange", unfold);
  unfold();
  let folded = [];
  addEventListener("beforeprint", () => {
    folded = all("details:not([open])");
    folded.forEach((part) => { part.open = true; });
  });
  addEventListener("afterprint", () => folded.forEach((part) => { part.open = false; }));

  form.hidden = false;
  filter();  // a browser that comes back to the page fills the fields in again
})();
"""
