// Looks for answers on a site as a reader does, by clicking links and typing into the search, without a network.
// Standard input: {"browser": path, "questions": [{"start": path, "steps": [text or {"type": text}], "answer": text}]};
// standard output: for each question the answer's page, or what was missing.
import { readFileSync } from "node:fs";
import { pathToFileURL } from "node:url";
import puppeteer from "puppeteer-core";

const { browser: executablePath, questions } = JSON.parse(readFileSync(0, "utf8"));
const browser = await puppeteer.launch({ executablePath, args: ["--no-sandbox", "--disable-gpu"] });

async function follow(page, text) {
  const href = await page.evaluate((wanted) => {
    const links = Array.from(document.querySelectorAll("a"));
    const textOf = (link) => link.textContent.replaceAll("\u00a0", " ").trim();
    const exact = links.find((each) => textOf(each) === wanted);
    return (exact || links.find((each) => textOf(each).includes(wanted)))?.href;
  }, text);
  if (!href) throw new Error(`no link “${text}” on ${page.url()}`);
  await page.goto(href);
}

const answers = [];
try {
  const page = await browser.newPage();
  for (const { start, steps, answer } of questions) {
    try {
      await page.goto(pathToFileURL(start));
      for (const step of steps) {
        if (step.type) await page.type("#query", step.type);
        else await follow(page, step);
      }
      const text = await page.evaluate(() => document.body.innerText.replaceAll("\u00a0", " "));
      answers.push(text.includes(answer) ? "" : `“${answer}” is not on ${page.url()}: ${text.slice(0, 2000)}`);
    } catch (error) {
      answers.push(error.message);
    }
  }
} finally {
  await browser.close();
}
process.stdout.write(JSON.stringify(answers));
