/** The suites that run inside a real VS Code, as a library for `npm test` and `npm run editor`. */
import { execFileSync, spawnSync } from "node:child_process";
import { cpSync, existsSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join, resolve } from "node:path";
import { fileURLToPath } from "node:url";
import testElectron from "@vscode/test-electron";
import { findEditor } from "./editor-find.mjs";
import { runVisit } from "./editor-visit.mjs";
import { runWebSuite } from "./editor-web.mjs";
import { packVsix } from "./package.mjs";

const root = fileURLToPath(new URL("..", import.meta.url));
const at = (...parts) => join(root, ...parts);

/** Which test file runs where. `only`: the kind of editor that it makes sense for. */
const SUITES = [
  { title: "开发目录，中文界面", file: "development", locale: "zh-cn" },
  { title: "development folder, English", file: "development", locale: "en" },
  {
    title: "与往年比较、规划总览",
    file: "view",
    locale: "zh-cn",
    drafts: at("examples", "bureau"),
  },
  { title: "写作，中文界面", file: "writing", locale: "zh-cn" },
  { title: "writing, English", file: "writing", locale: "en" },
  {
    title: "按键、输入法、对话",
    file: "hands+dialogs",
    locale: "zh-cn",
    only: "stand-in",
  },
  { title: "礼数，虚拟文件夹", file: "manners", locale: "zh-cn", virtual: "hegaotest:/稿" },
  { title: "从 .vsix 安装", file: "installed", locale: "zh-cn" },
  { title: "扩展宿主意外终止须报失败", file: "hostDies", locale: "en", only: "stand-in", expects: "red" },
];

/**
 * Runs every suite, or those whose file or title holds HEGAO_SUITES. Where no editor can be had, all of them count as
 * skipped, with the reason in one sentence.
 */
export async function runEditorSuites(log = console.log) {
  const editor = await findEditor(log);
  const suites = chosen(editor.kind);
  if (editor.reason) {
    const skipped = suites.reduce((sum, suite) => sum + countTests(suite.file), 0);
    return { passed: 0, failed: 0, skipped, reason: `no VS Code to run in: ${editor.reason}` };
  }
  build();
  const total = { passed: 0, failed: 0, skipped: 0, reason: undefined };
  for (const suite of suites) {
    log(`\n  真实 VS Code（${editor.kind === "stand-in" ? "替身" : "桌面版"}）：${suite.title}`);
    const started = Date.now();
    const { report, ...counts } = await runSuite(editor, suite);
    log(`${report}    ${((Date.now() - started) / 1000).toFixed(1)} s`);
    for (const name of ["passed", "failed", "skipped"]) total[name] += counts[name];
  }
  if (editor.kind === "stand-in" && "visit 受限模式".includes(process.env.HEGAO_SUITES ?? "")) {
    log("\n  真实 VS Code（替身）：从外面看，受限模式");
    const counts = await runVisit(log);
    for (const name of Object.keys(counts)) total[name] += counts[name];
  }
  if ("web 浏览器".includes(process.env.HEGAO_SUITES ?? "")) await addWebSuite(total, log);
  return total;
}

/** The same extension in the editor's web workbench, where that can be had. */
async function addWebSuite(total, log) {
  log("\n  真实 VS Code（网页版 1.91）：浏览器");
  const { reason, ...counts } = await runWebSuite(log);
  for (const name of ["passed", "failed", "skipped"]) total[name] += counts[name];
  if (reason) total.reason = reason;
}

export function build() {
  for (const flags of [["--only=client,server,compareWorker,readWorker"], ["--editor-tests"]]) {
    execFileSync(process.execPath, ["esbuild.mjs", ...flags], {
      cwd: root,
      stdio: ["ignore", "inherit", "inherit"],
    });
  }
}

function chosen(kind) {
  const wanted = process.env.HEGAO_SUITES ?? "";
  const fits = ({ only, file, title }) => (!only || only === kind) && `${file} ${title}`.includes(wanted);
  return SUITES.filter(fits);
}

