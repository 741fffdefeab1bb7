import assert from "node:assert/strict";
import {
  existsSync,
  mkdirSync,
  readdirSync,
  readFileSync,
  renameSync,
  rmSync,
  utimesSync,
  writeFileSync,
} from "node:fs";
import { join } from "node:path";
import { setImmediate, setTimeout as pause } from "node:timers/promises";
import { type Folder, folderWith } from "../cli/hegao.js";
import { type Desk, openDesk } from "./support/desk.js";
import { type Onlooker, onlookerOf } from "./support/onlooker.js";
import { randomOf } from "./support/random.js";
import type { Message } from "./support/rawServer.js";

/** `npm run fuzz` asks for more, with another seed. */
const MORE = Math.max(1, Math.round(Number(process.env["HEGAO_FUZZ"] ?? 1)));
const SEED = Number(process.env["HEGAO_SEED"] ?? 11);
/** Ignored long ago, for drafts that stand behind all others in the file: whoever adds one moves them. */
const OLD = 200;
const LONGEST_MS = 250;
/** A lock that the dead have left is no reason to wait, and one that is waited for takes ten seconds. */
const AT_ONCE_MS = 5_000;
const LOCK = ".ignores.json.lock";
const IGNORES = "ignores.json";

describe("几个语言服务在同一个文件夹里写，随时被 kill -9：文件完整，一条不丢", function () {
  this.timeout(0);
  let folder: Folder;
  let home: string;
  let onlooker: Onlooker;
  const desks: Desk[] = [];
  const sit = async (...offices: readonly number[]): Promise<readonly Desk[]> => {
    const seated = await Promise.all(offices.map((k) => openDesk(folder.path, k)));
    desks.push(...seated);
    return seated;
  };
  beforeEach(() => {
    folder = folderWith({ [join(".hegao", IGNORES)]: longAgo() });
    home = join(folder.path, ".hegao");
    onlooker = onlookerOf(home);
  });
  afterEach(async () => {
    await Promise.all(desks.splice(0).map((desk) => desk.kill()));
    const { broken, looks } = await onlooker.stop();
    folder.remove();
    assert.deepEqual(broken, []);
    assert.ok(looks > 0, "nobody has looked");
  });

  it("三个服务同时忽略各自的问题：条条答应，条条都在，旁边不留东西", async () => {
    for (let round = 0; round < MORE; round++) {
      const seated = await sit(3 * round, 3 * round + 1, 3 * round + 2);
      const answers = await Promise.all(
        seated.flatMap((desk, k) => desk.found.map((one, i) => desk.ignore(one, `${round}-${k}-${i}`))),
      );
      assert.deepEqual(new Set(answers.map((answer) => answer?.result)), new Set([true]));
      assert.equal(reasonsIn(home).size, OLD + (round + 1) * answers.length);
      assert.deepEqual(readdirSync(home), [IGNORES]);
      await Promise.all(desks.splice(0).map((desk) => desk.kill()));
    }
  });

  it("写到一半被杀，锁和半截都留在旁边：下一个服务立刻照写，旁边的收走", async () => {
    let left = 0;
    for (let round = 0; round < 2 * MORE; round++) {
      const [killed, next] = await sit(2 * round, 2 * round + 1);
      void killed?.ignore(killed.found[0], `被杀 ${round}`);
      await lockSeen(home);
      await killed?.kill();
      if (existsSync(join(home, LOCK))) left++;
      for (const name of readdirSync(home).filter((one) => one.endsWith(".tmp")))
        utimesSync(join(home, name), 0, 0);
      const start = performance.now();
      assert.equal((await next?.ignore(next.found[0], `接着写 ${round}`))?.result, true);
      assert.ok(performance.now() - start < AT_ONCE_MS, `${performance.now() - start} ms`);
      assert.ok(reasonsIn(home).has(`接着写 ${round}`));
      assert.deepEqual(readdirSync(home), [IGNORES]);
      await next?.kill();
    }
    assert.ok(left > 0, "nobody was killed with a lock in hand");
  });

  it("什么时候被杀都行：答应过的都在，活着的有问必答", async () => {
    const next = randomOf(SEED);
    const promised = new Set<string>();
    for (let round = 0; round < 3 * MORE; round++) {
      const [killed, living] = await sit(2 * round, 2 * round + 1);
      assert.ok(killed && living);
      const first = work(killed, `甲${round}`, promised);
      const second = work(living, `乙${round}`, promised);
      await pause(next(LONGEST_MS));
      await killed.kill();
      await Promise.race([first, pause(0)]);
      assert.deepEqual(new Set((await second).map((answer) => answer?.error)), new Set([undefined]));
      assert.deepEqual(living.talk.late, []);
      assert.ok(promised.has(`乙${round}-${living.found.length - 1}`), [...promised].join(" "));
      await living.kill();
      const kept = reasonsIn(home);
      assert.deepEqual(
        [...promised].filter((one) => !kept.has(one)),
        [],
      );
    }
  });

  it("文件夹没有了（共享盘断开）：不凭空放回一个空的，有问必答；回来了照样写", async () => {
    for (let round = 0; round < MORE; round++) {
      const [desk] = await sit(round);
      assert.ok(desk);
      const open: Promise<Message | undefined>[] = [];
      const chat = async (): Promise<void> => {
        open.push(desk.ask("hegao/compare"), desk.ask("workspace/symbol", { query: "" }));
        open.push(desk.makeIndex(), desk.ignore(desk.found[open.length % desk.found.length], "不在"));
        await pause(10);
      };
      for (let i = 0; i < 5; i++) await chat();
      // At one stroke, as a share goes: what the server writes meanwhile has no place, or goes with it.
      renameSync(folder.path, `${folder.path}-gone`);
      rmSync(`${folder.path}-gone`, { recursive: true });
      for (let i = 0; i < 10; i++) await chat();
      await Promise.all(open);
      assert.equal(existsSync(folder.path), false, "the folder is there again");
      mkdirSync(home, { recursive: true });
      writeFileSync(join(home, IGNORES), longAgo());
      assert.equal((await desk.ignore(desk.found.at(-1), "回来了"))?.result, true);
      assert.ok(reasonsIn(home).has("回来了"));
      assert.deepEqual(desk.talk.late, []);
      assert.equal(desk.talk.wire.ended(), undefined, desk.talk.wire.complaints());
      await desk.kill();
    }
  });
});

