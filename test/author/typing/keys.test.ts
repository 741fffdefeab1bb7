import assert from "node:assert/strict";
import { afterEnter } from "../../../server/src/author/typing/afterEnter.js";
import { continueItem } from "../../../server/src/author/typing/continueItem.js";
import { moveItem } from "../../../server/src/author/typing/moveItem.js";
import { demote, promote } from "../../../server/src/author/typing/shiftLevel.js";
import { parsePlan } from "../../../server/src/plan/parsePlan.js";
import { afterKey } from "../marked.js";

function check(
  key: Parameters<typeof afterKey>[0],
  cases: readonly (readonly [string, string, string])[],
): void {
  for (const [name, before, after] of cases) it(name, () => assert.equal(afterKey(key, before), after));
}

const ENTER: readonly (readonly [string, string, string])[] = [
  ["末条之后接着编号", "一、党建\n二、教学。｜", "一、党建\n二、教学。\n三、｜"],
  [
    "其后的编号顺延",
    "一、甲\n1.子。｜\n2.丑。\n3.寅。\n二、乙",
    "一、甲\n1.子。\n2.｜\n3.丑。\n4.寅。\n二、乙",
  ],
  [
    "全文连续编号的，后面各章一并顺延",
    "一、甲\n1.子。｜\n2.丑。\n二、乙\n3.寅。\n三、丙\n4.卯。",
    "一、甲\n1.子。\n2.｜\n3.丑。\n二、乙\n4.寅。\n三、丙\n5.卯。",
  ],
  [
    "责任科室行之后",
    "一、甲\n（一）子。做好。\n责任科室：办公室｜",
    "一、甲\n（一）子。做好。\n责任科室：办公室\n（二）｜",
  ],
  ["沿用文稿的括号与缩进", "一、甲\n　　(一)子。｜", "一、甲\n　　(一)子。\n　　(二)｜"],
  ["章之后的空格也照写", "第一章　总则｜", "第一章　总则\n第二章　｜"],
  [
    "引用跟着条目走",
    "一、甲\n（一）子。｜\n（二）丑。\n（三）寅，见第（二）项。",
    "一、甲\n（一）子。\n（二）｜\n（三）丑。\n（四）寅，见第（三）项。",
  ],
  ["空条目：退出编号，其后收回", "一、甲\n1.子。\n2.｜\n3.丑。", "一、甲\n1.子。\n｜\n2.丑。"],
  ["末尾的空条目也退出", "一、甲\n1.子。\n2.｜", "一、甲\n1.子。\n｜"],
  ["换行符照文稿", "一、甲\r\n二、乙｜", "一、甲\r\n二、乙\r\n三、｜"],
  ["条目当中不管", "一、甲\n1.子｜丑。", "—"],
  ["下面还有责任行的不管", "一、甲\n（一）子。｜\n责任科室：办公室", "—"],
  ["下面还有子条目的不管", "一、甲｜\n（一）子。", "—"],
  ["前言里不管", "云岭市教育局2026年工作要点\n各项工作如下。｜\n一、甲", "—"],
  ["圈码到二十为止", `一、甲\n${[..."①②③④⑤⑥⑦⑧⑨⑩⑪⑫⑬⑭⑮⑯⑰⑱⑲⑳"].map((n) => `${n}子`).join("\n")}｜`, "—"],
];

/** Enter as an editor does it by itself, before anybody is asked. */
const brokenAt = (text: string): string => text.replace("｜", text.includes("\r\n") ? "\r\n｜" : "\n｜");

describe("回车：条目之后开出下一条", () => {
  check(continueItem, ENTER);
});

describe("编辑器已自行换行：补上同样的结果", () => {
  check(
    (plan, offset) => afterEnter(plan, offset, parsePlan),
    ENTER.map(([name, before, after]) => [name, brokenAt(before), after]),
  );
  check(
    (plan, offset) => afterEnter(plan, offset, parsePlan),
    [
      ["编辑器带了缩进", "一、甲\n　　（一）子。\n　　｜", "一、甲\n　　（一）子。\n　　（二）｜"],
      ["已是空行之下不管", "一、甲\n\n｜", "—"],
      ["首行不管", "｜", "—"],
    ],
  );
});

