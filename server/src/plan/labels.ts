import { ANY_SPACE, lettersOf } from "../text/characters.js";
import { matchesIn } from "../text/matches.js";
import type { ResponsibilityRole } from "./model.js";

const ROLE_WORDS =
  "责任|牵头|主责|主办|承办|配合|协办|协同|协助|协作|参与|参加|落实|实施|监督|督办|督导|数据提供|完成|主管|分管|包联|联系|负责|实施责任|工作责任";
const KIND_WORDS =
  "单位|部门|科室|处室|股室|委室|部室|办公室|站所|站办所|办所|科所|处所|系部|部处|镇街|教研组|班组|支部|党支部|中心|科|处|室|股|主体|领导|人员|人|机构|院系|学院|团队|专班|组|市领导|县领导|区领导|县级领导|局领导|校领导";
const TIME_LABELS =
  "完成时限|完成时间|时间节点|时限要求|时限|时间安排|进度安排|进度要求|办结时限|推进时限|整改时限|落实时间";
/** Labels of the same bracket that name no body: what they say is left out. */
const OTHER_LABELS = "适用范围|实施范围|备注|说明|联系人|联系电话|目标任务|工作目标|推进措施";
const RANK_WORDS = "第一|主要|共同|总|主|首要|直接|具体|市级|县级|区级";
/** A role without more may stand for a label: 牵头：. */
const BARE_ROLES = "牵头|配合|主办|协办|承办|责任|协同|参与";
/** The words of a role are captured, though nobody asks for them: what holds a group is not written out three times. */
const LABEL_SOURCE = `(?:(?:${RANK_WORDS}|(?<![\\u4e00-\\u9fff])局)?(?:(${ROLE_WORDS})(?:市直|市级|县级|区级|省级|市|县|区|省|局|校)?(?:及|和|与|、|或|/)?){1,3}(?:${KIND_WORDS})(?:及(?:责任人|负责人))?|${TIME_LABELS})`;
/** A label with its colon: 责任科室：. Written so that each alternative is bounded. */
const LABEL = new RegExp(
  `(${LABEL_SOURCE}|${OTHER_LABELS}|(?<![\u4e00-\u9fff])(?:${BARE_ROLES})(?=[：:]))\\s{0,4}(?:[（(][^（()）]{1,12}[）)])?\\s{0,2}[：:]`,
  "g",
);
/** Nearly all labels are no more than this, and the other expressions take long to be made. */
const PLAIN_LABEL = new RegExp(`^((?:${ROLE_WORDS})(?:${KIND_WORDS}))[：:]`);
/** 牵头：办公室 as a line of its own. */
const BARE_AT_HEAD = new RegExp(`^(${BARE_ROLES})[：:]`);
/** A label at the head of a line, where its colon may be a space. */
const LABEL_AT_HEAD = new RegExp(
  `^(${LABEL_SOURCE})\\s{0,4}(?:[（(][^（()）]{1,12}[）)])?(?:\\s{0,4}[：:;；]|\\s{1,6}(?=\\S))`,
);
export const TIME_LABEL: ReadonlySet<string> = new Set(TIME_LABELS.split("|"));
export const OTHER_LABEL: ReadonlySet<string> = new Set(OTHER_LABELS.split("|"));
/** A label that names no body. */
export const isNoBody = (label: string): boolean => TIME_LABEL.has(label) || OTHER_LABEL.has(label);
/** 【责任科室】 before the names, without a colon. */
const LABEL_IN_BRACKETS = new RegExp(`^[【\\[〔（(](${LABEL_SOURCE})[：:]?[】\\]〕）)][：:]?`);

/** 人事科　【完成时限】12月: a label in brackets of its own among names. Round ones mostly say a role: 教育局（牵头单位）. */
const BOXED = new RegExp(`[【\\[［](${LABEL_SOURCE})[：:]?[】\\]］][：:]?`, "g");
const ONLY_LABEL = new RegExp(`^(?:${LABEL_SOURCE})$`);
/** True for words that are a label and name nobody. */
export const isLabel = (words: string): boolean => words.length < 16 && ONLY_LABEL.test(words);

