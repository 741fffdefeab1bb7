import type { Span } from "../../../text/span.js";

/**
 * Single characters that never stand twice, save where the first ends a word (目的|的) or the second begins one
 * (为了|了解): `after` and `before` name the neighbours that make it so.
 */
const DOUBLES: Readonly<Record<string, { readonly after: string; readonly before: string }>> = {
  的: { after: "目标有众鹄", before: "确" },
  了: { after: "不明为除", before: "解结断却然如事" },
  和: { after: "共温缓总调平饱亲谐随中", before: "气美睦谐平" },
  在: { after: "存所现潜内外正实旨好", before: "" },
  与: { after: "参给赋授", before: "会" },
  及: { after: "普涉波危企顾触论提言", before: "时" },
  被: { after: "棉植", before: "" },
  将: { after: "大名干部老", before: "军" },
};
/** Longest words first looked for twice in a row. */
const LONGEST = 8;
/** 基础教育教育质量 and the like: the end of one name and the beginning of the next. */
const NAME_ENDS = new Set([
  "教育",
  "工作",
  "管理",
  "服务",
  "发展",
  "建设",
  "研究",
  "学校",
  "学生",
  "教师",
  "中心",
  "合作",
]);

/** Two like words in a row, with both: 的的, 进一步进一步. */
export function doubledWords(text: string): readonly Span[] {
  return mayBeDoubled(text) ? findDoubled(text) : NO_SPANS;
}

const NO_SPANS: readonly Span[] = [];

/**
 * Few lines say any word twice in a row, and the others are told in one pass: each character is compared with those that
 * stand up to eight places before it (a is the one right before, b the one before that …).
 */
function mayBeDoubled(text: string): boolean {
  let [a, b, c, d] = [0, 0, 0, 0];
  let [e, f, g, h] = [0, 0, 0, 0];
  for (let at = 0; at < text.length; at++) {
    const code = text.charCodeAt(at);
    const isNear =
      code === a || code === b || code === c || code === d || code === e || code === f || code === g || code === h;
    if (isNear) {
      // Of a word of two and more the character before it is said again, too.
      const isAgain =
        code === a ||
        (code === b && a === c) ||
        (code === c && a === d) ||
        (code === d && a === e) ||
        (code === e && a === f) ||
        (code === f && a === g) ||
        (code === g && a === h) ||
        code === h;
      if (isAgain && endsDoubled(text, at)) return true;
    }
    h = g;
    g = f;
    f = e;
    e = d;
    d = c;
    c = b;
    b = a;
    a = code;
  }
  return false;
}

/** Whether the character at a place ends a word that stands right before itself, too. */
function endsDoubled(text: string, at: number): boolean {
  const [code, before] = [text.charCodeAt(at), text.charCodeAt(at - 1)];
  if (code === before && DOUBLES[text[at] ?? ""]) return true;
  for (let length = 2; length <= LONGEST && 2 * length <= at + 1; length++) {
    if (text.charCodeAt(at - length) !== code || text.charCodeAt(at - 1 - length) !== before) continue;
    let same = 2;
    while (same < length && text.charCodeAt(at - same) === text.charCodeAt(at - same - length)) same++;
    if (same === length) return true;
  }
  return false;
}

function findDoubled(text: string): Span[] {
  const found: Span[] = [];
  const codes = codesOf(text);
  const { length: size } = text;
  let taken: Uint8Array | undefined;
  for (let length = 1; length <= LONGEST; length++) {
    // Of two like words in a row every character equals the one a word before it: looking at one place a word will do.
    for (let at = length; at < size; at += length) {
      if (codes[at] !== codes[at - length]) continue;
      const span = length === 1 ? { start: at - 1, end: at + 1 } : doubledAt({ codes, size }, at, length);
      if (!span || taken?.subarray(span.start, span.end).includes(1)) continue;
      const word = text.slice(span.start, span.start + length);
      if (!(length === 1 ? isDouble(text, at) : isDoubled(word) && !opensPhrase(text, span))) continue;
      if (length > 1 && followsMarker(text, span.start)) continue;
      taken ??= new Uint8Array(text.length);
      taken.fill(1, span.start, span.end);
      found.push(span);
    }
  }
  return found;
}

/** Room for the characters of one line at a time; a longer one gets its own. */
const ROOM = new Uint16Array(4096);

/** The characters as numbers: they are compared many times over. Good until the next text is looked at. */
function codesOf(text: string): Uint16Array {
  const codes = text.length <= ROOM.length ? ROOM : new Uint16Array(text.length);
  for (let at = 0; at < text.length; at++) codes[at] = text.charCodeAt(at);
  return codes;
}

function doubledAt(
  { codes, size }: { readonly codes: Uint16Array; readonly size: number },
  at: number,
  length: number,
): Span | undefined {
  let from = at;
  while (from > length && at - from < length && codes[from - 1] === codes[from - 1 - length]) from--;
  let to = at + 1;
  while (to < size && to - from < length && codes[to] === codes[to - length]) to++;
  return to - from < length ? undefined : { start: from - length, end: from + length };
}

function isDouble(text: string, at: number): boolean {
  const double = DOUBLES[text[at] ?? ""];
  if (!double) return false;
  return !double.after.includes(text[at - 2] ?? "\n") && !double.before.includes(text[at + 1] ?? "\n");
}

/** 执法|依法依规, 剧毒、|高毒|高风险: the second half belongs to a phrase that repeats its first character. */
const PHRASE_HEADS = "依应自能有无不同多从随且或越又边高低大小新老强优";

function opensPhrase(text: string, span: Span): boolean {
  if (span.end - span.start !== 4) return false;
  const head = text[span.start + 1] ?? "";
  return PHRASE_HEADS.includes(head) && /[\u4e00-\u9fff]/.test(text[span.end] ?? "");
}

