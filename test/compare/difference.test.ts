import assert from "node:assert/strict";
import fc from "fast-check";
import { describe, it } from "mocha";
import { type Change, createDifference } from "../../server/src/compare/difference.js";
import { characterSegmenter } from "../../server/src/segment/segmenter.js";

const whole = (text: string) => ({ text, span: { start: 0, end: text.length } });
/** Words for the tests: the ones listed, else single characters. */
const listed =
  /普惠性|幼儿园|毛入园率|学前教育|基教科|职教科|督导室|加强|推进|深入|师德|师风|建设|达到|[0-9.]+(?:%|所|年)?|[^]/gu;
const words = (line: string): string[] => line.match(listed) ?? [];

/** The draft with its changes marked: {+in+}, {-out-}, {-old-}{+new+}. */
function marked(earlier: string, draft: string, cut = words): string {
  let shown = "";
  let at = 0;
  for (const change of createDifference(cut)(whole(earlier), whole(draft))) {
    shown += draft.slice(at, change.draft.start);
    if (change.kind !== "insert") shown += `{-${earlier.slice(change.earlier.start, change.earlier.end)}-}`;
    if (change.kind !== "delete") shown += `{+${draft.slice(change.draft.start, change.draft.end)}+}`;
    at = change.draft.end;
  }
  return shown + draft.slice(at);
}

function applied(earlier: string, draft: string, changes: readonly Change[]): string {
  let result = "";
  let at = 0;
  for (const change of changes) {
    result += earlier.slice(at, change.earlier.start) + draft.slice(change.draft.start, change.draft.end);
    at = change.earlier.end;
  }
  return result + earlier.slice(at);
}

describe("对内差异", () => {
  const cases: readonly (readonly [name: string, earlier: string, draft: string, shown: string])[] = [
    ["一样则无", "加强师德师风建设", "加强师德师风建设", "加强师德师风建设"],
    ["数整体换", "毛入园率达到95%以上", "毛入园率达到96%以上", "毛入园率达到{-95%-}{+96%+}以上"],
    ["数带量词", "新建幼儿园3所", "新建幼儿园13所", "新建幼儿园{-3所-}{+13所+}"],
    ["年份整体换", "到2025年达到95.5%", "到2026年达到95.5%", "到{-2025年-}{+2026年+}达到95.5%"],
    [
      "增一个科室",
      "责任科室：基教科、职教科",
      "责任科室：基教科、督导室、职教科",
      "责任科室：基教科、{+督导室、+}职教科",
    ],
    [
      "减一个科室",
      "责任科室：基教科、督导室、职教科",
      "责任科室：基教科、职教科",
      "责任科室：基教科、{-督导室、-}职教科",
    ],
    ["添一句从句首起", "甲乙丙。丁戊己。", "甲乙丙。庚辛。丁戊己。", "甲乙丙。{+庚辛。+}丁戊己。"],
    ["小岛并入两边的改动", "大力的加强", "深入的推进", "{-大力的加强-}{+深入的推进+}"],
    ["句号两边各改各的", "甲乙。丙丁。", "戊己。庚辛。", "{-甲乙-}{+戊己+}。{-丙丁-}{+庚辛+}。"],
    ["换行算一个字", "甲\r\n乙", "甲\n乙", "甲{-\r\n-}{+\n+}乙"],
    ["全换", "甲乙丙", "丁戊", "{-甲乙丙-}{+丁戊+}"],
    [
      "重复的分句可以移进相同的分句",
      "甲乙，丙丁，戊。",
      "甲乙，丙丁，丙丁，戊。",
      "甲乙，丙丁，{+丙丁，+}戊。",
    ],
    ["删去的句子移到句首", "甲。乙丙，丁。乙戊，己。", "甲。乙戊，己。", "甲。{-乙丙，丁。-}乙戊，己。"],
    [
      "前后都是相同的分句",
      "甲，乙。丙丁，戊。己，庚",
      "甲，乙。丙辛，戊。己，庚",
      "甲，乙。丙{-丁-}{+辛+}，戊。己，庚",
    ],
    ["由空变有", "", "丁戊", "{+丁戊+}"],
  ];
  for (const [name, earlier, draft, shown] of cases) {
    it(name, () => assert.equal(marked(earlier, draft), shown));
  }

  it("偏移从文档起算", () => {
    const at = (text: string, from: string) => ({
      text,
      span: { start: text.indexOf(from), end: text.length },
    });
    const [change] = createDifference(words)(at("一、甲乙丙", "甲"), at("（一）甲丁丙", "甲"));
    assert.deepEqual(change, { kind: "replace", earlier: { start: 3, end: 4 }, draft: { start: 4, end: 5 } });
  });

  it("照改动改去年的，正得今年的；改动不相接、不重叠", () => {
    const text = fc.string({ unit: fc.constantFrom(..."甲乙丙丁的，。\n95%年"), maxLength: 200 });
    fc.assert(
      fc.property(text, text, (earlier, draft) => {
        const changes = createDifference(characterSegmenter.cut)(whole(earlier), whole(draft));
        assert.equal(applied(earlier, draft, changes), draft);
        changes.forEach((change, i) => {
          const last = changes[i - 1];
          if (last) assert.ok(change.draft.start > last.draft.end && change.earlier.start > last.earlier.end);
        });
      }),
      { numRuns: 500 },
    );
  });

  it("长文全改：两万字各不相同", () => {
    const long = (from: number) =>
      Array.from({ length: 20_000 }, (_, i) => String.fromCharCode(0x4e00 + ((i * from) % 97))).join("");
    const [earlier, draft] = [long(7), long(13)];
    const changes = createDifference(characterSegmenter.cut)(whole(earlier), whole(draft));
    assert.equal(applied(earlier, draft, changes), draft);
  });
});
