/** 中央、省、市、县、乡、学校: the smaller the higher. */
export type IssuerLevel = 0 | 1 | 2 | 3 | 4 | 5;

const SCHOOL = /(?:学校|中学|小学|幼儿园|学院|大学)$/;
const NATIONAL = /^(?:中共中央|中华人民共和国|国务院|国家|教育部|全国)/;
const AREA = /[^省市县区州旗盟]{0,8}?(?:自治区|自治州|自治县|地区|[省市县区州旗盟])/g;
const MUNICIPALITY = /^(?:北京|上海|天津|重庆)市$/;

/** An issuer taken apart: 云岭市青山区教育局 is 云岭市, 青山区 and 教育局. */
export interface IssuerParts {
  readonly areas: readonly string[];
  readonly office: string;
  /** Undefined where the name does not tell. */
  readonly level: IssuerLevel | undefined;
}

export function issuerParts(name: string): IssuerParts {
  const plain = name.replace(/^中共(?!中央)/, "");
  if (NATIONAL.test(plain)) return { areas: [], office: plain, level: 0 };
  const areas: string[] = [];
  let at = 0;
  for (const match of plain.matchAll(AREA)) {
    if (match.index !== at) break;
    areas.push(match[0]);
    at += match[0].length;
  }
  const office = plain.slice(at);
  if (SCHOOL.test(office)) return { areas, office, level: 5 };
  return { areas, office, level: areaLevel(areas) ?? (office.endsWith("厅") ? 1 : undefined) };
}

function areaLevel(areas: readonly string[]): IssuerLevel | undefined {
  const last = areas.at(-1);
  if (last === undefined) return undefined;
  if (/(?:省|自治区)$/.test(last) || MUNICIPALITY.test(last)) return 1;
  if (/[县区旗]$/.test(last) && !last.endsWith("地区")) return 3;
  // A city below another city is of the level of a county.
  return last.endsWith("市") && areas.length > 1 && /[市州]$/.test(areas.at(-2) ?? "") ? 3 : 2;
}

/** False where two names surely speak of two offices; a name left out, or an area alone, may be either. */
export function sameOffice(a: string | undefined, b: string | undefined): boolean {
  if (a === undefined || b === undefined || a === b) return true;
  const [one, other] = [issuerParts(a), issuerParts(b)];
  if (one.level !== undefined && other.level !== undefined && one.level !== other.level) return false;
  const [here, there] = [one.areas.at(-1), other.areas.at(-1)];
  if (here !== undefined && there !== undefined && here !== there) return false;
  if (one.office === "" || other.office === "") return true;
  // 教育局 became 教育体育局; the Party's committee for education signs beside it.
  return one.office.includes("教") === other.office.includes("教") || one.office === other.office;
}

/** True where `a` is surely an office above `b`. */
export function isAbove(a: string | undefined, b: string | undefined): boolean {
  if (a === undefined || b === undefined) return false;
  const [above, below] = [issuerParts(a).level, issuerParts(b).level];
  return above !== undefined && below !== undefined && above < below;
}
