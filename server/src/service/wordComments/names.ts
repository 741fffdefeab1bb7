import type { DocxTrace } from "../../read/docx/traceDocx.js";

/** How what is put in has to be spelt. */
export interface Names {
  /** The namespace of the main part: the strict one, or the usual one. */
  readonly namespace: string;
  readonly kind: "strict" | "transitional";
  /** What an element put into the main part needs so that `w` is understood there; empty where it is. */
  readonly declaration: string;
}

const STRICT = "http://purl.oclc.org/ooxml/wordprocessingml/main";
const TRANSITIONAL = "http://schemas.openxmlformats.org/wordprocessingml/2006/main";

export function namespaceOf({ document, places, source: { text } }: DocxTrace): Names {
  const root = places.get(document);
  const tag = text.slice(root?.start ?? 0, root?.open ?? 0);
  const kind = tag.includes(STRICT) ? "strict" : "transitional";
  const namespace = kind === "strict" ? STRICT : TRANSITIONAL;
  const declaration = `xmlns:w="${namespace}"`;
  // A second declaration further in may mean something else there.
  const isUnderstood = tag.includes(` ${declaration}`) && text.split("xmlns:w=").length === 2;
  return { namespace, kind, declaration: isUnderstood ? "" : ` ${declaration}` };
}
