/* SPDX-License-Identifier: Apache-2.0 */
/*
 * The report as a reader meets it:
 *
 *     node report.mjs CHROMIUM MODULES DEMO.html HOSTILE.html
 *
 * MODULES is the node_modules folder.  A line for each check that fails, then
 * "N passed, M failed".
 */
import { createRequire } from "node:module";
import { readFileSync } from "node:fs";
import { pathToFileURL } from "node:url";

const [executablePath, modules, demo, hostile] = process.argv.slice(2);
const require = createRequire(`${modules}/`);
const { chromium } = require("playwright-core");
const axe = readFileSync(require.resolve("axe-core/axe.min.js"), "utf8");

let passed = 0;
let failed = 0;

function check(good, what) {
  if (good) {
    passed += 1;
  } else {
    failed += 1;
    console.log(what);
  }
}

const is = (got, want, what) => check(got === want, `${what}: ${got}, not ${want}`);

const browser = await chromium.launch({
  executablePath,
  args: ["--no-sandbox", "--disable-gpu", "--disable-dev-shm-usage"],
});

/* Runs the checks on a fresh page, which must ask for nothing but its file and
 * have nothing to say on the console. */
async function onPage(file, options, checks) {
  const context = await browser.newContext({ viewport: { width: 1280, height: 900 }, ...options });
  const page = await context.newPage();
  const url = pathToFileURL(file).href;
  const name = `${file === demo ? "demo" : "hostile"} ${JSON.stringify(options)}`;

  page.on("request", (request) => {
    check(request.url().split("#")[0] === url, `${name} asks for ${request.url()}`);
  });
  page.on("console", (message) => check(false, `${name} console: ${message.text()}`));
  page.on("pageerror", (error) => check(false, `${name} error: ${error}`));
  page.on("dialog", (dialog) => {
    check(false, `${name} dialog: ${dialog.message()}`);
    dialog.dismiss();
  });
  await page.goto(url);
  await checks(page);
  await context.close();
}

/* Waits until the function, run in the page, says yes; page.waitForFunction()
 * would need eval(), which the report forbids. */
async function until(page, condition, argument) {
  for (let tries = 0; tries < 100; tries += 1) {
    if (await page.evaluate(condition, argument)) {
      return;
    }
    await page.waitForTimeout(50);
  }
  throw new Error(`never came: ${condition}`);
}

const openAll = (page) => page.evaluate(() => {
  document.querySelectorAll("details").forEach((details) => { details.open = true; });
});

/* Nothing that axe-core calls serious or critical. */
async function accessible(page, what) {
  await page.evaluate(axe);
  const { violations } = await page.evaluate(() => globalThis.axe.run());
  const bad = violations.filter((v) => ["serious", "critical"].includes(v.impact));

  check(bad.length === 0, `${what}: ${bad.map((v) => `${v.id} at ${v.nodes[0].target}`).join("; ")}`);
}

const rows = (page, list) => page.locator(`#${list} [data-row]`);
const shown = (page, list) => page.locator(`form[data-for=${list}] output`);

