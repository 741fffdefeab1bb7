import assert from "node:assert/strict";
import { describe, it } from "mocha";
import type { PlanDocument } from "../../server/src/plan/model.js";
import { parsePlan } from "../../server/src/plan/parsePlan.js";
import { remarked, yearlyPlan } from "./remarked.js";

const WORK = "完善教研责任区制度，定期组织集体备课，办好校长论坛和教学开放周，推广优秀教学成果，";

/** The same task in two years, with these last words. */
function twoYears(before: string, now: string): string[] {
  const [draft, earlier] = [now, before].map((words, i) =>
    yearlyPlan(2026 - i, "一、提升质量", `1.改进教学。${WORK}${words}`),
  );
  return remarked(draft as PlanDocument, earlier as PlanDocument);
}

describe("往年的发现：指标还在，就不说没有提到", () => {
  const quiet: Readonly<Record<string, readonly [before: string, now: string]>> = {
    "去年写增幅，今年写要达到的数": ["集体备课参与率提高2个百分点。", "集体备课参与率达到58%。"],
    数字写成汉字: ["集体备课参与率达到92%。", "集体备课参与率达到九成以上。"],
    数字还空着: ["集体备课参与率达到92%。", "集体备课参与率达到××%。"],
    "不再定数，只说高于平均": ["骨干教师平均流动比例达到10%。", "骨干教师平均流动比例高于全省水平。"],
    "覆盖率100%就是全覆盖": ["公平竞争审查覆盖率达到100%。", "公平竞争审查实现全覆盖。"],
    同一条里用简称再提: ["全市义务教育学校青年教师汇报课合格率达到92%。", "青年教师汇报课合格率要高于往年。"],
    "去年要达到，今年说巩固成果": [
      "公共资源交易全流程电子化率达到100%。",
      "巩固公共资源交易全流程电子化成果。",
    ],
    单位写法不同: ["生均校舍面积达到8.5平方米。", "生均校舍面积达到8.8㎡。"],
    "门槛不同，另是一个指标": [
      "年经营收入20万元以上的学农基地占比达到85%。",
      "年经营收入30万元以上的学农基地占比达到60%。",
    ],
  };
  for (const [name, [before, now]] of Object.entries(quiet))
    it(name, () => assert.deepEqual(twoYears(before, now), []));

  it("真的没有了，还是要说", () => {
    assert.deepEqual(
      twoYears(
        "公办园覆盖率达到80%，教学开放周参与率达到60%。",
        "普惠园覆盖率达到80%，教学开放周参与率达到60%。",
      ),
      ["target-dropped @ 改进教学: 公办园覆盖率|80%|改进教学"],
    );
  });
});

