/**
 * Eyes and hands of the tests at the page. A test leaves a file in a folder and waits until it has been answered:
 * NAME.want is a wish for the picture NAME.png; NAME.steps holds steps in JSON, and NAME.told will hold what each of
 * them told (see `STEPS`).
 */
import { existsSync, readdirSync, readFileSync, renameSync, rmSync, writeFileSync } from "node:fs";
import { join } from "node:path";

const PAUSE_MS = 40;
const PATIENCE_MS = 30_000;

/**
 * What can be asked of the hands. Keys are those of a keyboard; `compose` shows what an input method has so far, and
 * `commit` puts what was chosen, with Enter. It swallows the key itself: the page hears only that there was one (229).
 */
const STEPS = {
  press: (page, key) => page.keyboard.press(key),
  type: (page, text) => page.keyboard.type(text),
  compose: (page, text) =>
    swallowing(page, "Process", () =>
      devtools(page, "Input.imeSetComposition", {
        text,
        selectionStart: text.length,
        selectionEnd: text.length,
      }),
    ),
  commit: (page, text) => swallowing(page, "Enter", () => devtools(page, "Input.insertText", { text })),
  wait: (page, ms) => page.waitForTimeout(ms),
  click: (page, selector) => page.locator(selector).first().click({ timeout: PATIENCE_MS }),
  until: (page, selector) => page.locator(selector).first().waitFor({ timeout: PATIENCE_MS }),
  read: (page, selector) => page.locator(selector).allInnerTexts(),
};

async function swallowing(page, key, work) {
  const swallowed = { windowsVirtualKeyCode: 229, nativeVirtualKeyCode: 229, key };
  await devtools(page, "Input.dispatchKeyEvent", { ...swallowed, type: "rawKeyDown" });
  await work();
  await devtools(page, "Input.dispatchKeyEvent", { ...swallowed, type: "keyUp" });
}

const sessions = new WeakMap();

async function devtools(page, method, params) {
  const session = sessions.get(page) ?? (await page.context().newCDPSession(page));
  sessions.set(page, session);
  return session.send(method, params);
}

/** Serves both folders until the function that it gives is called. */
export function lendHands(page, { shots, hands }) {
  let ended = false;
  const serve = async () => {
    while (!ended) {
      await photograph(page, shots);
      await handle(page, hands);
      await new Promise((next) => setTimeout(next, PAUSE_MS));
    }
  };
  // The page closes under the last look.
  serve().catch(() => undefined);
  return () => (ended = true);
}

const wishes = (folder, ending) =>
  folder && existsSync(folder) ? readdirSync(folder).filter((name) => name.endsWith(ending)) : [];

async function photograph(page, folder) {
  for (const wanted of wishes(folder, ".want")) {
    rmSync(join(folder, wanted), { force: true });
    await page.screenshot({ path: join(folder, wanted.replace(/want$/, "png")) });
  }
}

async function handle(page, folder) {
  for (const wanted of wishes(folder, ".steps")) {
    const steps = JSON.parse(readFileSync(join(folder, wanted), "utf8"));
    rmSync(join(folder, wanted));
    const told = [];
    try {
      for (const [name, value] of steps) told.push((await STEPS[name](page, value)) ?? null);
    } catch (error) {
      told.push({ failed: error instanceof Error ? error.message : String(error) });
    }
    // Renamed into place, so that nobody reads half of it.
    const answer = join(folder, wanted.replace(/steps$/, "told"));
    writeFileSync(`${answer}.new`, JSON.stringify(told));
    renameSync(`${answer}.new`, answer);
  }
}
