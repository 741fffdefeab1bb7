import { ANY_SPACE, skipSpaces, trimEnd } from "../text/characters.js";
import { fromChinese, toHalfWidthDigits } from "../text/numerals.js";
import type { Front, Line, LineRole, Located, Paragraph, Period, PlanKind, Title } from "./model.js";
import { SIGN, signsIn } from "./signs.js";
import { fiveYearEnd } from "./years.js";

const DOCUMENT_NUMBER =
  /^[\u4e00-\u9fff（）()]{1,16}\s?[〔\[（(【［]\s?(?:19|20)?\d\d\s?[〕\]）)】］]\s?第?\s?\d{1,4}\s?号?$/;
const DATE_LINE =
  /^[（(]?\s?(?:(?:19|20)\d\d\s?年\s?\d{1,2}\s?月\s?(?:\d{1,2}\s?日)?|[二一][〇○零ОO0一二三四五六七八九]{3}年[一二三四五六七八九十]{1,2}月(?:[一二三四五六七八九十]{1,3}日)?|(?:19|20)\d\d[.\-/]\d{1,2}[.\-/]\d{1,2})\s?[）)]?(?:印发)?$/;
const ISSUER = /(?:[局委办厅科处院校部会府]|办公室|中心|[大中小]学|幼儿园|学院|公司|街道|集团)(?:文件)?$/;
/** 文种 at the end of a title, with a note such as （2026—2028年） or （试行） behind it. */
const TITLE_END =
  /(?:要点|意见|方案|计划|规划|纲要|安排|打算|举措|措施|办法|细则|规定|清单|任务分工|分工方案|任务书|总结|报告|通知|行动|设想|思路|决定|公报|制度|预案|重点|台账)(?:[（(〔][^（()）]{1,24}[）)〕])?(?:[（(][^（()）]{1,16}[）)])?$/;
/** 云岭市教育局2026年工作目标和重点任务: tasks make a title behind the body and the year. */
const YEARLY =
  /^[\u4e00-\u9fff]{2,20}[局委办镇乡校院司会所处科室组区县市道心]20\d\d年度?[\u4e00-\u9fff、]{2,20}(?:任务|目标)$|20\d\d年度?[\u4e00-\u9fff、]{2,20}(?:分工表|分解表|责任书|责任状)$/;
/** 首页 > 政务公开 > 发展规划: where a page stands in its site. */
const BREADCRUMB = /[>＞»›]|^(?:您?当前(?:的)?位置|您?(?:现在)?的?位置|首页)/;
const RANGE = /((?:19|20)\d\d)\s?年?\s?(?:—{1,2}|–|-{1,2}|－|~|～|至|到)\s?((?:19|20)\d\d)\s?(?:年|学年)?/;
const ATTACHMENT_LABEL = /^附\s?件\s?(?:[一二三四五六七八九十]{1,2}|\d{1,2})?\s?[：:]?$/;
const ATTACHMENT_HEAD = /^附\s?件\s?(?:[一二三四五六七八九十]{1,2}|\d{1,2})\s?[：:.、]?\s?\S/;
const METADATA_LABELS = String.raw`索\s?引\s?号|公开方式|发文字号|成文日期|发文机关|发布机构|发布日期|发布时间|体裁分类|主题分类|信息分类|信息来源|生成日期|有效性|公开范围|公开时限|公开日期|文\s?号|主题词|来源|作者|浏览次数|点击数|阅读|字号|字体|责任编辑|上传人|文档编号|索引|分类|关键词|名\s?称|效力状态|编辑|时间|日期`;
const METADATA = new RegExp(`^(?:${METADATA_LABELS})\\s?[：:]`);

/** Lines that a page or a printer left in the text: page numbers, buttons. */
const RESIDUE =
  /^(?:扫码|打印本页|关闭窗口|分享到|大\s?中\s?小$|-$|【?打印】?|【?返回顶部】?|第\s?\d+\s?页|[-—–－]{1,2}\s?\d{1,3}\s?[-—–－]{1,2}$|\d{1,3}\s?\/\s?\d{1,3}$)/;

