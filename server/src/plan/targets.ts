import { clauseAround, SENTENCE_REACH, sentenceTracker } from "./clauses.js";
import { comparatorOf, type Cue, cueBefore } from "./cues.js";
import {
  boundOfDeed,
  covered,
  doneBefore,
  ofLevel,
  faster,
  type Found,
  goingOn,
  inherited,
  labelled,
  type Place,
  type Reading,
  risen,
  sameThing,
  servedName,
} from "./carriedNames.js";
import { explainsChange } from "./explained.js";
import { countedName, measuredName, objectAfter, sharedName } from "./indicator.js";
import type { Target, YearSource } from "./model.js";
import { quantitiesIn } from "./quantity.js";
import { respectively } from "./respectively.js";
import { withOne } from "../text/withOne.js";
import { SIGN, signsIn } from "./signs.js";
import { isCondition, isNoGoal, raisedTo, reportsPast } from "./targetGuards.js";
import { type DueYear, dueYears, lastYearBefore, TIMED, withoutYearOfLevel } from "./years.js";

/** 2025年底前已完成12栋，今年完成10栋: the year of the sentence is not that of the clause. */
const THIS_YEAR = /今年|本年|当年/;
/** In a bracket stands an explanation, unless it names a rate. */
const BRACKETED_GOAL = /(?:率|占比|比例|比重)$/;
const SENTENCE_END = /[。！？!?]/;
const NO_TARGETS: readonly Target[] = [];

/**
 * The quantities of a paragraph that read as goals or achievements. Year is that of the clause or the sentence; what
 * only item, section or title give is left to the caller. Spans count from the paragraph's first character.
 */
export function targetsIn(
  text: string,
  years: readonly DueYear[] = dueYears(text),
  signs = signsIn(text),
): readonly Target[] {
  const quantities = quantitiesIn(text, signs);
  if (quantities.length === 0) return NO_TARGETS;
  let found: Found[] | undefined;
  const sentenceOf = sentenceTracker(text);
  for (const quantity of quantities) {
    const { span: clause, bracketed } = clauseAround(text, quantity);
    const sentence = sentenceOf(quantity.span.start);
    const place: Place = { text, signs, quantity, clause, sentence, previous: found?.at(-1) };
    const reading = readGoal(place);
    if (!reading || (bracketed && !BRACKETED_GOAL.test(reading.indicator.text))) continue;
    found = withOne(found, { target: targetOf(place, reading, years), cue: reading.cue, sentence });
  }
  if (!found) return NO_TARGETS;
  return respectively(
    text,
    found.map((one) => one.target),
  );
}

/** So many characters behind a value may say what it is a condition of. */
const REACH = 28;

function readGoal(place: Place): Reading | undefined {
  const { text, signs, quantity, clause } = place;
  const written = text.slice(clause.start, quantity.span.start);
  const after = text.slice(quantity.span.end, clause.end);
  if (isNoGoal({ before: written, after, signs }, quantity)) return undefined;
  if (isCondition(text.slice(quantity.span.end, quantity.span.end + REACH))) return undefined;
  if (explainsChange(place)) return undefined;
  const before = raisedTo(written, quantity) ?? withoutYearOfLevel(written);
  const cue = cueBefore(before, after, quantity);
  if (!cue) return continued(place, written);
  if (cue.kind === "level" || cue.kind === "change") {
    if (
      (signs & SIGN.from) !== 0 &&
      /[由从][^，]{0,14}$/.test(before) &&
      /^[^，。；]{0,4}(?:提高|提升|增加|降|下降|增长|减少|扩大)/.test(after)
    )
      return undefined;
    return levelRead(place, cue, before);
  }
  if (quantity.isRate) return { cue, before, indicator: sharedName(text, quantity, clause.end) };
  const named = countedName(text, clause.start, cue, quantity);
  return { cue, before, indicator: sameThing(place, cue, named) ?? named };
}

function levelRead(place: Place, cue: Cue, before: string): Reading {
  const { text, clause, signs, quantity } = place;
  const cueAt = clause.start + cue.at;
  const named = measuredName(text, { from: clause.start, cueAt, signs });
  if (named.text === "") {
    return (
      boundOfDeed(place, before) ?? {
        cue,
        before,
        indicator: risen(place) ?? doneBefore(place) ?? labelled(place) ?? inherited(place, named),
      }
    );
  }
  return {
    cue,
    before,
    indicator:
      goingOn(place, cueAt) ?? servedName(place, named) ?? faster(quantity, covered(quantity, named)),
  };
}

