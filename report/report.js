/* SPDX-License-Identifier: Apache-2.0 */
/*
 * The report is whole without this script; it adds filters, sorting and speed.
 *
 * A list is an element with data-step: its rows are the [data-row] inside, at
 * most so many of them on the page at once.  What does not fit waits in a
 * <noscript>, which costs nothing to open: the script takes the rows from its
 * text when somebody asks for more, filters or sorts.
 *
 * A form.tools with data-for="ID" filters the list ID: a field named search
 * looks through all words of a row, one with data-column through that cell, a
 * select named x keeps rows whose data-x has the chosen word, data-least and
 * data-most compare.  A table with class "sort" sorts by its headers.
 */
"use strict";

const fold = (text) => text.normalize("NFKD").replace(/\p{M}/gu, "").toLowerCase();
const words = (text) => fold(text).split(/\s+/).filter(Boolean);
const count = (n) => n.toLocaleString("en");

function parse(noscript) {
  const template = document.createElement("template");

  template.innerHTML = noscript.textContent;
  return template.content;
}

class List {
  constructor(element) {
    this.host = element.tBodies?.[0] ?? element;
    this.step = Number(element.dataset.step);
    this.limit = this.step;
    this.rows = [...this.host.querySelectorAll(":scope > [data-row]")];
    this.rest = document.querySelector(`noscript[data-rest="${element.id}"]`) ??
      element.querySelector(":scope > noscript");
    this.good = () => true;
    this.order = null;
    this.more = document.createElement("button");
    this.more.type = "button";
    this.more.className = "more";
    this.more.addEventListener("click", () => this.showMore());
    (element.closest(".scroll") ?? element).after(this.more);
    this.more.hidden = !this.rest;
    this.more.textContent = "Show more";
  }

  load() {
    if (this.rest) {
      const content = parse(this.rest);

      this.rest.remove();
      this.rest = null;
      this.rows.push(...content.querySelectorAll("[data-row]"));
      content.querySelectorAll("[data-row]").forEach(prepare);
    }
  }

  show() {
    this.load();
    const rows = this.rows.filter(this.good);

    if (this.order) {
      rows.sort(this.order);
    }
    this.host.replaceChildren(...rows.slice(0, this.limit));
    this.more.hidden = rows.length <= this.limit;
    this.more.textContent = `Show ${count(Math.min(this.step, rows.length - this.limit))} more`;
    return rows.length;
  }

  showMore() {
    const first = this.limit;

    this.limit += this.step;
    this.show();
    const next = this.host.children[first];

    next?.querySelector("a, summary, button")?.focus({ preventScroll: true });
  }

  find(id) {
    this.load();
    const row = this.rows.find((r) => r.id === id);

    if (row && !row.isConnected) {
      this.good = () => true;
      this.limit = this.rows.length;
      this.show();
    }
    return row;
  }
}

/* What a field of the form asks of a row, or null. */
function question(field) {
  const { name, value, dataset } = field;

  if (!name || value === "") {
    return null;
  }
  if (field.type === "search") {
    const asked = words(value);
    const cell = dataset.column;

    return (row) => {
      const text = cell ? fold(row.cells[cell].textContent) : (row.folded ??= fold(row.textContent));

      return asked.every((word) => text.includes(word));
    };
  }
  return (row) => {
    const has = row.dataset[name] ?? "";

    const order = field.type === "number" ? Number(has) - Number(value) : has < value ? -1 : has > value;

    if ("least" in dataset) {
      return has !== "" && order >= 0;
    }
    if ("most" in dataset) {
      return has !== "" && order <= 0;
    }
    return has === value || has.split(" ").includes(value);
  };
}

function filter(form, list) {
  const questions = [...form.elements].map(question).filter(Boolean);

  list.good = (row) => questions.every((asks) => asks(row));
  list.limit = list.step;
  const shown = list.show();

  form.querySelector("output").textContent =
    `${count(shown)} of ${count(list.rows.length)}`;
}

