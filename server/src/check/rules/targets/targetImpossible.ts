import type { ParagraphRule, Remark } from "../../rule.js";
import { matchesIn } from "../../../text/matches.js";
import { turnedRound } from "./turnedRound.js";

/**
 * Shares of a whole that nothing can exceed. 毛入学率, 完成率 and 拨备覆盖率 may be above 100%; so may what is counted
 * against other people than those who live there (参保率, 接种率, 巩固率), and telephones by the head.
 */
const SHARE =
  /(?<!拨备|偿债|利息|本息|流量|流动性|债务|资金|资本|风险|准备金|进度|电话|宽带|手机|家庭)(?:(?:覆盖|普及|合格|满意|治理|达标|整改|办结|处理|及格|优秀|优良|知晓|响应|正确|准确|持证|受理|及时|规范|备案|审核|出勤|就业|建档|核查|随访|普惠|调解成功|网办|激活|直接结算|住院分娩|城镇化|机械化|无害化|资源化|硬化|绿化|绿地|标准化|公开|反馈|化解|录入|采集|接入|回访|成活|存活)率|满意度|占比)(?:力争|确保|要|应|均|都|分别|总体|全部|稳定|保持|维持|基本|年底|由\d{1,3}(?:\.\d{1,2})?[%％]){0,3}(?:达到|达|(?:提高|提升|增加|扩大)[到至]|在|不低于|不少于|为|≥|＞|>|：|:)?\s?(\d{3,5}(?:\.\d{1,2})?)[%％]/g;

/** What is counted cannot fall by more than all of it: 事故起数同比下降105%. A profit can. */
const FALLEN =
  /(?:起数|人数|件数|总数|数量|总量|排放量|用水量|用电量|投诉量)(?:同比|环比|[较比](?:去年|上一?年)(?:同期)?)?(?:下降|减少|降低)(\d{3,5}(?:\.\d{1,2})?)[%％]/g;

export const targetImpossible: ParagraphRule = {
  id: "target-impossible",
  subject: "targets",
  scope: "paragraph",
  wants: [["到至约近率度比达在于为降少低≥＞>：: 均", "0123456789每"]],
  severity: "warning",
  title: { "zh-CN": "指标的数值说得通", en: "A value that can be" },
  why: {
    "zh-CN":
      "“由88%提高到85%”升降相反，“覆盖率达到110%”超过全部，“起数下降105%”降得比全部还多，都是敲错了数。毛入学率、完成率等可以超过100%的不查；时间、标准“提高到”更小的数也不查。",
    en: "A rate raised from 88% to 85%, a coverage of 110%, or a count that falls by 105%, is a slip of the keys. Rates that may exceed 100%, and times or norms that become stricter, are left alone.",
  },
  clause: { "zh-CN": "通行做法（国家标准未作规定）", en: "Practice; the standards are silent" },
  texts: {
    "zh-CN": {
      rises: "从“{from}”到“{to}”没有提高，两数或动词有误。",
      falls: "从“{from}”到“{to}”没有降低，两数或动词有误。",
      share: "这个比率不会超过100%，现为{value}。",
      fallen: "数量最多下降100%，现为{value}。",
      swap: "两数对调",
    },
    en: {
      rises: "From “{from}” to “{to}” is no rise; a number or the verb is wrong.",
      falls: "From “{from}” to “{to}” is no fall; a number or the verb is wrong.",
      share: "This rate cannot exceed 100%; it is {value}.",
      fallen: "A count cannot fall by more than 100%; it is {value}.",
      swap: "Swap the two numbers",
    },
  },
  examples: [
    {
      bad: "公交分担率由⟦38%提高到35%⟧。",
      good: "公交分担率由35%提高到38%。",
    },
    { bad: "签约服务覆盖率达到⟦108%⟧。", good: "签约服务覆盖率达到98%。" },
  ],
  *check({ text }) {
    yield* turnedRound(text);
    if (!/[%％]/.test(text)) return;
    yield* aboveAll(text, SHARE, "share");
    yield* aboveAll(text, FALLEN, "fallen");
  },
};

/** More than a hundred per cent where there is no more. */
function* aboveAll(text: string, pattern: RegExp, key: string): Generator<Remark> {
  for (const { 0: whole, 1: digits = "", index } of matchesIn(text, pattern)) {
    if (Number(digits) <= 100) continue;
    const end = index + whole.length;
    const span = { start: end - digits.length - 1, end };
    yield { span, message: { key, fill: { value: text.slice(span.start, end) } } };
  }
}
