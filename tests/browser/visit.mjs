// Opens pages of a site in a browser, without a network, and says what is wrong with each.
// Standard input: {"browser": path, "pages": [path], "widths": [number], "schemes": ["light"]}; standard output: a list of faults.
import { readFileSync } from "node:fs";
import { createRequire } from "node:module";
import { pathToFileURL } from "node:url";
import { HtmlValidate } from "html-validate";
import puppeteer from "puppeteer-core";

const axe = readFileSync(createRequire(import.meta.url).resolve("axe-core/axe.min.js"), "utf8");
const { browser: executablePath, pages, widths, schemes } = JSON.parse(readFileSync(0, "utf8"));
const validator = new HtmlValidate({
  extends: ["html-validate:standard"],
  rules: { "no-inline-style": "error", "long-title": "off", "void-style": "off", "no-trailing-whitespace": "off", "no-redundant-role": "off", "doctype-style": "off", "attribute-boolean-style": "off", "no-raw-characters": "off", "svg-focusable": "off" },
});
const faults = [];
const browser = await puppeteer.launch({ executablePath, args: ["--no-sandbox", "--disable-gpu"] });
try {
  const page = await browser.newPage();
  page.on("request", (request) => {
    if (!request.url().startsWith("file:")) faults.push({ page: page.url(), fault: `asks for ${request.url()}` });
  });
  page.on("console", (message) => {
    if (message.type() === "error") faults.push({ page: page.url(), fault: message.text() });
  });
  for (const path of pages) {
    const report = await validator.validateFile(path);
    for (const result of report.results) {
      for (const { ruleId, line, message } of result.messages) faults.push({ page: path, fault: `${line}: ${ruleId}: ${message}` });
    }
    for (const [number, width] of widths.entries()) {
      for (const scheme of schemes) {
        if (scheme === "dark" && number) continue;
        await page.emulateMediaFeatures([{ name: "prefers-color-scheme", value: scheme }]);
        await page.setViewport({ width, height: 900 });
        await page.goto(pathToFileURL(path));
        const wide = await page.evaluate(() => document.documentElement.scrollWidth - document.documentElement.clientWidth);
        if (wide > 0) faults.push({ page: path, fault: `${wide} px too wide at ${width} px` });
        const moved = await page.evaluate(
          () => performance.getEntriesByType("layout-shift").reduce((sum, entry) => sum + entry.value, 0),
        );
        if (moved > 0) faults.push({ page: path, fault: `its layout moves by ${moved}` });
        await page.evaluate(axe);
        const { violations } = await page.evaluate(() => axe.run({ resultTypes: ["violations"] }));
        for (const { id, nodes } of violations) {
          for (const { target, failureSummary } of nodes.slice(0, 2)) {
            faults.push({ page: path, fault: `${width} px ${scheme}: ${id} at ${target}: ${failureSummary}` });
          }
        }
      }
    }
  }
} finally {
  await browser.close();
}
process.stdout.write(JSON.stringify(faults));
