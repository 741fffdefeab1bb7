import type { Locale } from "../check/rule.js";
import { mergeConfigs } from "./configMerge.js";
import { type ConfigProblem, emptyConfig, type TeamConfig } from "./configModel.js";
import { folderOf, isAbsolutePath, pathInside } from "./configPaths.js";
import { type ConfigTextKey, configText } from "./configTexts.js";
import { readConfig } from "./readConfig.js";

/** Where files are read: the file system, an editor's workspace, or a test's record of texts. */
export interface ConfigHost {
  readonly locale: Locale;
  /** The folder that nothing may be read outside of. */
  readonly root: string;
  readText(path: string): Promise<string | undefined> | string | undefined;
}

export interface LoadedConfig {
  /** With all that it extends; its `earlier` and `snippets` are full paths. */
  readonly config: TeamConfig;
  /** The file itself first, then what it extends. */
  readonly files: readonly string[];
  readonly problems: readonly (ConfigProblem & { readonly path: string })[];
}

/** A configuration with all that it extends. What cannot be followed is a problem in the file that asks for it. */
export async function loadConfig(path: string, host: ConfigHost): Promise<LoadedConfig> {
  const text = await host.readText(path);
  return text === undefined
    ? { config: emptyConfig, files: [], problems: [] }
    : await loadText({ path, text }, host, []);
}

interface ConfigFile {
  readonly path: string;
  readonly text: string;
}

async function loadText(file: ConfigFile, host: ConfigHost, above: readonly string[]): Promise<LoadedConfig> {
  const { config, problems } = readConfig(file.text, host.locale);
  const own = withFullPaths(config, folderOf(file.path));
  const found = problems.map((problem) => ({ ...problem, path: file.path }));
  const alone = { config: own, files: [file.path], problems: found };
  if (config.extends === undefined) return alone;
  const next = await followed(file, config.extends, { host, chain: [...above, file.path] });
  if ("mistake" in next) {
    const message = configText(host.locale, next.mistake);
    return { ...alone, problems: [...found, { message, span: extendsSpan(file.text), path: file.path }] };
  }
  const base = await loadText(next, host, [...above, file.path]);
  return {
    config: mergeConfigs(base.config, own),
    files: [file.path, ...base.files],
    problems: [...found, ...base.problems],
  };
}

async function followed(
  file: ConfigFile,
  relative: string,
  { host, chain }: { readonly host: ConfigHost; readonly chain: readonly string[] },
): Promise<ConfigFile | { readonly mistake: ConfigTextKey }> {
  if (isAbsolutePath(relative)) return { mistake: "absolute" };
  const path = pathInside(host.root, folderOf(file.path), relative);
  if (path === undefined) return { mistake: "outside" };
  if (chain.includes(path)) return { mistake: "cycle" };
  const text = await host.readText(path);
  return text === undefined ? { mistake: "notFound" } : { path, text };
}

/** The value of `extends` in the text of a file that has one. */
function extendsSpan(text: string): ConfigProblem["span"] {
  const match = /"extends"\s*:\s*"[^"\n]*"/.exec(text);
  return match ? { start: match.index, end: match.index + match[0].length } : { start: 0, end: 0 };
}

/** Relative to the file that names them, so that a shared file means its own folders. */
function withFullPaths(config: TeamConfig, folder: string): TeamConfig {
  const full = (path: string): string => (isAbsolutePath(path) ? path : normal(`${folder}/${path}`));
  return {
    ...config,
    earlier: config.earlier.map(full),
    snippets: config.snippets === undefined ? undefined : full(config.snippets),
  };
}

function normal(path: string): string {
  const parts: string[] = [];
  for (const part of path.split("/")) {
    if (part === "..") parts.pop();
    else if (part !== ".") parts.push(part);
  }
  return parts.join("/");
}
