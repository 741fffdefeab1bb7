import { describe, it } from "mocha";
import { attachmentReference } from "../../../../server/src/check/rules/structure/attachmentReference.js";
import { countMismatch } from "../../../../server/src/check/rules/structure/countMismatch.js";
import { crossReference } from "../../../../server/src/check/rules/structure/crossReference.js";
import { headingLong } from "../../../../server/src/check/rules/structure/headingLong.js";
import { headingPunctuation } from "../../../../server/src/check/rules/structure/headingPunctuation.js";
import { sectionDuplicate } from "../../../../server/src/check/rules/structure/sectionDuplicate.js";
import { sectionEmpty } from "../../../../server/src/check/rules/structure/sectionEmpty.js";
import { sectionMissing } from "../../../../server/src/check/rules/structure/sectionMissing.js";
import { checkExamples, checkRule } from "../../../support/checkRule.js";

describe("section-empty", () => {
  const check = checkRule(sectionEmpty);

  it("例文", () => {
    checkExamples(sectionEmpty);
  });
  it("一级标题下空着", () => {
    check("一、总体要求\n全面落实。\n二、重点任务\n1.建学校。新建小学。\n⟦三、强化组织领导，狠抓工作落实⟧");
  });
  it("不报：提纲，各条都只有标题", () => {
    check("一、总体要求\n二、重点任务\n（一）建学校\n（二）办食堂\n三、保障措施");
  });
  it("不报：一句话的任务以句号收尾", () => {
    check("一、任务\n1.建学校。新建小学。\n2.开展岗位练兵。\n3.办食堂。扩建食堂。");
  });
  it("不报：只有标题但写了责任科室", () => {
    check("一、任务\n1.建学校。新建小学。\n责任科室：甲科\n2.开展岗位练兵\n责任科室：乙科\n3.办食堂。扩建。");
  });
  it("不报：标题问的是时间，下一行是日期", () => {
    checkRule(sectionEmpty)(
      "一、活动主题\n青春心向党\n二、活动时间\n2026年5月\n三、活动地点\n市体育馆\n四、活动内容\n（一）启动\n办。\n五、要求\n落实。",
    );
  });
});

describe("section-duplicate", () => {
  const check = checkRule(sectionDuplicate);

  it("例文", () => {
    checkExamples(sectionDuplicate);
  });
  it("不报：各章之下同名的小节", () => {
    check(
      "一、学前教育\n（一）主要目标\n扩面。\n（二）重点举措\n建园。\n二、义务教育\n（一）主要目标\n提质。\n（二）重点举措\n建校。",
    );
  });
  it("不报：表里相同的行", () => {
    check("一、清单\n1.新建教学楼\n2.新建教学楼\n3.新建宿舍楼");
  });
});

describe("heading-punctuation", () => {
  const check = checkRule(headingPunctuation);

  it("不报：同级的标题多与正文相接，句号是它们共有的", () => {
    check(
      "一、要求\n（一）指导思想。全面落实。\n（二）基本原则。\n坚持育人为本。\n（三）目标\n到2030年建成。\n二、任务\n（一）扩容\n建校。\n（二）提质\n教研。\n（三）强师\n培训。",
    );
  });
  it("例文", () => {
    checkExamples(headingPunctuation);
  });
  it("不报：全文各节标题一律用句号", () => {
    check(
      "一、任务\n（一）落实立德树人。\n1.甲事。办。\n（二）提升质量。\n2.乙事。办。\n（三）加强管理。\n3.丙事。办。",
    );
  });
  it("不报：冒号引出下文", () => {
    check(
      "一、总体要求\n落实。\n二、主要目标：\n1.甲事。办。\n三、重点任务\n2.乙事。办。\n四、保障措施\n落实。",
    );
  });
  it("不报：标题后面接着正文", () => {
    check(
      "一、总体要求\n落实。\n二、主要目标。到2030年，全面建成。\n三、重点任务\n2.乙事。办。\n四、保障措施\n落实。",
    );
  });
  it("不报：第三条是正文；以冒号引出下文的也不是标题", () => {
    check(
      "第一条 考核由下列部分组成：\n（一）党建；\n（二）发展。\n第二条 按下列程序进行：\n（一）自评；\n（二）复核。\n第三条 本办法自印发之日起施行。\n原办法同时废止。",
    );
    check(
      "一、抓好下列工作：\n加强统筹。\n二、落实下列要求：\n加强督查。\n三、自印发之日起执行。\n原文件同时废止。",
    );
  });
});

