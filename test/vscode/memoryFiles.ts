import * as vscode from "vscode";

/** A folder that no disk has, as a repository opened from afar is: just enough of a file system to be read and written. */
export function memoryFiles(files: Map<string, Uint8Array>): vscode.FileSystemProvider {
  const changed = new vscode.EventEmitter<vscode.FileChangeEvent[]>();
  const below = (path: string): string[] => [...files.keys()].filter((name) => name.startsWith(`${path}/`));
  const told = (uri: vscode.Uri, type: vscode.FileChangeType): void => changed.fire([{ uri, type }]);
  const mtime = new Map<string, number>();
  return {
    onDidChangeFile: changed.event,
    watch: () => ({ dispose: () => undefined }),
    stat({ path }) {
      const bytes = files.get(path);
      const times = { ctime: 0, mtime: mtime.get(path) ?? 0 };
      if (bytes) return { type: vscode.FileType.File, size: bytes.length, ...times };
      if (below(path).length === 0) throw vscode.FileSystemError.FileNotFound(path);
      return { type: vscode.FileType.Directory, size: 0, ...times };
    },
    readDirectory({ path }) {
      const names = new Map<string, vscode.FileType>();
      for (const file of below(path)) {
        const [name = "", ...deeper] = file.slice(path.length + 1).split("/");
        names.set(name, deeper.length > 0 ? vscode.FileType.Directory : vscode.FileType.File);
      }
      return [...names];
    },
    readFile(uri) {
      const bytes = files.get(uri.path);
      if (!bytes) throw vscode.FileSystemError.FileNotFound(uri);
      return bytes;
    },
    writeFile(uri, content) {
      const type = files.has(uri.path) ? vscode.FileChangeType.Changed : vscode.FileChangeType.Created;
      files.set(uri.path, content);
      mtime.set(uri.path, (mtime.get(uri.path) ?? 0) + 1);
      told(uri, type);
    },
    delete(uri) {
      files.delete(uri.path);
      told(uri, vscode.FileChangeType.Deleted);
    },
    createDirectory: () => undefined,
    rename: () => undefined,
  };
}
