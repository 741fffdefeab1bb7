/** What a style says about numbering: each half may be missing and is then looked for in the style it is based on. */
export interface StyleNumbering {
  readonly basedOn: string | undefined;
  readonly numId: string | undefined;
  readonly level: number | undefined;
}

export interface ParagraphStyles {
  readonly paragraph: ReadonlyMap<string, StyleNumbering>;
  /** The style of a paragraph that names none. */
  readonly standard: string | undefined;
}

/** The numbering that a style has or inherits. `from` is the style that names the list: levels are linked to it. */
export interface InheritedNumbering {
  readonly numId: string;
  readonly level: number | undefined;
  /** The level that a style based on `from` gives for itself. */
  readonly derivedLevel: number | undefined;
  readonly from: string;
}

export type StyleLookup = (id: string | undefined) => InheritedNumbering | undefined;

/** Looks each style up once: a chain of styles may be long, and a document has many paragraphs. */
export function createStyleLookup(styles: ParagraphStyles): StyleLookup {
  const known = new Map<string | undefined, InheritedNumbering | undefined>();
  return (id) => {
    if (!known.has(id)) known.set(id, numberingOfStyle(styles, id));
    return known.get(id);
  };
}

function numberingOfStyle(styles: ParagraphStyles, id: string | undefined): InheritedNumbering | undefined {
  const seen = new Set<string>();
  let derivedLevel: number | undefined;
  for (let at = id ?? styles.standard; at !== undefined && !seen.has(at);) {
    seen.add(at);
    const style = styles.paragraph.get(at);
    if (style?.numId !== undefined) return { numId: style.numId, level: style.level, derivedLevel, from: at };
    derivedLevel ??= style?.level;
    at = style?.basedOn;
  }
  return undefined;
}
