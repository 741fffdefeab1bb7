import assert from "node:assert/strict";
import { readFileSync } from "node:fs";
import type { CompletionItem, CompletionList } from "vscode-languageserver/node";
import { caretIn, type Desk, startDesk, until } from "./author.js";
import { GAP } from "./drafts.js";

const LAST = GAP.replaceAll("2026", "2025").replace("新建公办幼儿园3所", "学前教育毛入园率达到95%以上");
const roster = [{ full: "基础教育科", aliases: ["基教科"] }, { full: "安全稳定科" }];
const files = {
  "云岭市教育局2025年工作要点.plan": LAST,
  "hegao.config.json": JSON.stringify({ roster, snippets: "片段" }),
  "片段/本局.json": JSON.stringify({
    例会: { prefix: ["例会", "lh"], description: "周例会", body: ["每周召开${1:工作}例会。", "$0"] },
  }),
};

describe("语言服务：补全", () => {
  let desk: Desk;
  let count = 0;
  before(async () => {
    desk = await startDesk(files);
    // Whatever is prepared in the background is there once this answers.
    await desk.open("预备.plan", GAP);
    await desk.ask("workspace/symbol", { query: "" });
  });
  after(() => desk.close());

  async function offers(marked: string): Promise<CompletionList> {
    const { uri, position } = await desk.open(`稿${++count}.plan`, marked);
    return desk.ask("textDocument/completion", { textDocument: { uri }, position });
  }
  const labels = ({ items }: CompletionList): string[] => items.map((one) => one.label);

  it("责任科室：名册在前，各稿用过的在后", async () => {
    const list = await offers(`${GAP}五、其他\n（一）新任务。做好。\n责任科室：｜`);
    assert.deepEqual(labels(list).slice(0, 2), ["基础教育科", "安全稳定科"]);
    assert.ok(labels(list).includes("规划财务科"), labels(list).join());
  });

  it("拼音首字母可查；拼音在后台装入，此前请客户端再问", async () => {
    const text = `${GAP}五、其他\n（一）新任务。做好。\n责任科室：jj｜`;
    const { uri, position } = await desk.open("拼音.plan", text);
    const ask = (): Promise<CompletionList> =>
      desk.ask("textDocument/completion", { textDocument: { uri }, position });
    const list = await until(ask, ({ isIncomplete }) => !isIncomplete);
    const item = list.items.find((one) => one.label === "基础教育科");
    assert.match(item?.filterText ?? "", /jcjyk .*jjk/);
  });

  it("到：规划期内的年份；指标带上年的值；书名号里是文件夹中的文件", async () => {
    assert.deepEqual(labels(await offers("云岭市教育局2026年工作要点\n一、甲\n到｜")), [
      "2026年",
      "2026年底",
    ]);
    const indicators = await offers("云岭市教育局2026年工作要点\n一、甲\n到2026年，｜");
    const rate = indicators.items.find((one) => one.label === "学前教育毛入园率");
    assert.equal(rate?.textEdit?.newText, "学前教育毛入园率达到95%以上");
    const titles = await offers("云岭市教育局2026年工作要点\n一、甲\n落实《云岭｜");
    assert.ok(labels(titles).includes("云岭市教育局2025年工作要点"), labels(titles).join());
  });

  it("行首：下一个序号，缺的章节带片段、按文稿编号；本单位的片段在后", async () => {
    const list = await offers("云岭市教育局2026年实施方案\n一、总体要求\n（一）指导思想\n坚持。\n｜");
    assert.equal(labels(list)[0], "（二）");
    const goal = list.items.find((one) => one.label.endsWith("总体目标"));
    assert.equal(goal?.insertTextFormat, 2);
    assert.match(goal?.textEdit?.newText ?? "", /^（二）总体目标\n[^]*\$\{2/);
    const own = list.items.find((one) => one.label === "例会");
    assert.equal(own?.textEdit?.newText, "每周召开${1:工作}例会。\n$0");
  });

  it("按名字、拼音、英文点名要的片段，不合此处也给，合此处的带编号且只给一次", async () => {
    const text = "云岭市教育局2026年实施方案\n一、总体要求\n（一）指导思想\n坚持。\n";
    assert.deepEqual(labels(await offers(`${text}指导｜`)), ["指导思想"]);
    const named = async (typed: string): Promise<string[]> =>
      labels(await offers(text + typed)).filter((label) => /指导思想|保障措施/.test(label));
    assert.deepEqual(await named("zdsx｜"), ["二、保障措施", "指导思想"]);
    assert.deepEqual(await named("safeguards｜"), ["二、保障措施"]);
    assert.deepEqual(labels(await offers("随手记\n指导｜")), ["指导思想"]);
  });

  it("不认片段的客户端得到纯文本", async () => {
    const plain = await startDesk(files, { capabilities: {} });
    try {
      const { uri, position } = await plain.open("稿.plan", "云岭市教育局2026年实施方案\n一、总体要求\n｜");
      const list = await plain.ask<CompletionList>("textDocument/completion", {
        textDocument: { uri },
        position,
      });
      assert.ok(list.items.length > 0);
      for (const { textEdit, insertTextFormat } of list.items) {
        assert.ok(!/\$[{\d]/.test(textEdit?.newText ?? ""), textEdit?.newText);
        assert.equal(insertTextFormat, undefined);
      }
    } finally {
      await plain.close();
    }
  });

  it("行文之中不打扰：示例文稿每一处逗号、顿号、冒号之后，除责任科室行外都不给", async () => {
    const text = readFileSync("examples/bureau/2026/云岭市教育局2026年工作要点.plan", "utf8");
    const { uri } = await desk.open("通篇.plan", text);
    const lines = text.split("\n");
    const loud: string[] = [];
    for (const [line, words] of lines.entries()) {
      if (/(?:责任|牵头|配合)(?:科室|单位)/.test(words)) continue;
      for (const { index } of words.matchAll(/[，、：]/g)) {
        const position = { line, character: index + 1 };
        const { items } = await desk.ask<CompletionList>("textDocument/completion", {
          textDocument: { uri },
          position,
        });
        if (items.length > 0) loud.push(`${words.slice(0, index + 1)}｜ → ${items[0]?.label}`);
      }
    }
    assert.deepEqual(loud, []);
  });

  it("改了片段文件，下一次补全即是新的", async () => {
    desk.write("片段/本局.json", JSON.stringify({ 督办: { prefix: "督办", body: "纳入督办。" } }));
    await desk.client.connection.sendNotification("workspace/didChangeWatchedFiles", {
      changes: [{ uri: desk.uri("片段/本局.json"), type: 2 }],
    });
    const { items } = await offers("云岭市教育局2026年工作要点\n一、甲\n做好。\n督办｜");
    const found: CompletionItem | undefined = items.find((one) => one.label === "督办");
    assert.equal(found?.textEdit?.newText, "纳入督办。");
    assert.equal(caretIn("a｜").position.character, 1);
  });
});
