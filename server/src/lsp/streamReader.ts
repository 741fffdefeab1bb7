import {
  type DataCallback,
  Emitter,
  type Message,
  type MessageReader,
  type PartialMessageInfo,
} from "vscode-languageserver/node";
import { createFrames } from "./frames.js";

/**
 * Reads messages from a stream. The library's own reader never finds a message again once a header was wrong; this one
 * skips what is damaged, tells `damaged` of it, and goes on with the next header.
 */
export function createStreamReader(
  stream: NodeJS.ReadableStream,
  damaged: (what: string) => void,
): MessageReader {
  const failed = new Emitter<Error>();
  const closed = new Emitter<void>();
  const partial = new Emitter<PartialMessageInfo>();
  stream.on("error", (error: Error) => failed.fire(error));
  stream.on("close", () => closed.fire());
  return {
    onError: failed.event,
    onClose: closed.event,
    onPartialMessage: partial.event,
    listen(callback: DataCallback) {
      const message = (value: object): void => {
        try {
          callback(value as Message);
        } catch (error) {
          // One message that nobody can handle must not take the next with it.
          failed.fire(error instanceof Error ? error : new Error(String(error)));
        }
      };
      const take = createFrames({ message, damaged });
      stream.on("data", take);
      return { dispose: () => void stream.off("data", take) };
    },
    dispose() {
      for (const one of [failed, closed, partial]) one.dispose();
    },
  };
}
