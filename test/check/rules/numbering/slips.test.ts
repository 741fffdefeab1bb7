import assert from "node:assert/strict";
import { numberingDuplicate } from "../../../../server/src/check/rules/numbering/numberingDuplicate.js";
import { numberingFirst } from "../../../../server/src/check/rules/numbering/numberingFirst.js";
import { numberingGap } from "../../../../server/src/check/rules/numbering/numberingGap.js";
import { numberingOrder } from "../../../../server/src/check/rules/numbering/numberingOrder.js";
import { numberingRestart } from "../../../../server/src/check/rules/numbering/numberingRestart.js";
import { renumberAll } from "../../../../server/src/author/typing/renumberAll.js";
import { parsePlan } from "../../../../server/src/plan/parsePlan.js";
import { applyEdits } from "../../../../server/src/text/span.js";
import { type Check, checkRule, unmark } from "../../../support/checkRule.js";

const gap = checkRule(numberingGap);
const duplicate = checkRule(numberingDuplicate);
const order = checkRule(numberingOrder);
const first = checkRule(numberingFirst);
const restart = checkRule(numberingRestart);

/** Drafts that no rule of the family may mark, each with its reason. */
const quiet: readonly (readonly [why: string, draft: string])[] = [
  ["全文连续编号不是跳号", "一、党建\n1.甲\n2.乙\n二、教学\n3.丙\n4.丁\n三、后勤\n5.戊"],
  [
    "缺的那一号就在上文，只是紧跟数字没有认成条",
    "一、条件\n1.热爱本职工作。2.2年以上工作经验。\n3.前期已入选名单。\n4.富有团队精神。",
  ],
  [
    "压平的通知：缺的那一号跟在钟点、数字后面",
    "现将有关事项通知如下：一、会议时间2026年2月20日（星期六）上午9:30二、召开形式视频会议三、会议任务部署全年工作。四、参会人员（一）主会场有关科室负责人。（二）分会场各校校长。五、有关要求请提前十分钟入场。",
  ],
  [
    "表格的行：前面的号在别的列里",
    "一、指标\n一级\t二级\t说明\n（一）效率\t1.预约率\t定量\n2.等候时间\t定量\n（二）质量\t3.感染率\t定量\n4.用药强度\t定量\n5.预约等级\t定性",
  ],
  ["号后误打了句号，号还在", "一、要求\n1.甲事。办。\n2。乙事。办。\n3.丙事。办。"],
  [
    "专栏里另起，专栏之后接着数",
    "第一节 甲\n1.子。办。\n2.丑。办。\n3.寅。办。\n专栏1　重点工程\n1.天。\n2.地。\n3.人。\n第二节 乙\n4.卯。办。\n5.辰。办。\n专栏2　重点工程\n1.天。\n2.地。\n第三节 丙\n6.巳。办。",
  ],
  [
    "专栏夹在一节中间",
    "一、甲\n1.子。办。\n2.丑。办。\n专栏1　重点工程\n1.天。\n2.地。\n3.寅。办。\n4.卯。办。\n二、乙\n5.辰。办。\n6.巳。办。",
  ],
  ["每章重新从一起", "一、党建\n（一）甲\n（二）乙\n二、教学\n（一）丙\n（二）丁"],
  [
    "一章连续、另一章另起也可以",
    "一、目标\n1.甲\n2.乙\n3.丙\n二、任务\n（一）子\n1.丁\n2.戊\n（二）丑\n3.己\n4.庚",
  ],
  ["只有一条的章", "一、总则\n（一）甲\n二、分则\n（一）乙\n（二）丙"],
  [
    "通知与正文各编各的",
    "关于印发方案的通知\n一、抓落实\n二、报情况\n云岭市教育局\n2026年1月8日\n云岭市教育局实施方案\n一、总体要求\n二、主要任务",
  ],
  [
    "正文中间的指标表自己编号，其后正文接着编",
    "一、基础\n好。\n二、目标\n高。\n一、普及水平\n1.毛入园率\n99%\n二、资源建设\n1.普惠率\n90%\n三、师资水平\n三、任务\n建校。\n四、保障\n加强。",
  ],
  ["附件另起", "一、甲\n二、乙\n附件1\n分工表\n一、丙\n二、丁\n附件2\n经费表\n一、戊\n二、己"],
  [
    "无序号小标题下各自另起",
    "一、任务\n学前教育\n1.扩大资源。\n2.提升质量。\n义务教育\n1.优化布局。\n2.均衡发展。",
  ],
  ["注里的1.不在行首", "注：1.每月报送。\n2.逾期说明。"],
  ["条跨章连续", "第一章　总则\n第一条　甲。\n第二条　乙。\n第二章　职责\n第三条　丙。"],
];

