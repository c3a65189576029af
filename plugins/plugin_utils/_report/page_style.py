# Copyright (c) 2026 the communigate.pro authors
# GNU General Public License v3.0+ (see LICENSE or https://www.gnu.org/licenses/gpl-3.0.txt)
# SPDX-License-Identifier: GPL-3.0-or-later
"""How the page looks: in light and dark, narrow and wide, and on paper, where everything is unfolded."""

from __future__ import annotations

from typing import Iterable, Mapping

TONES = ("same", "differs", "unknown")
"""The names of the colours: nothing is the matter, something is, nobody knows or it is grave."""
_TONE = ".%s { color: var(--%s); background: var(--%s-back); }\n"


def style(classes: Mapping[str, Iterable[str]]) -> str:
    """The style of a page; ``classes``: by tone, what is shown in it."""
    tones = [_TONE % (", .".join(classes[tone]), tone, tone) for tone in TONES]
    return _STYLE.replace("/* tones */\n", "".join(tones))


_STYLE = """
:root {
  color-scheme: light dark;
  --text: #1d2430; --soft: #566173; --page: #f6f7f9; --sheet: #ffffff; --line: #dde2e9; --stripe: #f1f4f8;
  --accent: #1f5fbf; --same: #20683c; --differs: #8a4b00; --unknown: #a32626;
  --same-back: #e3f3e8; --differs-back: #fdefd8; --unknown-back: #fbe4e4;
}
@media (prefers-color-scheme: dark) {
  :root {
    --text: #e4e8ee; --soft: #9fabbb; --page: #14181e; --sheet: #1c222a; --line: #343d49; --stripe: #232a34;
    --accent: #8ab8ff; --same: #8fd6a8; --differs: #f3bf74; --unknown: #ff9d9d;
    --same-back: #193425; --differs-back: #3b2b12; --unknown-back: #452020;
  }
}
* { box-sizing: border-box; }
body {
  margin: 0; background: var(--page); color: var(--text);
  font: 1rem/1.5 system-ui, -apple-system, "Segoe UI", Roboto, "Helvetica Neue", "DejaVu Sans", sans-serif;
}
header, main, footer { max-width: 76rem; margin: 0 auto; padding: 0 1.25rem; }
header { padding-top: 2rem; }
footer { padding-bottom: 2rem; color: var(--soft); font-size: .875rem; }
h1 { margin: 0; font-size: 1.75rem; line-height: 1.25; overflow-wrap: anywhere; }
h2 { margin: 0 0 .75rem; font-size: 1.2rem; line-height: 1.3; overflow-wrap: anywhere; }
a { color: var(--accent); }
.summary { margin: .5rem 0 0; font-size: 1.125rem; }
.soft { color: var(--soft); }
.note { margin: 0 0 .75rem; overflow-wrap: anywhere; }
section {
  margin: 1.25rem 0; padding: 1.1rem 1.25rem 1.25rem;
  background: var(--sheet); border: 1px solid var(--line); border-radius: .6rem;
}
form { display: flex; flex-wrap: wrap; gap: .75rem 1rem; align-items: end; margin: 1.25rem 0 0; }
form[hidden], [hidden] { display: none !important; }
label { display: grid; gap: .2rem; font-size: .875rem; color: var(--soft); }
input, select, button { font: inherit; color: var(--text); }
input, select, .tool {
  height: 2.4rem; padding: 0 .7rem; background: var(--sheet); border: 1px solid var(--soft); border-radius: .4rem;
}
input { width: min(22rem, 80vw); }
.tool { cursor: pointer; }
output { flex: 1 1 12rem; padding-bottom: .5rem; color: var(--soft); font-size: .875rem; }
:focus-visible { outline: 3px solid var(--accent); outline-offset: 2px; border-radius: .2rem; }
.scroll { overflow-x: auto; }
table { width: 100%; border-collapse: collapse; font-size: .9375rem; }
caption {
  position: sticky; left: 0; max-width: calc(100vw - 4rem); padding: 0 0 .6rem;
  text-align: start; color: var(--soft); font-size: .875rem;
}
th, td { padding: .45rem .75rem .45rem 0; text-align: start; vertical-align: top; border-top: 1px solid var(--line); }
thead th {
  border-top: 0; border-bottom: 2px solid var(--line); color: var(--soft); font-size: .8125rem; vertical-align: bottom;
}
tbody th { font-weight: 600; max-width: 24rem; overflow-wrap: break-word; }
.objects tbody th { max-width: none; overflow-wrap: anywhere; }
.objects td { overflow-wrap: anywhere; }
.number { text-align: end; font-variant-numeric: tabular-nums; white-space: nowrap; }
.zero { color: var(--soft); }
th .sort {
  padding: 0; border: 0; background: none; color: inherit; font-weight: 600; text-align: inherit; cursor: pointer;
}
th .sort::after { content: "\\2195"; padding-inline-start: .3rem; opacity: .45; }
th[aria-sort="ascending"] .sort::after { content: "\\2191"; opacity: 1; }
th[aria-sort="descending"] .sort::after { content: "\\2193"; opacity: 1; }
.mark {
  display: inline-block; padding: .05rem .5rem; border-radius: .8rem;
  font-size: .8125rem; font-weight: 600; white-space: nowrap;
}
/* tones */
h2 .mark { margin-inline-start: .4rem; vertical-align: .1em; }
details { border-top: 1px solid var(--line); }
summary { padding: .6rem 0; cursor: pointer; overflow-wrap: anywhere; }
summary b { margin-inline-end: .5rem; }
summary + * { margin-bottom: 1rem; }
.objects { table-layout: fixed; min-width: 44rem; }
.objects th:nth-child(1) { width: 24%; }
.objects .what { width: 8.5rem; }
.objects .place { width: 20%; overflow-wrap: anywhere; }
.objects tbody:nth-of-type(even) { background: var(--stripe); }
.objects tbody th, .objects tbody td { padding-inline-start: .5rem; }
.objects thead th { padding-inline-start: .5rem; }
.value {
  margin: 0; font: .875rem/1.5 ui-monospace, "SF Mono", Menlo, Consolas, "DejaVu Sans Mono", monospace;
  white-space: pre-wrap; overflow-wrap: anywhere;
}
@media (max-width: 40rem) {
  header, main, footer { padding-inline: .75rem; }
  section { padding-inline: .8rem; }
  h1 { font-size: 1.4rem; }
}
@media screen and (max-width: 40rem) {
  .objects { min-width: 0; }
  .objects thead { position: absolute; width: 1px; height: 1px; overflow: hidden; clip-path: inset(50%); }
  .objects, .objects caption, .objects tbody, .objects tr, .objects tbody th, .objects td { display: block; }
  .objects tbody[hidden] { display: none; }
  .objects tbody { border-top: 1px solid var(--line); padding: .5rem 0; }
  .objects tbody th:nth-child(1), .objects td, .objects .what, .objects .place {
    width: auto; padding: .15rem .5rem; border: 0;
  }
  .objects .place:not(:empty) { padding-top: .6rem; font-weight: 600; }
  .objects td[data-side] { padding-inline-start: 1rem; }
  .objects td[data-side]::before { content: attr(data-side); display: block; color: var(--soft); font-size: .8125rem; }
}
@media print {
  :root {
    color-scheme: light;
    --text: #000; --soft: #444; --page: #fff; --sheet: #fff; --line: #bbb; --stripe: #fff; --accent: #000;
    --same: #000; --differs: #000; --unknown: #000; --same-back: #fff; --differs-back: #fff; --unknown-back: #fff;
  }
  body { font-size: 10pt; }
  header, main, footer { max-width: none; padding: 0; }
  form, th .sort::after { display: none !important; }
  section { border: 0; padding: 0; }
  .mark { padding: 0; }
  .scroll { overflow: visible; }
  .objects { min-width: 0; font-size: 9pt; }
  .objects th:nth-child(1) { width: 22%; }
  .objects .what { width: 6.5rem; }
  .objects .place { width: 25%; }
  details::details-content { display: block; content-visibility: visible; height: auto; }
  summary { list-style: none; }
  h2, summary, thead { break-after: avoid; }
  tr { break-inside: avoid; }
}
"""
