/** VS Code's command line, as far as tests use it, read into what the stand-in needs. */
import { statSync } from "node:fs";
import { resolve } from "node:path";

const SERVER_JOBS = ["--install-extension", "--uninstall-extension", "--list-extensions", "--version"];

function valueOf(args, name) {
  const at = args.findIndex((arg) => arg === name || arg.startsWith(`${name}=`));
  if (at === -1) return undefined;
  return args[at].includes("=") ? args[at].slice(name.length + 1) : args[at + 1];
}

function allValues(args, name) {
  return args.filter((arg) => arg.startsWith(`${name}=`)).map((arg) => arg.slice(name.length + 1));
}

/** What is to be opened: the arguments that are no flag, told apart by what lies there. */
function openings(args) {
  const found = { folder: undefined, workspace: undefined, files: [] };
  for (const arg of args) {
    if (arg.startsWith("-")) continue;
    const path = resolve(arg);
    if (statSync(path).isDirectory()) found.folder = path;
    else if (path.endsWith(".code-workspace")) found.workspace = path;
    else found.files.push(path);
  }
  return found;
}

export function readFlags(args) {
  const paired = new Set(["--user-data-dir", "--extensions-dir", "--locale", ...SERVER_JOBS.slice(0, 2)]);
  const positional = args.filter((arg, i) => !arg.startsWith("-") && !paired.has(args[i - 1] ?? ""));
  return {
    job: args.some((arg) => SERVER_JOBS.includes(arg.split("=")[0])),
    userDataDir: valueOf(args, "--user-data-dir"),
    extensionsDir: valueOf(args, "--extensions-dir"),
    locale: valueOf(args, "--locale"),
    developmentPaths: allValues(args, "--extensionDevelopmentPath"),
    testsPath: valueOf(args, "--extensionTestsPath"),
    disableExtensions: args.includes("--disable-extensions"),
    ...openings(positional),
  };
}

/** The address that makes the workbench open what a desktop VS Code would have opened. */
export function workbenchAddress(flags, port) {
  const origin = `127.0.0.1:${port}`;
  const remote = (path) => `vscode-remote://${origin}${encodeURI(resolve(path))}`;
  const payload = [
    ["skipWelcome", "true"],
    ["skipReleaseNotes", "true"],
    ...flags.developmentPaths.map((path) => ["extensionDevelopmentPath", remote(path)]),
    ...(flags.testsPath ? [["extensionTestsPath", remote(flags.testsPath)]] : []),
    ...(flags.disableExtensions ? [["disableExtensions", "true"]] : []),
    ...flags.files.map((file) => ["openFile", remote(file)]),
  ];
  const query = new URLSearchParams();
  if (flags.folder) query.set("folder", flags.folder);
  else if (flags.workspace) query.set("workspace", flags.workspace);
  else query.set("ew", "true");
  query.set("payload", JSON.stringify(payload));
  return `http://${origin}/?${query}`;
}
