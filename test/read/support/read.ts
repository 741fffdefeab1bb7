import assert from "node:assert/strict";
import type { ReadSuccess, RefusalCode } from "../../../server/src/read/model.js";
import { nodeHost } from "../../../server/src/read/node.js";
import { readDocument } from "../../../server/src/read/readDocument.js";

/** Reads as the desktop does, and expects it to succeed. */
export async function read(bytes: Uint8Array, name: string): Promise<ReadSuccess> {
  const result = await readDocument(bytes, name, nodeHost);
  if (!result.ok) assert.fail(`${name}: ${result.reason.code} ${JSON.stringify(result.reason.data)}`);
  return result;
}

export async function refusal(bytes: Uint8Array, name: string): Promise<RefusalCode | undefined> {
  const result = await readDocument(bytes, name, nodeHost);
  return result.ok ? undefined : result.reason.code;
}

export function utf8(text: string): Uint8Array {
  return new TextEncoder().encode(text);
}
