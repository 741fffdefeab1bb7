import type { Location } from "vscode-languageserver";
import { lineColumn, lineStarts } from "../text/lines.js";
import type { Session } from "./session.js";

/** Where the team's file lists a department by one of its names; null where it does not. */
export async function rosterPlace(
  session: Session,
  uri: string,
  names: readonly string[],
): Promise<Location | null> {
  const { teamFiles } = await session.configuration.of(uri);
  for (const file of teamFiles) {
    const text = await session.configuration.readText(file);
    for (const name of names) {
      const quoted = JSON.stringify(name);
      const at = text?.indexOf(quoted) ?? -1;
      if (text === undefined || at === -1) continue;
      const starts = lineStarts(text);
      // Without its quotation marks, so that a rename can put another name there.
      const range = {
        start: lineColumn(starts, at + 1),
        end: lineColumn(starts, at + quoted.length - 1),
      };
      return { uri: file, range };
    }
  }
  return null;
}
