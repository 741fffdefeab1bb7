import type { IBaseParagraphStyleOptions, IParagraphStyleOptions, IStylesOptions } from "docx";
import type { LineKind } from "./laidLine.js";
import { CHARACTER, type FontRole, FONTS, GRID, SIZE, TITLE_LINE } from "./page.js";

/** The paragraph style of each kind of line. Those that Word knows by itself keep its names, so its outline finds them. */
export const STYLE_OF: Readonly<Record<LineKind, string>> = {
  "issuer-mark": "IssuerMark",
  "document-number": "DocumentNumber",
  title: "Title",
  subtitle: "TitleNote",
  addressee: "Addressee",
  "heading-1": "Heading1",
  "heading-2": "Heading2",
  "heading-3": "Heading3",
  "heading-4": "Heading4",
  body: "PlanText",
  "attachment-note": "AttachmentNote",
  "attachment-label": "AttachmentLabel",
  signature: "Signature",
  date: "IssueDate",
  imprint: "Imprint",
  flush: "FlushText",
};

/** The names of our own styles as an office sees them in Word's list. */
const NAMES: Readonly<Record<string, string>> = {
  IssuerMark: "发文机关标志",
  DocumentNumber: "发文字号",
  TitleNote: "题注",
  Addressee: "主送机关",
  PlanText: "公文正文",
  AttachmentNote: "附件说明",
  AttachmentLabel: "附件标识",
  Signature: "发文机关署名",
  IssueDate: "成文日期",
  Imprint: "版记",
  FlushText: "顶格文字",
};

/** Latin letters and digits in the Chinese font too, unless the office wants another: 15835-2011 5.1.7.1 asks for 正体二分字身. */
export function fontOf(role: FontRole, latin: string | undefined) {
  const ascii = latin ?? FONTS[role];
  // The hint keeps quotation marks, dashes and ellipses in the Chinese font whatever the Latin one is.
  return { ascii, hAnsi: ascii, eastAsia: FONTS[role], cs: ascii, hint: "eastAsia" };
}

export function documentStyles(latin: string | undefined, spacing: number): IStylesOptions {
  const body = styleOf({ font: "body" }, latin);
  return {
    default: {
      document: {
        run: {
          font: fontOf("body", latin),
          size: SIZE.three,
          ...(spacing === 0 ? {} : { characterSpacing: spacing }),
          language: { value: "en-US", eastAsia: "zh-CN" },
        },
        paragraph: { spacing: lineOf(GRID.linePitch) },
      },
      title: styleOf({ font: "title", size: SIZE.two, line: TITLE_LINE, centred: true }, latin),
      heading1: styleOf({ font: "black", indent: true, outline: 0 }, latin),
      heading2: styleOf({ font: "regular", indent: true, outline: 1 }, latin),
      heading3: styleOf({ font: "body", indent: true, outline: 2 }, latin),
      heading4: styleOf({ font: "body", indent: true, outline: 3 }, latin),
    },
    paragraphStyles: [
      named("IssuerMark", styleOf({ font: "title", centred: true }, latin)),
      named("DocumentNumber", styleOf({ font: "body", centred: true }, latin)),
      named("TitleNote", styleOf({ font: "regular", centred: true }, latin)),
      named("Addressee", body),
      named("PlanText", styleOf({ font: "body", indent: true }, latin)),
      named("AttachmentNote", body),
      named("AttachmentLabel", styleOf({ font: "black" }, latin)),
      named("Signature", styleOf({ font: "body", right: true }, latin)),
      named("IssueDate", styleOf({ font: "body", right: true }, latin)),
      named("Imprint", styleOf({ font: "body", size: SIZE.four }, latin)),
      named("FlushText", body),
    ],
  };
}

interface StyleFacts {
  readonly font: FontRole;
  readonly size?: number;
  readonly line?: number;
  readonly centred?: true;
  readonly right?: true;
  readonly indent?: true;
  readonly outline?: number;
}

function styleOf(facts: StyleFacts, latin: string | undefined): IBaseParagraphStyleOptions {
  const { font, size = SIZE.three, line = GRID.linePitch, outline } = facts;
  return {
    basedOn: "Normal",
    quickFormat: true,
    run: { font: fontOf(font, latin), size, bold: false, italics: false, color: "000000" },
    paragraph: {
      spacing: lineOf(line),
      alignment: facts.centred ? "center" : facts.right ? "right" : "both",
      ...(facts.indent ? { indent: { firstLine: Math.round(2 * CHARACTER), firstLineChars: 200 } } : {}),
      ...(outline === undefined ? {} : { outlineLevel: outline }),
    },
  };
}

function lineOf(line: number) {
  return { line, lineRule: "exact", before: 0, after: 0 } as const;
}

function named(id: string, style: IBaseParagraphStyleOptions): IParagraphStyleOptions {
  return { id, name: NAMES[id] ?? id, ...style };
}