/** By its first letter what a line may be: most begin with one that tells that they are none of it. */
const BEGINS = new Uint8Array(0x10000);
const MAY_BE = { date: 1, attachment: 2, metadata: 4, residue: 8, number: 16 } as const;
const begin = (letters: string, bit: number): void => {
  for (const c of letters) BEGINS[c.charCodeAt(0)] = (BEGINS[c.charCodeAt(0)] ?? 0) | bit;
};
begin(`（(12二一${ANY_SPACE}`, MAY_BE.date);
begin("附", MAY_BE.attachment);
for (const label of METADATA_LABELS.split("|")) begin(label.charAt(0), MAY_BE.metadata);
begin("扫打关分大-—–－【返第0123456789", MAY_BE.residue);
/** The letters that close a document number, and a date. */
const CLOSES_NUMBER = `号0123456789${ANY_SPACE}`;
const CLOSES_DATE = `月日）)发0123456789${ANY_SPACE}`;

/** What the lines before the first item, and the single lines among them, are. */
export function plainRole(text: string, signs = signsIn(text)): LineRole | undefined {
  const start = skipSpaces(text, 0);
  const end = trimEnd(text, start, text.length);
  if (end === start) return "blank";
  if (end - start > 120) return undefined;
  const last = text[end - 1] ?? "";
  let mayBe = BEGINS[text.charCodeAt(start)] as number;
  if (!CLOSES_DATE.includes(last)) mayBe &= ~MAY_BE.date;
  if ((signs & SIGN.opener) !== 0 && end - start <= 40 && CLOSES_NUMBER.includes(last))
    mayBe |= MAY_BE.number;
  return mayBe === 0 ? undefined : roleOf(text.slice(start, end), mayBe);
}

function roleOf(trimmed: string, mayBe: number): LineRole | undefined {
  if ((mayBe & MAY_BE.date) !== 0 && DATE_LINE.test(trimmed)) return "date";
  if ((mayBe & MAY_BE.number) !== 0 && DOCUMENT_NUMBER.test(trimmed)) return "document-number";
  if ((mayBe & MAY_BE.attachment) !== 0 && trimmed.length <= 8 && ATTACHMENT_LABEL.test(trimmed))
    return "attachment-label";
  if ((mayBe & MAY_BE.metadata) !== 0 && trimmed.length < 60 && METADATA.test(trimmed)) return "metadata";
  if ((mayBe & MAY_BE.residue) !== 0 && trimmed.length < 40 && RESIDUE.test(trimmed)) return "residue";
  return undefined;
}

export function isAttachmentHead(text: string): boolean {
  const trimmed = text.trim();
  return trimmed.length < 60 && ATTACHMENT_HEAD.test(trimmed) && !/[。；]$/.test(trimmed);
}

/** 附件1, with or without its title: the items above it are over. */
export function opensAttachment({ role, paragraph }: Line): boolean {
  if (role === "attachment-label") return true;
  const { marker, text } = paragraph;
  return role === "body" && marker === undefined && text.includes("附") && isAttachmentHead(text);
}

/** A short line without a final mark that ends in a 文种. */
export function looksLikeTitle(text: string): boolean {
  const trimmed = text.trim().replace(/\.(?:docx?|pdf|wps|txt)$/, "");
  return (
    trimmed.length >= 4 &&
    trimmed.length <= 70 &&
    (TITLE_END.test(trimmed) || YEARLY.test(trimmed)) &&
    !BREADCRUMB.test(trimmed) &&
    !/[。，；：,;]/.test(trimmed.replace(/《[^《》]*》/g, ""))
  );
}

/** 主送机关: names and a colon. */
export function looksLikeAddressee(text: string): boolean {
  const trimmed = text.trim();
  return (
    trimmed.length >= 3 &&
    trimmed.length <= 240 &&
    /[：:]$/.test(trimmed) &&
    /^(?:各|机关|局|市|县|区|省|本|全|直属|有关|相关|教育|中小学|学校|[\u4e00-\u9fff]{2,12}(?:局|委|办|府|部|院|校|厅|处|科|镇|乡|街道|单位))/.test(
      trimmed,
    ) &&
    !/[。；！？]/.test(trimmed) &&
    !/(?:如下|以下|包括|要求|目标|任务|思路|是|为|通知|做好|即)[：:]$/.test(trimmed)
  );
}

