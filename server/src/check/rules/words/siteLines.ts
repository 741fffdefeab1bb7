import { isAsciiDigit } from "../../../text/characters.js";
import { headOfLine } from "../../../text/lines.js";
import { lineIn } from "../../../plan/fewLines.js";
import { linesMatching } from "../../../plan/linesHolding.js";
import type { Line, Paragraph, PlanDocument } from "../../../plan/model.js";
import { wordsAbove } from "../../../plan/wordsAbove.js";

/** Lines that a web page or a document-sharing site puts around a text, wherever they stand. */
const SITE =
  /^(?:扫码使用手机浏览本页内容|扫一扫.{0,20}|扫描二维码.{0,20}|分享到.{0,20}|[【[]?(?:我要)?(?:打印|纠错|收藏|关闭)(?:本页|窗口|此页)[】\]]?|[【[]?返回顶部[】\]]?|打印 ?关闭|[【[]?字[号体][:：].{0,20}|[【[]?大[】\]]? ?[【[]?中[】\]]? ?[【[]?小[】\]]?|[【】]|[》>]{1,4}点击[^》>《<]{2,16}[《<]{1,4}|展开阅读全文|点击查看更多[>》]{0,4}|返回 下载 相关 举报|上传人[:：].{1,200}|《.{1,100}》由会员分享.{1,300}|(?:您?(?:现在|当前)的?)位置[:：].{0,100}|备案号[:：].{0,60}|网站标识码[:：].{0,30}|版权所有.{0,60}|Copyright.{0,80}|[上下]一[篇条][:：].{0,100}|(?:浏览|阅读|访问|点击)(?:次数|量|数)[:：][ \d,，次]{0,12})$/i;
/** With what they begin: most lines are told by that. */
const BEGINS = "扫分【[我打纠收关返字大展点上下《您现当位备网版Cc浏阅访】》>";
/** The same behind a name. */
const LICENCE = /^(?:.{0,40}ICP备.{0,40}|.{0,20}经营许可证[:：].{0,60}|.{0,20}公网安备.{0,40})$/i;
const PAGE =
  /^(?:第 ?\d{1,4} ?页(?: ?[/／,，、]? ?共 ?\d{1,4} ?页)?|[-—–－]{1,3} ?\d{1,4} ?[-—–－]{1,3}|\d{1,3} ?[/／] ?\d{1,3})$/;
const NAMED_PAGE = /^.{1,100}_第\d{1,4}页$/;
/** After these, only a site's own words follow. */
const END = /^(?:展开阅读全文|相关(?:资源|搜索|阅读|推荐)|猜你喜欢)$/;
/** A line of the text itself; shorter ones at either end may be a site's. */
export const TEXT_LENGTH = 40;

/** Letters with which a site's lines begin, and what any of the others holds. */
const HEADS: ReadonlySet<number> = new Set([...`${BEGINS}第-—–－0123456789`].map((c) => c.charCodeAt(0)));
const HELD = /备|证|_第/g;

/** The paragraphs that may be a site's: the text is searched, and no other is looked at. */
export function maybeSiteLines(plan: PlanDocument): Paragraph[] {
  const { text, starts, paragraphs } = plan;
  const may = new Uint8Array(starts.length);
  for (let i = 0; i < may.length; i++) may[i] = HEADS.has(headOfLine(text, starts, i)) ? 1 : 0;
  for (const line of linesMatching(plan, HELD)) may[line] = 1;
  const found: Paragraph[] = [];
  for (let i = may.indexOf(1); i !== -1; i = may.indexOf(1, i + 1)) found.push(paragraphs[i] as Paragraph);
  return found;
}

export function isSiteLine({ paragraph: { text, blank } }: Pick<Line, "paragraph">): boolean {
  if (blank || text.length > 400 || (text.includes("。") && !text.includes("由会员分享"))) return false;
  const trimmed = text.trim();
  return isOfSite(trimmed) || PAGE.test(trimmed) || (trimmed.includes("_第") && NAMED_PAGE.test(trimmed));
}

function isOfSite(text: string): boolean {
  return (BEGINS.includes(text.charAt(0)) && SITE.test(text)) || (/[备证]/.test(text) && LICENCE.test(text));
}

/** Runs of lines that are none of the text; `sure` where every one of them is known for what it is. */
export interface Residue {
  readonly lines: readonly Line[];
  readonly sure: boolean;
}

/** 网页、文库、页码的残留: at the head and the foot what stands among a site's lines too, elsewhere the known ones alone. */
export function siteResidue(plan: PlanDocument, ofSite: ReadonlySet<Paragraph>): Residue[] {
  if (ofSite.size === 0) return [];
  const lines = plan.lines.filter((line) => !line.paragraph.blank);
  const known = lines.map(({ paragraph }) => ofSite.has(paragraph));
  const edges = edgesOf(lines);
  const taken = lines.map(
    (line, i) => known[i] === true || (mayBeSite(line) && (i < edges.headEnd || i > edges.footStart)),
  );
  return runsOf(lines, { known, taken });
}

/** A short line without a number and without the end of a sentence, between lines that are known. */
function mayBeSite({ paragraph, role }: Line): boolean {
  return (
    paragraph.text.length < TEXT_LENGTH &&
    !paragraph.marker &&
    role !== "title" &&
    !/[。；]\s*$/.test(paragraph.text)
  );
}

/** The head ends at the last line of a site before the text, the foot begins at the first one after it. */
function edgesOf(lines: readonly Line[]): { headEnd: number; footStart: number } {
  const texts = lines.map((line) => line.paragraph.text.trim());
  const isText = (text: string): boolean => text.length >= TEXT_LENGTH && !isOfSite(text);
  const first = texts.findIndex(isText);
  if (first === -1) return { headEnd: -1, footStart: lines.length };
  const last = texts.findLastIndex(isText);
  const headStart = texts.findIndex(isOfSite);
  const headEnd = texts.slice(0, first).findLastIndex(isOfSite);
  const foot = texts.findIndex((text, i) => i > last && (isOfSite(text) || END.test(text)));
  return { headEnd: headStart === 0 ? headEnd : -1, footStart: foot === -1 ? lines.length : foot };
}

function runsOf(
  lines: readonly Line[],
  of: { known: readonly boolean[]; taken: readonly boolean[] },
): Residue[] {
  const runs: Residue[] = [];
  for (let from = 0; from < lines.length; from++) {
    if (!of.taken[from]) continue;
    let to = from;
    while (to < lines.length && of.taken[to]) to++;
    runs.push({ lines: lines.slice(from, to), sure: of.known.slice(from, to).every(Boolean) });
    from = to;
  }
  return runs;
}

/**
 * Without an end, though it has sentences or goes on behind a comma; a list of tasks may do without marks at the ends, and
 * so may 责任单位：市交通运输局.
 */
function breaksOff(text: string): boolean {
  if (/[，、]$/.test(text)) return true;
  const last = text.lastIndexOf("。");
  return last !== -1 && !/[。；：！？”）》]$/.test(text) && !/[：:]/.test(text.slice(last));
}

const PIECE = /^(\d{1,3})、(?=\S)/;

/**
 * The numbers that a site gave to its pieces of a text: 1、 2、 3、 … at the heads of lines, one by one, each behind a
 * line that breaks off within a sentence or, as the first, behind none.
 */
export function pieceNumbers(plan: PlanDocument): { readonly line: Line; readonly length: number }[] {
  const found: { line: Line; length: number }[] = [];
  let broken = 0;
  const { starts, paragraphs } = plan;
  for (let i = 0; i < starts.length; i++) {
    if (!isAsciiDigit(plan.text, starts[i] ?? 0)) continue;
    const { text } = paragraphs[i] as Paragraph;
    const match = text.length >= TEXT_LENGTH ? PIECE.exec(text) : null;
    if (!match || Number(match[1]) !== found.length + 1) continue;
    found.push({ line: lineIn(plan, i) as Line, length: match[0].length });
    if (found.length > 1 && breaksOff(wordsAbove(paragraphs, i).trimEnd())) broken++;
  }
  return found.length >= 4 && broken * 2 >= found.length ? found : [];
}
