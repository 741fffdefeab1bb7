import type { Draft, Proposal } from "./draft.js";
import { isClosed, isIndented, opensWithMarker, splitLines, type Line } from "./lines.js";
import { findWrap } from "./wraps.js";

/** Whole lines that a page or a document-sharing site put around the text, wherever they stand. */
const SITE_LINES =
  /^(?:扫码使用手机浏览本页内容|扫一扫.{0,20}|扫描二维码.{0,20}|分享到.{0,20}|分享[:：].{0,20}|【?(?:我要)?(?:打印|纠错|收藏|关闭)(?:本页|窗口)?】?|打印 ?关闭|[【[]?字[号体][:：].{0,20}|[【[]?大[】\]]? ?[【[]?中[】\]]? ?[【[]?小[】\]]?|展开阅读全文|点击查看更多[>》]{0,4}|返回 下载 相关 举报|上传人[:：].{1,200}|《.{1,100}》由会员分享.{1,300}|当前位置[:：].{0,100}|您?(?:现在|当前)的?位置[:：].{0,100}|备案号[:：].{0,60}|.{0,40}ICP备.{0,40}|.{0,20}经营许可证[:：].{0,60}|.{0,20}公网安备.{0,40}|网站标识码[:：].{0,30}|版权所有.{0,60}|Copyright.{0,80}|(?:发布(?:时间|日期)|日期|时间|(?:信息)?来源|作者)[:：].{0,80}(?:浏览|点击|阅读|访问|字[号体]|打印).{0,40}|(?:上|下)一[篇条][:：].{0,100}|(?:浏览|阅读|访问|点击)(?:次数|量|数)[:：].{0,20})$/i;

/** Words that mean nothing in the middle of a text, but are a site's at either end of it. */
const EDGE_LINES =
  /^(?:资源描述|相关(?:资源|搜索|阅读|链接|文章|推荐|附件)|猜你喜欢|热门推荐|首页|返回(?:顶部|首页|列表)?|下载|举报|收藏|分享|打印|关闭|网站地图|联系我们|关于我们|更多)[:：>]{0,3}$/;

/** After one of these a site's end has begun. */
const END_LINES = /^(?:展开阅读全文|相关(?:资源|搜索|阅读|推荐)|猜你喜欢|当前位置[:：].{0,100})$/;

const PAGE_LINES =
  /^(?:第 ?\d{1,4} ?页(?: ?[/／,，、]? ?共 ?\d{1,4} ?页)?|[-—–－]{1,3} ?\d{1,4} ?[-—–－]{1,3}|\d{1,4} ?[/／] ?\d{1,4}|page ?\d{1,4}(?: ?(?:of|\/) ?\d{1,4})?|.{1,100}_第\d{1,4}页)$/i;

const FILE_NAME = /^(.{2,80})\.(?:docx?|wps|pdf|txt|html?)$/i;

type Role = "text" | "blank" | "site" | "page";

/** Lines that belong to a site or to a page, not to the text; with the blank lines among them they are one repair. */
export function residueLines({ text }: Draft): Proposal[] {
  const lines = splitLines(text);
  const roles = assignRoles(lines);
  const isWrapped = findWrap(text, lines) !== undefined;
  const proposals: Proposal[] = extensions(text, lines, roles);
  for (let i = 0; i < lines.length;) {
    if (roles[i] === "text") {
      i++;
      continue;
    }
    let next = i;
    while (next < lines.length && roles[next] !== "text") next++;
    const group = roles.slice(i, next);
    if (group.some((role) => role !== "blank")) {
      const kind = group.includes("site") ? "site-residue" : "page-number";
      const seam = isWrapped ? "line" : "sentence";
      proposals.push({
        kind,
        certainty: "sure",
        span: groupSpan(text, lines, { from: i, to: next, seam }),
        after: "",
      });
    }
    i = next;
  }
  return proposals;
}

function assignRoles(lines: readonly Line[]): Role[] {
  const roles = lines.map(({ text }): Role => {
    if (text === "") return "blank";
    if (text.length > 400) return "text";
    return SITE_LINES.test(text) ? "site" : PAGE_LINES.test(text) ? "page" : "text";
  });
  const isBody = (index: number): boolean =>
    roles[index] === "text" && (lines[index]?.text.length ?? 0) >= 40;
  const first = roles.findIndex((_, index) => isBody(index));
  const last = roles.findLastIndex((_, index) => isBody(index));
  let ended = false;
  lines.forEach(({ text }, index) => {
    if (first === -1 || (index > first && index < last)) return;
    if (index > last && END_LINES.test(text)) ended = true;
    if (roles[index] !== "text") return;
    const title = index < first ? FILE_NAME.exec(text)?.[1] : undefined;
    const repeated = title !== undefined && opening(lines, roles, index + 1).includes(title);
    if (EDGE_LINES.test(text) || repeated || (ended && index > last && !opensWithMarker(text)))
      roles[index] = "site";
  });
  return roles;
}

/** The first words of the text after a line. */
function opening(lines: readonly Line[], roles: readonly Role[], from: number): string {
  let words = "";
  for (let i = from; i < lines.length && words.length < 300; i++) {
    if (roles[i] === "text") words += `${lines[i]?.text.slice(0, 300) ?? ""}\n`;
  }
  return words;
}

/** A file's name that is the only place where the title stands keeps the title and loses `.docx`. */
function extensions(text: string, lines: readonly Line[], roles: readonly Role[]): Proposal[] {
  const index = roles.indexOf("text");
  const line = lines[index];
  const title = line && FILE_NAME.exec(line.text)?.[1];
  if (!line || title === undefined) return [];
  const end = text.indexOf(line.text, line.start) + line.text.length;
  const start = end - (line.text.length - title.length);
  return [{ kind: "site-residue", certainty: "likely", span: { start, end }, after: "" }];
}

/** Lines from one to another that go; `seam` says whether what they part may be one sentence. */
interface Group {
  readonly from: number;
  readonly to: number;
  readonly seam: "line" | "sentence";
}

/**
 * A page's foot that stands inside a sentence goes with both line breaks; otherwise one is left. In wrapped text
 * it is for the next step to say whether the lines belong together.
 */
function groupSpan(text: string, lines: readonly Line[], { from, to, seam }: Group): Proposal["span"] {
  const before = lines[from - 1];
  const after = lines[to];
  const start = lines[from]?.start ?? 0;
  if (!before) return { start, end: after?.start ?? text.length };
  if (!after) return { start: before.end, end: text.length };
  const cut = !isClosed(before.text) && !opensWithMarker(after.text) && !isIndented(text, after);
  const long = before.text.length >= 20;
  return { start: cut && long && seam === "sentence" ? before.end : start, end: after.start };
}
