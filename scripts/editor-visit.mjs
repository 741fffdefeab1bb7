/**
 * The extension installed from its .vsix and looked at from outside, as a person sees it: in a folder that is not trusted,
 * where the editor runs no tests; and how many clicks lead to the first finding. `node scripts/editor-visit.mjs` runs it alone.
 */
import { cpSync, mkdirSync, mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { pathToFileURL } from "node:url";
import { readFlags, workbenchAddress } from "./editor-flags.mjs";
import { visitWorkbench } from "./editor-page.mjs";
import { runServerJob, startServer } from "./editor-server.mjs";
import { setUpServer } from "./editor-setup.mjs";
import { packVsix } from "./package.mjs";
import { at, build } from "./steps.mjs";

const LIMIT_MS = 120_000;
/** Nobody presses a key again sooner than that. */
const AGAIN_MS = 10_000;
const DRAFT = "云岭市教育局2026年工作要点.plan";
const VIEWPORT = { width: 1280, height: 800 };

const CHECKS = [
  {
    title: "不受信任的文件夹里照常检查：受限模式，一次双击即见波浪线，有改法",
    async run(page) {
      await page.getByText("Restricted Mode").first().waitFor({ timeout: LIMIT_MS });
      // The only click on the way from an open folder to a finding.
      await page.locator(".explorer-folders-view").getByText(DRAFT).dblclick({ timeout: LIMIT_MS });
      await page.locator(".squiggly-warning").first().waitFor({ timeout: LIMIT_MS });
      // Unless told otherwise the editor boxes every character that is not ASCII in a folder that is not trusted.
      const boxed = await page.locator(".unicode-highlight").count();
      if (boxed > 0) throw new Error(`${boxed} stretches of Chinese are boxed as suspicious`);
      await pressUntil(page, "F8", page.getByText("numbering-gap").first());
      await page.keyboard.press("Escape");
      // The name of the language is one of the editor's texts: in an English editor it is in English.
      await page.locator(".statusbar").getByText("Chinese Policy Plan").waitFor({ timeout: LIMIT_MS });
      const fix = page.locator(".action-widget").getByText("numbering-gap").first();
      await pressUntil(page, "Control+.", fix);
    },
  },
];

/** A key that comes while the workbench is busy is lost, so it is pressed again, as a person would. */
async function pressUntil(page, key, wanted) {
  for (const end = Date.now() + LIMIT_MS; Date.now() < end;) {
    await page.keyboard.press(key);
    const seen = await wanted.waitFor({ timeout: AGAIN_MS }).then(
      () => true,
      () => false,
    );
    if (seen) return;
  }
  throw new Error(`${key} showed nothing`);
}

/** `{ passed, failed, skipped }`; prints each check as it goes. */
export async function runVisit(log = console.log) {
  const scratch = mkdtempSync(join(tmpdir(), "hegao-visit-"));
  const counts = { passed: 0, failed: 0, skipped: 0 };
  const said = [];
  const server = setUpServer();
  const places = Object.fromEntries(["user", "extensions", "drafts"].map((one) => [one, join(scratch, one)]));
  for (const folder of Object.values(places)) mkdirSync(folder);
  cpSync(at("test", "vscode", "drafts"), places.drafts, { recursive: true });
  const folders = ["--user-data-dir", places.user, "--extensions-dir", places.extensions];
  let running;
  try {
    const file = join(scratch, "hegao.vsix");
    await packVsix(file);
    const job = ["--install-extension", file, ...folders, "--server-data-dir", join(scratch, "server")];
    if ((await runServerJob(server, job)) !== 0) throw new Error("--install-extension failed");
    const flags = { ...readFlags([places.drafts, ...folders]), restricted: true };
    running = await startServer(server, { scratch, flags, log: (line) => said.push(line) });
    const address = workbenchAddress(flags, running.port);
    for (const { title, run } of CHECKS) {
      try {
        await visitWorkbench(
          address,
          { viewport: VIEWPORT, log: (line) => said.push(line) },
          async (page) => {
            try {
              await run(page);
            } finally {
              if (process.env.HEGAO_SHOTS)
                await page.screenshot({ path: join(process.env.HEGAO_SHOTS, "restricted.png") });
            }
          },
        );
        counts.passed++;
        log(`    ✔ ${title}`);
      } catch (error) {
        counts.failed++;
        log(
          `    ${counts.failed}) ${title}\n${error instanceof Error ? error.message : error}\n${said.slice(-15).join("\n")}`,
        );
      }
    }
    return counts;
  } finally {
    await running?.stop();
    rmSync(scratch, { recursive: true, force: true, maxRetries: 5, retryDelay: 200 });
  }
}

if (import.meta.url === pathToFileURL(process.argv[1] ?? "").href) {
  build();
  const { passed, failed, skipped } = await runVisit();
  console.log(`\nvisit: ${passed} passed, ${failed} failed, ${skipped} skipped`);
  process.exit(failed > 0 ? 1 : 0);
}
