/* SPDX-License-Identifier: Apache-2.0 */
/*
 * The pictures of the demo's report in docs/, made again:
 *
 *     copydesk run demo/pages -o out
 *     node tools/screenshots.mjs out/report.html docs
 *
 * Needs what tests/report-browser.sh needs; they were made with Noto fonts
 * (Debian: fonts-noto-core).
 */
import { createRequire } from "node:module";
import { pathToFileURL } from "node:url";

const [report, folder] = process.argv.slice(2);
const modules = process.env.COPYDESK_NODE_MODULES ?? "build-ci/browser/node_modules";
const { chromium } = createRequire(`${process.cwd()}/${modules}/`)("playwright-core");

const pictures = [
  { name: "report", at: "body", width: 960, height: 900, colorScheme: "light" },
  { name: "report-dark", at: "body", width: 960, height: 900, colorScheme: "dark" },
  { name: "report-narrow", at: "#copies-list", width: 380, height: 600, colorScheme: "light" },
];
const browser = await chromium.launch({
  executablePath: process.env.CHROMIUM ?? "/usr/bin/chromium",
  args: ["--no-sandbox", "--disable-gpu", "--disable-dev-shm-usage"],
});

for (const { name, at, width, height, colorScheme } of pictures) {
  const page = await browser.newPage({ viewport: { width, height }, colorScheme });

  await page.goto(pathToFileURL(report).href);
  await page.locator(at).evaluate((element) => {
    document.documentElement.style.scrollBehavior = "auto";
    element.scrollIntoView();
  });
  await page.screenshot({ path: `${folder}/${name}.png` });
  await page.close();
}
await browser.close();