export interface LabelHit {
  readonly label: string;
  /** Where the bracket before it opens, if it has one of its own. */
  readonly opens?: number;
  readonly start: number;
  readonly labelEnd: number;
  /** Where the names begin. */
  readonly namesStart: number;
}

const wordsOf = (...lists: readonly string[]): string[] => lists.join("|").split("|");
const FIRST_LETTERS = wordsOf(RANK_WORDS, "局", ROLE_WORDS, TIME_LABELS)
  .map((word) => word.charAt(0))
  .join("");
/** A label, a bracket behind it or a space stands right before the colon. */
const BEFORE_COLON = lettersOf(
  wordsOf(KIND_WORDS, TIME_LABELS, OTHER_LABELS, BARE_ROLES, "人")
    .map((word) => word.slice(-1))
    .join("") + `）)${ANY_SPACE}`,
);

/** The label with which the words of a line begin, at an offset: all that it takes, and its words. */
export function labelAtHead(text: string, start: number): RegExpExecArray | null {
  if (!FIRST_LETTERS.includes(text[start] ?? "\0")) return null;
  const head = text.slice(start, start + 60);
  return PLAIN_LABEL.exec(head) ?? LABEL_AT_HEAD.exec(head) ?? BARE_AT_HEAD.exec(head);
}

/** The label in a bracket that opens at an offset. */
export function boxedLabel(text: string, start: number): RegExpExecArray | null {
  if (!"【[〔（(".includes(text[start] ?? "\0") || !FIRST_LETTERS.includes(text[start + 1] ?? "\0"))
    return null;
  return LABEL_IN_BRACKETS.exec(text.slice(start, start + 40));
}

/** The last colon of a stretch that may close a label; -1 where there is none. */
function lastColon(text: string, start: number, end: number): number {
  for (let at = end - 1; at > start; at--) {
    const code = text.charCodeAt(at);
    if ((code === 0xff1a || code === 0x3a) && BEFORE_COLON[text.charCodeAt(at - 1)] === 1) return at;
  }
  return -1;
}

const NO_HITS: readonly LabelHit[] = [];

/** Every label in brackets of its own; a text that has them has no others. */
function boxedHits(text: string, start: number, end: number): readonly LabelHit[] {
  const within = text.slice(start, end);
  if (!/[【\[［]/.test(within)) return NO_HITS;
  return matchesIn(within, BOXED).map((match) => {
    const opens = start + match.index;
    const label = match[1] ?? "";
    const labelEnd = opens + 1 + label.length;
    return { label, opens, start: opens + 1, labelEnd, namesStart: opens + match[0].length };
  });
}

/** Every label with its colon in a stretch of a text, in order. */
export function labelHits(text: string, start: number, end: number): readonly LabelHit[] {
  const boxed = boxedHits(text, start, end);
  if (boxed.length > 0) return boxed;
  const last = lastColon(text, start, end);
  if (last === -1) return NO_HITS;
  const hits: LabelHit[] = [];
  for (const match of matchesIn(text.slice(start, last + 1), LABEL)) {
    const at = start + match.index;
    const label = match[1] ?? "";
    hits.push({ label, start: at, labelEnd: at + label.length, namesStart: at + match[0].length });
  }
  return hits;
}

/** All labels of a line that begins with one. */
export function lineHits(text: string, head: LabelHit, end: number): readonly LabelHit[] {
  const { start, labelEnd, namesStart } = head;
  const colon = lastColon(text, start, end);
  if (colon === labelEnd && colon + 1 === namesStart) return [head];
  const hits = labelHits(text, start, end);
  return hits[0]?.start === start ? hits : [head, ...hits];
}

export function roleOfLabel(label: string): ResponsibilityRole {
  if (/领导|责任人|负责人|人员$/.test(label)) return "person";
  if (/牵头|主责|主办|首要|第一责任/.test(label)) return "lead";
  if (/配合|协|参与|参加|数据提供/.test(label)) return "support";
  return "owner";
}
