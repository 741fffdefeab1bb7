import type { PlanDocument } from "../../plan/model.js";
import { repack, withoutTimes } from "../repack.js";
import type { BlockContext } from "./blockContext.js";
import { paragraphsOf } from "./blocks.js";
import { layOut } from "./layOut.js";
import { FALLBACKS, GRID, NARROWER, PAGE } from "./page.js";
import { pageNumber } from "./pageNumber.js";
import type { Seal } from "./signatures.js";
import { documentStyles } from "./styles.js";

/** How the office wants its paper where GB/T 9704-2012 leaves a choice. */
export interface DocxOptions {
  /** 红头: "red" for a document with 版头, "plain" for a draft or a page of the web. By default as the draft has it. */
  readonly head?: "red" | "plain";
  /** 7.3.5.1 or 7.3.5.2; by default without a seal. */
  readonly seal?: Seal;
  /** The font of digits and Latin letters, Times New Roman say; by default that of the Chinese text around them. */
  readonly latinFont?: string;
  /**
   * 5.2.3: "characters" (the default) sets 28 to a line in Word and WPS. LibreOffice gives every character that is wider
   * than its cell two cells, so files made for it take "lines": 22 lines on a grid, 28 narrower characters without one.
   */
  readonly grid?: "characters" | "lines";
}

/**
 * The draft as a Word file laid out to GB/T 9704-2012. Every line of the draft is one paragraph (or one row of a table)
 * with the same text; blank lines that the standard asks for and the draft lacks are made by spacing. The same draft
 * gives the same bytes.
 */
export async function writeDocx(plan: PlanDocument, options: DocxOptions = {}): Promise<Uint8Array> {
  const docx = await import("docx");
  const head = options.head ?? headOf(plan);
  const context: BlockContext = { docx, head, latin: options.latinFont };
  const document = new docx.Document({
    title: plan.title?.text ?? "",
    creator: "",
    lastModifiedBy: "",
    description: "",
    styles: documentStyles(options.latinFont, options.grid === "lines" ? NARROWER : 0),
    evenAndOddHeaderAndFooters: true,
    compatibility: { version: 15, balanceSingleByteDoubleByteWidth: true },
    sections: [
      {
        properties: {
          page: { size: PAGE.size, margin: PAGE.margin },
          grid:
            options.grid === "lines"
              ? { type: "lines", linePitch: GRID.linePitch }
              : { type: "linesAndChars", ...GRID },
        },
        footers: { default: pageNumber("odd", context), even: pageNumber("even", context) },
        children: paragraphsOf(layOut(plan, { head, seal: options.seal ?? "unsealed" }), context),
      },
    ],
  });
  const bytes = new Uint8Array(await docx.Packer.toArrayBuffer(document));
  return repack(bytes, {
    "docProps/core.xml": withoutTimes,
    "word/fontTable.xml": withFallbacks,
    "word/styles.xml": asPlaced,
  });
}

/**
 * What the library has no words for. Word widens the gap between 汉字 and digits, which would take the 28 characters off
 * their places; and a title, whose lines are higher than those of the grid, must not be given two of them.
 */
function asPlaced(xml: string): string {
  const off = '<w:autoSpaceDE w:val="0"/><w:autoSpaceDN w:val="0"/>';
  return xml
    .replace("<w:pPrDefault><w:pPr>", `<w:pPrDefault><w:pPr>${off}`)
    .split("<w:style ")
    .map((style) =>
      style.includes('w:styleId="Title"')
        ? style.replace("<w:spacing", '<w:snapToGrid w:val="0"/><w:spacing')
        : style,
    )
    .join("<w:style ");
}

/** 云岭市教育局文件 with a number below it is a red head; an issuer above the title alone is none. */
function headOf(plan: PlanDocument): "red" | "plain" {
  return plan.front.issuers.some(({ text }) => text.endsWith("文件")) ? "red" : "plain";
}

/** A computer without 方正小标宋简体 or 仿宋_GB2312 is told what to take instead. */
function withFallbacks(xml: string): string {
  const known = FALLBACKS.filter(({ name }) => !xml.includes(`w:name="${name}"`));
  const fonts = known.map(
    ({ name, other, family }) =>
      `<w:font w:name="${name}"><w:altName w:val="${other}"/><w:charset w:val="86"/><w:family w:val="${family}"/></w:font>`,
  );
  const end = xml.endsWith("/>") ? -"/>".length : -"</w:fonts>".length;
  return `${xml.slice(0, end)}${xml.endsWith("/>") ? ">" : ""}${fonts.join("")}</w:fonts>`;
}
