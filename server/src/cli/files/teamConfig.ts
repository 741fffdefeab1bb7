import { readFileSync, statSync } from "node:fs";
import { dirname, relative, resolve, sep } from "node:path";
import type { Locale } from "../../check/rule.js";
import type { TeamConfig } from "../../service/configModel.js";
import type { Terminal } from "../terminal.js";
import { findUpward, searchRoot } from "./findUpward.js";

export const CONFIG_NAME = "hegao.config.json";

/** The team's file that holds for a draft, with what it extends; its mistakes are said once, on standard error. */
export interface TeamFile {
  readonly path: string;
  readonly config: TeamConfig;
}

/** A larger one is none of these files. */
const MOST_BYTES = 32 * 1024 * 1024;

/** The text of a file that Hegao keeps or a team writes. A link to a device has no end, and one to a pipe no beginning. */
export function readText(path: string): string | undefined {
  try {
    const stats = statSync(path);
    return stats.isFile() && stats.size <= MOST_BYTES ? readFileSync(path, "utf8") : undefined;
  } catch {
    // Absent or not for us to read: the caller says what that means for it.
    return undefined;
  }
}

/** The path of the team's file for drafts in a folder: the one asked for, or the nearest upward. */
export function teamFilePath(folder: string, asked: string | undefined, cwd: string): string | undefined {
  return asked === undefined ? findUpward(folder, [CONFIG_NAME]) : resolve(cwd, asked);
}

/** Reads a team's file and says its mistakes on standard error, each with its place. */
export async function openTeamFile(
  path: string,
  { terminal, locale }: { readonly terminal: Terminal; readonly locale: Locale },
): Promise<TeamFile> {
  const { loadConfig } = await import("../../service/loadConfig.js");
  const root = slashes(searchRoot(dirname(path)));
  const loaded = await loadConfig(slashes(path), { locale, root, readText });
  if (loaded.files.length === 0) {
    const { says } = await import("../texts/callTexts.js");
    terminal.complain(says(locale, "configUnreadable", { path: slashes(relative(terminal.cwd, path)) }));
  }
  for (const problem of loaded.problems) {
    const { lineColumn, lineStarts } = await import("../../text/lines.js");
    const place = lineColumn(lineStarts(readText(problem.path) ?? ""), problem.span.start);
    const name = slashes(relative(terminal.cwd, problem.path));
    terminal.complain(`${name}:${place.line + 1}:${place.character + 1} ${problem.message}`);
  }
  return { path, config: loaded.config };
}

function slashes(path: string): string {
  return path.split(sep).join("/");
}