/* The text of a cell, or its first number; what has none is least. */
function key(row, column) {
  const cell = row.cells[column];
  const text = cell.textContent.trim();

  if (!cell.classList.contains("number")) {
    return text;
  }
  return Number((cell.dataset.value ?? text.replace(/,/g, "")).match(/-?\d+(\.\d+)?/)?.[0] ?? -Infinity);
}

function sort(table, header, list) {
  const down = header.getAttribute("aria-sort") === "ascending";
  const column = header.cellIndex;

  list.load();
  const keys = new Map(list.rows.map((row, at) => [row, [key(row, column), at]]));

  list.order = (x, y) => {
    const [a, i] = keys.get(x);
    const [b, j] = keys.get(y);
    const order = typeof a === "number" ? a - b || 0 : a.localeCompare(b);

    return (down ? -order : order) || i - j;
  };
  for (const th of header.parentElement.cells) {
    th.removeAttribute("aria-sort");
  }
  header.setAttribute("aria-sort", down ? "descending" : "ascending");
  list.show();
}

/* The blocks of a page are built when it is opened. */
function prepare(details) {
  if (details.tagName === "DETAILS") {
    details.addEventListener("toggle", () => {
      const noscript = details.querySelector(":scope > noscript");

      if (noscript) {
        noscript.replaceWith(parse(noscript));
      }
    });
  }
}

const lists = new Map();

for (const element of document.querySelectorAll("[data-step]")) {
  lists.set(element, new List(element));
}
document.querySelectorAll("details[data-row]").forEach(prepare);
for (const form of document.querySelectorAll("form.tools")) {
  const list = lists.get(document.getElementById(form.dataset.for));
  let waiting = 0;

  form.hidden = false;
  form.addEventListener("submit", (event) => event.preventDefault());
  form.addEventListener("input", () => {
    clearTimeout(waiting);
    waiting = setTimeout(() => filter(form, list), 80);
  });
  form.addEventListener("reset", () => setTimeout(() => filter(form, list)));
  form.addEventListener("keydown", (event) => {
    if (event.key === "Escape") {
      form.reset();
    }
  });
}
for (const table of document.querySelectorAll("table.sort")) {
  for (const row of table.tBodies[0].rows) {
    row.dataset.row = "";
  }
  table.dataset.step ??= "1000";
  if (!lists.has(table)) {
    lists.set(table, new List(table));
  }
  for (const header of table.tHead.querySelectorAll("th")) {
    const button = document.createElement("button");

    button.type = "button";
    button.textContent = header.textContent;
    button.addEventListener("click", () => sort(table, header, lists.get(table)));
    header.replaceChildren(button);
  }
}

/* Opens what a link leads to. */
function open(id) {
  const known = id ? document.getElementById(id) : null;
  const list = lists.get(document.getElementById("pages-list"));
  const target = known ?? (/^page-/.test(id) ? list?.find(id) : null);

  for (let e = target; e; e = e.parentElement) {
    if (e.tagName === "DETAILS") {
      e.open = true;
    }
  }
  if (target?.matches("details")) {
    target.querySelector("summary").focus({ preventScroll: true });
    target.scrollIntoView();
  }
}

addEventListener("hashchange", () => open(location.hash.slice(1)));
open(location.hash.slice(1));

/* Escape puts a definition away until the pointer or the focus moves on. */
for (const figure of document.querySelectorAll(".figures li")) {
  figure.addEventListener("pointerleave", () => figure.classList.remove("quiet"));
  figure.addEventListener("focusout", () => figure.classList.remove("quiet"));
}
addEventListener("keydown", (event) => {
  if (event.key === "Escape") {
    document.querySelectorAll(".figures li:is(:hover, :focus-within)")
      .forEach((figure) => figure.classList.add("quiet"));
  }
});
