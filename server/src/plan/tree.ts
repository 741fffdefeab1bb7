import type { Candidate, Candidates } from "./candidates.js";
import { isBarrier, isStrongBarrier } from "./lineRoles.js";
import type { Line, Marker } from "./model.js";
import { rank, type StyleKey, styleKey } from "./sequence.js";

/** An item while the tree is built. */
export interface Node {
  /** Its place among all nodes of the document. */
  readonly index: number;
  readonly candidate: Candidate;
  readonly key: StyleKey;
  readonly parent: Node | undefined;
  readonly level: number;
}

/** What a numbering of its own remembers of the items behind: it decides how it goes on. */
export interface Memory {
  /** The form of its first root, and the number of its last one. */
  rootKey: StyleKey | undefined;
  lastRoot: number | undefined;
  /** The parent form under which each form first opened. */
  readonly learned: Map<StyleKey, StyleKey | undefined>;
  /** The last number of each form, and the ways in which its Arabic markers were written. */
  readonly last: Map<StyleKey, number | undefined>;
  readonly arabicForms: Set<string>;
}

/** One numbering of its own: nodes in reading order, and the line at which it begins. */
export interface Grove {
  /** How many nodes the groves before it have. */
  readonly before: number;
  readonly firstLine: number;
  /** Where it begins in the text, when that is in the midst of a line. */
  readonly from: number | undefined;
  readonly nodes: Node[];
  readonly memory: Memory;
  readonly stack: Node[];
}

/** Numbers that jump further than this are no slip: what looks like a marker is something else. */
const FARTHEST_SLIP = 10;

/**
 * The trees of a document. Level comes from nesting: a form that is open goes on where it is, one that is not opens
 * below the item that stands last, unless the usual order or what the draft did before says otherwise.
 */
export function growTrees(lines: readonly Line[], { list, flattened }: Candidates): Grove[] {
  const groves: Grove[] = [newGrove(0, 0)];
  const barrierBetween = barrierFinder(lines);
  const following = flattened ? nextOrdinals(list) : [];
  let fromLine = 0;
  for (const [i, candidate] of list.entries()) {
    let grove = groves.at(-1) as Grove;
    const barrier = barrierBetween(fromLine, candidate.line);
    if (grove.nodes.length > 0 && beginsAnew(lines, grove, { candidate, barrier })) {
      grove = newGrove(grove.before + grove.nodes.length, barrier);
      groves.push(grove);
    } else if (following[i] === 2 && beginsAnewInLine(lines, grove, candidate)) {
      grove = newGrove(grove.before + grove.nodes.length, candidate.line, candidate.start);
      groves.push(grove);
    }
    if (!accepted(lines, grove, { candidate, following: following[i] })) continue;
    place(grove, candidate);
    fromLine = candidate.line + 1;
  }
  return groves;
}

export function newGrove(before: number, firstLine: number, from?: number): Grove {
  return { before, firstLine, from, nodes: [], memory: newMemory(), stack: [] };
}

export function newMemory(): Memory {
  return {
    rootKey: undefined,
    lastRoot: undefined,
    learned: new Map(),
    last: new Map(),
    arabicForms: new Set(),
  };
}

/**
 * Finds the first line from `from` to before `to` at which another numbering may begin; -1 where there is none. `from`
 * may only grow from call to call, so that no line is looked at twice.
 */
export function barrierFinder(lines: readonly Line[]): (from: number, to: number) => number {
  let at = 0;
  return (from, to) => {
    at = Math.max(at, from);
    for (; at < to; at++) {
      const line = lines[at];
      if (line && isBarrier(line)) return at;
    }
    return -1;
  };
}

export function beginsAnew(
  lines: readonly Line[],
  grove: Grove,
  at: { readonly candidate: Candidate; readonly barrier: number },
): boolean {
  const { candidate, barrier } = at;
  if (barrier === -1 || candidate.marker.ordinal !== 1) return false;
  const line = lines[barrier];
  if (!line) return false;
  const { rootKey, lastRoot = 0 } = grove.memory;
  if (!rootKey) return false;
  if (isStrongBarrier(line)) return true;
  return rank(styleKey(candidate.marker)) <= rank(rootKey) && lastRoot >= 1;
}