function longAgo(): string {
  const entries = Array.from({ length: OLD }, (_, i) => ({
    rule: "numbering-gap",
    file: `雾岛${i}.plan`,
    reason: `旧${i}`,
  }));
  return JSON.stringify({ version: 1, entries });
}

function reasonsIn(home: string): Set<string> {
  const { entries } = JSON.parse(readFileSync(join(home, IGNORES), "utf8")) as {
    readonly entries: readonly { readonly reason: string }[];
  };
  return new Set(entries.map(({ reason }) => reason));
}

/** Looks as often as can be; in between the server is answered what it asks. */
async function lockSeen(home: string): Promise<void> {
  for (const end = Date.now() + AT_ONCE_MS; !existsSync(join(home, LOCK)) && Date.now() < end;)
    await setImmediate();
}

/** Ignores one place after the other, with an index made now and then; notes what was promised. */
async function work(
  desk: Desk,
  name: string,
  promised: Set<string>,
): Promise<readonly (Message | undefined)[]> {
  const answers: (Message | undefined)[] = [];
  for (const [i, one] of desk.found.entries()) {
    if (i % 3 === 0) answers.push(await desk.makeIndex());
    const answer = await desk.ignore(one, `${name}-${i}`);
    if (answer?.result === true) promised.add(`${name}-${i}`);
    answers.push(answer);
  }
  return answers;
}
