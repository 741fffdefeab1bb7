import { roleOfNames } from "./answerable.js";
import { closingBracket, isSpace, lettersOf, skipSpaces, trimEnd } from "../text/characters.js";
import { trailing } from "../text/ends.js";
import { withOne } from "../text/withOne.js";
import { departmentsIn, namesOnly } from "./departments.js";
import type { Department, Responsibility, ResponsibilityGroup, ResponsibilityRole } from "./model.js";
import {
  isLabel,
  isNoBody,
  boxedLabel,
  labelAtHead,
  type LabelHit,
  labelHits,
  lineHits,
  OTHER_LABEL,
  TIME_LABEL,
} from "./labels.js";
import { SIGN, signsIn } from "./signs.js";

const WORTH_A_LOOK =
  /责任|牵头|负责|主办|承办|配合|协办|协同|协作|协助|参与|参加|落实[单部主]|实施[单主部]|完成时[限间]|时限|时间节点|分管|主管|督办|数据提供|指导(?:[，。；）)〕]|$)/;

const BRACKET_ALONE = /[。；]\s?[（(]/;

/** Everything in a paragraph that says who does it: the line itself, or closing brackets. In reading order. */
export function responsibilitiesIn(text: string, signs = signsIn(text)): readonly Responsibility[] {
  const mayName = (signs & SIGN.duty) !== 0 || text.endsWith("指导");
  if (!mayName || !WORTH_A_LOOK.test(text))
    return (signs & SIGN.bracketAlone) !== 0 && BRACKET_ALONE.test(text) ? bracketsIn(text) : NOBODY;
  const line = responsibilityLine(text);
  if (line) return [line];
  const found = (signs & SIGN.opener) === 0 ? NOBODY : bracketsIn(text);
  return found.length === 0 ? unbracketed(text) : found;
}

const NOBODY: readonly Responsibility[] = [];

/** `责任科室：基教科 教研室` as a paragraph of its own, bare or in brackets. */
function responsibilityLine(text: string): Responsibility | undefined {
  let start = skipSpaces(text, 0);
  let end = trimEnd(text, start, text.length);
  if (end - start > 600) return undefined;
  const open = text[start] ?? "";
  const boxed = boxedLabel(text, start);
  if (boxed?.[1] && boxed[0].length < end - start) {
    const head: LabelHit = {
      label: boxed[1],
      start,
      labelEnd: start + 1 + boxed[1].length,
      namesStart: start + boxed[0].length,
    };
    const hits = labelHits(text, start, end);
    const all = hits[0]?.opens === start ? hits : [{ ...head, start: start + 1 }];
    return assemble(text, all, { form: "line", start, end });
  }
  if ("（(〔[【［".includes(open)) {
    const close = closingBracket(text, start, 600);
    if (close === -1 || trimEnd(text, start, end) - close > 2) return undefined;
    return bracketContent(text, start, close);
  }
  while (start < end && "—-*·●■◆▲•>★☆".includes(text[start] ?? "")) start = skipSpaces(text, start + 1, end);
  const first = labelAtHead(text, start);
  if (!first?.[1]) return undefined;
  while (end > start && "。；;.".includes(text[end - 1] ?? "")) end--;
  const rest = text.slice(start + first[0].length, end);
  const isMarked = "：:;；".includes(first[0].at(-1) ?? "");
  if (!isMarked && !looksLikeNames(rest)) return undefined;
  if (!TIME_LABEL.has(first[1]) && readsAsSentence(rest)) return undefined;
  const head: LabelHit = {
    label: first[1],
    start,
    labelEnd: start + first[1].length,
    namesStart: start + first[0].length,
  };
  return assemble(text, lineHits(text, head, end), { form: "line", start, end });
}

/** A list of names has no predicate: 责任单位要切实…… is a sentence that happens to begin with the word. */
function readsAsSentence(rest: string): boolean {
  return PREDICATE.test(rest) || (rest.includes("。") && /。[^。]{30,}。?$/.test(rest));
}
const PREDICATE = /^\s*(?:要|应|须|必须|负责(?:人)?[^、，]{0,4}(?:组织|制定)|是|为|不|按要求|对)/;

function looksLikeNames(rest: string): boolean {
  const trimmed = rest.trim();
  return (
    trimmed.length > 0 &&
    trimmed.length < 80 &&
    !/[。！？]/.test(trimmed) &&
    /(?:[局委办厅科处室院校部会组站所馆队]|中心|学校|单位|部门)(?:[、，,；;\s]|$)/.test(trimmed)
  );
}

interface Frame {
  readonly form: Responsibility["form"];
  readonly start: number;
  readonly end: number;
}

function assemble(text: string, hits: readonly LabelHit[], frame: Frame): Responsibility {
  const last = frame.form === "line" ? frame.end : frame.end - 1;
  let groups: ResponsibilityGroup[] | undefined;
  let deadline: Responsibility["deadline"];
  for (const [i, hit] of hits.entries()) {
    const next = hits[i + 1];
    const stop = next?.opens ?? next?.start ?? last;
    const from = skipSpaces(text, hit.namesStart, stop);
    let to = trimEnd(text, from, stop);
    while (to > from && "；;，,。、".includes(text[to - 1] ?? "")) to = trimEnd(text, from, to - 1);
    if (TIME_LABEL.has(hit.label))
      deadline ??= { text: text.slice(from, to), span: { start: from, end: to } };
    else if (!OTHER_LABEL.has(hit.label)) {
      const role = roleOfNames(hit.label, text.slice(from, to));
      const read = departmentsIn(text, { start: from, end: to }, role);
      deadline ??= read.deadline;
      groups = withOne(groups, group(hit, role, { departments: read.departments, from, to }));
    }
  }
  return responsibility(groups ?? NO_GROUPS, deadline, frame);
}

const NO_GROUPS: readonly ResponsibilityGroup[] = [];

function group(
  { label, start, labelEnd }: LabelHit,
  role: ResponsibilityRole,
  names: { readonly departments: readonly Department[]; readonly from: number; readonly to: number },
): ResponsibilityGroup {
  const { departments, from, to } = names;
  return {
    label,
    labelSpan: { start, end: labelEnd },
    role,
    departments,
    namesSpan: { start: from, end: to },
  };
}

function responsibility(
  groups: readonly ResponsibilityGroup[],
  deadline: Responsibility["deadline"],
  frame: Frame,
): Responsibility {
  const [only] = groups;
  const departments =
    groups.length === 1 && only && only.role !== "person"
      ? only.departments
      : groups.filter((one) => one.role !== "person").flatMap((one) => one.departments);
  return { form: frame.form, span: { start: frame.start, end: frame.end }, groups, departments, deadline };
}

const OPENER = lettersOf("（(〔[【［");

/** Every bracket of the paragraph that names who does it, at the end of a sentence. */
function bracketsIn(text: string): readonly Responsibility[] {
  let found: Responsibility[] | undefined;
  for (let at = 0; at < text.length; at++) {
    if (OPENER[text.charCodeAt(at)] === 0) continue;
    const close = closingBracket(text, at);
    if (close === -1) continue;
    const one = endsSentence(text, at, close)
      ? (bracketContent(text, at, close) ?? bracketOfNames(text, at, close))
      : undefined;
    if (one) {
      found = withOne(found, one);
      at = close;
    }
  }
  return found ?? NOBODY;
}

/** `……。（市教育局、市财政局）`: nothing but names in a bracket of its own behind a sentence. */
function bracketOfNames(text: string, open: number, close: number): Responsibility | undefined {
  const before = trimEnd(text, 0, open);
  const inside = text.slice(open + 1, close);
  if (
    before === 0 ||
    !"。；".includes(text[before - 1] ?? "\0") ||
    !namesOnly(inside) ||
    isLabel(inside.trim())
  )
    return undefined;
  return assembleUnlabelled(text, { form: "bracket", start: open, end: close + 1 });
}

/** The bracket closes a sentence: nothing, a final mark or a new sentence follows it. */
function endsSentence(text: string, open: number, close: number): boolean {
  const next = skipSpaces(text, close + 1);
  if (
    next >= text.length ||
    "。；;！.".includes(text[next] ?? "") ||
    OPENS_ITEM.test(text.slice(next, next + 6))
  )
    return true;
  const before = trimEnd(text, 0, open);
  return (
    before === 0 ||
    "。；;！".includes(text[before - 1] ?? "") ||
    (next > close + 1 && isSpace(text.charCodeAt(close + 1)))
  );
}

/** The next item, run on without a break. */
const OPENS_ITEM =
  /^(?:\d{1,2}[.．、](?!\d)|[（(][一二三四五六七八九十]{1,3}[）)]|[一二三四五六七八九十]{1,3}、)/;
const VERBS = "牵头|负责|配合|落实|承办|参与|参加|协同|协助|承担|实施|主办|协办|指导";
/** A body and what it does, to the end of one part of the bracket: 市教育局牵头; 省科技厅按职责分工负责. */
const DUTY = new RegExp(
  `(?:[局委办厅科处室股院校部会组府署站所馆队镇园区州市县联行社团]|中心|街道|乡镇|公司|单位|部门|高校|企业|学校|机关)(?:[（(][^（()）]{1,8}[）)])?(?:等(?:[^，,、；;]{0,8})?)?(?:分别|按|共同|具体|依|根据|联合|会同|各|统筹)?[^，,、；;局委厅。]{0,10}?(?:${VERBS})(?:负责|落实|实施)?$`,
);

/** One of the parts of a bracket says what a body does; the others are names, a time or a note. */
function saysDuty(inside: string): boolean {
  const parts = inside.split(/[，,；;。]/).map((part) => part.trim());
  return parts.some((part) => DUTY.test(part)) && parts.every((part) => part.length <= 160);
}

function bracketContent(text: string, open: number, close: number): Responsibility | undefined {
  const inside = text.slice(open + 1, close);
  if (inside.length < 3 || !WORTH_A_LOOK.test(inside)) return undefined;
  const frame: Frame = { form: "bracket", start: open, end: close + 1 };
  const hits = labelHits(text, open + 1, close);
  if (hits.length > 0) {
    const first = text.slice(open + 1, hits[0]?.start ?? close);
    const lead = first.slice(0, trailing(first, "；;，,。 \t\u3000"));
    if (lead.length <= 2) return assemble(text, hits, frame);
    return hits.every((hit) => isNoBody(hit.label)) && (saysDuty(lead) || namesOnly(lead))
      ? withLabels(text, hits, { ...frame, lead })
      : undefined;
  }
  if (!saysDuty(inside)) return undefined;
  return assembleUnlabelled(text, frame);
}

/** （市教育局牵头，市财政局配合；完成时限：6月底）: names by their verbs, then labels that name no body. */
function withLabels(
  text: string,
  hits: readonly LabelHit[],
  { lead, ...frame }: Frame & { readonly lead: string },
): Responsibility | undefined {
  const named = assembleUnlabelled(text, frame, frame.start + 1 + lead.length);
  const { deadline } = assemble(text, hits, frame);
  return named && { ...named, deadline: named.deadline ?? deadline };
}

/** （市教育局牵头，市财政局、市人社局配合）: the verb after the names says the role. */
function assembleUnlabelled(text: string, frame: Frame, to = frame.end - 1): Responsibility | undefined {
  const from = frame.start + 1;
  const read = departmentsIn(text, { start: from, end: to }, "owner");
  if (read.departments.length === 0) return undefined;
  const roles = [...new Set(read.departments.map((d) => d.role))];
  const groups = roles.map((role): ResponsibilityGroup => {
    const departments = read.departments.filter((d) => d.role === role);
    return {
      label: "",
      labelSpan: { start: from, end: from },
      role,
      departments,
      namesSpan: { start: departments[0]?.span.start ?? from, end: departments.at(-1)?.span.end ?? to },
    };
  });
  return responsibility(groups, read.deadline, frame);
}

/** `……。责任科室：基教科。` inside a paragraph whose line breaks were lost: from a label that opens a sentence to its end. */
function unbracketed(text: string): Responsibility[] {
  const found: Responsibility[] = [];
  const hits = labelHits(text, 0, text.length);
  const times = hits.filter((hit) => TIME_LABEL.has(hit.label));
  const fullStop = nextOf(text, "。");
  let after = 0;
  let nextTime = 0;
  for (const [i, first] of hits.entries()) {
    while ((times[nextTime]?.start ?? Infinity) < first.start) nextTime++;
    const start = first.opens ?? first.start;
    if (start < after || start === 0 || !opensSentence(text, start) || isNoBody(first.label)) continue;
    const stop = namesStop(text, first.namesStart, fullStop(first.namesStart));
    let end = trimEnd(text, first.start, deadlineEnd(text, first, { time: times[nextTime], stop }));
    while (end > first.namesStart && "；;.".includes(text[end - 1] ?? "")) end--;
    const rest = text.slice(first.namesStart, end);
    if (rest.length > 200 || /[！？]/.test(rest) || readsAsSentence(rest)) continue;
    let behind = i;
    while ((hits[behind]?.start ?? Infinity) < end) behind++;
    found.push(assemble(text, hits.slice(i, behind), { form: "line", start, end }));
    after = end;
  }
  return found;
}

/** Tells where a mark comes next, at offsets that only grow; the end of the text where it does not. */
function nextOf(text: string, mark: string): (from: number) => number {
  let at = -1;
  return (from) => {
    if (at < from) at = text.indexOf(mark, from);
    return at === -1 ? (at = text.length) : at;
  };
}

/** Where the names end: at the full stop, or where the next item is run on without one. */
function namesStop(text: string, from: number, to: number): number {
  const next = NEXT_ITEM.exec(text.slice(from, Math.min(to, from + LONGEST_NAMES)));
  return next ? from + next.index : to;
}
const LONGEST_NAMES = 200;
const NEXT_ITEM =
  /(?:\d{1,2}[.．、](?=[\u4e00-\u9fff“]|20\d\d年)|[（(][一二三四五六七八九十]{1,3}[）)](?=[\u4e00-\u9fff“])|[一二三四五六七八九十]{1,3}、(?=[\u4e00-\u9fff“]{3}))/;

/** Where a deadline closes it without a full stop: 完成时限：2021年9月30日（二）设备购置; else `stop`. */
function deadlineEnd(
  text: string,
  first: LabelHit,
  { time, stop }: { readonly time: LabelHit | undefined; readonly stop: number },
): number {
  if (!time || time.start >= stop || time.namesStart - first.start > 200) return stop;
  const date =
    /^\s?(?:20\d\d年)?\d{1,2}月(?:\d{1,2}日|底|[上中下]旬)?前?(?=[（(一二三四五六七八九十]|\d{1,2}[.．、])/.exec(
      text.slice(time.namesStart, time.namesStart + 24),
    );
  return date ? Math.min(stop, time.namesStart + date[0].length) : stop;
}

function opensSentence(text: string, at: number): boolean {
  const before = trimEnd(text, 0, at);
  return before < at || "。；;！？”".includes(text[before - 1] ?? "");
}
