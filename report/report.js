/* SPDX-License-Identifier: Apache-2.0 */
/*
 * The report is whole without this script; it adds filters and sorting.
 *
 * A form.tools with data-for="ID" filters the elements [data-row] inside #ID:
 * its text input searches their words, a select named x keeps those whose
 * data-x is the chosen value.  A table with class "sort" sorts by its headers.
 */
"use strict";

const fold = (text) => text.normalize("NFKD").replace(/\p{M}/gu, "").toLowerCase();

function filter(form) {
  const rows = document.getElementById(form.dataset.for).querySelectorAll("[data-row]");
  const words = fold(form.elements.search.value).split(/\s+/).filter(Boolean);
  const chosen = [...form.querySelectorAll("select")].filter((s) => s.value !== "");
  let shown = 0;

  for (const row of rows) {
    row.folded ??= fold(row.textContent);
    const good = words.every((w) => row.folded.includes(w)) &&
      chosen.every((s) => (row.dataset[s.name] ?? "").split("|").includes(s.value));

    row.hidden = !good;
    shown += good ? 1 : 0;
  }
  form.querySelector("output").textContent = `${shown} of ${rows.length} shown`;
}

function key(row, column) {
  const cell = row.cells[column];
  const text = cell.dataset.value ?? cell.textContent.trim();

  return cell.classList.contains("number") ? Number(text || "-Infinity") : text;
}

function sort(table, header) {
  const down = header.getAttribute("aria-sort") === "ascending";
  const column = header.cellIndex;
  const body = table.tBodies[0];
  const rows = [...body.rows].map((row, at) => [key(row, column), at, row]);

  rows.sort(([a, i], [b, j]) => {
    const order = typeof a === "number" ? a - b : a.localeCompare(b);

    return (down ? -order : order) || i - j;
  });
  for (const th of header.parentElement.cells) {
    th.removeAttribute("aria-sort");
  }
  header.setAttribute("aria-sort", down ? "descending" : "ascending");
  body.append(...rows.map(([, , row]) => row));
}

function open(id) {
  const target = id ? document.getElementById(id) : null;

  for (let e = target; e; e = e.parentElement) {
    if (e.tagName === "DETAILS") {
      e.open = true;
    }
    e.hidden = false;
  }
  target?.scrollIntoView();
}

for (const form of document.querySelectorAll("form.tools")) {
  form.hidden = false;
  form.addEventListener("submit", (event) => event.preventDefault());
  form.addEventListener("input", () => filter(form));
  form.addEventListener("reset", () => setTimeout(() => filter(form)));
  filter(form);
}
for (const table of document.querySelectorAll("table.sort")) {
  for (const header of table.tHead.rows[0].cells) {
    const button = document.createElement("button");

    button.type = "button";
    button.textContent = header.textContent;
    button.addEventListener("click", () => sort(table, header));
    header.replaceChildren(button);
  }
}
addEventListener("hashchange", () => open(location.hash.slice(1)));
open(location.hash.slice(1));