describe("heading-long", () => {
  it("例文；字数由选项定", () => {
    checkExamples(headingLong);
    checkRule(headingLong)("一、⟦坚持优先发展，办好人民满意的教育⟧\n（一）建学校。新建。", {
      options: { max: 12 },
    });
    checkRule(headingLong)("一、坚持优先发展，办好人民满意的教育\n（一）建学校。新建。");
  });
});

describe("section-missing", () => {
  const check = checkRule(sectionMissing);

  it("例文", () => {
    checkExamples(sectionMissing);
  });
  it("本单位要求的章节，写法可用“|”并列", () => {
    const sections = { "annual-points": ["总体要求|总体思路", "保障措施", "附则"] };
    check("⟦云岭市2026年工作要点⟧\n一、总体思路\n落实。\n二、重点任务\n建校。\n三、保障措施\n加强。", {
      sections,
      says: "没有“附则”一类的章节。",
    });
  });
  it("不报：工作要点没有固定的章节", () => {
    check("云岭市2026年工作要点\n一、加强党建\n落实。\n二、扩大学位\n建校。\n三、守牢底线\n加强。");
  });
  it("不报：只分任务、没有总分结构的方案", () => {
    check(
      "云岭市2026年重点工作任务分解方案\n一、经济发展\n招商。\n二、城市管理\n改造。\n三、民生保障\n养老。",
    );
  });
  it("不报：保障写成别的说法", () => {
    check("云岭市“十五五”规划\n一、发展目标\n落实。\n二、重点任务\n建校。\n三、健全规划实施机制\n加强。");
  });
  it("不报：活动方案的目的、要求、注意事项", () => {
    check("云岭市2026年活动方案\n一、活动目的\n落实。\n二、主要内容\n办事。\n三、活动要求\n落实。");
    check("云岭市2026年活动方案\n一、工作背景\n落实。\n二、重点任务\n办事。\n三、注意事项\n落实。");
    check("⟦云岭市2026年活动方案⟧\n一、活动目的\n落实。\n二、主要内容\n办事。\n三、总体要求\n落实。");
  });
});

describe("section-duplicate：标签", () => {
  it("标签相同，冒号后各是各的", () => {
    checkRule(sectionDuplicate)(
      "云岭市2026年工作清单\n一、责任领导：马建军（分管一科）\n1.甲。\n2.乙。\n二、责任领导：何静（分管二科）\n3.丙。\n4.丁。",
    );
  });
});

