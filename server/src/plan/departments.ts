import { sensesOf, skipSpaces, SPACES, trimEnd } from "../text/characters.js";
import { detached } from "../text/detached.js";
import { shift, type Span } from "../text/span.js";
import type { Department, Responsibility, ResponsibilityRole } from "./model.js";
import { matchesIn } from "../text/matches.js";
import { withOne } from "../text/withOne.js";

const NO_DEPARTMENTS: readonly Department[] = [];

export interface DepartmentList {
  readonly departments: readonly Department[];
  /** A time that stands among the names: 6月底完成, 年内持续推进. */
  readonly deadline: Responsibility["deadline"];
}

const SUFFIX =
  /(?:[局委办厅科处室股院校部会组府站所馆队署社园办]|中心|单位|部门|学校|公司|街道|乡镇|机关|党委|工会|企业|银行|团委|妇联|残联|文联|工商联|科协|专班|集团|医院|高校|大学|法院|电视台|报社|平台|基地|协会|联盟|[分支]行|海关|机场|军分区)$/;
/** 计划 alone is the short name of a department: 计划、财务、人事. */
const TIME =
  /^(?!计划$)(?:(?:力争|争取|预计|确保|计划)?(?:20\d\d年)?(?:\d{1,2}月(?:\d{1,2}日)?)?(?:年?底|末|中旬|上旬|下旬|内)?前?|年内|全年|长期|持续|常年|每年|立即|按[^、，]{0,6}(?:时间|要求|进度))(?:完成|推进|实施|坚持|开展|启动|持续推进|见效|取得[^、，]{0,10}|[^、，]{0,6}推进|[^、，]{0,6}坚持)?$/;
const TAIL_VERB =
  /(?:等)?(?:(?:各)?(?:按|依|根据)(?:照)?(?:各自)?(?:的)?(?:职责|职能|任务)?(?:职责)?(?:分工|要求)?)?(?:分别|共同|具体|统一|分工|联合|统筹|组织|协同)?(?:牵头负责|牵头|负责组织实施|组织实施|负责落实|负责|落实|配合|承办|承担|参与|参加|协同|协助|协办|主办|实施|指导)$/;
/** What a bracket may say beside the names: that the first body leads, that the rest is left out. */
const NOTE =
  /下同|不再(?:[一逐]+)?(?:列出|做分工|列)|^(?:根据|依据|依照|按照|结合)[^，；]{6,}[^局委办厅科处室院校部会组府署站所馆队]$|为牵头(?:单位|部门|科室)|牵头(?:单位|部门)为|^(?:列|排)(?:在)?(?:第一|首)位|^首位|以下(?:均|各|除)|^具体任务|^适用范围/;
/** …等有关部门, …等国务院相关部门: others that are not named. */
const ETC =
  /(?:等(?:\d+个)?(?:国务院|省级|省直|市直|市级|县级|区级|县直|区直|直属|各)?(?:有关|相关|多个|成员|职能)?(?:部门单位|部门|单位|科室|处室|股室)?(?:[（(]单位[）)])?(?:[和及](?:单位|机构|地方))?)$/;
const NO_NAME =
  /^(?:下同|首位单位为牵头单位|排[名在]第一(?:位)?的?(?:单位)?(?:为牵头单位)?|列第一位.*|等|各?按(?:照)?(?:各自)?职责(?:分工)?(?:负责|落实)?|分工负责|分别负责|具体负责|共同负责|无|略|同[上前])$/;

/**
 * The bodies named in a stretch of text. They stand between 、，；/ or spaces; a verb after them (牵头, 配合) gives
 * those before it their role, else it is `role`.
 */
export function departmentsIn(text: string, within: Span, role: ResponsibilityRole): DepartmentList {
  let departments: Department[] | undefined;
  let deadline: Responsibility["deadline"];
  let pending = 0;
  let silentTo = within.start;
  for (let from = within.start, end = from; from <= within.end; from = end + 1) {
    end = pieceEnd(text, from, within.end);
    const start = skipSpaces(text, from, end);
    const to = trimEnd(text, start, end);
    if (to === start || start < silentTo) continue;
    if (isPlainName(text, start, to)) {
      departments = withOne(departments, { name: text.slice(start, to), span: { start, end: to }, role });
      continue;
    }
    const read = readPiece(text.slice(start, to));
    if (read.sort === "time") deadline ??= { text: read.raw, span: { start, end: to } };
    else if (read.sort === "note") {
      if (read.raw.startsWith("以下")) silentTo = remarkEnd(text, to, within.end);
    } else {
      for (const { name, span, lead } of read.names)
        departments = withOne(departments, { name, span: shift(span, start), role: lead ? "lead" : role });
      if (read.verb && departments) {
        if (role !== "person") giveRole(departments, pending, read.verb);
        pending = departments.length;
      }
    }
  }
  // A copy has room for them and no more.
  return { departments: departments?.slice() ?? NO_DEPARTMENTS, deadline };
}