/** （一）竞赛内容|竞赛内容主要包括: a heading that lost its line break before a sentence that takes it up. */
function followsMarker(text: string, at: number): boolean {
  return /(?:[（(][一二三四五六七八九十\d]{1,3}[)）]|[一二三四五六七八九十]{1,3}、|\d{1,2}[.．、])\s?$/.test(
    text.slice(Math.max(0, at - 6), at),
  );
}

function isDoubled(word: string): boolean {
  return /^[\u4e00-\u9fff]+$/.test(word) && !NAME_ENDS.has(word) && new Set(word).size > 1;
}

/** 1 for what ends a clause, 2 for the comma of a list. */
const STOPS = new Uint8Array(0x10000);
for (const mark of "，。；：？！,;:?!（）()") STOPS[mark.charCodeAt(0)] = 1;
STOPS["、".charCodeAt(0)] = 2;
/** After one of these in front of the first name of a list the name itself begins. */
const LEADS = /[在是对抓强做和与及等的于把将以向从为设]$/;

/** A name that stands a second time in one list: 教师配备、校舍建设、教师配备. Each `again` is the later one. */
export function namesTwice(
  text: string,
  kept: readonly { readonly span: Span }[],
): readonly { readonly first: Span; readonly again: Span }[] {
  let found: { first: Span; again: Span }[] | undefined;
  let end = 0;
  // From list to list: what stands between them is not looked at.
  for (let comma = text.indexOf("、"); comma !== -1; comma = text.indexOf("、", end)) {
    let commas = 0;
    let stop = 0;
    for (end = comma; end < text.length && stop !== 1; end++) {
      stop = STOPS[text.charCodeAt(end)] as number;
      if (stop === 2) commas++;
    }
    if (stop === 1) end--;
    if (commas < 2) continue;
    const from = clauseStart(text, comma);
    if (kept.some(({ span }) => span.start < end && from < span.end) || !mayRepeat(text, from, end)) continue;
    for (const twice of twiceIn(text.slice(from, end), from)) (found ??= []).push(twice);
  }
  return found ?? NONE;
}

const NONE: { first: Span; again: Span }[] = [];

function clauseStart(text: string, from: number): number {
  let at = from;
  while (at > 0 && STOPS[text.charCodeAt(at - 1)] !== 1) at--;
  return at;
}

function twiceIn(clause: string, offset: number): { first: Span; again: Span }[] {
  const members = clause.split("、");
  const places = new Map<string, Span>();
  const found: { first: Span; again: Span }[] = [];
  let at = offset;
  members.forEach((member, i) => {
    const name = i === members.length - 1 ? lastName(member) : member;
    const start = at;
    at += member.length + 1;
    if (!/^[\u4e00-\u9fff“”《》A-Za-z]{2,}$/.test(name) || isBlankedOut(name)) return;
    const again = { start, end: start + name.length };
    const first = places.get(name);
    if (first) found.push({ first, again });
    else if (i > 1) addHead({ members, name, offset, again }, found);
    places.set(name, places.get(name) ?? again);
  });
  return found;
}

/** XXX、XXX; 某某、某某: names that were blanked out stand for different ones. */
function isBlankedOut(name: string): boolean {
  return /[Xx]{2}|某/.test(name);
}

/** Room for the places where the members of one list begin. */
const BEGIN = new Int32Array(66);

/**
 * Most lists hold nothing twice, and that is told at once, without a string for every member: two members are alike, the
 * first one ends in another, or the last one goes on behind what stands before.
 */
function mayRepeat(text: string, from: number, to: number): boolean {
  let count = 0;
  BEGIN[count++] = from;
  for (let at = text.indexOf("、", from); at !== -1 && at < to; at = text.indexOf("、", at + 1)) {
    if (count === BEGIN.length - 1) return true;
    BEGIN[count++] = at + 1;
  }
  BEGIN[count] = to + 1;
  const begin = (i: number): number => BEGIN[i] as number;
  const size = (i: number): number => begin(i + 1) - 1 - begin(i);
  const last = count - 1;
  for (let i = 1; i < count; i++) {
    if (size(i) <= size(0) && isSame(text, begin(i), begin(1) - 1 - size(i), size(i))) return true;
    for (let j = 0; j < i; j++)
      if (size(j) === size(i) && isSame(text, begin(j), begin(i), size(i))) return true;
    if (i < last && size(i) <= size(last) && isSame(text, begin(i), begin(last), size(i))) return true;
  }
  // 特别是在财政投入、……、财政投入等方面: the first two letters of the last member stand in the first one, too.
  for (let at = from; at + 2 < begin(1); at++) if (isSame(text, at, begin(last), 2)) return true;
  return false;
}

function isSame(text: string, a: number, b: number, length: number): boolean {
  for (let i = 0; i < length; i++) if (text.charCodeAt(a + i) !== text.charCodeAt(b + i)) return false;
  return true;
}

/** The first member has words before its name: 特别是在|财政投入. */
function addHead(
  of: { members: readonly string[]; name: string; offset: number; again: Span },
  found: { first: Span; again: Span }[],
): void {
  const head = of.members[0] ?? "";
  if (head.length <= of.name.length || !head.endsWith(of.name)) return;
  const start = head.length - of.name.length;
  if (!LEADS.test(head.slice(0, start))) return;
  found.push({ first: { start: of.offset + start, end: of.offset + head.length }, again: of.again });
}

/** The last member goes on: 物理|等学科. */
function lastName(member: string): string {
  return /^(.{2,20}?)(?:等|和|及|与|以及|或|上|方面)/.exec(member)?.[1] ?? member;
}
