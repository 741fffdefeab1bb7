import assert from "node:assert/strict";
import {
  appendFileSync,
  cpSync,
  existsSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  writeFileSync,
} from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { pathToFileURL } from "node:url";
import { describe, it } from "mocha";
import { readHere } from "../../server/src/lsp/documentReader.js";
import { createPlainIndex, type IndexKept } from "../../server/src/lsp/earlierIndex.js";
import { createNodeIndex } from "../../server/src/lsp/nodeIndex.js";
import { noPlanFiles } from "../../server/src/lsp/planFiles.js";
import { parsePlan } from "../../server/src/plan/parsePlan.js";
import type { CompareResult, IndexAnswer } from "../../server/src/lsp/protocol.js";
import type { ClientCapabilities } from "vscode-languageserver/node";
import * as lsp from "./lspClient.js";

const DRAFT = "2026/云岭市教育局2026年工作要点.plan";
const OLD = "2024/云岭市教育局2024年工作要点.plan";

interface Stored {
  readonly entries: { readonly path: string; facts?: unknown; refusal?: unknown }[];
}

interface Desk {
  readonly folder: string;
  readonly client: lsp.LspClient;
  compare(): Promise<CompareResult>;
  /** The draft is edited, so that it is compared anew. */
  edit(): Promise<void>;
  stored(): Stored;
}

/** A folder of the example office with a server that works in it. */
async function atDesk(
  prepare: (folder: string) => void,
  work: (desk: Desk) => Promise<void>,
  workspace: ClientCapabilities["workspace"] = {},
): Promise<void> {
  const folder = mkdtempSync(join(tmpdir(), "hegao-index-"));
  cpSync("examples/bureau", folder, { recursive: true });
  prepare(folder);
  const client = await lsp.startClient({
    capabilities: {
      ...lsp.pushed,
      workspace: { ...lsp.pushed.workspace, ...workspace },
      window: { workDoneProgress: true },
    },
    folders: [pathToFileURL(folder).href],
  });
  const uri = pathToFileURL(join(folder, DRAFT)).href;
  let version = 1;
  client.connection.onRequest("window/workDoneProgress/create", () => null);
  try {
    await lsp.open(client, uri, readFileSync(join(folder, DRAFT), "utf8"));
    await work({
      folder,
      client,
      edit: () => lsp.change(client, uri, { version: ++version, range: lsp.lineRange(0, 0, 0), text: "\n" }),
      compare: () => client.connection.sendRequest<CompareResult>("hegao/compare", { uri }),
      stored: () => JSON.parse(readFileSync(indexOf(folder), "utf8")) as Stored,
    });
  } finally {
    await client.stop();
    rmSync(folder, { recursive: true, force: true });
  }
}

const indexOf = (folder: string): string => join(folder, ".hegao", "index.json");

function askFor(folder: string): void {
  mkdirSync(join(folder, ".hegao"), { recursive: true });
  writeFileSync(indexOf(folder), '{"version":1,"entries":[]}');
}

const yearsOf = ({ years }: CompareResult): number[] => years.map(({ planYears }) => planYears?.[0] ?? 0);

