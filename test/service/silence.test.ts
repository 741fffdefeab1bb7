import assert from "node:assert/strict";
import { createPlanService } from "../../server/src/service/planService.js";
import { fileSilenceEntry, silenceEntry } from "../../server/src/service/silenceAnchor.js";
import { addSilence, pruneSilence, readSilence, writeSilence } from "../../server/src/service/silenceFile.js";
import { siftFindings } from "../../server/src/service/silenceMatch.js";
import type { SilenceEntry } from "../../server/src/service/silenceModel.js";

const service = createPlanService();
const draft = "一、总体要求\n抓好落实。\n二、重点任务\n抓好落实。\n四、保障措施\n抓好落实。\n";

function check(text: string, entries: readonly SilenceEntry[] = []) {
  const plan = service.parse(text);
  const findings = service.check(plan);
  return { plan, findings, ...siftFindings(plan, findings, entries) };
}

function entryFor(text: string): SilenceEntry {
  const { plan, findings } = check(text);
  const finding = findings.find((one) => one.ruleId === "numbering-gap");
  assert.ok(finding);
  return silenceEntry(plan, finding, { file: "稿.plan", reason: "原文如此" });
}

describe("忽略与基线", () => {
  it("记的是标题与原话，不是行号", () => {
    assert.deepEqual(entryFor(draft), {
      rule: "numbering-gap",
      file: "稿.plan",
      heading: "保障措施",
      quote: "",
      reason: "原文如此",
    });
  });

  it("前面加了内容、序号整体变了，仍认得", () => {
    const entry = entryFor(draft);
    for (const edited of [
      `某某局2026年工作要点\n\n${draft}`,
      draft.replace("抓好落实。\n二", "抓好落实。\n另加一段。\n再加一段。\n二"),
      "一、总体要求\n抓好。\n二、重点任务\n抓好。\n三、督查考核\n抓好。\n五、保障措施\n抓好。\n",
      draft.replaceAll("\n", "\r\n"),
    ]) {
      const { kept, silenced, unused } = check(edited, [entry]);
      assert.deepEqual([kept.length, silenced.length, unused.length], [0, 1, 0], edited);
    }
  });

  it("别处同样的错是新的；一条记录只抵一处", () => {
    const entry = entryFor(draft);
    const other = check(draft.replace("保障措施", "附则"), [entry]);
    assert.deepEqual([other.kept.length, other.silenced.length, other.unused.length], [1, 0, 1]);
    const twice = "一、保障措施\n抓好。\n三、保障措施\n抓好。\n五、保障措施\n抓好。\n";
    const both = check(twice, [entry]);
    assert.equal(both.silenced.length, 1);
    assert.equal(both.kept.length, both.findings.length - 1);
  });

  it("标题改了，够长的原话自己也认得", () => {
    const text = "一、总体要求\n抓好落实。\n二、重点任务\n抓好好落实落实，提高高质量发展水平的的能力。\n";
    const { plan, findings } = check(text);
    const quoted = findings
      .map((finding) => silenceEntry(plan, finding, { file: "x" }))
      .filter((one) => (one.quote ?? "").length >= 4);
    const renamed = check(text.replace("重点任务", "主要任务"), quoted);
    assert.equal(renamed.unused.length, 0);
  });

  it("整个文件忽略一条规则", () => {
    const { kept, silenced } = check(draft, [fileSilenceEntry("numbering-gap", "稿.plan")]);
    assert.deepEqual([kept.length, silenced.length], [0, 1]);
  });

  it("存取、添加、清理", () => {
    const entry = entryFor(draft);
    const other = { ...entry, file: "甲.plan" };
    const text = writeSilence(addSilence([entry], [other]));
    assert.deepEqual(readSilence(text), {
      entries: [entry, other].sort((a, b) => (a.file < b.file ? -1 : 1)),
      damaged: false,
    });
    assert.deepEqual(pruneSilence([entry, other], [other]), [entry]);
    assert.equal(writeSilence(readSilence(text).entries), text);
  });

  it("坏了的文件认得出来，能读的照用", () => {
    assert.deepEqual(readSilence(undefined), { entries: [], damaged: false });
    assert.equal(readSilence("<<<<<<< HEAD").damaged, true);
    assert.equal(readSilence("[]").damaged, true);
    const half = readSilence('{ "version": 1, "entries": [{ "rule": "a", "file": "b" }, { "rule": 1 }] }');
    assert.deepEqual(half, { entries: [{ rule: "a", file: "b" }], damaged: true });
  });
});