async function filters(page) {
  const claims = page.locator("form[data-for=claims-list]");
  const total = await page.evaluate(() => {
    const rest = document.querySelector("noscript[data-rest=claims-list]");
    const held = rest ? rest.textContent.match(/<tr data-row/g).length : 0;

    return held + document.querySelectorAll("#claims-list [data-row]").length;
  });

  await claims.getByLabel("Unit").selectOption("EUR");
  await until(page, () => [...document.querySelectorAll("#claims-list [data-row]")]
    .every((row) => row.dataset.unit === "EUR"));
  const euros = await rows(page, "claims-list").count();
  check(euros > 5 && euros < total, `claims in EUR: ${euros} of ${total}`);
  await until(page, () => document.querySelector("form[data-for=claims-list] output").textContent);
  is(await shown(page, "claims-list").textContent(), `${euros} of ${total}`, "count of claims in EUR");

  await claims.getByLabel("Subject").fill("vantry");
  await until(page, (n) => document.querySelectorAll("#claims-list [data-row]").length < n, euros);
  for (const text of await rows(page, "claims-list").locator("td:nth-child(3)").allTextContents()) {
    check(/vantry/i.test(text), `subject '${text}' is no Vantry`);
  }
  await claims.getByLabel("Search").fill("no such words");
  await until(page, () => document.querySelectorAll("#claims-list [data-row]").length === 0);
  await page.keyboard.press("Escape");
  await until(page, (n) => document.querySelector("form[data-for=claims-list] output")
    .textContent === `${n} of ${n}`, total);
  passed += 1;

  const copies = page.locator("form[data-for=copies-list]");
  const narrowed = [
    ["Kind", "reworded", 2], ["Where", "inside", 2], ["Score at least", "0.95", 3],
    ["From", "2026-05-20", 4], ["Until", "2026-05-20", 2],
  ];

  for (const [label, value, want] of narrowed) {
    const field = copies.getByLabel(label);

    await (await field.evaluate((e) => e.tagName === "SELECT") ? field.selectOption(value) : field.fill(value));
    await until(page, () => document.querySelector("form[data-for=copies-list] output").textContent);
    await page.waitForTimeout(150);
    is(await rows(page, "copies-list").count(), want, `clusters, ${label} ${value}`);
    await copies.getByRole("button", { name: "Show all" }).click();
    await page.waitForTimeout(50);
  }
  is(await rows(page, "copies-list").count(), 6, "all clusters");
}

async function sorting(page) {
  const header = page.locator("#claims-list th").first();
  const values = () => rows(page, "claims-list").locator("td:first-child")
    .evaluateAll((cells) => cells.map((cell) => Number(cell.dataset.value)).filter((n) => !Number.isNaN(n)));

  await header.getByRole("button").focus();
  await page.keyboard.press("Enter");
  is(await header.getAttribute("aria-sort"), "ascending", "first press");
  await page.keyboard.press("Enter");
  is(await header.getAttribute("aria-sort"), "descending", "second press");
  const down = await values();
  check(down.length > 20 && down.every((n, i) => i === 0 || n <= down[i - 1]), "claims do not fall");
}

async function keyboard(page) {
  await page.keyboard.press("Tab");
  is(await page.evaluate(() => document.activeElement.className), "skip", "first stop");
  await page.keyboard.press("Enter");
  is(await page.evaluate(() => document.activeElement.id), "main", "after the skip link");

  const figure = page.locator("ul.figures a").first();
  const means = page.locator("ul.figures .means").first();

  check(!await means.isVisible(), "a definition shows by itself");
  await page.locator("nav.contents a").last().focus();
  for (let i = 0; i < 20 && !await figure.evaluate((e) => e === document.activeElement); i += 1) {
    await page.keyboard.press("Tab");
  }
  check(await means.isVisible(), "no definition on focus");
  await page.keyboard.press("Escape");
  check(!await means.isVisible(), "Escape leaves the definition");
  await figure.hover();
  await page.mouse.move(0, 0);
  await figure.hover();
  check(await means.isVisible(), "no definition on hover");

  const sentence = page.locator("#claims-list tr[data-row] summary").first();

  await sentence.focus();
  await page.keyboard.press("Enter");
  check(await sentence.evaluate((e) => e.parentElement.open), "Enter does not open a sentence");
  check(await page.locator("#claims-list details[open] .from").first().isVisible(), "no source below it");

  const more = page.locator("#claims .more >> text=/^Show/").last();
  const before = await rows(page, "claims-list").count();

  await more.focus();
  await page.keyboard.press("Enter");
  check(await rows(page, "claims-list").count() > before, "Show more shows no more");
  check(await page.evaluate(() => document.activeElement.closest("#claims-list")), "the focus was lost");

  const link = page.locator("#differ a.title").first();
  const target = (await link.getAttribute("href")).slice(1);

  await link.focus();
  await page.keyboard.press("Enter");
  await until(page, (id) => document.getElementById(id)?.querySelector("li.keep, li.drop"), target);
  check(await page.locator(`#${target} li.drop`).first().isVisible(), "the page has no blocks");
}

