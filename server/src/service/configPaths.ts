/**
 * Paths with `/` as the team's file writes them, worked out without the file system, so that the web can do the same.
 * Roots may be anything that ends before a `/`: `/home/a`, `C:/a`, `file:///home/a`.
 */

/** The folder that holds a file. */
export function folderOf(path: string): string {
  return path.slice(0, Math.max(0, path.lastIndexOf("/")));
}

export function isAbsolutePath(path: string): boolean {
  return /^(?:[/\\]|[a-zA-Z]{1,20}:)/.test(path);
}

/** `relative` from a folder; undefined where it leads out of `root`. */
export function pathInside(root: string, folder: string, relative: string): string | undefined {
  const parts = folder === root ? [] : folder.slice(root.length + 1).split("/");
  if (folder !== root && !folder.startsWith(`${root}/`)) return undefined;
  for (const part of relative.replaceAll("\\", "/").split("/")) {
    if (part === "" || part === ".") continue;
    if (part !== "..") parts.push(part);
    else if (parts.pop() === undefined) return undefined;
  }
  return [root, ...parts].join("/");
}
