import { editDistance } from "../responsibility/nearestNames.js";

/** Names that differ in so few characters are meant to be one. */
const SLIP = 2;
/** What is shorter is part of a name set wide: 教 育 局. */
const SHORTEST_BODY = 5;

/** 中共云岭市委办公室 云岭市人民政府办公室: two bodies on one line. */
export function severalIn(text: string): string[] {
  const names = text.trim().split(/[\s\u3000]+/);
  return names.length > 1 && names.every((name) => name.length >= SHORTEST_BODY) ? names : [];
}

/** 人民政府 and 政府 are both standard names of one body. */
export function normal(name: string): string {
  return name
    .replace(/[\s\u3000]+/g, "")
    .replace(/人民政府/g, "政府")
    .replace(/^中国共产党/, "中共");
}

export function meansSame(head: string, signature: string): boolean {
  const [short, long] = head.length < signature.length ? [head, signature] : [signature, head];
  if (short.length >= 4 && (long.endsWith(short) || long.startsWith(short))) return true;
  return short.length >= 6 && editDistance(head, signature) <= SLIP;
}
