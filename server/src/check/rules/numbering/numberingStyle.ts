import type { Item, Part, PlanDocument } from "../../../plan/model.js";
import { writeOrdinal } from "../../../plan/numbering.js";
import { styleKey } from "../../../plan/sequence.js";
import type { DocumentRule, Fix, Remark } from "../../rule.js";
import { unlikeSiblings } from "./unlikeSiblings.js";

export const numberingStyle: DocumentRule = {
  id: "numbering-style",
  subject: "numbering",
  scope: "document",
  sees: { structure: ["tree"] },
  severity: "warning",
  title: { "zh-CN": "同级编号写法一致", en: "Markers of one level are written alike" },
  why: {
    "zh-CN":
      "同一层次里混用“1、”和“1.”、“(一)”和“（一）”，或编号里的数字丢了，一看就是拼接或转换留下的痕迹。",
    en: "Mixed forms of one level, or a marker that lost its number, betray a draft that was pasted together.",
  },
  clause: {
    "zh-CN": "GB/T 15834-2011 附录B.3；GB/T 9704-2012 7.3.3",
    en: "GB/T 15834-2011 B.3; GB/T 9704-2012 7.3.3",
  },
  texts: {
    "zh-CN": {
      odd: "编号写法与同级不一致：此处“{found}”，其余写作“{right}”。",
      lost: "编号里的数字丢失，按前后应为“{right}”。",
      fix: "改为“{right}”",
    },
    en: {
      odd: "This marker is written unlike its siblings: “{found}” here, “{right}” elsewhere.",
      lost: "The number of this marker is lost; by its neighbours it is “{right}”.",
      fix: "Change to “{right}”",
    },
  },
  examples: [
    {
      bad: "一、甲\n1.子\n2.丑\n⟦3、⟧寅\n4.卯\n5.辰\n6.巳",
      good: "一、甲\n1.子\n2.丑\n3.寅\n4.卯\n5.辰\n6.巳",
    },
    { bad: "一、甲\n（一）子\n⟦（）⟧丑\n（三）寅", good: "一、甲\n（一）子\n（二）丑\n（三）寅" },
  ],
  *check(plan) {
    yield* lostNumerals(plan);
    for (const byKey of numberedByPart(plan).values()) {
      for (const list of byKey.values()) yield* oddForms(plan, list);
    }
  },
};

/** The items that have a number, part by part and form by form, in one pass: a long file has many parts. */
function numberedByPart(plan: PlanDocument): Map<Part, Map<string, Item[]>> {
  const parts = new Map<Part, Map<string, Item[]>>();
  for (const item of plan.items) {
    if (item.mark.ordinal === undefined) continue;
    let byKey = parts.get(item.part);
    if (!byKey) parts.set(item.part, (byKey = new Map<string, Item[]>()));
    const key = styleKey(item.mark);
    const list = byKey.get(key);
    if (list) list.push(item);
    else byKey.set(key, [item]);
  }
  return parts;
}

function* oddForms(plan: PlanDocument, items: readonly Item[]): Generator<Remark> {
  for (const { item, form } of unlikeSiblings(items)) {
    const numeral = plan.text.slice(item.marker.numeral.start, item.marker.numeral.end);
    const right = form.replace("#", numeral.trim());
    yield {
      span: item.marker.span,
      message: { key: "odd", fill: { found: item.mark.text, right } },
      fixes: [rewrite(item, right)],
    };
  }
}

/** （） among siblings: its number is the one after that of the sibling before it. */
function* lostNumerals({ items, parts }: PlanDocument): Generator<Remark> {
  if (items.every(({ mark }) => mark.ordinal !== undefined)) return;
  const lists = [...parts.map((part) => part.items), ...items.map((item) => item.children)];
  for (const siblings of lists) {
    for (const [at, item] of siblings.entries()) {
      if (item.mark.ordinal !== undefined) continue;
      const before = siblings[at - 1]?.mark;
      const model = before ?? siblings[at + 1]?.mark;
      const value = before ? (before.ordinal ?? at) + 1 : at + 1;
      const right = model
        ? model.form.replace("#", writeOrdinal(model, value) ?? String(value))
        : item.mark.text;
      yield {
        span: item.marker.span,
        message: { key: "lost", fill: { right } },
        fixes: model ? [rewrite(item, right)] : [],
      };
    }
  }
}

function rewrite(item: Item, right: string): Fix {
  return {
    title: { key: "fix", fill: { right } },
    edits: [{ span: item.marker.span, newText: right }],
    safe: true,
  };
}
