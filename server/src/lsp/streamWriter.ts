import { createKeptJson } from "./keptJson.js";
import { Emitter, type Message, type MessageWriter } from "vscode-languageserver/node";

/**
 * Writes messages to a stream, each at once and in one piece. The library's own writer lets whatever else is due have its
 * turn before it writes: what was found would wait until the outline is made as well.
 */
export function createStreamWriter(stream: NodeJS.WritableStream): MessageWriter {
  const failed = new Emitter<[Error, Message | undefined, number | undefined]>();
  const closed = new Emitter<void>();
  const json = createKeptJson();
  let failures = 0;
  stream.on("error", (error: Error) => failed.fire([error, undefined, undefined]));
  stream.on("close", () => closed.fire());
  const send = (message: Message): Promise<void> =>
    new Promise((done, fail) =>
      stream.write(framed(json(message)), (error) => (error ? fail(error) : done())),
    );
  return {
    onError: failed.event,
    onClose: closed.event,
    write: (message) =>
      send(message).catch((error: unknown) => {
        failed.fire([error instanceof Error ? error : new Error(String(error)), message, ++failures]);
        throw error;
      }),
    end: () => stream.end(),
    dispose() {
      failed.dispose();
      closed.dispose();
    },
  };
}

/** The pieces of a body behind the header that tells their length. */
function framed(pieces: readonly Uint8Array[]): Uint8Array {
  const length = pieces.reduce((sum, piece) => sum + piece.length, 0);
  return Buffer.concat([Buffer.from(`Content-Length: ${length}\r\n\r\n`), ...pieces]);
}
