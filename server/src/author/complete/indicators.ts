import type { Caret } from "../caret.js";
import type { Folder, KnownIndicator } from "../folder.js";
import { behindLast, type Completion, type Pinyin } from "./completion.js";

/** A clause being typed is looked at so far back. */
const REACH = 60;
/** A term at the head of a clause, with nothing behind it yet: here a target is about to be named. */
const TERM = /(?:^|[，。；：、])(?:力争|争取|确保)?(?:到20\d\d年底?|20\d\d年底前?|年内|全年|年底前)，$/;
const LEAD = /^(?:\s|力争|确保|争取|努力|到20\d\d年底?|20\d\d年底?前?|年内|全[市县区省]|其中)+/;
const REACHES = /(?:达到|提高到|提升到|提高至|保持在|控制在|稳定在|不低于|不少于)$/;
/** So many characters of a name must stand there before it is guessed at. */
const SHORTEST = 2;
const MOST = 40;

/**
 * Indicators of earlier drafts with what they were to reach, where a target is being typed: after a term (到2027年，), in
 * a clause that begins like the name of one, and the value alone after the name with 达到. Nowhere else.
 */
export function indicatorCompletions(
  caret: Caret,
  from: { readonly folder: Folder; readonly pinyin?: Pinyin | undefined },
): Completion[] {
  const { indicators } = from.folder;
  if (indicators.length === 0 || caret.line.paragraph.blank || !/^(?:$|\s|[。；])/.test(caret.after))
    return [];
  const near = caret.before.slice(-REACH);
  if (TERM.test(near)) {
    return latest(indicators).map((one) => whole(one, { typed: "", caret, pinyin: from.pinyin }));
  }
  const clause = behindLast(near, "，。；：！？,;");
  const stem = clause.replace(LEAD, "");
  if (stem.length < SHORTEST || /[\d]$/.test(stem)) return [];
  const verb = REACHES.exec(stem);
  if (verb) {
    const name = stem.slice(0, verb.index);
    return latest(indicators)
      .filter((one) => one.name === name)
      .map((one) => valueOnly(one, caret));
  }
  return latest(indicators)
    .filter((one) => one.name.startsWith(stem))
    .map((one) => whole(one, { typed: stem, caret, pinyin: from.pinyin }));
}

/** Each indicator once, as the latest draft has it. */
function latest(indicators: readonly KnownIndicator[]): KnownIndicator[] {
  const byName = new Map<string, KnownIndicator>();
  for (const one of indicators) {
    const known = byName.get(one.name);
    if (one.name !== "" && (known?.year ?? 0) <= (one.year ?? 0)) byName.set(one.name, one);
  }
  return [...byName.values()].slice(0, MOST);
}

interface Typing {
  readonly typed: string;
  readonly caret: Caret;
  readonly pinyin: Pinyin | undefined;
}

function whole(one: KnownIndicator, { typed, caret, pinyin }: Typing): Completion {
  return {
    kind: "indicator",
    label: one.name,
    detail: detailOf(one),
    filters: [one.name, ...(pinyin?.(one.name) ?? [])],
    edit: {
      span: { start: caret.offset - typed.length, end: caret.offset },
      newText: `${one.name}达到${one.value}`,
    },
  };
}

function valueOnly(one: KnownIndicator, caret: Caret): Completion {
  return {
    kind: "indicator",
    label: one.value,
    detail: detailOf(one),
    filters: [one.value],
    edit: { span: { start: caret.offset, end: caret.offset }, newText: one.value },
  };
}

function detailOf(one: KnownIndicator): string {
  return one.year === undefined ? one.value : `${one.year}：${one.value}`;
}