function countTests(files) {
  const text = files.split("+").map((file) => readFileSync(at("test", "vscode", `${file}.test.ts`), "utf8"));
  return text.join("\n").match(/^\s+it\(/gm)?.length ?? 0;
}

/** A fresh place for one run: its own copy of the drafts, its own settings, its own extensions. */
function prepare(suite) {
  const scratch = mkdtempSync(join(tmpdir(), "hegao-suite-"));
  const places = Object.fromEntries(
    ["drafts", "user", "extensions", "empty", "hands"].map((name) => [name, join(scratch, name)]),
  );
  for (const folder of Object.values(places)) mkdirSync(folder);
  cpSync(suite.drafts ?? at("test", "vscode", "drafts"), places.drafts, { recursive: true });
  if (suite.settings) {
    mkdirSync(join(places.user, "User"));
    writeFileSync(join(places.user, "User", "settings.json"), JSON.stringify(suite.settings));
  }
  const empty = { name: "empty", publisher: "hegao", version: "0.0.1", engines: { vscode: "^1.91.0" } };
  writeFileSync(join(places.empty, "package.json"), JSON.stringify(empty));
  const opened = suite.virtual
    ? writeWorkspace(scratch, [{ path: places.drafts }, { uri: suite.virtual }])
    : places.drafts;
  return {
    scratch,
    report: join(scratch, "report.txt"),
    result: join(scratch, "result.json"),
    opened,
    ...places,
  };
}

function writeWorkspace(scratch, folders) {
  const file = join(scratch, "all.code-workspace");
  writeFileSync(file, JSON.stringify({ folders }));
  return file;
}

/** Runs one suite and reads what it left. */
export async function runSuite(editor, suite) {
  const places = prepare(suite);
  try {
    const installed = suite.file === "installed";
    if (installed) await install(editor, places);
    const code = await launch(editor, suite, places);
    return outcome(suite, { code, places });
  } catch (error) {
    // What cannot even be packed or installed has failed, and the other suites still have something to say.
    return {
      report: `    ${error instanceof Error ? error.message : error}\n`,
      passed: 0,
      failed: 1,
      skipped: 0,
    };
  } finally {
    rmSync(places.scratch, { recursive: true, force: true, maxRetries: 5, retryDelay: 200 });
  }
}

async function launch(editor, suite, places) {
  const installed = suite.file === "installed";
  try {
    return await testElectron.runTests({
      vscodeExecutablePath: editor.executable,
      extensionDevelopmentPath: installed ? places.empty : root,
      extensionTestsPath: at("out", "vscode", "run.cjs"),
      extensionTestsEnv: {
        HEGAO_SUITE: suite.file,
        HEGAO_REPORT: places.report,
        HEGAO_RESULT: places.result,
        HEGAO_EXTENSIONS: places.extensions,
        // A desktop speaks Chinese only with Microsoft's language pack, which no test installs.
        ...(editor.kind === "stand-in" ? { HEGAO_LOCALE: suite.locale, HEGAO_HANDS: places.hands } : {}),
        ...(suite.expects === "red" ? { HEGAO_EDITOR_QUIET: "1" } : {}),
        ...suite.env,
      },
      launchArgs: [
        places.opened,
        `--user-data-dir=${places.user}`,
        `--extensions-dir=${places.extensions}`,
        `--locale=${suite.locale}`,
        ...(installed ? [] : ["--disable-extensions"]),
      ],
    });
  } catch (error) {
    return typeof error?.code === "number" ? error.code : 1;
  }
}

/** A run is green only where the editor says 0, and the tests have left a result, and it says the same. */
function outcome(suite, { code, places }) {
  const report = existsSync(places.report) ? readFileSync(places.report, "utf8") : "";
  const stats = existsSync(places.result) ? JSON.parse(readFileSync(places.result, "utf8")) : undefined;
  if (suite.expects === "red") {
    const red = code !== 0 && !stats;
    const line = red ? "    ✔ 启动器报失败\n" : "    启动器把终止的宿主当成了成功\n";
    return { report: line, passed: red ? 1 : 0, failed: red ? 0 : 1, skipped: 0 };
  }
  const passed = stats?.passes ?? 0;
  const failed = stats?.failures ?? 0;
  const broken = (code !== 0 && failed === 0) || passed === 0;
  return {
    report: broken
      ? `${report}    the editor ended with code ${code} and ${stats ? "no failed test" : "no result"}\n`
      : report,
    passed,
    failed: broken ? failed + 1 : failed,
    skipped: stats?.pending ?? 0,
  };
}

/** Packs the extension and installs it, as its users do. */
async function install(editor, places) {
  const file = join(places.scratch, "hegao.vsix");
  await packVsix(file);
  const folders = [`--user-data-dir=${places.user}`, `--extensions-dir=${places.extensions}`];
  const [program, ...args] =
    editor.kind === "stand-in"
      ? [editor.executable, ...folders]
      : testElectron.resolveCliArgsFromVSCodeExecutablePath(editor.executable).slice(0, 1).concat(folders);
  const done = spawnSync(program, [...args, "--install-extension", resolve(file)], {
    encoding: "utf8",
    shell: process.platform === "win32",
  });
  if (done.status !== 0) throw new Error(`--install-extension: ${done.stderr || done.stdout}`);
}