describe("往年的发现：没有调低，就不说调低", () => {
  const quiet: Readonly<Record<string, readonly [before: string, now: string]>> = {
    今年的数在去年的范围之内: ["课堂达标率达到75%—80%。", "课堂达标率达到78%。"],
    范围把去年的数包在内: ["课堂达标率达到78%。", "课堂达标率达到75%至80%。"],
    以万为单位的范围: ["馆藏图书总量达到3万册。", "馆藏图书总量达到3—5万册。"],
    几成以上不比零头: ["集体备课参与率达到92%。", "集体备课参与率不低于九成。"],
    降得更多: ["安全责任事故死亡人数下降10%以上。", "安全责任事故死亡人数下降12%以上。"],
    "两个数，分别对上两个数": ["城乡助学标准分别提高5%、8%。", "城乡助学标准分别提高6%、8%。"],
    "同名的数有几个，对不上号": ["助学标准提高6%，助学标准提高8%。", "助学标准提高7%。"],
    去年的数是以后几年的: ["到2030年，课堂达标率达到90%。", "2026年课堂达标率达到82%。"],
  };
  for (const [name, [before, now]] of Object.entries(quiet))
    it(name, () => assert.deepEqual(twoYears(before, now), []));

  const loud: Readonly<Record<string, readonly [before: string, now: string, found: string]>> = {
    几成也比得出: [
      "集体备课参与率达到92%。",
      "集体备课参与率达到八成以上。",
      "集体备课参与率|八成以上|92%|2025",
    ],
    汉字写的百分数: [
      "集体备课参与率达到百分之九十二点五。",
      "集体备课参与率达到92%。",
      "集体备课参与率|92%|百分之九十二点五|2025",
    ],
    整个范围都低: ["课堂达标率达到75%—80%。", "课堂达标率达到65%—70%。", "课堂达标率|65%—70%|75%—80%|2025"],
    降得少了: [
      "安全责任事故死亡人数下降12%以上。",
      "安全责任事故死亡人数下降10%。",
      "安全责任事故死亡人数|10%|12%以上|2025",
    ],
    两个数里有一个低了: [
      "城乡助学标准分别提高5%、8%。",
      "城乡助学标准分别提高6%、7%。",
      "城乡助学标准|7%|8%|2025",
    ],
    "增得少了，带左右": ["研修经费投入增长6%。", "研修经费投入增长5%左右。", "研修经费投入|5%左右|6%|2025"],
  };
  for (const [name, [before, now, found]] of Object.entries(loud))
    it(name, () => {
      const value = found.split("|")[1] ?? "";
      assert.deepEqual(twoYears(before, now), [`target-lowered @ ${value}: ${found}`]);
    });

  it("一个学年的计划也是一年的：这学期办几次、带几对，不算调低", () => {
    const [draft, earlier] = [2025, 2024].map((year, i) =>
      parsePlan(
        `松江路小学${year}—${year + 1}学年度第一学期工作计划\n一、队伍建设\n` +
          `1.${WORK}结对师徒${10 + 2 * i}对，开展家长课堂${3 + i}次，生均阅读量达到${30 + i}本。\n`,
      ),
    );
    assert.deepEqual(remarked(draft as PlanDocument, earlier as PlanDocument), []);
  });

  it("一年做的与五年共做的不能比", () => {
    const longer = parsePlan(
      `云岭市教育事业发展规划（2021—2025年）\n一、提升质量\n1.改进教学。${WORK}新建学校20所，招聘教师900名。\n`,
    );
    const draft = yearlyPlan(2026, "一、提升质量", `1.改进教学。${WORK}新建学校4所，招聘教师200名。`);
    assert.deepEqual(remarked(draft, longer), []);
  });
});

describe("往年的发现：任务还在，就不说没有了", () => {
  const tea = "推广机采茶园，改造低产茶园，建设标准化加工厂。";
  const land = "开展宅基地基础信息调查，盘活闲置农房。";
  const poor = "健全监测帮扶机制，消除返贫风险。";

  it("章撤了，任务并入别的章；其中真没有的仍然说", () => {
    const earlier = yearlyPlan(
      2025,
      "一、发展产业",
      `1.做强茶业。${tea}`,
      "二、深化改革",
      `1.宅基地管理。${land}`,
      "2.用好村集体账户。审计村级财务，清收欠款。",
      "三、巩固成果",
      `1.防止返贫。${poor}`,
    );
    const draft = yearlyPlan(
      2026,
      "一、发展产业",
      `1.做强茶业。大力${tea}`,
      `2.宅基地管理。稳妥${land}`,
      `3.防止返贫。继续${poor}`,
    );
    assert.deepEqual(remarked(draft, earlier), [
      "task-dropped @ 云岭市教育局2026年工作要点: 2.|用好村集体账户",
    ]);
  });

  it("一章的任务都没有了，或者章撤了、丢了几条：合起来说一次，说清是哪几条", () => {
    const earlier = yearlyPlan(
      2025,
      "一、发展产业",
      `1.做强茶业。${tea}`,
      "二、民生服务",
      "1.办好社区食堂。公开食材来源，每月征求意见。",
      "2.关爱“一老一小”。走访独居老人，办好假期托管班。",
      "三、深化改革",
      `1.宅基地管理。${land}`,
      "2.用好村集体账户。审计村级财务，清收欠款。",
      "3.规范招标。建立评审专家库，公示中标结果。",
    );
    const draft = yearlyPlan(
      2026,
      "一、发展产业",
      `1.做强茶业。大力${tea}`,
      `2.宅基地管理。稳妥${land}`,
      "二、民生服务",
      "（待民生保障办提供）",
    );
    assert.deepEqual(remarked(draft, earlier), [
      "task-dropped @ 民生服务: 二、|民生服务|2|“办好社区食堂”“关爱‘一老一小’”",
      "task-dropped @ 云岭市教育局2026年工作要点: 三、|深化改革|2|“用好村集体账户”“规范招标”",
    ]);
  });

  it("去年那份是总结：成效与问题不是任务，没有写科室的不算改了科室", () => {
    const summary = parsePlan(
      [
        "云岭市教育局2025年工作总结",
        "一、主要工作成效",
        `1.改进教学。${WORK}课堂面貌一新。`,
        "二、存在的问题",
        "一是骨干教师少；二是场地不足。",
      ].join("\n"),
    );
    const draft = yearlyPlan(2026, "一、提升质量", `1.改进教学。${WORK}`, "责任科室：教研室");
    assert.deepEqual(remarked(draft, summary), []);
  });

  it("整条没有了，标题里的指标不另说一次", () => {
    const earlier = yearlyPlan(2025, "一、提升质量", `1.改进教学。${WORK}`, "2.反诈宣传入户率达到100%。");
    const draft = yearlyPlan(2026, "一、提升质量", `1.改进教学。进一步${WORK}`);
    assert.deepEqual(remarked(draft, earlier), ["task-dropped @ 提升质量: 2.|反诈宣传入户率达到100%"]);
  });
});

