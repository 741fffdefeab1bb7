import { join } from "node:path";
import type { Command } from "../command.js";

/** The server is a program of its own beside this one; it serves until the client says `exit`. */
export const lsp: Command = {
  usage: { "zh-CN": "lsp --stdio", en: "lsp --stdio" },
  options: {
    stdio: {
      type: "boolean",
      help: {
        "zh-CN": "经标准输入输出（默认，也是唯一方式）",
        en: "Over standard input and output (the only way)",
      },
    },
  },
  async run() {
    // Found at run time: the two bundles share a folder, and the server's library is no part of this one.
    const server: string = join(__dirname, "..", "server.js");
    await import(server);
    return await new Promise<never>(() => undefined);
  },
};
