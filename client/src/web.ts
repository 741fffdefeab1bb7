import { type ExtensionContext, Uri } from "vscode";
import {
  BrowserMessageReader,
  BrowserMessageWriter,
  LanguageClient,
  type MessageTransports,
} from "vscode-languageclient/browser";
import { startExtension } from "./extension.js";
import type { Running } from "./running.js";
import { lendFiles } from "./lendFiles.js";

interface WebWorker {
  terminate(): void;
}

/** Of a browser's globals only this one is used; the types of a whole page would let anything slip into the extension. */
const { Worker } = globalThis as unknown as { readonly Worker: new (address: string) => WebWorker };

/** The entry in a browser: the server is a web worker, and reads its files through this editor. */
export function activate(context: ExtensionContext): Promise<Running> {
  const bundle = (name: string): Uri => Uri.joinPath(context.extensionUri, "dist", name);
  let worker: WebWorker | undefined;
  // A worker does not end by itself where a server would exit, so the last one goes when the next one comes.
  const startWorker = async (): Promise<MessageTransports> => {
    worker?.terminate();
    worker = new Worker(bundle("browserServer.js").toString(true));
    // The client would ask whether this is a `Worker`; in the extension host it is the editor's own kind.
    return { reader: new BrowserMessageReader(worker), writer: new BrowserMessageWriter(worker) };
  };
  return startExtension(context, (options) => {
    const client = new LanguageClient("hegao", "核稿", startWorker, options);
    const lent = lendFiles(client, { carry: (bytes) => bytes, segmenter: bundle("jieba_rs_wasm_bg.wasm") });
    context.subscriptions.push(lent, { dispose: () => worker?.terminate() });
    return client;
  });
}
