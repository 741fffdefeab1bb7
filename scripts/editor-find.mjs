/**
 * Finds a VS Code for the tests: the one named in VSCODE_TEST_EXECUTABLE; a desktop one where there is a screen and it
 * can be fetched; else the stand-in, with its browser installed where that is allowed. Or says plainly why there is none.
 */
import { spawnSync } from "node:child_process";
import { existsSync } from "node:fs";
import { fileURLToPath } from "node:url";
import testElectron from "@vscode/test-electron";
import { findBrowser } from "./editor-page.mjs";
import { cacheRoot, setUpServer } from "./editor-setup.mjs";

const FONT = "/usr/share/fonts/opentype/noto/NotoSansCJK-Regular.ttc";
const DOWNLOAD_LIMIT_MS = 180_000;
const APT_LIMIT_MS = 600_000;

/** `{ kind, executable }` of the editor, or `{ reason }` where there is none. HEGAO_EDITOR can ask for one kind. */
export async function findEditor(log = console.error) {
  const asked = process.env.HEGAO_EDITOR ?? "any";
  if (asked === "none") return { reason: "HEGAO_EDITOR=none" };
  if (process.env.VSCODE_TEST_EXECUTABLE)
    return { kind: "desktop", executable: process.env.VSCODE_TEST_EXECUTABLE };
  const reasons = [];
  for (const [kind, find] of [
    ["desktop", findDesktop],
    ["stand-in", findStandIn],
  ]) {
    if (asked !== "any" && asked !== kind) continue;
    try {
      return { kind, executable: await find(log) };
    } catch (error) {
      reasons.push(`${kind}: ${error instanceof Error ? error.message : error}`);
    }
  }
  return { reason: reasons.join("; ") || `HEGAO_EDITOR=${asked} is unknown` };
}

async function findDesktop(log) {
  const screen = process.platform !== "linux" || process.env.DISPLAY || process.env.WAYLAND_DISPLAY;
  if (!screen) throw new Error("no screen (on Linux, try xvfb-run)");
  log("editor: looking for a desktop VS Code");
  const late = new Promise((_, failed) => {
    setTimeout(() => failed(new Error("the download took too long")), DOWNLOAD_LIMIT_MS).unref();
  });
  return Promise.race([testElectron.downloadAndUnzipVSCode({ cachePath: `${cacheRoot()}/vscode` }), late]);
}

function findStandIn(log) {
  if (process.platform !== "linux" || process.arch !== "x64") throw new Error("runs on Linux x64 only");
  installBrowser(log);
  setUpServer(log);
  return fileURLToPath(new URL("editor-stand-in.mjs", import.meta.url));
}

/** Debian's Chromium, and a font without which every Chinese character in a picture would be a box. */
function installBrowser(log) {
  const wanted = [...(findBrowser() ? [] : ["chromium"]), ...(existsSync(FONT) ? [] : ["fonts-noto-cjk"])];
  if (wanted.length === 0) return;
  const allowed = process.getuid?.() === 0 && existsSync("/usr/bin/apt-get");
  if (!allowed) {
    // A missing font spoils pictures only; a missing browser leaves nothing to run in.
    if (findBrowser()) return;
    throw new Error(
      "no Chromium here; install it (on Debian: apt-get install chromium fonts-noto-cjk) and run npm run editor",
    );
  }
  log(`editor: installing ${wanted.join(" ")} with apt-get (once)`);
  aptGet(["update"]);
  aptGet(["install", "-y", "--no-install-recommends", ...wanted]);
}

function aptGet(args) {
  const env = { ...process.env, DEBIAN_FRONTEND: "noninteractive" };
  const { status, stderr, error } = spawnSync("apt-get", args, {
    env,
    encoding: "utf8",
    timeout: APT_LIMIT_MS,
  });
  if (status !== 0)
    throw new Error(`apt-get ${args[0]}: ${error?.message ?? stderr.trim().split("\n").at(-1)}`);
}