describe("编号：一处差错只报一次，报在读者绊住的地方", () => {
  it("跳号，其后一并重排", () => {
    gap("一、总体要求\n二、重点任务\n⟦四、⟧保障措施\n五、附则", {
      fixed: "一、总体要求\n二、重点任务\n三、保障措施\n四、附则",
      says: "此处编号应为“三”，现为“四”：前一条是“二、”，中间缺号。",
    });
  });

  it("只有一个数写错，后面不受连累", () => {
    gap("（一）甲\n（二）乙\n⟦（四）⟧丙\n（四）丁\n（五）戊", {
      fixed: "（一）甲\n（二）乙\n（三）丙\n（四）丁\n（五）戊",
    });
  });

  it("上文的小数、列举不是缺的那一号", () => {
    gap("一、任务\n1.增长2.5个百分点，面向第一、二、三类学校。\n⟦3.⟧抓落实。\n4.抓督查。");
    gap(
      "第一章　目标\n一、扩大资源\n二、提升质量\n第二章　任务\n第一节　学前\n二、三类园达标。\n⟦第三节⟧　中职",
    );
  });
  it("连续编号中跳号，修正延到以后各章", () => {
    gap("一、党建\n1.甲\n⟦3.⟧乙\n二、教学\n4.丙\n三、后勤\n5.丁", {
      fixed: "一、党建\n1.甲\n2.乙\n二、教学\n3.丙\n三、后勤\n4.丁",
    });
  });

  it("跳号后另一章按正确的数接着编，不再报", () => {
    gap("一、党建\n1.甲\n2.乙\n⟦4.⟧丙\n二、教学\n4.丁\n5.戊\n三、后勤\n6.己", {
      fixed: "一、党建\n1.甲\n2.乙\n3.丙\n二、教学\n4.丁\n5.戊\n三、后勤\n6.己",
    });
  });

  it("重号", () => {
    duplicate("一、总体要求\n⟦一、⟧重点任务\n二、保障", { fixed: "一、总体要求\n二、重点任务\n三、保障" });
  });

  it("倒退与颠倒", () => {
    order("1.甲\n2.乙\n3.丙\n4.丁\n⟦3.⟧戊\n6.己", { fixed: "1.甲\n2.乙\n3.丙\n4.丁\n5.戊\n6.己" });
    order("（一）甲\n（二）乙\n⟦（四）⟧丙\n（三）丁\n（五）戊", {
      fixed: "（一）甲\n（二）乙\n（三）丙\n（四）丁\n（五）戊",
    });
  });

  it("不从一起", () => {
    first("一、甲\n（一）子\n（二）丑\n二、乙\n⟦（二）⟧寅\n（三）卯\n三、丙\n（一）辰", {
      fixed: "一、甲\n（一）子\n（二）丑\n二、乙\n（一）寅\n（二）卯\n三、丙\n（一）辰",
    });
  });

  it("全角数字按原写法改", () => {
    gap("１．甲\n２．乙\n⟦４．⟧丙", { fixed: "１．甲\n２．乙\n３．丙" });
  });
});

describe("编号：不该报的一个也不报", () => {
  for (const [why, draft] of quiet) {
    it(why, () => {
      for (const check of [gap, duplicate, order, first, restart]) check(draft);
    });
  }
});

/** The draft after the fix of that title of its first finding. */
function mended(rule: Check, marked: string, title: string): string {
  const fix = rule(marked)[0]?.fixes.find((one) => one.title === title);
  return applyEdits(unmark(marked), fix?.edits ?? []);
}

describe("重新编号：改号，也改指向它的引用，别处一字不动", () => {
  it("引用随条目走：本组重排", () => {
    gap(
      "一、甲\n（一）子，见第（四）项。\n（二）丑\n⟦（四）⟧寅\n二、乙\n（一）卯\n（二）辰。见第一部分第（四）项。",
      {
        fixed:
          "一、甲\n（一）子，见第（三）项。\n（二）丑\n（三）寅\n二、乙\n（一）卯\n（二）辰。见第一部分第（三）项。",
      },
    );
  });

  it("全文重排也一样", () => {
    const marked = "一、甲。见第三部分。\n1.子\n⟦三、⟧乙\n1.丑\n⟦3.⟧寅，见第3项。";
    const run = "一、甲。见第二部分。\n1.子\n二、乙\n1.丑\n3.寅，见第3项。";
    const whole = "一、甲。见第二部分。\n1.子\n二、乙\n1.丑\n2.寅，见第2项。";
    assert.equal(mended(gap, marked, "本组重新编号"), run);
    assert.equal(mended(gap, marked, "全文重新编号"), whole);
  });

  it("独一组接着编的，全文重排也让它从一起", () => {
    const draft =
      "一、甲\n（一）子\n1.东\n2.南\n（二）丑\n1.西\n2.北\n（三）寅\n⟦3.⟧前\n4.后\n（四）卯\n1.左\n2.右";
    const fixed = unmark(draft).replace("3.前", "1.前").replace("4.后", "2.后");
    assert.equal(mended(restart, draft, "本组重新编号"), fixed);
    assert.equal(applyEdits(unmark(draft), renumberAll(parsePlan(unmark(draft)))), fixed);
  });

  it("别的文件的第几项、说不准指哪一条的，都不动", () => {
    gap("一、甲\n（一）子。依《校车条例》第（三）项、义务教育法第三条第（三）项办理。\n⟦（三）⟧丑", {
      fixed: "一、甲\n（一）子。依《校车条例》第（三）项、义务教育法第三条第（三）项办理。\n（二）丑",
    });
    duplicate("（一）子，见第（二）项。\n（二）丑\n⟦（二）⟧寅", {
      fixed: "（一）子，见第（二）项。\n（二）丑\n（三）寅",
    });
  });

  it("写着同样数字的年份、数量、文号都不动", () => {
    gap("一、甲\n1.子。云教发〔2026〕3号要求3所学校在3月前完成（3）套。\n⟦3.⟧丑", {
      fixed: "一、甲\n1.子。云教发〔2026〕3号要求3所学校在3月前完成（3）套。\n2.丑",
    });
  });
});
