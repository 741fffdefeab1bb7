import type { Footer } from "docx";
import type { BlockContext } from "./blockContext.js";
import { FONTS, SIZE } from "./page.js";
import { fontOf } from "./styles.js";

/** `— 1 —` in 四号 宋体 (7.5): odd pages right, even pages left, one character free. */
export function pageNumber(side: "odd" | "even", { docx }: BlockContext): Footer {
  const { Footer, PageNumber, Paragraph, TextRun } = docx;
  const font = { ...fontOf("song", undefined), ascii: FONTS.song };
  const run = (child: string) => new TextRun({ children: [child], size: SIZE.four, font });
  const character = SIZE.four * 10;
  return new Footer({
    children: [
      new Paragraph({
        alignment: side === "odd" ? "right" : "left",
        indent: side === "odd" ? { right: character } : { left: character },
        children: [
          run("— "),
          new TextRun({ children: [PageNumber.CURRENT], size: SIZE.four, font }),
          run(" —"),
        ],
      }),
    ],
  });
}
