import type { ExtensionContext } from "vscode";
import { LanguageClient, TransportKind } from "vscode-languageclient/node";
import { lendFiles } from "./lendFiles.js";
import { startExtension } from "./extension.js";
import type { Running } from "./running.js";

/** The entry on a desktop or a remote machine: the server is a Node process of its own. */
export function activate(context: ExtensionContext): Promise<Running> {
  return startExtension(context, (options) => {
    const module = context.asAbsolutePath("dist/server.js");
    const run = { module, transport: TransportKind.ipc };
    const client = new LanguageClient(
      "hegao",
      "核稿",
      { run, debug: { ...run, options: { execArgv: ["--nolazy", "--inspect=6009"] } } },
      options,
    );
    // The server reads this machine's files itself; those of a virtual folder only the editor can read.
    const carry = (bytes: Uint8Array): string => Buffer.from(bytes).toString("base64");
    context.subscriptions.push(lendFiles(client, { carry }));
    return client;
  });
}