/** A verb gives its role to all names since the one before it. */
function giveRole(departments: Department[], from: number, role: ResponsibilityRole): void {
  for (let i = from; i < departments.length; i++) {
    const { name, span } = departments[i] as Department;
    departments[i] = { name, span, role };
  }
}

/**
 * Most pieces are a name and nothing else. By the code of a letter: 1 where a piece that holds it may be a time or a
 * note, or more or less than a name; 2 where it may be that if it ends with it.
 */
const MAY_BE_MORE = sensesOf([
  ["责头施实合办担与加同上助导前底末旬内年期续即间求度成进持展动效月日争计保划", 2],
  ["（(）)等及和与由取下不根依按结牵首列排以具适", 1],
]);

function isPlainName(text: string, start: number, end: number): boolean {
  for (let at = start; at < end; at++) if (MAY_BE_MORE[text.charCodeAt(at)] === 1) return false;
  return end - start > 1 && MAY_BE_MORE[text.charCodeAt(end - 1)] === 0;
}

/** What stands between two separators. Places count from its first character. */
interface Piece {
  readonly raw: string;
  readonly sort: "time" | "note" | "names";
  readonly names: readonly Name[];
  /** The role that a closing verb gives. */
  readonly verb: ResponsibilityRole | undefined;
}

/** The same few bodies are named in a plan a hundred times: what one of them reads as depends on its letters alone. */
const known = new Map<string, Piece>();
const MOST_KNOWN = 5000;
const LONGEST_KNOWN = 40;

function readPiece(slice: string): Piece {
  const before = known.get(slice);
  if (before) return before;
  const raw = detached(slice);
  const piece = pieceOf(raw);
  if (raw.length > LONGEST_KNOWN) return piece;
  if (known.size >= MOST_KNOWN) known.clear();
  known.set(raw, piece);
  return piece;
}

function pieceOf(raw: string): Piece {
  const nothing = { raw, names: [], verb: undefined };
  if (TIME.test(raw)) return { ...nothing, sort: "time" };
  if (NOTE.test(raw.replace(/[（(][^（()）]*[）)]$/, ""))) return { ...nothing, sort: "note" };
  return { raw, sort: "names", names: namesOf(raw), verb: roleOfVerb(raw) };
}

/** 以下各项任务均需各市党委、政府落实: a remark to the end of its sentence. */
function remarkEnd(text: string, from: number, to: number): number {
  const stop = text.indexOf("。", from);
  return stop === -1 || stop > to ? to : stop;
}

/** What a closing verb makes of the names before it; undefined where there is none. */
export function roleOfVerb(raw: string): ResponsibilityRole | undefined {
  if (/牵头(?:负责)?$/.test(raw) || /主办$/.test(raw)) return "lead";
  if (/(?:配合|协助|协同|协办|参与|参加|指导)$/.test(raw)) return "support";
  if (/(?:负责|落实|承办|实施|承担)$/.test(raw)) return "owner";
  return undefined;
}

const OPENS = 1;
const CLOSES = 2;
const SEPARATES = 3;
/** What a letter is to a list of names, by its code. Most are 0. */
const SENSE = sensesOf([
  ["（(〔[【", OPENS],
  ["）)〕]】", CLOSES],
  ["、，,；;/／。．|｜", SEPARATES],
  [SPACES, SEPARATES],
]);

/** Where the piece that begins at `from` ends: at a separator outside brackets. */
function pieceEnd(text: string, from: number, to: number): number {
  let depth = 0;
  for (let at = from; at < to; at++) {
    const sense = SENSE[text.charCodeAt(at)] as number;
    if (sense === 0) continue;
    if (sense === OPENS) depth++;
    else if (sense === CLOSES) depth = Math.max(0, depth - 1);
    else if (depth === 0 && !joinsLevels(text, at)) return at;
  }
  return to;
}

