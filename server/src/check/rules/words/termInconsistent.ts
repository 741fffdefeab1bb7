import type { PlanDocument } from "../../../plan/model.js";
import type { Span } from "../../../text/span.js";
import type { DocumentRule, Fix, Remark } from "../../rule.js";
import { isLongTitle, isOneScheme, mayBeScheme } from "./schemes.js";
import {
  closePairs,
  differenceOf,
  isApart,
  type Named,
  namesAndBetween,
  namesIn,
  type Places,
  placesByName,
  sideBySide,
} from "./variants.js";

const QUOTED = /“([^“”。\r\n]{2,20})”/g;
const CITED = /《([^《》。\r\n]{6,60})》/g;
/** More places of the commoner name are counted, not shown. */
const SHOWN = 20;

export const termInconsistent: DocumentRule = {
  id: "term-inconsistent",
  subject: "words",
  scope: "document",
  sees: { structure: [], words: namesAndBetween },
  wants: "“《",
  severity: "warning",
  title: { "zh-CN": "一个名称一种写法", en: "One name, one spelling" },
  why: {
    "zh-CN": "“三六九”模式后文成了“五六九”模式，下级单位不知按哪个执行。",
    en: "A scheme that is named two ways leaves those who carry it out wondering which is meant.",
  },
  clause: { "zh-CN": "通行做法（国家标准未作规定）", en: "Practice; the standards are silent" },
  texts: {
    "zh-CN": {
      differs: "此处作“{found}”，别处作“{other}”（{count}处），应统一。",
      other: "此处作“{other}”",
      fix: "改为“{other}”",
      back: "别处都改为“{found}”",
    },
    en: {
      differs: "“{found}” here, “{other}” elsewhere ({count}): one name should be written one way.",
      other: "“{other}” here",
      fix: "Change to “{other}”",
      back: "Change the others to “{found}”",
    },
  },
  examples: [
    {
      bad: "落实食堂⟦“三六九”⟧管理模式。\n完善食堂“五六九”管理模式，用好“五六九”管理模式。",
      good: "落实食堂“五六九”管理模式。\n完善食堂“五六九”管理模式。总结“十四五”规划，编制“十五五”规划。",
    },
    {
      bad: "落实《义务教育质量评价指南》要求。\n对照⟦《义务教育质量评估指南》⟧自查。\n宣传《义务教育质量评价指南》内容。",
      good: "落实《义务教育质量评价指南》要求。\n对照《义务教育质量评价指南》自查。",
    },
  ],
  *check(plan, context) {
    const lines = context.wanted();
    const quoted = namesIn(lines, QUOTED);
    const schemes = quoted.filter(mayBeScheme);
    yield* remarks(plan, schemes, (first, second) => isOneScheme(plan.text, first, second));
    const titles = namesIn(lines, CITED).filter(isLongTitle);
    yield* remarks(plan, titles, ([a], [b]) => !isApart(differenceOf(a?.name ?? "", b?.name ?? "")));
  },
};

function* remarks(
  plan: PlanDocument,
  all: Places,
  same: (first: Places, second: Places) => boolean,
): Generator<Remark> {
  const places = placesByName(all);
  for (const [a, b] of closePairs([...places.keys()])) {
    const [first = [], second = []] = [places.get(a), places.get(b)];
    // Side by side in one sentence they are two things.
    if (!same(first, second) || sideBySide(plan.text, first, second)) continue;
    const [rare, common] = first.length <= second.length ? [first, second] : [second, first];
    for (const one of rare) yield remark(one, common);
  }
}

function remark(one: Named, common: Places): Remark {
  const fill = { found: one.name, other: common[0]?.name ?? "", count: common.length };
  const rewrite = (places: Places, newText: string): Fix["edits"] =>
    places.map(({ at, name }) => ({ span: { start: at + 1, end: at + 1 + name.length }, newText }));
  const shown = common.slice(0, SHOWN);
  const here: Fix = { title: { key: "fix", fill }, edits: rewrite([one], fill.other), safe: false };
  const back: Fix = { title: { key: "back", fill }, edits: rewrite(shown, one.name), safe: false };
  const spanOf = ({ at, name }: Named): Span => ({ start: at, end: at + name.length + 2 });
  return {
    span: spanOf(one),
    message: { key: "differs", fill },
    fixes: common.length > SHOWN ? [here] : [here, back],
    related: shown.map((place) => ({ span: spanOf(place), message: { key: "other", fill } })),
  };
}