/** 新建幼儿园3所、小学5所; 分别达到65%和55%: what goes on without a verb of its own. */
function continued(place: Place, before: string): Reading | undefined {
  const { previous, text, quantity, sentence, clause } = place;
  if (!previous || previous.sentence !== sentence) return undefined;
  const between = text.slice(previous.target.valueSpan.end, quantity.span.start);
  const { cue } = previous;
  // 定检率达到99%以上，95%以上的电梯投保; 处理率达到95%以上，90%以上行政村: what it counts stands behind.
  const isOwn = between.startsWith("，") && /[\u4e00-\u9fff]/.test(text.charAt(quantity.span.end));
  if (!isOwn && /^(?:和|与|及|以及|、|，)\s?$/.test(between) && previous.target.unit === quantity.unit) {
    return {
      cue,
      before,
      indicator: { text: previous.target.indicator, span: previous.target.indicatorSpan },
    };
  }
  if (cue.kind !== "deed" || quantity.isRate || between.length > 28) return undefined;
  if (/^[^，。；,;\d]{2,24}、\s?$/.test(between)) {
    const object = objectAfter(text, quantity);
    const at = text.indexOf(object, quantity.span.end);
    return {
      cue,
      before,
      indicator: { text: cue.word + object, span: { start: at, end: at + object.length } },
    };
  }
  if (!/^[^，。；,;]{0,14}[、和及]\s?[\u4e00-\u9fff“”（）A-Za-z]{2,14}$/.test(between)) return undefined;
  const written = before.replace(/^\s*[、和及]|\s+/g, "");
  const name = ofLevel(written, previous) ?? written;
  const start = quantity.span.start - before.length;
  return {
    cue,
    before,
    indicator: {
      text: cue.word + name.slice(-16),
      span: { start: Math.max(start, clause.start), end: quantity.span.start },
    },
  };
}

function targetOf(place: Place, reading: Reading, years: readonly DueYear[]): Target {
  const { text, quantity, clause } = place;
  const { cue, before, indicator } = reading;
  const due = yearOf(place, years);
  return {
    indicator: indicator.text,
    indicatorSpan: indicator.span,
    value: text.slice(quantity.span.start, quantity.span.end).trimEnd(),
    valueSpan: quantity.span,
    number: quantity.number,
    unit: quantity.unit,
    comparator: comparatorOf(cue, before, quantity),
    year: due.year,
    yearFrom: due.from,
    kind: reportsPast(text, place) ? "achievement" : "goal",
    span: clause,
  };
}

interface Due {
  readonly year: number | undefined;
  readonly from: YearSource;
}

/** The last year of the clause or its lead (到2027年，), else the last that the sentence named before it, else a time without a year. */
function yearOf(place: Place, years: readonly DueYear[]): Due {
  const { text, clause, sentence, quantity, signs } = place;
  let next: DueYear | undefined;
  let aside: DueYear | undefined;
  const last = lastYearBefore(years, clause.end);
  const later = years[last + 1];
  for (let i = last; i >= 0; i--) {
    const one = years[i] as DueYear;
    if (one.span.start < sentence) break;
    if (one.span.start >= quantity.span.end) {
      next = one;
      continue;
    }
    const leads = one.span.end >= clause.start - 1;
    // 安装率2027年底前达到100%；建设牧场2个: that year is said of its own clause.
    if (!leads && !beginsClause(text, one.span.start)) {
      aside ??= one;
      continue;
    }
    if (!leads && THIS_YEAR.test(text.slice(clause.start, clause.end))) break;
    return { year: (termAround(text, years, i) ?? one).year, from: leads ? "clause" : "sentence" };
  }
  if (aside) return { year: aside.year, from: "sentence" };
  if (next) return { year: next.year, from: "clause" };
  if ((signs & SIGN.timed) !== 0) {
    if (TIMED.test(text.slice(clause.start, clause.end))) return TIMED_BY_CLAUSE;
    if (TIMED.test(text.slice(Math.max(sentence, clause.start - SENTENCE_REACH), clause.start)))
      return TIMED_BY_SENTENCE;
  }
  // 实施项目42个，其中2028年底前建成28个: the sentence goes on to say when.
  if (
    later?.explicit &&
    !SENTENCE_END.test(text.slice(clause.end, Math.min(later.span.start, clause.end + SENTENCE_REACH)))
  )
    return { year: later.year, from: "sentence" };
  return UNTIMED;
}

/** 2026年底前完成2025年度列入计划的改造6个: the term is the year before, the bare one tells of which things. */
function termAround(text: string, years: readonly DueYear[], i: number): DueYear | undefined {
  const [term, bare] = [years[i - 1], years[i]];
  if (!term?.explicit || !bare || bare.explicit) return undefined;
  const between = text.slice(term.span.end, bare.span.start);
  return text.startsWith("年度", bare.span.start + 4) && DEED_OF_YEAR.test(between) ? term : undefined;
}
const DEED_OF_YEAR = /^(?:全面|全部|基本)?(?:完成|建成|实施)$/;

const CLAUSE_BEFORE =
  /(?:^|[，；。：:、,;\s—“（(.]|力争|确保|争取|其中|计划|预计|并|将|于|在|[一二三四五]是)$/;

function beginsClause(text: string, at: number): boolean {
  return CLAUSE_BEFORE.test(text.slice(Math.max(0, at - 2), at));
}

const TIMED_BY_CLAUSE: Due = { year: undefined, from: "clause" };
const TIMED_BY_SENTENCE: Due = { year: undefined, from: "sentence" };
const UNTIMED: Due = { year: undefined, from: "none" };
