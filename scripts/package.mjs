/**
 * `npm run package`: everything that is handed out, in out/packages/: a universal .vsix (WebAssembly segmenter), one for
 * this platform with nodejieba inside, and the npm package (command line, language server, library).
 * `--only=universal|platform|npm` makes one of them, `--out=FOLDER` puts them elsewhere, `--built` takes dist/ as it is.
 */
import { execFileSync, spawnSync } from "node:child_process";
import { cpSync, existsSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { dirname, join, resolve } from "node:path";
import { pathToFileURL } from "node:url";
import vsce from "@vscode/vsce";
import { isPreRelease } from "./publish.mjs";
import { at, build, root } from "./steps.mjs";

const manifest = () => JSON.parse(readFileSync(at("package.json"), "utf8"));

/** What only an installation of the sources needs of package.json. */
const INSTALLING = ["scripts", "devDependencies", "overrides", "allowScripts"];

/** What only developers need of package.json. */
const DEVELOPMENT = [...INSTALLING, "optionalDependencies", "bin", "exports", "private"];

/** What nodejieba needs to run. Its scripts would compile it anew; its words are in dist/words, in a better shape. */
const ADDON = ["package.json", "LICENSE", "index.js", "build/Release/nodejieba.node"];

/** The name that VS Code gives this platform. */
export function platformName() {
  const musl = process.platform === "linux" && !process.report.getReport().header.glibcVersionRuntime;
  return `${musl ? "alpine" : process.platform}-${process.arch === "arm" ? "armhf" : process.arch}`;
}

/** True where nodejieba was built; without it there is nothing to pack for one platform alone. */
export function hasAddon() {
  return existsSync(at("node_modules", "nodejieba", ADDON[3]));
}

/** Packs what `.vscodeignore` lets through, out of a folder of its own, into `file`. With a `target`, the addon goes along. */
export async function packVsix(file, target) {
  const stage = mkdtempSync(join(tmpdir(), "hegao-vsix-"));
  try {
    const files = await vsce.listFiles({ cwd: root, packageManager: vsce.PackageManager.None });
    for (const name of files.filter((one) => one !== "package.json")) copy(at(name), join(stage, name));
    const own = Object.entries(manifest()).filter(([key]) => !DEVELOPMENT.includes(key));
    writeFileSync(join(stage, "package.json"), JSON.stringify(Object.fromEntries(own), undefined, 2));
    if (target) copy(at("dist", "words"), join(stage, "dist", "words"));
    // Beside the bundles, where they look first; vsce passes over a node_modules at the top.
    if (target)
      for (const name of ADDON)
        copy(at("node_modules", "nodejieba", name), join(stage, "dist", "node_modules", "nodejieba", name));
    // The choice has been made; an empty list lets all of it through.
    writeFileSync(join(stage, ".vscodeignore"), "");
    mkdirSync(dirname(file), { recursive: true });
    const preRelease = isPreRelease(manifest().version);
    const options = {
      cwd: stage,
      packagePath: file,
      dependencies: false,
      rewriteRelativeLinks: false,
      preRelease,
    };
    await vsce.createVSIX(target ? { ...options, target } : options);
  } finally {
    rmSync(stage, { recursive: true, force: true });
  }
}

/**
 * The tarball for npm; gives its path. What it holds is said in `.npmignore`. It goes without the scripts of developers:
 * npm would warn whoever installs it that they want to run.
 */
export function packNpm(folder) {
  writeTypes();
  mkdirSync(folder, { recursive: true });
  const stage = mkdtempSync(join(tmpdir(), "hegao-npm-"));
  try {
    const { files } = npmPack(root, ["--dry-run"]);
    for (const { path } of files.filter(({ path }) => path !== "package.json"))
      copy(at(path), join(stage, path));
    const own = Object.entries(manifest()).filter(([key]) => !INSTALLING.includes(key));
    writeFileSync(join(stage, "package.json"), `${JSON.stringify(Object.fromEntries(own), undefined, 2)}\n`);
    return join(folder, npmPack(stage, ["--pack-destination", resolve(folder)]).filename);
  } finally {
    rmSync(stage, { recursive: true, force: true });
  }
}

/** What `npm pack` says of the one package that it packs. */
function npmPack(cwd, more) {
  const args = ["pack", "--ignore-scripts", "--json", "--loglevel=error", ...more];
  const done = spawnSync("npm", args, { cwd, encoding: "utf8", shell: process.platform === "win32" });
  if (done.status !== 0) throw new Error(`npm pack: ${done.stderr}`);
  return JSON.parse(done.stdout)[0];
}

/** The declarations of the library's door and of all that it names. */
function writeTypes() {
  rmSync(at("dist", "types"), { recursive: true, force: true });
  const flags =
    "--ignoreConfig --declaration --emitDeclarationOnly --strict --exactOptionalPropertyTypes --skipLibCheck " +
    "--resolveJsonModule --target ES2022 --lib ES2023 --module ESNext --moduleResolution Bundler --types node " +
    "--rootDir server/src --outDir dist/types server/src/service/library.ts server/src/segment/nodejieba.d.ts";
  execFileSync(process.execPath, [at("node_modules", "typescript", "bin", "tsc"), ...flags.split(" ")], {
    cwd: root,
    stdio: ["ignore", "inherit", "inherit"],
  });
}

function copy(from, to) {
  mkdirSync(dirname(to), { recursive: true });
  cpSync(from, to, { recursive: true });
}

async function main(args) {
  const option = (name) => args.find((one) => one.startsWith(`--${name}=`))?.slice(name.length + 3);
  const out = resolve(option("out") ?? at("out", "packages"));
  const only = option("only");
  const { version } = manifest();
  const wanted = (kind) => only === undefined || only === kind;
  if (!args.includes("--built")) build();
  if (wanted("universal")) await packVsix(join(out, `hegao-${version}.vsix`));
  if (wanted("platform")) {
    if (hasAddon()) await packVsix(join(out, `hegao-${platformName()}-${version}.vsix`), platformName());
    else
      console.log(
        "nodejieba 没有编译，不做本机专用的 .vsix。/ nodejieba was not built: no .vsix for this platform.",
      );
    // A release that was asked for by name must not be missing silently.
    if (!hasAddon() && only) process.exitCode = 1;
  }
  if (wanted("npm")) console.log(packNpm(out));
}

if (import.meta.url === pathToFileURL(process.argv[1] ?? "").href) await main(process.argv.slice(2));