function located(line: Line): Located {
  const { text } = line.paragraph;
  const from = skipSpaces(text, 0);
  const to = trimEnd(text, from, text.length);
  return { text: text.slice(from, to), span: { start: line.start + from, end: line.start + to } };
}

const FRONT_ROLES: readonly LineRole[] = ["issuer", "document-number", "addressee", "signature", "date"];

/** The front of a document, from lines whose roles are known. */
export function readFront(lines: readonly Line[]): Front {
  const byRole = new Map<LineRole, Located[]>(FRONT_ROLES.map((role) => [role, []]));
  for (const line of lines) byRole.get(line.role)?.push(located(line));
  const of = (role: LineRole): Located[] => byRole.get(role) ?? [];
  const addressLine = of("addressee")[0];
  return {
    issuers: of("issuer"),
    documentNumber: of("document-number")[0] ?? metadataValue(lines, /^(?:发文字号|文\s?号)/),
    date: of("date")[0],
    addressees: addressLine ? addresseesIn(addressLine) : [],
    addressLine,
    signatures: of("signature"),
    dates: of("date"),
  };
}

/** The value of a metadata label: `发文字号：` with what stands behind it or on the next line. */
export function metadataValue(lines: readonly Line[], label: RegExp): Located | undefined {
  const at = lines.findIndex((line) => line.role === "metadata" && label.test(line.paragraph.text.trim()));
  const line = lines[at];
  if (!line) return undefined;
  const whole = located(line);
  const colon = whole.text.search(/[：:]/);
  if (colon !== -1 && colon < whole.text.length - 1) {
    const start = whole.span.start + skipSpaces(whole.text, colon + 1);
    return { text: whole.text.slice(start - whole.span.start), span: { start, end: whole.span.end } };
  }
  const next = lines[at + 1];
  return next && !next.paragraph.blank && next.paragraph.text.length < 40 ? located(next) : undefined;
}

function addresseesIn(line: Located): Located[] {
  const found: Located[] = [];
  let depth = 0;
  let from = 0;
  const { text } = line;
  for (let at = 0; at <= text.length; at++) {
    const c = text[at] ?? "";
    if (c === "（" || c === "(") depth++;
    else if (c === "）" || c === ")") depth = Math.max(0, depth - 1);
    else if (at === text.length || (depth === 0 && "、，,：:；".includes(c))) {
      const name = text.slice(from, at).trim();
      if (name !== "") {
        const start = line.span.start + text.indexOf(name, from);
        found.push({ text: name, span: { start, end: start + name.length } });
      }
      from = at + 1;
    }
  }
  return found;
}

export function isIssuerLine(text: string): boolean {
  const trimmed = text.trim();
  return (
    trimmed.length >= 3 && trimmed.length <= 60 && ISSUER.test(trimmed) && !/[，。；：,;:、“《]/.test(trimmed)
  );
}

/** 文种 from the words of a title, or of a sentence such as 制定本方案. */
export function kindOf(title: string, period: Period | undefined): PlanKind {
  const name = title.replace(/[（(〔][^（()）〔〕]*[）)〕]/g, "").replace(/的通知$/, "");
  const cited = name.slice(name.lastIndexOf("《") + 1);
  const inner = name.includes("《") ? (cited.split("》")[0] ?? cited) : name;
  if (/要点$|要点》?$|工作安排|工作计划|工作打算|重点工作$|工作重点$|工作思路/.test(inner))
    return "annual-points";
  if (/方案$|行动计划$|行动$|三年计划|任务分工|任务清单|台账$/.test(inner)) return "implementation-plan";
  if (/意见$/.test(inner)) return "opinion";
  if (/规划|纲要/.test(inner))
    return period && period.from === period.to ? "annual-points" : "long-term-plan";
  if (/计划$|安排$|打算$/.test(inner))
    return period && period.from === period.to ? "annual-points" : "implementation-plan";
  if (/通知$/.test(title)) return "notice";
  return "unknown";
}

