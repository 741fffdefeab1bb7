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
export function createStyleLookup({ paragraph, standard }: ParagraphStyles): StyleLookup {
  const known = new Map<string, InheritedNumbering | undefined>();
  return (id = standard) => {
    const chain: string[] = [];
    const seen = new Set<string>();
    // Up to a style that is known or names a list; those that are based on one another in a circle name none.
    for (let at = id; at !== undefined && !known.has(at) && !seen.has(at);) {
      seen.add(at);
      chain.push(at);
      const style = paragraph.get(at);
      at = style?.numId === undefined ? style?.basedOn : undefined;
    }
    for (const at of chain.reverse()) known.set(at, numberingOf(at, paragraph.get(at), known));
    return id === undefined ? undefined : known.get(id);
  };
}

function numberingOf(
  id: string,
  style: StyleNumbering | undefined,
  known: ReadonlyMap<string, InheritedNumbering | undefined>,
): InheritedNumbering | undefined {
  if (style?.numId !== undefined)
    return { numId: style.numId, level: style.level, derivedLevel: undefined, from: id };
  const inherited = style?.basedOn === undefined ? undefined : known.get(style.basedOn);
  return inherited && { ...inherited, derivedLevel: style?.level ?? inherited.derivedLevel };
}
