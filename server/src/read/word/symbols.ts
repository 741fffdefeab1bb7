/** Signs of Word's symbol fonts (Symbol, Wingdings) that plans use, by the private code points they live at. */
const SIGNS = new Map([
  [0xf052, "☑"],
  [0xf06c, "●"],
  [0xf06e, "■"],
  [0xf06f, "□"],
  [0xf071, "□"],
  [0xf075, "◆"],
  [0xf0a3, "□"],
  [0xf0a7, "■"],
  [0xf0a8, "□"],
  [0xf0ab, "★"],
  [0xf0b0, "°"],
  [0xf0b1, "±"],
  [0xf0b3, "≥"],
  [0xf0b7, "•"],
  [0xf0b4, "×"],
  [0xf0d8, "➢"],
  [0xf0e0, "→"],
  [0xf0e8, "➔"],
  [0xf0fc, "✓"],
  [0xf0fe, "☑"],
]);

/** The character of a `w:sym`, whose code is given in hexadecimal; • for a sign that is not known. */
export function symbolOf(hexadecimal: string): string {
  if (!/^[0-9a-f]{1,6}$/i.test(hexadecimal)) return "";
  const code = Number.parseInt(hexadecimal, 16);
  return code > 0x10ffff ? "" : (SIGNS.get(code) ?? (isPrivate(code) ? "•" : String.fromCodePoint(code)));
}

/** The text of a bullet, with signs of symbol fonts made readable anywhere. */
export function bulletOf({ text, inSigns }: { readonly text: string; readonly inSigns: boolean }): string {
  const signs = [...text].map((character) => {
    const code = character.codePointAt(0) ?? 0;
    return symbolOf((inSigns && code < 0x100 ? code + 0xf000 : code).toString(16));
  });
  return signs.join("");
}

function isPrivate(code: number): boolean {
  return code >= 0xe000 && code <= 0xf8ff;
}