describe("attachment-reference", () => {
  const check = checkRule(attachmentReference);
  const title = "云岭市2026年工作要点\n一、总体要求\n落实。";

  it("列了几个附件而一个也不在文后，是另存的文件", () => {
    const head = "云岭市2026年工作要点\n一、总体要求\n全面落实。\n";
    check(`${head}附件：1.重点项目清单\n2.任务分工表\n3.主要指标表`);
    check(
      `${head}附件：1.重点项目清单\n⟦2.任务分工表⟧\n云岭市教育局\n2026年2月25日\n附件1\n重点项目清单\n1.新建学校。`,
    );
  });
  it("例文", () => {
    checkExamples(attachmentReference);
  });
  it("压平的文本里，附件说明夹在行中", () => {
    check(
      `云岭市2026年工作要点\n一、总体要求\n要认真排查（清单见附件），按时报送（模板见附件2）。联系人：周明附件：1.隐患清单2.报送模板`,
    );
    check(`云岭市2026年工作要点\n一、总体要求\n要认真排查（清单见⟦附件⟧），按时报送。`);
  });
  it("名称后的标点、单个附件的编号、断了的编号", () => {
    check(`${title}\n附件：重点项目清单⟦。⟧\n附件\n重点项目清单`, {
      fixed: `${title}\n附件：重点项目清单\n附件\n重点项目清单`,
    });
    check(`${title}\n附件：⟦1.⟧重点项目清单\n附件\n重点项目清单`, {
      fixed: `${title}\n附件：重点项目清单\n附件\n重点项目清单`,
    });
    check(
      `${title}\n附件：1.项目清单\n⟦3.⟧任务分工\n云岭市教育局\n2026年3月5日\n附件1\n项目清单\n附件2\n任务分工`,
      {
        fixed: `${title}\n附件：1.项目清单\n2.任务分工\n云岭市教育局\n2026年3月5日\n附件1\n项目清单\n附件2\n任务分工`,
      },
    );
  });
  it("列了两个只有一个；文后多出一个", () => {
    check(`${title}\n附件：1.项目清单\n⟦2.任务分工⟧\n云岭市教育局\n2026年3月5日\n附件1\n项目清单`);
    check(
      `${title}\n附件：1.项目清单\n2.任务分工\n云岭市教育局\n2026年3月5日\n附件1\n项目清单\n附件2\n任务分工\n⟦附件3⟧\n统计表`,
    );
  });
  it("附件的标题与附件说明不一致：年份、错字、两个附件放反", () => {
    const two = `${title}\n附件：1.2026年重点项目清单\n2.任务分工方案\n云岭市教育局\n2026年3月5日\n`;
    check(`${two}附件1\n⟦2025年重点项目清单⟧\n附件2\n\n⟦任务分工方桉⟧\n一、分工`, {
      fixed: `${two}附件1\n2025年重点项目清单\n附件2\n\n任务分工方桉\n一、分工`
        .replace("1.2026", "1.2025")
        .replace("2.任务分工方案", "2.任务分工方桉"),
      says: "附件的标题是“2025年重点项目清单”，附件说明里作“2026年重点项目清单”。",
    });
    check(`${two}附件1\n⟦任务分工方案⟧\n附件2\n⟦2026年重点项目清单⟧`);
    check(`${two}附件1：⟦2026年重点项目请单⟧\n附件2\n任务分工方案`);
  });
  it("不报：标题写得全些、略些，分作两行，或另有叫法", () => {
    const two = `${title}\n附件：1.2026年重点项目清单\n2.任务分工方案\n云岭市教育局\n2026年3月5日\n`;
    check(`${two}附件1\n云岭市教育局2026年重点项目清单\n附件2\n2026年重点工作\n任务分工方案`);
    check(`${two}附件1\n重点项目清单\n附件2\n云岭市教育局各科室责任分解表`);
    check(`${two}附件1\n一、项目\n附件2\n《任务分工方案》`);
  });
  it("文中提到的附件不存在", () => {
    check(
      `${title}\n二、任务\n按分工落实（见⟦附件3⟧）。\n附件：1.项目清单\n2.任务分工\n云岭市教育局\n2026年3月5日\n附件1\n项目清单\n附件2\n任务分工`,
    );
  });
  it("不报：附件另行下载", () => {
    check(`${title}\n附件：报名表（请登录邮箱下载）\n云岭市教育局\n2026年3月5日`);
  });
  it("不报：附件就是后面的方案，以标题为准", () => {
    check(
      "云岭市教育局关于印发方案的通知\n各学校：\n现印发给你们。\n附件：云岭市学位建设实施方案\n云岭市教育局\n2026年3月5日\n云岭市学位建设实施方案\n一、目标\n建校。",
    );
  });
  it("不报：附件的标题分作两行", () => {
    check(
      "云岭市教育局关于印发方案的通知\n各学校：\n现印发给你们。\n附件：云岭市学位建设三年实施方案\n云岭市教育局\n2026年3月5日\n云岭市学位建设\n三年实施方案\n一、目标\n建校。",
    );
  });
  it("不报：附件页首再写一次“附件：”和标题", () => {
    check(
      "云岭市教育局关于印发方案的通知\n各学校：\n现印发给你们。\n附件：学位建设实施方案\n云岭市教育局\n2026年3月5日\n附件：学位建设实施方案\n一、目标\n建校。",
    );
  });
  it("不报：网页上另行下载的附件", () => {
    check(`${title}\n附件：重点项目清单.docx`);
    check(`${title}\n附件：重点项目清单（另发）`);
  });
});