describe("往年的发现：照抄的年份", () => {
  const stale = (clause: string): string[] =>
    twoYears(`${clause}，办好展示活动。`, `${clause}，开好现场会。`)
      .filter((one) => one.startsWith("year-stale"))
      .map((one) => one.replace(/^[^:]*: /, ""));

  for (const clause of [
    "从2025年秋季学期起小学一年级实行等级评价",
    "全面贯彻2025年6月1日起施行的学前教育条例",
    "落实义务教育课程实施办法（2025年版）",
    "抓好2025年认定的示范校后续建设",
    "续建2025年开工的三所寄宿制学校",
    "以2025年为基期建立监测台账",
  ])
    it(`不是去年的话：${clause}`, () => assert.deepEqual(stale(clause), []));

  for (const clause of [
    "做好2025年秋季招生入学工作",
    "2025年底前完成校舍安全鉴定",
    "2025年起草课后服务管理办法",
    "组织2025年新教师岗前培训",
  ])
    it(`是去年的话：${clause}`, () => assert.deepEqual(stale(clause), [`2025|2026|${clause}`]));
});

describe("往年的发现：科室", () => {
  const plan = (year: number, ...names: readonly string[]): PlanDocument =>
    yearlyPlan(
      year,
      "一、提升质量",
      `1.改进教学。${WORK}`,
      `责任科室：${names[0] ?? ""}`,
      "2.办好食堂。落实校长陪餐，公开食材来源，每月征求家长意见。",
      `责任科室：${names[1] ?? ""}`,
      "3.管好校车。核验驾驶人资格，安装卫星定位，每学期开展应急演练。",
      `责任科室：${names[2] ?? ""}`,
    );

  it("简称不是换了科室", () => {
    const earlier = plan(2025, "基础教育科", "疾病预防控制科", "安全保卫科");
    assert.deepEqual(changes(plan(2026, "基教科", "疾控科", "安保科"), earlier), []);
  });

  it("科室改名、合并，说一次就够", () => {
    const earlier = plan(2025, "教学研究室", "后勤科", "后勤科");
    const draft = plan(2026, "教学研究室", "后勤与安全管理科", "后勤与安全管理科");
    assert.deepEqual(changes(draft, earlier), ["后勤科|后勤与安全管理科|2"]);
  });

  it("只有一处换了，照旧说", () => {
    const earlier = plan(2025, "教学研究室", "后勤科", "后勤科");
    assert.deepEqual(changes(plan(2026, "教学研究室", "后勤科", "安全科"), earlier), ["安全科|后勤科"]);
  });

  const changes = (draft: PlanDocument, earlier: PlanDocument): string[] =>
    remarked(draft, earlier)
      .filter((one) => one.startsWith("responsibility-changed"))
      .map((one) => one.slice(one.indexOf(": ") + 2));
});