describe("Tab：降一级", () => {
  check(demote, [
    ["并入上一条，两处重排", "一、甲\n1.子\n2.｜丑\n3.寅", "一、甲\n1.子\n（1）｜丑\n2.寅"],
    ["成为上一条的子条", "一、甲\n（一）子\n（二）｜丑\n（三）寅", "一、甲\n（一）子\n1.｜丑\n（二）寅"],
    [
      "接在已有子条之后",
      "一、甲\n（一）子\n1.天\n2.地\n（二）｜丑\n（三）寅\n1.玄",
      "一、甲\n（一）子\n1.天\n2.地\n3.｜丑\n（二）寅\n1.玄",
    ],
    [
      "带着下级一起降",
      "一、甲\n（一）子\n（二）｜丑\n1.天\n2.地\n（三）寅",
      "一、甲\n（一）子\n1.｜丑\n（1）天\n（2）地\n（二）寅",
    ],
    ["刚开出的空条目也能降", "一、甲\n二、乙\n三、｜", "一、甲\n二、乙\n（一）｜"],
    ["空条目在中间也能降", "一、甲\n（一）子\n（二）｜\n（三）寅", "一、甲\n（一）子\n1.｜\n（二）寅"],
    ["最细的一级之下没有序号可写", "一、甲\n①子\n②｜丑\n③寅", "—"],
    ["带着的下级没有序号可写，也不降", "一、甲\n（1）子\n（2）｜丑\n①天\n②地", "—"],
    ["第一条没有上一条可并", "一、甲\n（一）｜子\n（二）丑", "—"],
    ["不在序号处不管", "一、甲\n（一）子\n（二）丑｜", "—"],
  ]);
});

describe("Shift-Tab：升一级", () => {
  check(promote, [
    [
      "升为父条的下一条",
      "一、甲\n（一）子\n1.天\n2.｜地\n（二）丑",
      "一、甲\n（一）子\n1.天\n（二）｜地\n（三）丑",
    ],
    [
      "原来在后的同级成为它的子条",
      "一、甲\n（一）子\n1.天\n2.｜地\n3.玄\n（二）丑",
      "一、甲\n（一）子\n1.天\n（二）｜地\n1.玄\n（三）丑",
    ],
    ["空条目也能升", "一、甲\n（一）子\n（二）｜\n二、乙", "一、甲\n（一）子\n二、｜\n三、乙"],
    [
      "下级在本章内连续编号的，升级后各守其数",
      "一、甲\n1.子。\n2.丑。\n二、乙\n（一）寅\n1.卯。\n2.辰。\n（二）｜巳\n3.午。\n4.未。",
      "一、甲\n1.子。\n2.丑。\n二、乙\n（一）寅\n1.卯。\n2.辰。\n三、｜巳\n3.午。\n4.未。",
    ],
    ["一级不能再升", "一、甲\n二、｜乙", "—"],
    ["两级文稿也可", "一、甲\n1.子\n2.｜丑\n二、乙", "一、甲\n1.子\n二、｜丑\n三、乙"],
  ]);
});

describe("上移下移", () => {
  check(
    (plan, offset) => moveItem(plan, offset, "up"),
    [
      ["与上一条互换并重排", "一、甲\n1.子。\n2.丑｜。\n3.寅。", "一、甲\n1.丑｜。\n2.子。\n3.寅。"],
      [
        "责任行与下级随行",
        "一、甲\n（一）子。\n责任科室：办公室\n（二）丑｜。\n1.天。\n责任科室：督导室\n二、乙",
        "一、甲\n（一）丑｜。\n1.天。\n责任科室：督导室\n（二）子。\n责任科室：办公室\n二、乙",
      ],
      [
        "连续编号的下级随之重排",
        "一、甲\n1.子。\n二、乙｜\n2.丑。\n3.寅。\n三、丙\n4.卯。",
        "一、乙｜\n1.丑。\n2.寅。\n二、甲\n3.子。\n三、丙\n4.卯。",
      ],
      ["第一条不动", "一、甲｜\n二、乙", "—"],
      [
        "后面一条不在行首，不动",
        "一、甲\n1.扩大子项。\n2.提升丑项｜。\n[bookmark: _GoBack]3.改善寅项。\n4.守牢卯项。",
        "—",
      ],
    ],
  );
  check(
    (plan, offset) => moveItem(plan, offset, "down"),
    [
      [
        "引用跟着走",
        "一、甲\n（一）｜子。\n（二）丑，见第（一）项。",
        "一、甲\n（一）丑，见第（二）项。\n（二）｜子。",
      ],
      ["空行留在原处", "一、甲｜\n\n二、乙\n", "一、乙\n\n二、甲｜\n"],
      ["最后一条不动", "一、甲\n二、乙｜", "—"],
    ],
  );
});
