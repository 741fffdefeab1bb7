import assert from "node:assert/strict";
import {
  cpSync,
  existsSync,
  mkdirSync,
  mkdtempSync,
  readFileSync,
  rmSync,
  statSync,
  truncateSync,
  writeFileSync,
} from "node:fs";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";
import { setTimeout as pause } from "node:timers/promises";
import { pathToFileURL } from "node:url";
import type { CodeLens } from "vscode-languageserver/node";
import type {
  AnswerParams,
  ComparedItem,
  CompareResult,
  ExportParams,
  ExportResult,
  LedgerTable,
  OverviewNode,
} from "../../server/src/lsp/protocol.js";
import * as lsp from "./lspClient.js";

const DRAFT = "2026/云岭市教育局2026年工作要点.plan";

describe("语言服务：与往年比较", () => {
  let folder: string;
  let client: lsp.LspClient;
  let uri: string;
  let text: string;

  before(async () => {
    folder = mkdtempSync(join(tmpdir(), "hegao-compare-"));
    cpSync("examples/bureau", folder, { recursive: true });
    const path = join(folder, DRAFT);
    uri = pathToFileURL(path).href;
    text = readFileSync(path, "utf8");
    client = await lsp.startClient({
      capabilities: lsp.pushed,
      folders: [pathToFileURL(folder).href],
      initializationOptions: { showsPlaces: true },
    });
    await lsp.open(client, uri, text);
  });
  after(async () => {
    await client.stop();
    rmSync(folder, { recursive: true, force: true });
  });

  const ask = <R>(method: string, params: object): Promise<R> =>
    client.connection.sendRequest<R>(method, params);
  const compare = (): Promise<CompareResult> => ask("hegao/compare", { uri });

  it("找到上年与前年，不把五年规划当作上年", async () => {
    const { years, title, planYears } = await compare();
    assert.deepEqual([title, planYears], ["云岭市教育局2026年工作要点", [2026, 2026]]);
    assert.deepEqual(
      years.map((year) => year.planYears),
      [
        [2025, 2025],
        [2024, 2024],
      ],
    );
  });

  it("每一条都有去向，计数与树一致，两边的文字一字不差", async () => {
    const [year] = (await compare()).years;
    assert.ok(year);
    const items = flat(year.items);
    for (const [fate, count] of Object.entries(year.counts))
      assert.equal(items.filter((item) => item.fate === fate).length, count, fate);
    for (const { pairs } of items) {
      for (const { now } of pairs) assert.ok(text.includes(now.map((piece) => piece.text).join("")));
    }
    assert.ok(items.some((item) => /承2025年.*改\d+字/.test(item.summary)));
    assert.ok(items.some((item) => item.fate === "dropped" && item.pairs[0]?.now.length === 0));
  });

  it("撤并的章：列出名称、位置和任务现在何处", async () => {
    const { years, names } = await compare();
    assert.equal(names.dissolved, "章节撤并");
    const moved = await ask<CompareResult | null>("hegao/compare", { uri: await dissolvedDraft() });
    assert.deepEqual(
      moved?.years.map((year) => year.dissolved.map(({ name, places }) => [name, ...places])),
      [[["二、强化治理", "一、办好学校"]]],
    );
    assert.deepEqual(moved.years[0]?.dissolved[0]?.range.start.line, 3);
    assert.ok(years.every((year) => year.dissolved.length === 0));
  });

  /** A draft into whose first chapter the second one of last year went. */
  async function dissolvedDraft(): Promise<string> {
    const tasks = [
      "（一）扩大学位供给。新建小学四所，改建食堂。",
      "（二）规范校外培训。开展联合检查，公布白名单。",
      "（三）整治校园周边。清理占道摊点，增设护学岗。",
    ];
    const head = (year: number): string => `青山区教育局${year}年工作要点\n一、办好学校\n`;
    const path = join(folder, "青山", "2026", "青山区教育局2026年工作要点.plan");
    const earlier = join(folder, "青山", "2025", "青山区教育局2025年工作要点.plan");
    for (const file of [path, earlier]) mkdirSync(dirname(file), { recursive: true });
    const renumbered = tasks.slice(1).map((task, i) => `（${"一二"[i]}）${task.slice(3)}`);
    writeFileSync(earlier, `${head(2025)}${tasks[0]}\n二、强化治理\n${renumbered.join("\n")}\n`);
    const draft = `${head(2026)}${tasks.join("\n")}\n`;
    writeFileSync(path, draft);
    const of = pathToFileURL(path).href;
    await lsp.open(client, of, draft);
    return of;
  }

  it("往年的问题随诊断给出，改稿时不闪、不移位", async () => {
    const before = await lsp.pushedFor(client, uri, (rules) => rules.includes("task-dropped"));
    const lowered = before.find((one) => one.code === "target-lowered" || one.code === "task-dropped");
    assert.ok(lowered);
    await lsp.change(client, uri, { version: 2, range: lsp.lineRange(0, 0, 0), text: "\n\n" });
    const now = await lsp.pushedFor(client, uri, () => client.published.get(uri)?.version === 2);
    const same = now.find((one) => one.message === lowered.message);
    assert.equal(same?.range.start.line, lowered.range.start.line + 2);
    await lsp.change(client, uri, {
      version: 3,
      range: { start: { line: 0, character: 0 }, end: { line: 2, character: 0 } },
      text: "",
    });
  });

  it("对删去的任务作答：写入 .hegao/answers.json，问题随之消失，可以收回", async () => {
    const [year] = (await compare()).years;
    const dropped = flat(year?.items ?? []).find((item) => item.fate === "dropped");
    assert.ok(year && dropped);
    const file = join(folder, ".hegao", "answers.json");
    assert.equal(existsSync(file), false);
    const params: AnswerParams = {
      uri,
      earlier: year.uri,
      id: dropped.id,
      answer: { kind: "done", note: "已验收" },
    };
    assert.equal(await ask("hegao/answer", params), true);
    const { entries } = JSON.parse(readFileSync(file, "utf8")) as { entries: Record<string, string>[] };
    assert.deepEqual(
      entries.map(({ draft, earlier, title, answer, note }) => [draft, earlier, title, answer, note]),
      [
        [
          "2026/云岭市教育局2026年工作要点.plan",
          "2025/云岭市教育局2025年工作要点.plan",
          dropped.title,
          "done",
          "已验收",
        ],
      ],
    );
    const again = flat((await compare()).years[0]?.items ?? []).find((item) => item.id === dropped.id);
    assert.deepEqual(again?.answer, { kind: "done", note: "已验收" });
    await lsp.pushedFor(
      client,
      uri,
      () =>
        !client.published
          .get(uri)
          ?.diagnostics.some((one) => String(one.message).includes(`${dropped.title}”今年没有`)),
    );
    assert.equal(await ask("hegao/answer", { ...params, answer: null }), true);
    assert.deepEqual(JSON.parse(readFileSync(file, "utf8")).entries, []);
    rmSync(join(folder, ".hegao"), { recursive: true });
  });

  it("读不懂的答复文件不被盖掉；不认识的条目与答复不写", async () => {
    const [year] = (await compare()).years;
    const params = { uri, earlier: year?.uri, id: "e99999", answer: { kind: "done", note: "" } };
    assert.equal(await ask("hegao/answer", params), false);
    assert.equal(await ask("hegao/answer", { ...params, answer: { kind: "unheard", note: "" } }), false);
    assert.equal(existsSync(join(folder, ".hegao")), false);
    const dropped = flat(year?.items ?? []).find((item) => item.fate === "dropped");
    cpSync("test", join(folder, ".hegao"), { recursive: true, filter: (from) => from === "test" });
    const file = join(folder, ".hegao", "answers.json");
    writeFileSync(file, "<<<<<<< 冲突");
    assert.equal(await ask("hegao/answer", { ...params, id: dropped?.id }), null);
    assert.equal(readFileSync(file, "utf8"), "<<<<<<< 冲突");
    // Too large to be read.
    truncateSync(file, 33 * 1024 * 1024);
    assert.equal(await ask("hegao/answer", { ...params, id: dropped?.id }), null);
    assert.equal(statSync(file).size, 33 * 1024 * 1024);
    rmSync(join(folder, ".hegao"), { recursive: true });
  });

  it("指标系列跨三年，带小图，图中无脚本", async () => {
    const { series } = await compare();
    const long = series.filter((one) => new Set(one.points.map((point) => point.source)).size >= 3);
    assert.ok(long.length > 0);
    assert.ok(series.some((one) => one.change === "raised" && one.chart.startsWith("<svg")));
    assert.ok(series.every((one) => !/<script|on\w+=/i.test(one.chart)));
  });

  it("导出比较：html、md、xlsx", async () => {
    const exported = (format: ExportParams["format"]): Promise<ExportResult> =>
      ask("hegao/export", { uri, what: "comparison", format, madeOn: "2026年1月5日" });
    const html = await exported("html");
    assert.equal(html.name, "云岭市教育局2026年工作要点往年比较.html");
    assert.match(Buffer.from(html.base64, "base64").toString(), /2026年1月5日/);
    assert.match(Buffer.from((await exported("md")).base64, "base64").toString(), /^# /);
    assert.equal(Buffer.from((await exported("xlsx")).base64, "base64").toString("latin1", 0, 2), "PK");
  });

  it("责任分工表与指标台账：每行有位置，导出 csv 与 xlsx", async () => {
    const tasks = await ask<LedgerTable>("hegao/tasks", { uri });
    const lines = text.split("\n");
    for (const { cells, range } of tasks.rows)
      assert.ok(lines[range.start.line]?.includes(String(cells[3]).slice(-4)), String(cells[3]));
    const targets = await ask<LedgerTable>("hegao/targets", { uri });
    assert.ok(tasks.rows.length > 10 && targets.rows.length > 10);
    const known = targets.columns.indexOf("规划值");
    assert.deepEqual(targets.columns.slice(known - 1, known + 2), ["年份", "规划值", "规划年份"]);
    const rate = targets.rows.find(({ cells }) => cells[1] === "普惠性幼儿园覆盖率");
    assert.deepEqual(rate?.cells.slice(known, known + 2), ["95%以上", 2030]);
    const plain = await ask<ExportResult>("hegao/export", { uri, what: "targets", format: "csv" });
    assert.match(Buffer.from(plain.base64, "base64").toString(), /,年份,规划值,规划年份,/);
    const csv = await ask<ExportResult>("hegao/export", { uri, what: "tasks", format: "csv" });
    assert.match(Buffer.from(csv.base64, "base64").toString(), /^\uFEFF序号,/);
    const both = await ask<ExportResult>("hegao/export", { uri, what: "tables", format: "xlsx" });
    assert.equal(both.name, "云岭市教育局2026年工作要点责任分工表与指标台账.xlsx");
    assert.equal(await ask("hegao/export", { uri, what: "tables", format: "csv" }), null);
  });

  it("与所在时期的规划比：只此一份，不要答复；往年的结果与问题不受影响", async () => {
    const before = await compare();
    assert.deepEqual([before.against, before.message], ["earlier", ""]);
    assert.deepEqual(
      before.around.map(({ against, title }) => [against, title]),
      [["five-year", "云岭市教育事业发展“十五五”规划"]],
    );
    const long = await ask<CompareResult>("hegao/compare", { uri, against: "five-year" });
    assert.deepEqual(
      long.years.map((year) => [year.uri, year.planYears]),
      [[before.around[0]?.uri, [2026, 2030]]],
    );
    assert.deepEqual([long.against, long.message, long.around], ["five-year", "", before.around]);
    const dropped = flat(long.years[0]?.items ?? []).find((item) => item.fate === "dropped");
    assert.deepEqual([before.names.fates.dropped, before.names.other], ["今年无", "往年"]);
    assert.deepEqual([long.names.fates.dropped, long.names.other], ["规划有、本年未列", "规划"]);
    const summaries = flat(long.years[0]?.items ?? []).map(({ summary }) => summary);
    assert.ok(summaries.some((summary) => /^对应规划.*，\d+字不同/.test(summary)));
    assert.ok(!summaries.some((summary) => /承|改\d|→|增加|减少/.test(summary)));
    assert.ok(long.series.every(({ changeName }) => !/调|提|持平/.test(changeName)));
    assert.ok(dropped && long.series.some((one) => one.points.some(({ year }) => year === "2030")));
    const answer = { kind: "done", note: "" };
    assert.equal(
      await ask("hegao/answer", { uri, earlier: long.years[0]?.uri, id: dropped.id, answer }),
      false,
    );
    assert.deepEqual(await compare(), before);
    const params = { uri, what: "comparison", format: "md", against: "five-year" };
    const file = await ask<ExportResult>("hegao/export", params);
    assert.equal(file.name, "云岭市教育局2026年工作要点与规划比较.md");
    assert.match(Buffer.from(file.base64, "base64").toString(), /与规划对照报告[^]*“十五五”规划/);
  });

  it("没有上级的文稿就说没有，不认识的对象说可以写什么；放进来就比得到", async () => {
    const superior = (): Promise<CompareResult> => ask("hegao/compare", { uri, against: "superior" });
    const none = await superior();
    assert.deepEqual([none.years, none.against], [[], "superior"]);
    assert.equal(none.message, "没有在本稿旁边找到上级的文稿");
    const odd = await ask<CompareResult>("hegao/compare", { uri, against: "neighbour" });
    assert.deepEqual(odd.years, []);
    assert.match(odd.message, /neighbour.*five-year/);
    const unknown = { uri, what: "comparison", format: "md", against: "neighbour" };
    assert.equal(await ask("hegao/export", unknown), null);
    const path = join(folder, "规划", "南岭省教育厅2026年工作要点.plan");
    writeFileSync(path, "南岭省教育厅2026年工作要点\n一、重点任务\n（一）推进星空观测。建设观测站十座。\n");
    client.connection.sendNotification("workspace/didChangeWatchedFiles", {
      changes: [{ uri: pathToFileURL(path).href, type: 1 }],
    });
    const found = await eventually(superior, ({ years }) => years.length > 0);
    assert.deepEqual(
      found.around.map(({ against }) => against),
      ["five-year", "superior"],
    );
    assert.equal(found.years[0]?.title, "南岭省教育厅2026年工作要点");
    assert.equal(found.names.fates.dropped, "上级有、本稿未列");
    rmSync(path);
  });

  it("总览的树带科室与目标", async () => {
    const nodes = await ask<OverviewNode[]>("hegao/outline", { uri });
    const all = (list: readonly OverviewNode[]): OverviewNode[] =>
      list.flatMap((node) => [node, ...all(node.children)]);
    assert.ok(all(nodes).some((node) => node.departments.length > 0));
    assert.ok(all(nodes).some((node) => node.targets.some((target) => target.text.includes("%"))));
  });

  it("只能发命令的编辑器得到同样的结果", async () => {
    const { executeCommandProvider: offered } = client.initialized.capabilities;
    for (const name of ["compare", "export", "answer", "tasks", "targets", "outline"])
      assert.ok(offered?.commands.includes(`hegao.server.${name}`), name);
    const byCommand = await ask("workspace/executeCommand", {
      command: "hegao.server.compare",
      arguments: [{ uri }],
    });
    assert.deepEqual(byCommand, await compare());
  });

  it("章节与条目之上写明承接上年的哪一条、改了多少", async () => {
    await compare();
    const lenses = await client.connection.sendRequest<CodeLens[]>("textDocument/codeLens", {
      textDocument: { uri },
    });
    assert.ok(lenses.some((lens) => /^承2025年.*改\d+字/.test(lens.command?.title ?? "")));
  });

  it("没有打开的文稿一律答 null，空参数也不出错", async () => {
    for (const method of ["compare", "tasks", "targets", "outline", "export"]) {
      assert.equal(await ask(`hegao/${method}`, { uri: "file:///nowhere.plan" }), null, method);
      assert.equal(await ask(`hegao/${method}`, {}), null, method);
    }
    assert.equal(await ask("hegao/answer", {}), false);
  });
});

async function eventually<R>(ask: () => Promise<R>, enough: (now: R) => boolean): Promise<R> {
  for (;;) {
    const now = await ask();
    if (enough(now)) return now;
    await pause(20);
  }
}

function flat(items: readonly ComparedItem[]): ComparedItem[] {
  return items.flatMap((item) => [item, ...flat(item.children)]);
}
