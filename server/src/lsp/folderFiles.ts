import { contributes } from "../../../package.json";
import type { PlanFiles } from "./planFiles.js";

/** How the editor tells a draft by its name: *.plan, *工作要点*.txt. */
const draftNames = contributes.languages.flatMap(({ extensions, filenamePatterns }) => [
  ...(extensions ?? []).map((extension) => ({ before: "", end: extension })),
  ...(filenamePatterns ?? []).map((pattern) => {
    const [, before = "", end = ""] = pattern.split("*");
    return { before, end };
  }),
]);

/** What the client is asked to watch: drafts, and whatever else may be linked to or be a plan of an earlier year. */
export const documentGlob = "**/*.{plan,txt,md,docx,doc,html,htm}";

/** True where the glob holds a file for certain: some clients ask how the letters are cased. */
export function isWatchedFile(uri: string): boolean {
  return /\.(?:plan|txt|md|docx|doc|html|htm)$/.test(uri);
}

/** True for any document that may be read. */
export function isDocument(fileName: string): boolean {
  return isWatchedFile(fileName.toLowerCase());
}

/** True for a text file that the editor opens as a draft; like the editor, it does not ask how the letters are cased. */
export function isDraftFile(fileName: string): boolean {
  const name = fileName.toLowerCase();
  return (
    !name.startsWith("~$") &&
    draftNames.some(({ before, end }) => name.endsWith(end) && name.includes(before))
  );
}

/** True for a Word document that may be a plan of an earlier year; ~$… are the locks that Word leaves. */
export function isWordFile(fileName: string): boolean {
  return /^(?!~\$).*\.docx$/i.test(fileName);
}

/** The name of a file as a person reads it. */
export function fileNameOf(uri: string): string {
  return keyOf(uri).replace(/^.*\//, "");
}

/** One and the same for all spellings of a URI: clients differ in what they escape. */
export function keyOf(uri: string): string {
  try {
    const plain = decodeURIComponent(uri);
    return plain.replace(
      /^file:\/\/\/([A-Za-z])(?=:)/,
      (_, drive: string) => `file:///${drive.toLowerCase()}`,
    );
  } catch {
    // A stray % in a name is no escape; then the spelling is all there is.
    return uri;
  }
}

const DEEPEST = 8;
/** No more files are looked at, so that a folder opened by mistake (a whole disk) costs little. */
const MOST = 5000;

/** The URIs of all files below a folder, hidden folders and those of tools left out. */
export async function filesBelow(folder: string, files: PlanFiles): Promise<string[]> {
  const found: string[] = [];
  const look = async (at: string, depth: number): Promise<void> => {
    for (const { uri, name, kind } of await files.list(at)) {
      if (found.length >= MOST) return;
      if (name.startsWith(".") || name === "node_modules") continue;
      if (kind === "file") found.push(uri);
      else if (depth < DEEPEST) await look(uri, depth + 1);
    }
  };
  await look(folder, 0);
  return found;
}
