/**
 * The numbers of GB/T 9704-2012 in the units of Word: twips (a twentieth of a point) for lengths, half points for
 * sizes. What the standard leaves open and practice has settled is said where it stands.
 */

/** 5.1, 5.2.1: A4; 天头 37 mm, 订口 28 mm, 版心 156 mm × 225 mm, from which right and bottom follow. */
export const PAGE = {
  size: { width: 11906, height: 16838 },
  margin: { top: 2098, bottom: 1984, left: 1588, right: 1474, header: 851, footer: 1417, gutter: 0 },
} as const;

/** 版心 in twips: 156 mm. */
export const TEXT_WIDTH = PAGE.size.width - PAGE.margin.left - PAGE.margin.right;

/** 5.2.3: 22 lines of 28 characters. A cell is 15.79 pt, 0.207 pt less than 三号; `charSpace` counts 4096ths of a point. */
export const GRID = { linePitch: 579, charSpace: -849 } as const;

/** Where no grid narrows the characters: a quarter of a point less between them lets 28 stand on a line as well. */
export const NARROWER = -5;

/** One character of the grid, in twips. */
export const CHARACTER = TEXT_WIDTH / 28;

/** Half points: 二号 22 pt, 三号 16 pt, 四号 14 pt, 小四 12 pt. */
export const SIZE = { two: 44, three: 32, four: 28, smallFour: 24 } as const;

/** The line of a title in 二号, by practice 33 pt: 29 pt would crowd two lines of it. */
export const TITLE_LINE = 660;

/** 7.2.4: the upper edge of 发文机关标志 stands 35 mm below the upper edge of 版心. */
export const MARK_DROP = 1984;

/** 7.2.7: the red line stands 4 mm (11 pt) below 发文字号. Its colour and, by practice, its 0.35 mm thickness. */
export const RED = "FF0000";
export const RED_LINE = { size: 8, space: 11 } as const;

/** 7.4.1: first and last line of 版记 0.35 mm, those between 0.25 mm; eighths of a point. */
export const IMPRINT_LINE = { thick: 8, thin: 6 } as const;

/** The fonts of 5.2.2, 7.2.4, 7.3.1 and 7.3.3, by their usual names. */
export const FONTS = {
  title: "方正小标宋简体",
  body: "仿宋_GB2312",
  black: "黑体",
  regular: "楷体_GB2312",
  song: "宋体",
} as const;

export type FontRole = keyof typeof FONTS;

/** What Word takes where a computer lacks the font, and the class that helps it choose when it lacks that as well. */
export const FALLBACKS: readonly {
  readonly name: string;
  readonly other: string;
  readonly family: string;
}[] = [
  { name: FONTS.title, other: "华文中宋", family: "roman" },
  { name: FONTS.body, other: "仿宋", family: "modern" },
  { name: FONTS.black, other: "SimHei", family: "modern" },
  { name: FONTS.regular, other: "楷体", family: "modern" },
  { name: FONTS.song, other: "SimSun", family: "auto" },
];
