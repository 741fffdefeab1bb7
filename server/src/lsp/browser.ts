import {
  BrowserMessageReader,
  BrowserMessageWriter,
  createConnection,
  ProposedFeatures,
} from "vscode-languageserver/browser";
import { createTextComparer, type TextComparer } from "../service/compareTexts.js";
import { loadWords } from "../service/loadWords.js";
import { type ClientFiles, createClientFiles } from "./clientFiles.js";
import type { Comparer } from "./comparer.js";
import { createMessageGate } from "./messageGate.js";
import { startServer } from "./server.js";
import { turn } from "./turn.js";

/** The server in a web worker; whatever it needs to read it reads through the editor. */
const scope = globalThis as unknown as ConstructorParameters<typeof BrowserMessageWriter>[0] &
  ConstructorParameters<typeof BrowserMessageReader>[0];
const gate = createMessageGate();
const connection = createConnection(
  ProposedFeatures.all,
  new BrowserMessageReader(scope),
  new BrowserMessageWriter(scope),
  gate.options,
);
const { files, readText, segmenter } = createClientFiles(connection);
startServer({
  connection,
  gate,
  own: async () => ({ readText, files, comparer: () => createWorkerComparer(segmenter) }),
});

/** This is a worker already: comparisons take their turn here, with words from the WebAssembly segmenter. */
function createWorkerComparer(segmenter: ClientFiles["segmenter"]): Comparer {
  let ready: Promise<TextComparer> | undefined;
  const load = async (userWords: readonly string[]): Promise<TextComparer> => {
    const wasm = await segmenter().catch(() => undefined);
    const words = wasm && (await loadWords({ userWords, engines: ["jieba-wasm"], wasm: async () => wasm }));
    return createTextComparer(words);
  };
  return {
    async compare(task) {
      ready ??= load(task.roster.flatMap(({ full, aliases = [] }) => [full, ...aliases]));
      const compare = await ready;
      // Whatever is waiting in the pipe goes first.
      await turn();
      return compare(task);
    },
    dispose: () => undefined,
  };
}
