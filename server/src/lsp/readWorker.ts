import { nodeHost } from "../read/node.js";
import { answerInThread } from "./answerInThread.js";
import { readHere } from "./documentReader.js";

export interface ReadTask {
  readonly bytes: Uint8Array;
  readonly name: string;
}

/** The thread that reads Word documents and web pages: a few kilobytes of them may hold work for many seconds. */
answerInThread(({ bytes, name }: ReadTask) => readHere(bytes, name, nodeHost));