/** For each candidate the number of the next one of its form. */
function nextOrdinals(candidates: readonly Candidate[]): (number | undefined)[] {
  const next = new Map<StyleKey, number | undefined>();
  const found = new Array<number | undefined>(candidates.length);
  for (let i = candidates.length - 1; i >= 0; i--) {
    const marker = (candidates[i] as Candidate).marker;
    found[i] = next.get(styleKey(marker));
    next.set(styleKey(marker), marker.ordinal);
  }
  return found;
}

/**
 * In a flattened text an attachment, or the plan behind its notice, begins in the midst of a line: the coarsest form
 * starts anew right behind a title, or soon after the word 附件.
 */
function beginsAnewInLine(lines: readonly Line[], grove: Grove, candidate: Candidate): boolean {
  if (candidate.sure || candidate.marker.ordinal !== 1) return false;
  if (grove.memory.rootKey !== styleKey(candidate.marker)) return false;
  if ((grove.memory.lastRoot ?? 0) < 2) return false;
  if (!candidate.afterSentence) return true;
  const line = lines[candidate.line];
  const at = candidate.start - (line?.start ?? 0);
  const before = (line?.paragraph.text ?? "").slice(Math.max(0, at - FARTHEST_TITLE), at);
  if (before.slice(-LONGEST_HEADING).includes("附件")) return true;
  // The date of a notice, then the title of the plan that it forwards, run into the preamble.
  const date = before.search(/\d月\d{1,2}日/);
  return date !== -1 && TITLE_RUN_IN.test(before.slice(date));
}

const TITLE_RUN_IN = /(?:方案|要点|意见|计划|规划|办法|细则)(?:为|根据|按照|20\d\d年)/;
const FARTHEST_TITLE = 300;

/** A heading runs into the next within so many characters. */
const LONGEST_HEADING = 60;

/** In a flattened text a marker must go on with a count or begin one; at the head of a line it is believed unless absurd. */
export function accepted(lines: readonly Line[], grove: Grove, at: Following): boolean {
  const { candidate } = at;
  const { marker } = candidate;
  const open = openNode(grove, marker);
  const last = open?.candidate.marker.ordinal;
  if (!candidate.sure) return fitsFlattened(grove, at, open);
  if (marker.ordinal === undefined) return open !== undefined;
  const seen = last ?? lastOf(grove, styleKey(marker));
  const jump = marker.ordinal - (seen ?? 0);
  if (candidate.glued) return jump === 1;
  if (marker.ordinal === 1 || jump === 1) return true;
  if (jump > FARTHEST_SLIP || (jump < -FARTHEST_SLIP && marker.ordinal > 3)) return false;
  if (marker.form.endsWith("，") || marker.form.endsWith(",")) return false;
  return !continuesSentence(lines, candidate);
}

/** The line before breaks off in the midst of a sentence, as in text that was wrapped by hand. */
function continuesSentence(lines: readonly Line[], candidate: Candidate): boolean {
  const before = lines[candidate.line - 1];
  if (!before || before.paragraph.blank) return false;
  const text = before.paragraph.text.trimEnd();
  return (
    text.length >= 20 && breaksOff(text, candidate) && !before.paragraph.marker && before.role === "body"
  );
}

/** A line that only lacks its full stop does not break off before 二、 or （二）: a sentence hardly goes on with these. */
function breaksOff(text: string, { marker }: Candidate): boolean {
  const isCoarse = rank(styleKey(marker)) <= rank("hanzi-paren");
  return (isCoarse ? /[，、,\d第见按照据依和与及或至到在条款项]$/ : /[\u4e00-\u9fff，、,\d]$/).test(text);
}

interface Following {
  readonly candidate: Candidate;
  /** The number of the next candidate of its form. */
  readonly following: number | undefined;
}

