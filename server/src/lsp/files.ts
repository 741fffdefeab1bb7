import { localPath } from "./localPath.js";
import { readRegular } from "./regularFile.js";
import type { ReadText } from "./teamFile.js";

/** Files of this machine, for a server that runs in Node. Other schemes (an editor's virtual folders) have none. */
export const readTextFile: ReadText = async (uri) => {
  const path = localPath(uri);
  if (path === undefined) return undefined;
  try {
    return (await readRegular(path)).toString("utf8");
  } catch {
    // Absent, no file, or not for us to read: the same to the one who asks.
    return undefined;
  }
};
