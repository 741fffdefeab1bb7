import type { PlanDocument } from "../../../plan/model.js";
import type { Span } from "../../../text/span.js";
import type { DocumentRule, Fix, Remark } from "../../rule.js";
import {
  closePairs,
  differenceOf,
  isApart,
  isNumeral,
  type Named,
  namesAndBetween,
  namesIn,
  numeralsIn,
  type Places,
  placesByName,
  sideBySide,
  wordsAfter,
} from "./variants.js";

const QUOTED = /“([^“”。\r\n]{2,20})”/g;
const CITED = /《([^《》。\r\n]{6,60})》/g;
/** Shorter names are too often a pair on purpose: 好学校, 好学生. */
const LONG_NAME = 6;
const LONG_TITLE = 8;
const LONG_LAW = 13;
/** More places of the commoner name are counted, not shown. */
const SHOWN = 20;
/** 十四五 and 十五五, 七五 and 八五, 3+2 and 3+4, 三个一 and 五个一 are several things of one kind. */
const IN_SERIES = /^(?:十?[一二三四五六七八九]|十)五$|[+＋个]/;
/** “12345”热线, “119”宣传月, “6·26”国际禁毒日: numbers to call and days to remember, each one of its own. */
const CALLED = /^(?:1\d\d|1[26]\d{3}|9\d{4,5}|\d{1,2}[·•.．]\d{1,2})$/;
/** 会计法, 统计法, 水法, 刑法: what all laws begin with makes no long name of a short one. */
const STATE = /^中华人民共和国/;

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
    const quoted = namesIn(context.wanted(), QUOTED);
    const schemes = quoted.filter(
      ({ name }) => (numeralsIn(name) > 1 && !CALLED.test(name)) || name.length >= LONG_NAME,
    );
    yield* remarks(plan, schemes, (first, second) => isOneScheme(plan.text, first, second));
    const titles = namesIn(context.wanted(), CITED).filter(
      ({ name }) => name.length >= LONG_TITLE && !(STATE.test(name) && name.length < LONG_LAW),
    );
    yield* remarks(plan, titles, ([a], [b]) => !isApart(differenceOf(a?.name ?? "", b?.name ?? "")));
  },
};

/**
 * “三六九” and “五六九”: a numeral that differs counts where the name has more numerals than that and the words after
 * the quotes are the same; another character only in a long name that stands more than once, and not where it says what
 * kind of thing it is: 示范带, 示范点; 奖章, 奖状.
 */
function isOneScheme(text: string, first: Places, second: Places): boolean {
  const [a, b] = [first[0]?.name ?? "", second[0]?.name ?? ""];
  const difference = differenceOf(a, b);
  if (difference.every(isNumeral)) {
    if (numeralsIn(a) < 2 || IN_SERIES.test(a)) return false;
    const after = new Set(first.map((one) => wordsAfter(text, one)).filter((words) => words !== ""));
    return second.some((one) => after.has(wordsAfter(text, one)));
  }
  const isKind = a.length === b.length && a.at(-1) !== b.at(-1);
  const isRare = first.length + second.length < 3;
  return a.length >= LONG_NAME && b.length >= LONG_NAME && !isRare && !isKind && !isApart(difference);
}

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
