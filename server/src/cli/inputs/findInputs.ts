import { type Dirent, existsSync, opendirSync, readdirSync, type Stats, statSync } from "node:fs";
import { isAbsolute, join, relative, resolve, sep } from "node:path";
import type { Locale } from "../../check/rule.js";
import { says } from "../texts/callTexts.js";
import { isDraftName, isPlanName } from "./planNames.js";

/** One thing to read: a file, or standard input under the name it was given. */
export interface InputSource {
  /** As the report names it: relative where the call was, with `/` everywhere. */
  readonly path: string;
  /** The file to read; undefined for standard input. */
  readonly file: string | undefined;
}

export interface Unreadable {
  readonly path: string;
  readonly reason: string;
}

export interface FoundInputs {
  /** Each file once, in the order of their paths. */
  readonly sources: readonly InputSource[];
  readonly unreadable: readonly Unreadable[];
  /** The paths of documents in the folders whose names do not say that they are plans. */
  readonly passedOver: readonly string[];
}

export interface InputPlace {
  readonly cwd: string;
  readonly locale: Locale;
  /** The name for what comes from standard input. */
  readonly stdinName: string;
}

/** What the arguments name: files as they are, folders by the names of plans in them, globs by what they match. */
export async function findInputs(args: readonly string[], place: InputPlace): Promise<FoundInputs> {
  const sources = new Map<string, InputSource>();
  const unreadable: Unreadable[] = [];
  const others = new Map<string, InputSource>();
  for (const argument of args) {
    const found = await findOne(argument, place);
    if ("reason" in found) unreadable.push(found);
    else {
      for (const one of found.sources) sources.set(one.file ?? "-", one);
      for (const one of found.others ?? []) others.set(one.file ?? "-", one);
    }
  }
  const ordered = [...sources.values()].sort((a, b) => (a.path < b.path ? -1 : a.path > b.path ? 1 : 0));
  // Who names a folder and one of its files besides wants that one too.
  const passedOver = [...others].flatMap(([file, { path }]) => (sources.has(file) ? [] : [path]));
  return { sources: ordered, unreadable, passedOver };
}

interface Named {
  readonly sources: readonly InputSource[];
  readonly others?: readonly InputSource[];
}

async function findOne(given: string, place: InputPlace): Promise<Named | Unreadable> {
  const argument = withoutStrayQuotes(given, place.cwd);
  if (argument === "-") return { sources: [{ path: place.stdinName, file: undefined }] };
  const file = resolve(place.cwd, argument);
  const path = shownPath(argument, file, place.cwd);
  const stats = lookedAt(file);
  if (stats && "code" in stats) {
    return { path, reason: says(place.locale, "unreadable", { detail: stats.code }) };
  }
  if (stats?.isDirectory()) {
    const shut = whyShut(file);
    if (shut !== undefined) return { path, reason: says(place.locale, "unreadable", { detail: shut }) };
    const { plans, others } = documentsBelow(file);
    if (plans.length === 0) return { path, reason: says(place.locale, "emptyFolder") };
    const named = (one: string): InputSource => source(argument, one, place);
    return { sources: plans.map(named), others: others.map(named) };
  }
  if (stats) return { sources: [{ path, file }] };
  if (!/[*?[\]{}!]/.test(argument)) return { path, reason: says(place.locale, missing(argument)) };
  const names = await globbed([argument.split(sep).join("/")], place.cwd);
  if (names.length === 0) return { path: argument, reason: says(place.locale, "noMatch") };
  return { sources: names.map((name) => source(argument, resolve(place.cwd, name), place)) };
}

/** What is there; the system's own word for it where that may not be known: a name too long, a folder that is shut. */
function lookedAt(file: string): Stats | undefined | { readonly code: string } {
  try {
    return statSync(file, { throwIfNoEntry: false });
  } catch (error) {
    return { code: codeOf(error) };
  }
}

/** The system's own word for why nobody may look into a folder; undefined where one may. */
function whyShut(folder: string): string | undefined {
  try {
    opendirSync(folder).closeSync();
    return undefined;
  } catch (error) {
    return codeOf(error);
  }
}

function codeOf(error: unknown): string {
  return (error as NodeJS.ErrnoException).code ?? String(error);
}

/** A name in another encoding, as archives made on other systems leave it, reaches no program that takes text. */
export function missing(name: string): "notFound" | "nameEncoding" {
  return name.includes("\uFFFD") ? "nameEncoding" : "notFound";
}

/**
 * Windows shells leave quotes in an argument: `"2026 稿\\"` arrives with its last one, `'*.plan'` with both. They go where
 * nothing is really called so.
 */
function withoutStrayQuotes(argument: string, cwd: string): string {
  if (!/^'.+'$|"$/.test(argument) || existsSync(resolve(cwd, argument))) return argument;
  return argument.replace(/^'(.+)'$/, "$1").replace(/"$/, "");
}

interface Documents {
  /** Paths of files. */
  readonly plans: string[];
  readonly others: string[];
}

/** As a glob would find them, whose program takes longer to load than most folders to look through. */
function documentsBelow(folder: string, found: Documents = { plans: [], others: [] }): Documents {
  for (const entry of entriesOf(folder)) {
    const { name } = entry;
    const path = join(folder, name);
    if (entry.isDirectory()) {
      const isOurs = !name.startsWith(".") && !name.startsWith("~$") && name !== "node_modules";
      if (isOurs) documentsBelow(path, found);
      // A link is no file of this folder, and may lead back above it.
    } else if (entry.isFile()) {
      if (isPlanName(name)) found.plans.push(path);
      else if (isDraftName(name)) found.others.push(path);
    }
  }
  return found;
}

function entriesOf(folder: string): Dirent[] {
  try {
    return readdirSync(folder, { withFileTypes: true });
  } catch {
    // Not for us to look into: a folder among many is passed over.
    return [];
  }
}

/** Files only; links to folders are not followed, so that a link to a folder above does no harm. */
async function globbed(patterns: readonly string[], cwd: string): Promise<string[]> {
  const { glob } = await import("tinyglobby");
  const ignore = ["**/node_modules/**", "**/.*/**", "**/~$*"];
  return await glob([...patterns], { cwd, ignore, followSymbolicLinks: false, expandDirectories: false });
}

function source(argument: string, file: string, place: InputPlace): InputSource {
  return { path: shownPath(argument, file, place.cwd), file };
}

/** A path is shown as it was given: absolute where the argument was. */
export function shownPath(argument: string, file: string, cwd: string): string {
  const path = isAbsolute(argument) ? file : relative(cwd, file) || ".";
  return path.split(sep).join("/");
}