/** 各县、市、区政府 is one name: the 、 stands between levels of administration. */
function joinsLevels(text: string, at: number): boolean {
  if (text[at] !== "、" || !"省市县区旗".includes(text[at - 1] ?? "\0")) return false;
  return /^[市县区旗](?:、[市县区旗]|[（(]|人民政府|政府|教育)/.test(text.slice(at + 1, at + 6));
}

interface Name {
  readonly name: string;
  readonly span: Span;
  readonly lead: boolean;
}

function namesOf(text: string): Name[] {
  let start = 0;
  let end = text.length;
  let lead = false;
  const note = /[（(](?:牵头|主责|牵头单位|牵头部门|牵头科室|责任单位|主办|主|配合|配合单位)[）)]$/.exec(
    text.slice(start, end),
  );
  if (note) {
    lead = /牵头|主/.test(note[0]);
    end -= note[0].length;
  }
  const remark = /[（(]([^（()）]*)[）)]$/.exec(text.slice(start, end));
  if (remark && NOTE.test(remark[1] ?? "")) end -= remark[0].length;
  const tail = TAIL_VERB.exec(text.slice(start, end));
  if (tail && tail.index > 0) end = start + tail.index;
  else if (tail) return [];
  const etc = ETC.exec(text.slice(start, end));
  if (etc && etc.index > 1) end = start + etc.index;
  if (/^由[^，]{3,}/.test(text.slice(start, end))) start++;
  const name = text.slice(start, end);
  if (name.length < 2 || NO_NAME.test(name)) return [];
  return splitConjunction(text, { start, end })
    .map((span) => withoutEtc(text, span))
    .map((span) => ({ name: text.slice(span.start, span.end), span, lead }));
}

/** 银保监会等国务院相关部门, which stands before 及各地区. */
function withoutEtc(text: string, span: Span): Span {
  const etc = ETC.exec(text.slice(span.start, span.end));
  return etc && etc.index > 1 ? { start: span.start, end: span.start + etc.index } : span;
}

/** 教育局和财政局 are two bodies, 教育和体育局 is one: what stands before 和 must be a whole name. */
function splitConjunction(text: string, at: Span): Span[] {
  const name = text.slice(at.start, at.end);
  for (const match of matchesIn(name, /等?(?:以及|[及和与])/g)) {
    const left = name.slice(0, match.index);
    const right = name.slice(match.index + match[0].length);
    const inBracket = (left.match(/[（(]/g)?.length ?? 0) > (left.match(/[）)]/g)?.length ?? 0);
    if (
      inBracket ||
      left.length < 2 ||
      /^(?:单位|部门|机构|个人|学校|科室)?$/.test(right) ||
      right.length < 2
    )
      continue;
    if (!isWholeName(left) || !isWholeName(right)) continue;
    const cut = at.start + match.index;
    return [
      { start: at.start, end: cut },
      ...splitConjunction(text, { start: cut + match[0].length, end: at.end }),
    ];
  }
  return [at];
}

/** True for a list of whole names and nothing else, save a time behind them: 注册科、信用科，12月底前. */
export function namesOnly(list: string): boolean {
  const names = list
    .replace(/[（(][^（()）]*[）)]/g, "")
    .split(/[、，,；;]/)
    .map((name) => name.trim());
  while (names.length > 1 && TIME.test(names.at(-1) ?? "")) names.pop();
  return names.some(tellsBody) && names.every((name) => tellsBody(name) || BESIDE_BODIES.test(name));
}

/** Bodies that are named in two characters, or by no word for a body; and who does a task in a village. */
const BODY =
  /^(?:各[^项类级方种个]|各[^，、]{2,8}|[残妇文侨]联|团委|工会|科协|(?:经开|高新|开发|工业)区)$|(?:专干|网格员|[包驻]村干部)$/;
/** What is so short, or so much a word of its own, that it names who does it only beside a body: 社区, 校办, 班主任. */
const BESIDE_BODIES =
  /^(?:[\u4e00-\u9fff][办局科股站委联所院组队室部处场区镇村校馆]|食堂|车间|公安|消防|交警|城管|移动|联通|电信|邮政|税务|班主任|辅导员|(?:副|分管副?)?(?:校长|园长|书记)|村?“?两委”?)$/;
const EXPLAINS = /^(?:含|不含|包括|其中|除|如|例如|见|指(?!挥)|即|以)/;

function tellsBody(name: string): boolean {
  return ((name.length >= 3 && isWholeName(name)) || BODY.test(name)) && !EXPLAINS.test(name);
}

function isWholeName(name: string): boolean {
  return /^各[^，、]{1,8}$/.test(name) || SUFFIX.test(name.replace(/[（(][^（()）]*[）)]$/, ""));
}
