import type { DocumentRule, HeadingContext } from "../../rule.js";
import { type Headed, headed } from "../../sees.js";
import { afterHeading } from "./headingLine.js";

export const headingLong: DocumentRule = {
  id: "heading-long",
  subject: "structure",
  scope: "document",
  sees: { structure: ["tree"], headings: headed(isLong) },
  severity: "hint",
  title: { "zh-CN": "标题不宜过长", en: "Headings are short" },
  why: {
    "zh-CN": "章节标题超过两行，读者抓不住要点，目录也排不下。",
    en: "A heading of more than two lines hides its point and does not fit the contents.",
  },
  clause: { "zh-CN": "通行做法（国家标准未作规定）", en: "Practice; the standards are silent" },
  options: {
    max: {
      type: "number",
      default: 45,
      minimum: 10,
      description: { "zh-CN": "最多几个字", en: "How many characters a heading may have" },
    },
  },
  texts: {
    "zh-CN": { long: "标题有{count}字，超过{max}字。" },
    en: { long: "This heading has {count} characters, more than {max}." },
  },
  examples: [
    {
      bad: "一、⟦坚持以提升办学质量建设山区教育强县让每个孩子都能就近上好学为目标全面推进办学体制改革着力提升学校管理和教育服务的规范化水平⟧\n（一）深化改革。健全机制。",
      good: "一、深化教育综合改革，提升治理能力\n（一）深化改革。健全机制。",
    },
  ],
  *check(plan, { options }) {
    const max = options.max as number;
    const opening = plan.items.filter(({ children }) => children.length > 0);
    for (const item of opening) {
      const count = item.headingEnd - item.headingStart;
      if (count <= max) continue;
      const after = afterHeading(plan, item);
      // A sentence that opens a list ends in a mark; it is long of right.
      if (after.end > after.start) continue;
      yield { span: item.heading, message: { key: "long", fill: { count, max } } };
    }
  },
};

/** What the rule takes from a heading; what it said of one goes with its words. */
function isLong(title: string, { options }: HeadingContext, { rest }: Headed): string {
  return `${title.length > (options["max"] as number)} ${rest === ""}`;
}
