/** The numbering formats in the order of their codes (MS-OSHARED 2.2.1.3), by the names that .docx files have for them. */
const NAMES = [
  ...["decimal", "upperRoman", "lowerRoman", "upperLetter", "lowerLetter", "ordinal", "cardinalText"],
  ...["ordinalText", "hex", "chicago", "ideographDigital", "japaneseCounting", "aiueo", "iroha"],
  ...["decimalFullWidth", "decimalHalfWidth", "japaneseLegal", "japaneseDigitalTenThousand"],
  ...["decimalEnclosedCircle", "decimalFullWidth2", "aiueoFullWidth", "irohaFullWidth", "decimalZero"],
  ...["bullet", "ganada", "chosung", "decimalEnclosedFullstop", "decimalEnclosedParen"],
  ...["decimalEnclosedCircleChinese", "ideographEnclosedCircle", "ideographTraditional", "ideographZodiac"],
  ...["ideographZodiacTraditional", "taiwaneseCounting", "ideographLegalTraditional"],
  ...["taiwaneseCountingThousand", "taiwaneseDigital", "chineseCounting", "chineseLegalSimplified"],
  ...["chineseCountingThousand"],
] as const;

const NONE = 0xff;

/** The rest of the codes are Korean, Hebrew, Thai …, which go on in figures as in a .docx. */
export function formatName(code: number): string {
  return code === NONE ? "none" : (NAMES[code] ?? "decimal");
}
