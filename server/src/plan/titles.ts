import { skipSpaces, trimEnd } from "../text/characters.js";
import { looksLikeTitle } from "./front.js";
import type { Line, Title } from "./model.js";

export interface Titles {
  readonly plan: Title | undefined;
  readonly notice: Title | undefined;
  /** The line at which the plan proper begins, where a notice stands before it; 0 else. */
  readonly planLine: number;
  /** Behind this line no title is looked for; a sentence that forwards a plan is among the first `FORWARDING` lines. */
  readonly reach: number;
}

/** A sentence that forwards a plan stands among so many lines at the head. */
export const FORWARDING = 200;

/** The sentence of a notice that forwards the plan. */
export const FORWARDS = /印发(?:给|各|你|执行)|(?:转发|下发)给/;
const EXTENSION = /\.(?:docx?|pdf|wps|txt)$/;

/**
 * The title of the plan and that of the notice before it. The notice ends with its date, or with the sentence that
 * forwards the plan; the plan's title is the next line that reads like one.
 */
export function readTitles(lines: readonly Line[], firstItemLine: number): Titles {
  const isTitle = (line: Line): boolean =>
    (line.role === "title" || line.role === "body") &&
    !line.paragraph.marker &&
    looksLikeTitle(line.paragraph.text);
  const head = lines.slice(0, Math.max(firstItemLine, 0));
  const noticeAt = head.findIndex(
    (line) => isTitle(line) && /通知(?:$|[（(])/.test(line.paragraph.text.trim()),
  );
  const forwardedAt = lines
    .slice(0, FORWARDING)
    .findIndex(
      (line) =>
        line.role !== "title" && FORWARDS.test(line.paragraph.text) && line.paragraph.text.length < 400,
    );
  const isForwarded = noticeAt !== -1 || forwardedAt !== -1;
  const from = isForwarded ? endOfNotice(lines, Math.max(noticeAt, forwardedAt)) : 0;
  const limit = isForwarded ? lines.length : Math.max(firstItemLine, Math.min(lines.length, FIRST_LINES));
  const planAt = lines.findIndex(
    (line, i) => i >= from && i < limit && isTitle(line) && !/通知$/.test(line.paragraph.text.trim()),
  );
  const notice = noticeAt === -1 ? undefined : titleAt(lines, noticeAt);
  if (planAt === -1 || (!isForwarded && planAt > firstItemLine)) {
    const only = notice ?? forwardedTitle(lines, forwardedAt) ?? runInTitle(lines);
    return { plan: only, notice, planLine: 0, reach: limit + TITLE_LINES };
  }
  // A date may still come before the title.
  const last = lines[from - 1]?.role === "date" ? planAt : Math.max(planAt, from + NOTICE_LINES);
  const reach = isForwarded ? last : limit;
  const plan = titleAt(lines, planAt);
  return { plan, notice, planLine: isForwarded ? planAt : 0, reach: reach + TITLE_LINES };
}

/** Up to here any line may be the title, or have it run into it. */
export const FIRST_LINES = 12;
/** A notice ends within so many lines behind its title. */
const NOTICE_LINES = 60;
/** A title has no more lines than these above and below. */
export const TITLE_LINES = 3;

/** The line after the date that closes the notice, or after the sentence that forwards the plan. */
function endOfNotice(lines: readonly Line[], at: number): number {
  for (let i = at + 1; i < lines.length && i < at + NOTICE_LINES; i++) {
    if (lines[i]?.role === "date") return i + 1;
  }
  return at + 1;
}

/** 现将《……》印发给你们 names the plan where it has no title line of its own. */
function forwardedTitle(lines: readonly Line[], at: number): Title | undefined {
  const line = lines[at];
  const match = line && /《([^《》]{4,60})》/.exec(line.paragraph.text);
  if (!line || !match?.[1]) return undefined;
  const start = line.start + match.index + 1;
  return { text: match[1], span: { start, end: start + match[1].length } };
}

/** A title that a flattened text runs into the preamble: 云岭市教育发展“十五五”规划为推动发展，……. */
function runInTitle(lines: readonly Line[]): Title | undefined {
  const line = lines
    .slice(0, FIRST_LINES)
    .find((one) => one.role !== "metadata" && one.paragraph.text.length > LONG);
  if (!line) return undefined;
  const match = RUN_IN.exec(line.paragraph.text.slice(0, 120));
  if (!match?.groups) return undefined;
  const text = match.groups["cited"] ?? match.groups["title"] ?? "";
  const start = line.start + match[0].indexOf(text);
  return { text, span: { start, end: start + text.length } };
}

/** True for a line that may run a title into the preamble. */
export function mayRunIn(text: string): boolean {
  return text.length > LONG && RUN_IN.test(text.slice(0, 120));
}

/** A line of more characters holds no title alone. */
const LONG = 80;
const RUN_IN =
  /^\s*(?:\d{1,3}、)?(?:[^《》。，；：,;:]{0,60}印发《(?<cited>[^《》]{6,60})》的通知|(?<title>[^《》。，；：,;:]{4,50}?(?:规划|方案|意见|要点|行动计划|工作计划)(?:[（(][^（()）]{4,16}[）)])?)(?=\s|为|根据|按照|依据|序言|前言|20\d\d年|“?十[一二三四五]五|[一二]、))/;

/** （2026—2028年） on a line of its own below the title belongs to it. */
const NOTE_BELOW =
  /^[（(〔]?[^（()）〔〕]{0,8}20\d\d\s?年?\s?[—–~～至-]{1,2}\s?20\d\d\s?年?[^（()）〔〕]{0,4}[）)〕]?$/;

/** Before a heading in Markdown. */
const HEADING_MARK = /^\s*#{1,6}\s+/;

/** A title, with the lines above that begin it: 云岭市教育局 / 2026年工作要点. */
function titleAt(lines: readonly Line[], at: number): Title {
  let first = at;
  for (let above = lineAbove(lines, first); at - above <= TITLE_LINES; above = lineAbove(lines, first)) {
    if (!begins(lines[above]) && !runsOn(lines[above], lines[first] as Line)) break;
    // Where every line has a blank one below, what stands above may be a title of its own.
    if (above < first - 1 && (lines[above]?.role === "issuer" || !startsTitle(lines[above]))) break;
    first = above;
  }
  const belowAt = lines.findIndex((line, i) => i > at && i < at + 3 && !line.paragraph.blank);
  const last = NOTE_BELOW.test(lines[belowAt]?.paragraph.text.trim() ?? "") ? belowAt : at;
  const pieces = lines.slice(first, last + 1).map((line) => line.paragraph.text.trim());
  const head = lines[first] as Line;
  const tail = lines[last] as Line;
  const raw = tail.paragraph.text;
  const mark = HEADING_MARK.exec(head.paragraph.text)?.[0].length;
  const end = tail.start + trimEnd(raw, 0, raw.length);
  return {
    text: pieces.join("").replace(HEADING_MARK, "").replace(EXTENSION, ""),
    span: { start: head.start + (mark ?? skipSpaces(head.paragraph.text, 0)), end },
  };
}

/** The line above; in a text with a blank line below each one, that above the blank. */
function lineAbove(lines: readonly Line[], at: number): number {
  const isSpaced = lines[at - 1]?.paragraph.blank === true && lines[at + 1]?.paragraph.blank === true;
  return isSpaced ? at - 2 : at - 1;
}

function startsTitle(line: Line | undefined): boolean {
  return line !== undefined && !looksLikeTitle(line.paragraph.text);
}

const BREAKS_OFF = /推进|推动|加快|促进|深化|全力|全面|实施|建设|加强|支持|优化|提升|打造|打响|开展|做好/;
const GOES_ON = /^(?:推进|推动|加快|促进|深化|全面|实施|建设|打造|提升|任务|责任|专项|三年|行动|工作|重点)/;

/** 全力打响文化品牌 / 加快建设文化强市三年行动计划: what goes on with a deed has begun in the line above. */
function runsOn(above: Line | undefined, { paragraph }: Line): boolean {
  if (above?.role !== "body" || above.paragraph.blank || above.paragraph.marker) return false;
  const text = above.paragraph.text.trim();
  if (text.length < 8 || text.length > 40 || /[。，；：:,;！>]/.test(text)) return false;
  return BREAKS_OFF.test(text) && GOES_ON.test(paragraph.text.trim()) && startsTitle(above);
}

function begins(line: Line | undefined): boolean {
  if (!line || line.paragraph.blank || line.paragraph.marker) return false;
  const text = line.paragraph.text.trim();
  if (
    line.role === "date" ||
    line.role === "document-number" ||
    line.role === "metadata" ||
    line.role === "addressee"
  )
    return false;
  return (
    text.length <= 40 &&
    !/[。，；：:,;！]/.test(text) &&
    (/^关于|“十[一二三四五六七]五”|20\d\d年/.test(text) || line.role === "issuer") &&
    !/文件$/.test(text)
  );
}
