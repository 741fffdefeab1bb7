import assert from "node:assert/strict";
import { writeFileSync } from "node:fs";
import { join, resolve } from "node:path";
import { pathToFileURL } from "node:url";
import { answersWell } from "./clients.js";
import type { Message } from "./rawServer.js";
import { type Talk, talkOver } from "./talk.js";
import { overStdio } from "./wires.js";

interface Found {
  readonly code: string;
  readonly range: unknown;
}

/** An editor with a server of its own, in which one draft of a folder lies open. */
export interface Desk {
  readonly talk: Talk;
  /** The places that the server has found fault with. */
  readonly found: readonly Found[];
  /** Asks to ignore one of them. */
  ignore(one: Found | undefined, reason: string): Promise<Message | undefined>;
  makeIndex(): Promise<Message | undefined>;
  ask(method: string, params?: object): Promise<Message | undefined>;
  /** With SIGKILL, sent before this returns. */
  kill(): Promise<void>;
}

const ITEMS = 40;
/** So many of them name nobody: a place for each is found. */
const NAMELESS = 10;
/** Longer than anybody waits for a lock that another holds. */
const PATIENCE_MS = 30_000;

/** A draft of the `k`th office. */
export function draftOf(k: number): string {
  const items = Array.from(
    { length: ITEMS },
    (_, i) =>
      `${i + 1}.筹办第${k}组的第${i + 1}场义诊。会前备好器械，会后收好名单。\n${i < NAMELESS ? "" : "责任科室：医政科\n"}`,
  );
  return `云岭市第${k}医院2026年工作要点\n一、重点任务\n${items.join("")}`;
}

export function nameOf(k: number): string {
  return `云岭市第${k}医院2026年工作要点.plan`;
}

export async function openDesk(folder: string, k: number): Promise<Desk> {
  writeFileSync(join(folder, nameOf(k)), draftOf(k));
  const wire = overStdio([resolve("dist/server.js"), "--stdio"], folder);
  const talk = talkOver(wire, answersWell, PATIENCE_MS);
  const home = pathToFileURL(folder).href;
  const textDocument = { uri: pathToFileURL(join(folder, nameOf(k))).href };
  await talk.ask("initialize", {
    processId: null,
    rootUri: home,
    workspaceFolders: [{ uri: home, name: "w" }],
    capabilities: {
      workspace: { configuration: true, workspaceFolders: true },
      textDocument: { diagnostic: {} },
    },
  });
  talk.notify("initialized", {});
  talk.notify("textDocument/didOpen", {
    textDocument: { ...textDocument, languageId: "policy-plan", version: 1, text: draftOf(k) },
  });
  const ask: Desk["ask"] = (method, params = {}) =>
    talk.ask(method, { textDocument, ...textDocument, ...params });
  const command = (name: string, more: object = {}): Promise<Message | undefined> =>
    ask("workspace/executeCommand", {
      command: `hegao.server.${name}`,
      arguments: [{ ...textDocument, ...more }],
    });
  const { items: found } = (await ask("textDocument/diagnostic"))?.result as {
    readonly items: readonly Found[];
  };
  assert.equal(found.length, NAMELESS, JSON.stringify(found).slice(0, 300));
  return {
    talk,
    found,
    ask,
    ignore: (one, reason) => command("ignoreHere", { rule: one?.code, range: one?.range, reason }),
    makeIndex: () => command("makeIndex"),
    kill: () => wire.stop(),
  };
}