describe("语言服务：往年文稿的索引", () => {
  it("没有人要过索引，就什么也不写", async () => {
    let before: string[] = [];
    const all = (folder: string): string[] => readdirSync(folder, { recursive: true }).map(String).sort();
    await atDesk(
      (folder) => (before = all(folder)),
      async ({ folder, compare }) => {
        assert.deepEqual(yearsOf(await compare()), [2025, 2024]);
        assert.deepEqual(all(folder), before);
      },
    );
  });

  it("有 .hegao/index.json 就记在那里；记着的不再读，改过的读一遍", async () => {
    const refusal = { code: "internal", data: { detail: "被占用" } };
    await atDesk(askFor, async ({ compare, folder, stored }) => {
      await compare();
      const kept = stored();
      assert.ok(kept.entries.some(({ path, facts }) => path === OLD && facts !== undefined));
      const edited = kept.entries.map((one) =>
        one.path === OLD ? { ...one, facts: undefined, refusal } : one,
      );
      writeFileSync(indexOf(folder), JSON.stringify({ version: 1, entries: edited }));
      await atDesk(
        (other) => {
          rmSync(other, { recursive: true });
          cpSync(folder, other, { recursive: true, preserveTimestamps: true });
        },
        async (again) => {
          assert.deepEqual(yearsOf(await again.compare()), [2025]);
          appendFileSync(join(again.folder, OLD), "\n");
          await again.client.connection.sendNotification("workspace/didChangeWatchedFiles", {
            changes: [{ uri: pathToFileURL(join(again.folder, OLD)).href, type: 2 }],
          });
          assert.deepEqual(yearsOf(await again.compare()), [2025, 2024]);
        },
      );
    });
  });

  const watching = { didChangeWatchedFiles: { dynamicRegistration: true } };
  const elsewhere = (folder: string): void =>
    writeFileSync(join(folder, OLD), readFileSync(join(folder, OLD), "utf8").replaceAll("云岭市", "江川市"));

  it("报文件变化的客户端：改了的照它报的重看；文件夹整个没了，不报也看得出", async () => {
    await atDesk(
      () => undefined,
      async ({ folder, client, compare, edit }) => {
        assert.deepEqual(yearsOf(await compare()), [2025, 2024]);
        elsewhere(folder);
        await client.connection.sendNotification("workspace/didChangeWatchedFiles", {
          changes: [{ uri: pathToFileURL(join(folder, OLD)).href, type: 2 }],
        });
        assert.deepEqual(yearsOf(await compare()), [2025]);
        rmSync(join(folder, "2025"), { recursive: true });
        await edit();
        assert.deepEqual(yearsOf(await compare()), []);
        cpSync("examples/bureau/2025", join(folder, "2025"), { recursive: true });
        await edit();
        assert.deepEqual(yearsOf(await compare()), [2025]);
      },
      watching,
    );
  });

  it("不报文件变化的客户端：每次都看，改了的、没了的都看得出", async () => {
    await atDesk(
      () => undefined,
      async ({ folder, compare, edit }) => {
        assert.deepEqual(yearsOf(await compare()), [2025, 2024]);
        elsewhere(folder);
        await edit();
        assert.deepEqual(yearsOf(await compare()), [2025]);
        rmSync(join(folder, "2025"), { recursive: true });
        await edit();
        assert.deepEqual(yearsOf(await compare()), []);
      },
    );
  });

  it("命令建索引：说建了什么；再要一次只读变了的；文件夹里没有打开文稿也行", async () => {
    await atDesk(
      () => undefined,
      async ({ folder, client, compare, stored }) => {
        // Else the comparison after opening may come in between, and read first what has changed.
        await compare();
        const told: string[] = [];
        client.connection.onNotification("window/showMessage", ({ message }: { message: string }) => {
          told.push(message);
        });
        const make = (uri?: string): Promise<IndexAnswer> =>
          client.connection.sendRequest<IndexAnswer>("workspace/executeCommand", {
            command: "hegao.server.makeIndex",
            arguments: uri === undefined ? [] : [{ uri }],
          });
        const first = await make(pathToFileURL(join(folder, DRAFT)).href);
        assert.equal(first.file, pathToFileURL(indexOf(folder)).href);
        assert.deepEqual([first.documents, first.withYears, first.unreadable], [4, 4, 0]);
        assert.equal(stored().entries.length, 4);
        assert.match(first.message, /index\.json 已更新：文稿 4 份，其中 4 份看得出年份、0 份读不了/);
        appendFileSync(join(folder, OLD), "\n");
        writeFileSync(join(folder, "2024", "坏.docx"), "PK\u0003\u0004x");
        const again = await make();
        assert.deepEqual([again.documents, again.unreadable, again.read], [5, 1, 2]);
        const outside = await make(pathToFileURL(tmpdir()).href);
        assert.deepEqual([outside.file, outside.documents], [null, 0]);
        assert.deepEqual(told, [first.message, again.message, outside.message]);
      },
    );
  });

  it("文件夹没了（网上的盘断了）：不在原处另建一个空的；要建索引就说没有写成", async () => {
    await atDesk(askFor, async ({ folder, client, compare, edit }) => {
      await compare();
      rmSync(folder, { recursive: true });
      await edit();
      await compare();
      const answer = await client.connection.sendRequest<IndexAnswer>("workspace/executeCommand", {
        command: "hegao.server.makeIndex",
        arguments: [{ uri: pathToFileURL(join(folder, DRAFT)).href }],
      });
      assert.equal(answer.file, null);
      assert.ok(!existsSync(folder), answer.message);
    });
  });

  it("建索引可以叫停：本来没有的就不写，有的记下读过的", async () => {
    const folder = mkdtempSync(join(tmpdir(), "hegao-index-"));
    const home = pathToFileURL(folder).href;
    const names = ["甲", "乙", "丙", "丁"].map((name) => `${name}.txt`);
    for (const name of names) writeFileSync(join(folder, name), `${name}\n一、议定事项。\n`);
    const uris = names.map((name) => `${home}/${encodeURIComponent(name)}`);
    const stopAfter = (most: number): Promise<IndexKept | undefined> => {
      let done = 0;
      const progress = {
        begin: async () => undefined,
        step: () => void done++,
        isCancelled: () => done >= most,
      };
      const index = createNodeIndex(createPlainIndex(noPlanFiles, parsePlan), readHere);
      return (
        index.keep?.({ home, folders: [home], uris, isWatched: () => false, progress }) ??
        Promise.resolve(undefined)
      );
    };
    try {
      const stopped = await stopAfter(2);
      assert.deepEqual([stopped?.isWritten, stopped?.isStopped, stopped?.documents], [false, true, 2]);
      assert.equal(existsSync(indexOf(folder)), false);
      askFor(folder);
      const partly = await stopAfter(3);
      assert.deepEqual([partly?.isWritten, partly?.documents, partly?.read], [true, 3, 3]);
      assert.equal((JSON.parse(readFileSync(indexOf(folder), "utf8")) as Stored).entries.length, 3);
      const whole = await stopAfter(Infinity);
      assert.deepEqual([whole?.isWritten, whole?.documents, whole?.read], [true, 4, 1]);
    } finally {
      rmSync(folder, { recursive: true, force: true });
    }
  });

  it("正看着时报来的变化：看到的可能是改前的，下次再看一遍", async () => {
    const folder = mkdtempSync(join(tmpdir(), "hegao-index-"));
    const path = join(folder, "云岭市甲局2025年工作要点.txt");
    const [home, uri] = [pathToFileURL(folder).href, pathToFileURL(path).href];
    writeFileSync(path, "云岭市甲局2025年工作要点\n一、总体要求\n");
    try {
      const index = createNodeIndex(createPlainIndex(noPlanFiles, parsePlan), readHere);
      let asked = 0;
      const progress = { begin: async () => {}, step: () => undefined, isCancelled: () => false };
      const years = async (): Promise<unknown> => {
        // The client is asked right before a file is looked at: its word comes while that goes on.
        const isWatched = (): boolean => {
          if (++asked === 1) process.nextTick(() => index.changed([uri]));
          return true;
        };
        const facts = await index.facts({ home, folders: [home], uris: [uri], isWatched, progress });
        return facts.get(uri)?.years;
      };
      assert.deepEqual(await years(), [2025, 2025]);
      writeFileSync(path, "云岭市甲局2024年工作要点（修订）\n一、总体要求\n");
      assert.deepEqual(await years(), [2024, 2024]);
    } finally {
      rmSync(folder, { recursive: true, force: true });
    }
  });

  it("文稿多时报进度；叫停就不再读，读过的照样用；文件变了再接着读", async () => {
    const many = 900;
    const prepare = (folder: string): void => {
      askFor(folder);
      mkdirSync(join(folder, "旧稿"));
      for (let i = 0; i < many; i++)
        writeFileSync(
          join(folder, "旧稿", `会议纪要${i}.txt`),
          `会议纪要第${i}期\n一、议定事项。`.repeat(160),
        );
    };
    await atDesk(prepare, async ({ client, compare, folder, stored }) => {
      const heard: string[] = [];
      let isStopping = true;
      client.connection.onNotification("$/progress", ({ token, value }: ProgressNote) => {
        heard.push(value.kind);
        if (value.kind !== "begin" || !isStopping) return;
        assert.equal(value.cancellable, true);
        void client.connection.sendNotification("window/workDoneProgress/cancel", { token });
      });
      await compare();
      assert.deepEqual([heard[0], heard.at(-1)], ["begin", "end"]);
      const stopped = stored().entries.length;
      assert.ok(stopped < many, `${stopped} of ${many} were read`);
      isStopping = false;
      await client.connection.sendNotification("workspace/didChangeWatchedFiles", {
        changes: [{ uri: pathToFileURL(join(folder, OLD)).href, type: 2 }],
      });
      assert.deepEqual(yearsOf(await compare()), [2025, 2024]);
      assert.ok(stored().entries.length > many);
    });
  });
});

interface ProgressNote {
  readonly token: string;
  readonly value: { readonly kind: string; readonly cancellable?: boolean };
}