/* Each declaration is one that the browser knows; each class is used. */
async function style(page) {
  const unknown = await page.evaluate(() => {
    const css = document.querySelector("style").textContent.replace(/\/\*.*?\*\//gs, "");
    const bodies = css.match(/[{;]\s*[a-z-]+\s*:[^;{}]*(?=[;}])/g);

    return bodies.map((text) => text.replace(/^[{;]\s*/, "").split(/:(.*)/s))
      .filter(([name, value]) => !CSS.supports(name, value.replace("!important", "").trim()))
      .map(([name, value]) => `${name}:${value}`);
  });

  check(unknown.length === 0, `unknown style: ${unknown}`);
}

async function locked(page) {
  const policy = await page.locator("meta[http-equiv=Content-Security-Policy]").getAttribute("content");

  check(/^default-src 'none'; style-src 'sha256-[^ ]+'; script-src 'sha256-[^ ]+';/.test(policy), policy);
}

async function narrow(page) {
  await openAll(page);
  is(await page.evaluate(() => document.documentElement.scrollWidth), 380, "width of the narrow page");
}

await onPage(demo, {}, filters);
await onPage(demo, {}, sorting);
await onPage(demo, {}, keyboard);
await onPage(demo, {}, style);
await onPage(demo, {}, locked);
for (const file of [demo, hostile]) {
  await onPage(file, { viewport: { width: 380, height: 800 } }, narrow);
  for (const colorScheme of ["light", "dark"]) {
    await onPage(file, { colorScheme }, async (page) => {
      await openAll(page);
      await page.waitForTimeout(50);
      await accessible(page, colorScheme);
    });
  }
}
await onPage(demo, { colorScheme: "dark" }, async (page) => {
  const paper = () => page.evaluate(() => getComputedStyle(document.body).backgroundColor);

  is(await paper(), "rgb(23, 22, 20)", "dark paper");
  await page.emulateMedia({ media: "print" });
  is(await paper(), "rgb(255, 255, 255)", "printed paper");
  check(!await page.locator("nav.contents").isVisible(), "the contents are printed");
});
await onPage(demo, { javaScriptEnabled: false }, async (page) => {
  check(await page.locator("table.claims tr[data-row]").count() > 100, "claims are missing without scripts");
  check(await page.locator("ol.blocks li").count() > 100, "blocks are missing without scripts");
  check(!await page.locator("form.tools").first().isVisible(), "filters without scripts");
});
await onPage(hostile, {}, async (page) => {
  for (const form of await page.locator("form.tools").all()) {
    await form.getByRole("searchbox").first().fill("p");
  }
  await page.waitForTimeout(200);
  await openAll(page);
  await page.waitForTimeout(200);
  is(await page.evaluate(() => document.scripts.length), 1, "scripts");
  is(await page.evaluate(() => typeof window.pwned), "undefined", "script of a page");
  is(await page.locator("img, iframe, object, embed, base, link, style:not(head > style)").count(), 0, "elements of a page");
  is(await page.locator("a[href^='javascript' i], a[href^=data], [onclick], [onerror], [onload]").count(), 0, "live attributes");
  const text = await page.evaluate(() => document.body.textContent);

  check(text.includes("<script>window.pwned = 1</script>"), "the title is not shown as it is");
  check(text.includes("</noscript></template>"), "the end tags are not shown as they are");
  check(!/[\0-\x08\x0b\x0c\x0e-\x1f\x7f]/.test(text), "control characters");
  check(await page.locator("bdi:has-text('\u202e')").count() > 0, "an override that is not isolated");
});
await browser.close();
console.log(`${passed} passed, ${failed} failed`);
process.exit(failed > 0 ? 1 : 0);