/** 2026年, but not 2030年亚运会: what is prepared for years is not done in the year of the games alone. */
const WRITTEN_YEAR =
  /((?:19|20)\d\d)\s?(?:年(?![\u4e00-\u9fff]{0,8}(?:奥运|冬奥|残奥|青奥|亚运|全运|大运|省运|世博|世园|园博|世界杯))|学年|-)/;

/** The years named by a title; undefined where it names none. Offsets count from `at`. */
export function periodOf(title: Title, source: Period["source"]): Period | undefined {
  // Full-width digits are as long as the others, so that places stay.
  const text = withoutReport(toHalfWidthDigits(title.text));
  const make = (from: number, to: number, match: RegExpExecArray): Period => ({
    from,
    to,
    source,
    span: { start: title.span.start + match.index, end: title.span.start + match.index + match[0].length },
    reported: source === "title" && from === to && reportsYear(text),
  });
  // Most texts name none, and compiling an expression takes longer than looking for what it needs.
  const hasDigits = text.includes("20") || text.includes("19");
  const range = hasDigits && RANGE.exec(text);
  if (range) return make(Number(range[1]), Number(range[2]), range);
  const five = text.includes("五") && FIVE_YEARS.exec(text);
  const last = five ? fiveYearEnd(five[1] ?? five[2] ?? five[3]) : undefined;
  if (five && last !== undefined && !/^第/.test(text.slice(Math.max(0, five.index - 1))))
    return make(last - 4, last, five);
  const single =
    hasDigits && (WRITTEN_YEAR.exec(text) ?? /((?:19|20)\d\d)(?=(?!年)[\u4e00-\u9fff])/.exec(text));
  if (single) return make(Number(single[1]), Number(single[1]), single);
  const chinese = text.includes("年") && /([二一][〇○零ОO0一二三四五六七八九]{3})年/.exec(text);
  const year = chinese ? fromChinese((chinese[1] ?? "").replace(/[ОO0]/g, "〇")) : undefined;
  return chinese && year ? make(year, year, chinese) : undefined;
}

/** “十五”, 十四五, 十五规划; but not 二十五日 and 十五条措施, which count, nor “八五”普法. */
const FIVE_YEARS =
  /[“"](十[一二三四五六七八九]?)五[”"]|(十[一二三四五六七八九])五(?=[^年月日]|$)|(十)五(?=规划|计划|时期|期间|末)/;
const REPORT = /总结|回顾|完成情况|工作情况/;
const PLANNED = /计划|要点|打算|安排|思路|重点/;

/** 2025年工作总结, 2025年工作情况报告. A report on half a year goes on with the same one. */
function reportsYear(title: string): boolean {
  return (
    /总结|情况的?(?:报告|汇报)|述职报告|工作汇报/.test(title) &&
    !/半年|季度|月|学[年期]|计划|要点|方案|规划|意见/.test(title)
  );
}

/** 2025年工作总结和2026年工作计划: the plan is for the year behind the report. Blanks stand for it, so that places stay. */
function withoutReport(title: string): string {
  const report = REPORT.exec(title);
  if (!report) return title;
  const from = report.index + report[0].length;
  const rest = title.slice(from);
  return /20\d\d/.test(rest) && PLANNED.test(rest) ? " ".repeat(from) + rest : title;
}

/** The preamble that may name the kind of a plan ends within so many lines. */
export const PREAMBLE = 80;

/** A title among paragraphs given by the preamble: 现将《…》印发给你们, 制定本方案. */
export function kindFromPreamble(paragraphs: readonly Paragraph[]): PlanKind {
  for (const { text } of paragraphs) {
    const match =
      /(?:制定|制订|编制|提出|特制定|拟定)(?:了|出)?(?:如下|以下|本|此|该)?[^。，,：:]{0,24}?(要点|方案|意见|规划|计划|行动计划|安排|措施)[^。]{0,4}[。：:]/.exec(
        text,
      );
    if (match?.[1]) return kindOf(match[1], undefined);
  }
  return "unknown";
}