describe("cross-reference", () => {
  const check = checkRule(crossReference);
  const draft = "一、任务\n（一）甲事。办好。\n（二）乙事。办好。\n二、保障\n";

  it("例文", () => {
    checkExamples(crossReference);
  });
  it("章、部分、条", () => {
    check(`${draft}（一）按照本方案⟦第五部分⟧执行。\n（二）参照⟦第（七）项⟧办理。`);
  });
  it("并列的几项，逐一查", () => {
    check(`${draft}（一）见第（一）、⟦（九）项⟧。\n（二）见第一部分第（二）项和⟦第（八）项⟧。`);
  });
  it("不报：条目存在", () => {
    check(`${draft}（一）参照第（二）项执行，见第一部分。`);
  });
  it("不报：引的是别的文件", () => {
    check(`${draft}（一）按照《义务教育法》第（九）项和条例第五十条执行，依据《办法》见第（八）项。`);
    check(`${draft}（一）对照省实施办法第（九）条落实。`);
  });
  it("不报：反馈意见第三点；前一句说到的法律的条文", () => {
    checkRule(crossReference)("一、任务\n（一）甲。对照省委巡视反馈意见第三点整改。\n（二）乙。");
    checkRule(crossReference)(
      "一、任务\n（一）甲。执行预算法第四十九条的规定。根据第四十九条处理。\n（二）乙。",
    );
    checkRule(crossReference)("第一条 甲。\n第二条 按照⟦第九条⟧处理。\n第三条 丙。");
  });
});

describe("count-mismatch", () => {
  const check = checkRule(countMismatch);

  it("例文", () => {
    checkExamples(countMismatch);
  });
  it("引出语后的条目数，可改作所列的个数", () => {
    check(
      "一、任务\n（一）抓落实。重点抓好⟦以下四项工作：⟧\n1.甲事。办。\n2.乙事。办。\n3.丙事。办。\n（二）强保障。加强。",
      {
        fixed:
          "一、任务\n（一）抓落实。重点抓好以下三项工作：\n1.甲事。办。\n2.乙事。办。\n3.丙事。办。\n（二）强保障。加强。",
      },
    );
  });
  it("引号里列的个数", () => {
    check(
      "一、任务\n推进⟦“勤学、苦练、比武”四大⟧环节，落实“名师领航、青蓝结对、送教下乡、岗位练兵”四大行动。",
      { says: "这里说的是4，引号里列了3个。" },
    );
  });
  it("一是二是的个数", () => {
    check("一、任务\n突出⟦三个重点：⟧一是抓建设，二是抓管理。");
  });
  it("不报：列举在下一段接着数", () => {
    check("一、任务\n要突出三个重点：一是突出高危行业；二是突出人员密集场所；\n三是突出重要时段。");
    check("一、任务\n要突出三个重点：一是突出高危行业。二是突出人员密集场所。\n三是突出重要时段。");
  });
  it("不报：个数相符", () => {
    check("一、实施“两大行动”\n（一）润心行动。办。\n（二）强健行动。办。");
  });
  it("中间有修饰语的工程", () => {
    check("一、实施⟦三项重点工程⟧\n（一）学位扩容工程。办。\n（二）强师工程。办。");
  });
  it("不报：上级定的数，本地另有安排", () => {
    check("一、落实省“十大行动”\n（一）润心行动。办。\n（二）强健行动。办。");
  });
  it("不报：下面列的不是那些行动", () => {
    check("一、落实省“十大行动”，加强统筹\n（一）加强领导。办。\n（二）保障经费。办。");
    check("一、实施“七大行动”\n（一）润心行动。办。\n（二）强健行动。办。\n（三）加强领导。办。");
  });
  it("不报：文中泛说的四个方面、六大工程", () => {
    check("一、总体要求\n坚持六大工程、四个方面一体推进，增强“四个意识”：一是学，二是做。");
  });
  it("不报：数的是另外的东西", () => {
    check("一、任务\n实施“强基、提质、增效”12项行动，推进“补短板、强弱项、提质量”15个项目。");
  });
  it("不报：列举后有“等”，数不必相等", () => {
    check("一、任务\n抓好“教室、食堂、宿舍”等五大场所。");
  });
});
