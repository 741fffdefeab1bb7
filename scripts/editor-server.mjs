/** The VS Code server behind the stand-in: its settings, its start, and what its log says of the extension host. */
import { spawn } from "node:child_process";
import { existsSync, mkdirSync, readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";

const SETTINGS = {
  "telemetry.telemetryLevel": "off",
  "security.workspace.trust.enabled": false,
  "extensions.autoUpdate": false,
  "extensions.autoCheckUpdates": false,
  "extensions.ignoreRecommendations": true,
  "update.mode": "none",
  "workbench.enableExperiments": false,
  "workbench.startupEditor": "none",
  "chat.disableAIFeatures": true,
  "workbench.secondarySideBar.defaultVisibility": "hidden",
  "git.enabled": false,
  // As on a desktop: a draft that saves itself, sooner or later, is in the way of what a test does next.
  "files.autoSave": "off",
};

/** A folder that nobody has said to trust, and nobody is asked. */
const RESTRICTED = {
  "security.workspace.trust.enabled": true,
  "security.workspace.trust.startupPrompt": "never",
};

/** The page hands back its own settings only when they are not there yet, so a test's settings win. */
function writeSettings(userDataDir, more) {
  const folder = join(userDataDir, "User");
  const file = join(folder, "settings.json");
  mkdirSync(folder, { recursive: true });
  const own = existsSync(file) ? JSON.parse(readFileSync(file, "utf8")) : {};
  writeFileSync(file, JSON.stringify({ ...SETTINGS, ...more, ...own }, undefined, 2));
}

/** Without a language pack VS Code stays English whatever `--locale` says; an empty one is enough for extensions. */
function writeLanguagePack(userDataDir, locale) {
  const translations = join(userDataDir, "main.i18n.json");
  writeFileSync(translations, JSON.stringify({ "": [""], version: "1.0.0", contents: {} }));
  const extensions = [{ extensionIdentifier: { id: "stub.language-pack" }, version: "1.0.0" }];
  const pack = { hash: "stub", label: locale, extensions, translations: { vscode: translations } };
  writeFileSync(join(userDataDir, "languagepacks.json"), JSON.stringify({ [locale]: pack }));
}

/** Loaded into the server: should the stand-in be killed outright, the server ends its whole group by itself. */
const WATCH_PARENT =
  "data:text/javascript," +
  encodeURIComponent(
    "const parent=process.ppid;setInterval(()=>{if(process.ppid!==parent)process.kill(-process.pid,'SIGKILL')},500).unref()",
  );

const PORT_LINE = /(?:Extension host agent listening on|Web UI available at \S*?:)\s*(\d+)/;
export function runServerJob({ serverDir, node }, args) {
  return new Promise((done) => {
    const child = spawn(node, [join(serverDir, "out", "server-main.js"), ...args], { stdio: "inherit" });
    child.on("error", () => done(1));
    child.on("exit", (code) => done(code ?? 1));
  });
}

/** Starts the server on a free port; every line that it says goes to `log`. */
export async function startServer({ serverDir, node }, { scratch, flags, log }) {
  const userDataDir = flags.userDataDir ?? join(scratch, "user");
  const extensionsDir = flags.extensionsDir ?? join(scratch, "extensions");
  for (const folder of [userDataDir, extensionsDir]) mkdirSync(folder, { recursive: true });
  writeSettings(userDataDir, flags.restricted ? RESTRICTED : {});
  if (flags.locale && flags.locale !== "en") writeLanguagePack(userDataDir, flags.locale);
  const args = [
    ...["--import", WATCH_PARENT, join(serverDir, "out", "server-main.js")],
    ...["--host", "127.0.0.1", "--port", "0", "--without-connection-token", "--accept-server-license-terms"],
    ...[
      ...(flags.restricted ? [] : ["--disable-workspace-trust"]),
      "--disable-telemetry",
      "--disable-experiments",
      "--enable-smoke-test-driver",
    ],
    ...["--log", "info", "--user-data-dir", userDataDir, "--extensions-dir", extensionsDir],
    ...["--server-data-dir", join(scratch, "server"), ...(flags.locale ? ["--locale", flags.locale] : [])],
  ];
  const env = { ...process.env, EXTENSIONS_GALLERY: "{}" };
  const child = spawn(node, args, { env, detached: true, stdio: ["ignore", "pipe", "pipe"] });
  const port = await new Promise((found, failed) => {
    const read = (chunk) => {
      for (const line of String(chunk).split("\n")) {
        if (line.trim()) log(line);
        const match = PORT_LINE.exec(line);
        if (match) found(Number(match[1]));
      }
    };
    child.stdout.on("data", read);
    child.stderr.on("data", read);
    child.on("error", failed);
    child.on("exit", (code) => failed(new Error(`the VS Code server ended with code ${code}`)));
  });
  return { port, stop: () => stopGroup(child) };
}

async function stopGroup(child) {
  if (child.exitCode !== null || child.signalCode !== null) return;
  const gone = new Promise((done) => child.once("exit", done));
  child.kill("SIGTERM");
  await Promise.race([gone, new Promise((done) => setTimeout(done, 3000).unref())]);
  try {
    process.kill(-child.pid, "SIGKILL");
  } catch {
    // The whole group has gone already, which is what was wanted.
  }
}
