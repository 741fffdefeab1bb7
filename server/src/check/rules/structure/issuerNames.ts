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

/** Institutions of one kind, of which a place has several. 学院 may be one within another. */
const KIND = /(?:幼儿园|小学|中学|[\u4e00-\u9fff](?<!大)学校|[\u4e00-\u9fff]{2}局|街道办事处|政府)$/;

/** 临溪区第二幼儿园 and 滨江区第一幼儿园: another body of the same kind, and none that is named in short. */
export function isAnotherOfKind(name: string, other: string): boolean {
  const kind = KIND.exec(name)?.[0];
  if (kind === undefined || !other.endsWith(kind)) return false;
  const [short, long] = name.length < other.length ? [name, other] : [other, name];
  return !isWithin(short, long);
}

/** Whether the characters of a name stand in another in this order: 松坪县实验小学 in 松坪县柳塘镇实验小学. */
function isWithin(short: string, long: string): boolean {
  let at = 0;
  for (const character of long) if (character === short[at]) at++;
  return at === short.length;
}

export function meansSame(head: string, signature: string): boolean {
  const [short, long] = head.length < signature.length ? [head, signature] : [signature, head];
  if (short.length >= 4 && (long.endsWith(short) || long.startsWith(short))) return true;
  return short.length >= 6 && editDistance(head, signature) <= SLIP;
}
