import { responsibilityMissing } from "../../../../server/src/check/rules/responsibility/responsibilityMissing.js";
import { checkRule } from "../../../support/checkRule.js";

const check = checkRule(responsibilityMissing);
const task = (marker: string, title: string, who?: string): string =>
  `${marker}${title}。抓好落实。${who === undefined ? "" : `\n责任科室：${who}`}`;

describe("缺责任科室", () => {
  it("同章其余都有，独缺一条；按本稿的写法补一行", () => {
    const rest = (fixed: string): string =>
      [
        "一、任务",
        task("（一）", "甲", "基教科 教研室"),
        `（二）${fixed}`,
        task("（三）", "丙", "人事科"),
      ].join("\n");
    check(rest("⟦乙⟧。抓好落实。"), { fixed: rest("乙。抓好落实。\n责任科室：待定") });
  });

  it("写在句末括号里的，照样补在句末", () => {
    check(
      "一、任务\n1.甲。落实。（责任单位：教育局、财政局）\n2.⟦乙⟧。落实。\n3.丙。落实。（责任单位：人社局）\n4.丁。落实。（责任单位：教育局）",
      {
        fixed:
          "一、任务\n1.甲。落实。（责任单位：教育局、财政局）\n2.乙。落实。（责任单位：待定）\n3.丙。落实。（责任单位：人社局）\n4.丁。落实。（责任单位：教育局）",
      },
    );
  });

  it("有去年的对应任务时，用去年的科室", () => {
    const draft = [
      "一、任务",
      task("（一）", "甲", "基教科、教研室"),
      "（二）⟦乙⟧。落实。",
      task("（三）", "丙", "人事科"),
      task("（四）", "丁", "人事科"),
    ].join("\n");
    check(draft, {
      fixed: draft.replace(/[⟦⟧]/g, "").replace("乙。落实。", "乙。落实。\n责任科室：计财科、基教科"),
      earlier: { departments: new Map([[2, ["计财科", "基教科"]]]), remarks: new Map() },
    });
  });
});

describe("缺责任科室：不该报的", () => {
  const quiet: readonly (readonly [why: string, draft: string])[] = [
    ["全文不写责任", "一、任务\n（一）甲。\n（二）乙。\n二、保障措施\n（一）丙。"],
    [
      "指导思想、保障措施不分任务",
      [
        "一、指导思想",
        "（一）方向。",
        "二、任务",
        task("（一）", "甲", "基教科"),
        task("（二）", "乙", "人事科"),
        task("（三）", "丙", "人事科"),
        "三、保障措施",
        "（一）加强领导。",
        "（二）强化督导。",
      ].join("\n"),
    ],
    [
      "组末一行服务全组",
      "一、任务\n（一）甲\n1.子。\n2.丑。\n责任科室：基教科\n（二）乙\n1.寅。\n2.卯。\n责任科室：人事科\n（三）丙\n1.辰。\n2.巳。\n责任科室：计财科",
    ],
    [
      "写在上一级，下一级沿用",
      "一、任务\n（一）甲（责任单位：教育局）\n1.子。\n2.丑。\n（二）乙（责任单位：财政局）\n1.寅。\n（三）丙（责任单位：人社局）\n1.卯。",
    ],
    [
      "只有一章分工，别章不分",
      [
        "一、民生实事",
        task("（一）", "甲", "基教科"),
        task("（二）", "乙", "人事科"),
        task("（三）", "丙", "人事科"),
        "二、日常工作",
        "（一）丁。",
        "（二）戊。",
        "（三）己。",
      ].join("\n"),
    ],
    [
      "括号折到下一页没读全的，不下结论",
      "一、任务\n1.甲。（责任单位：教育局）\n2.乙。（责任单位：教育局）\n3.丙。（责任单位：教育局\n\n\n\n\n\n4.丁。（责任单位：教育局）",
    ],
    [
      "通知里的事项不是任务",
      "关于印发方案的通知\n一、抓落实。\n二、报情况。\n云岭市教育局\n2026年1月8日\n实施方案\n一、任务\n（一）甲。（责任科室：基教科）\n（二）乙。（责任科室：人事科）\n（三）丙。（责任科室：人事科）",
    ],
  ];
  for (const [why, draft] of quiet) {
    it(why, () => {
      check(draft);
    });
  }
});