function fitsFlattened(grove: Grove, { candidate, following }: Following, open: Node | undefined): boolean {
  const { marker } = candidate;
  const key = styleKey(marker);
  const top = grove.stack.at(-1);
  if (marker.ordinal === undefined) return open !== undefined && candidate.afterSentence;
  if (open) {
    const jump = marker.ordinal - (open.candidate.marker.ordinal ?? 0);
    if (jump === 1) return true;
    // A slip of the author: believed where a sentence ended before it and it does not look like a list of its own.
    if (!candidate.afterSentence || jump < 0 || jump > FARTHEST_SLIP) return false;
    return (
      rank(key) <= rank("hanzi-paren") ||
      (jump > 1 && rank(key) <= rank("arabic") && marker.form.includes("."))
    );
  }
  const inHeading = top !== undefined && candidate.start - top.candidate.end <= LONGEST_HEADING;
  if (marker.ordinal !== 1) {
    return (candidate.afterSentence || inHeading) && marker.ordinal === (lastOf(grove, key) ?? 0) + 1;
  }
  if (!top) return candidate.afterSentence || rank(key) <= rank("hanzi") || following === 2;
  if (rank(key) < rank(top.key)) return candidate.afterSentence;
  return candidate.afterSentence || inHeading;
}

function lastOf(grove: Grove, key: StyleKey): number | undefined {
  return grove.memory.last.get(key);
}

/** The open item that a marker goes on from: of the same form if there is one, else of the same style. */
function openNode(grove: Grove, marker: Marker): Node | undefined {
  const key = styleKey(marker);
  let sameStyle: Node | undefined;
  for (let i = grove.stack.length - 1; i >= 0; i--) {
    const node = grove.stack[i];
    if (node?.key !== key) continue;
    if (node.candidate.marker.form === marker.form) return node;
    sameStyle ??= node;
  }
  return sameStyle;
}

export function place(grove: Grove, candidate: Candidate): void {
  const key = styleKey(candidate.marker);
  const open = openNode(grove, candidate.marker);
  const parent = open && !nests(grove, open, candidate) ? open.parent : parentFor(grove, key, candidate);
  const index = grove.before + grove.nodes.length;
  const node: Node = { index, candidate, key, parent, level: (parent?.level ?? 0) + 1 };
  remember(grove.memory, candidate.marker, parent?.key);
  grove.nodes.push(node);
  grove.stack.length = parent ? grove.stack.indexOf(parent) + 1 : 0;
  grove.stack.push(node);
}

/** Keeps in mind that a marker was placed below one of another form, or at the top. */
export function remember(memory: Memory, marker: Marker, above: StyleKey | undefined): void {
  const key = styleKey(marker);
  if (!memory.learned.has(key)) memory.learned.set(key, above);
  if (!above) {
    memory.rootKey ??= key;
    memory.lastRoot = marker.ordinal;
  }
  memory.last.set(key, marker.ordinal);
  if (key === "arabic") memory.arabicForms.add(marker.form);
}

/** `1、` that counts from one right below a `1.` of another count is nested in it, not a restart of it. */
function nests(grove: Grove, open: Node, candidate: Candidate): boolean {
  return (
    candidate.marker.ordinal === 1 &&
    grove.stack.at(-1) === open &&
    open.candidate.marker.form !== candidate.marker.form &&
    open.candidate.marker.ordinal !== 1 &&
    open.key === "arabic" &&
    !grove.memory.arabicForms.has(candidate.marker.form)
  );
}

function parentFor(grove: Grove, key: StyleKey, candidate: Candidate): Node | undefined {
  const { stack } = grove;
  const known = grove.memory.learned.get(key);
  // Only a nesting against the usual order must be remembered: （一） below 1.
  if (known !== undefined && rank(known) > rank(key)) {
    const at = stack.findLast((node) => node.key === known);
    if (at) return at;
  }
  const top = stack.at(-1);
  // A coarser form that begins right below the first item of a finer one: this draft nests them the other way round.
  const isInverted =
    !grove.memory.learned.has(key) &&
    candidate.marker.ordinal === 1 &&
    top?.candidate.marker.ordinal === 1 &&
    stack.length === 1;
  if (isInverted) return top;
  return stack.findLast((node) => rank(node.key) < rank(key) || node.key === key);
}
