import { widthOf } from "./measure.js";

/** Whether a seal goes over name and date (加盖印章的公文) or not (不加盖印章的公文). */
export type Seal = "sealed" | "unsealed";

/** How far from the right edge of 版心 the two end, in characters. */
export interface SignaturePlace {
  readonly name: number;
  readonly date: number;
}

/**
 * GB/T 9704-2012 7.3.5.2, without a seal: the name two characters in from the right, the date beginning two characters
 * to the right of the name; where the date is the longer one it stands two characters in and the name moves. 7.3.5.1,
 * with a seal: the date four characters in, the name above its middle.
 */
export function signaturePlace(name: string, date: string, seal: Seal): SignaturePlace {
  const [nameWidth, dateWidth] = [widthOf(name.trim()), widthOf(date.trim())];
  if (seal === "sealed") return { name: Math.max(0, 4 + (dateWidth - nameWidth) / 2), date: 4 };
  if (dateWidth > nameWidth) return { name: Math.max(0, dateWidth + 4 - nameWidth), date: 2 };
  return { name: 2, date: nameWidth - dateWidth };
}
