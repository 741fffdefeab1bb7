import { fileURLToPath } from "node:url";

/**
 * The path of a file of this machine. Undefined for another scheme (an editor's virtual folders), and for a `file:` that
 * names nothing here: on another machine, or damaged.
 */
export function localPath(uri: string): string | undefined {
  if (!uri.startsWith("file:")) return undefined;
  try {
    const path = fileURLToPath(uri);
    return path.includes("\0") ? undefined : path;
  } catch {
    // The client may name whatever it likes; there is no such file.
    return undefined;
  }
}
