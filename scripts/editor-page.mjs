/** The workbench page in a headless Chromium: opens it, hears its results, does what a test asks for. */
import { existsSync } from "node:fs";
import { join } from "node:path";
import { format } from "node:util";
import { chromium } from "playwright-core";
import { lendHands } from "./editor-hands.mjs";

const BROWSERS = [
  "/usr/bin/chromium",
  "/usr/bin/chromium-browser",
  "/usr/bin/google-chrome",
  "/usr/bin/google-chrome-stable",
];

export function findBrowser() {
  return [process.env.HEGAO_CHROMIUM, ...BROWSERS].find((path) => path && existsSync(path));
}

const ARGUMENTS = [
  ...["--no-sandbox", "--disable-gpu", "--disable-quic", "--no-first-run", "--disable-background-networking"],
  ...["--disable-component-update", "--disable-sync", "--force-color-profile=srgb"],
  // No name but this machine's own is ever looked up.
  "--host-resolver-rules=MAP * ~NOTFOUND, EXCLUDE 127.0.0.1, EXCLUDE localhost",
];

/**
 * Resolves with the code that the workbench gives when the tests have ended, and with what `atEnd` says at that very
 * moment: once the page is closed a lost connection is the ordinary end. Rejects when time is up.
 */
export async function openWorkbench(address, { limit, shots, hands, viewport, log, atEnd }) {
  const browser = await chromium.launch({ executablePath: findBrowser(), headless: true, args: ARGUMENTS });
  try {
    const context = await browser.newContext({
      viewport,
      permissions: ["clipboard-read", "clipboard-write"],
    });
    const page = await context.newPage();
    const ended = new Promise((done) => {
      void page.exposeFunction("codeAutomationExit", (code) => done({ code, said: atEnd() }));
    });
    await page.exposeFunction("codeAutomationLog", (type, args) => {
      log(`[page ${type}] ${format(...args)}`);
    });
    page.on("crash", () => log("[page] crashed"));
    await page.goto(address, { waitUntil: "commit" });
    return await untilEnd(page, { ended, limit, shots, hands });
  } finally {
    await browser.close();
  }
}

/** Opens the workbench as a person does, and gives what `work` finds out on its page. No test runs inside. */
export async function visitWorkbench(address, { viewport, log }, work) {
  const browser = await chromium.launch({ executablePath: findBrowser(), headless: true, args: ARGUMENTS });
  try {
    const page = await (await browser.newContext({ viewport })).newPage();
    page.on("console", (message) => log(`[page ${message.type()}] ${message.text()}`));
    await page.goto(address, { waitUntil: "commit" });
    return await work(page);
  } finally {
    await browser.close();
  }
}

async function untilEnd(page, { ended, limit, shots, hands }) {
  const stop = lendHands(page, { shots, hands });
  let timer;
  const late = new Promise((_, failed) => {
    timer = setTimeout(() => failed(new Error(`no result within ${limit / 1000} s`)), limit);
  });
  try {
    return await Promise.race([ended, late]);
  } catch (error) {
    if (shots) await page.screenshot({ path: join(shots, "timeout.png") });
    throw error;
  } finally {
    stop();
    clearTimeout(timer);
  }
}
