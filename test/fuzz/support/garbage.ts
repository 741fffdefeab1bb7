import { pathToFileURL } from "node:url";

/** A whole number from 0 to below the bound (`randomOf`). */
export type Next = (below: number) => number;

/** What a wrong client might send, for the drafts of one folder. */
export interface Garbage {
  /** Nothing that anybody expects. */
  anything(): unknown;
  /** Every field that any question has, each with something that may be right. */
  nearly(): Readonly<Record<string, unknown>>;
  /** One of the two, more often what is nearly right: it gets further. */
  params(): unknown;
  /** The same for what tells of a draft: its text, its edits, its settings. */
  news(): unknown;
  pick<T>(from: readonly T[]): T;
}

const ODD_URIS: readonly unknown[] = [
  "untitled:Untitled-1",
  "vscode-vfs://somewhere/repo/甲.plan",
  "git:/a.plan?%7B%22path%22%3A%22a%22%7D",
  "file://host/share/a.plan",
  "file://C%3A/a",
  "",
  " ",
  "\u0000",
  "http://[::1",
  "vscode-notebook-cell:/a#1",
  "constructor",
  "__proto__",
  null,
  5,
  {},
  [],
];
/** Below the folder of the trial: an index may well be made where a client asks for one. */
const ODD_NAMES = ["%", "a%2Fb.plan", "a%00b.plan", `${"a/".repeat(5_000)}b.plan`, "%E4".repeat(1_000)];
const ODD_VALUES: readonly unknown[] = [
  null,
  true,
  0,
  -1,
  1.5,
  1e300,
  -1e300,
  2 ** 31,
  2 ** 53,
  "",
  "甲",
  "__proto__",
  [],
  {},
  [null],
  "\ud83d",
  "长".repeat(10_000),
];
const NUMBERS: readonly unknown[] = [0, 1, 2, 3, 5, 8, -1, 1.5, 1e9, 2 ** 31, 1e300, null, "3"];
const FIELDS =
  "uri textDocument position range rule reason text only earlier kind note item id answer format what madeOn settings files changes event query newName options against from year folder version context command arguments data ranges positions ch partialResultToken workDoneToken previousResultId".split(
    " ",
  );

/** `folder` is a path of this machine, or a URI of the editor's own. */
export function garbageOf(next: Next, folder: string, text: string): Garbage {
  const root = /^\w+:\/\//.test(folder) ? folder : pathToFileURL(folder).href;
  const draft = `${root}/${encodeURIComponent("云岭市乙局2026年工作要点.plan")}`;
  const earlier = `${root}/${encodeURIComponent("云岭市乙局2025年工作要点.plan")}`;
  const uris = [draft, draft, earlier, root, `${root}/`, `${root}/.hegao`, ...ODD_URIS].concat(
    ODD_NAMES.map((name) => `${root}/${name}`),
  );
  const pick: Garbage["pick"] = (from) => from[next(from.length)] as never;
  const uri = (): unknown => pick(uris);
  const position = (): unknown => ({ line: pick(NUMBERS), character: pick(NUMBERS) });
  const range = (): unknown => ({ start: position(), end: position() });
  const values = [...ODD_VALUES, ...uris];
  const anything = (depth = 3): unknown => {
    if (depth === 0 || next(3) === 0) return pick(values);
    const entries = Array.from({ length: 1 + next(6) }, () => [pick(FIELDS), anything(depth - 1)] as const);
    const made = Object.fromEntries(entries);
    return next(6) === 0 ? [made] : made;
  };
  const nearly = (): Readonly<Record<string, unknown>> => ({
    uri: uri(),
    textDocument: { uri: uri(), version: pick(values) },
    position: position(),
    range: range(),
    ranges: [range()],
    positions: [position(), position()],
    ...choices({ pick, uri, range }),
    ...changes({ pick, uri }),
  });
  const params = (): unknown => (next(3) === 0 ? anything() : nearly());
  const news = (): unknown => {
    if (next(3) === 0) return anything();
    const edit = { range: range(), text: pick(["甲\n", "", null, 5]) };
    return {
      ...nearly(),
      textDocument: {
        uri: uri(),
        text: pick([text, "", null, 5]),
        languageId: pick(["policy-plan", null, 5]),
        version: pick([1, 2, null, -1, 1.5]),
      },
      contentChanges: pick<unknown>([null, [], [null], [{ text: "甲" }], [edit], [edit, edit], 5]),
      settings: { hegao: anything(2) },
    };
  };
  return { anything, nearly, params, news, pick };
}

interface Parts {
  readonly pick: Garbage["pick"];
  readonly uri: () => unknown;
  readonly range: () => unknown;
}

/** What the questions ask beside where. */
function choices({ pick, uri, range }: Parts): Readonly<Record<string, unknown>> {
  const some = (...from: readonly unknown[]): unknown => pick(from);
  return {
    rule: some("numbering-gap", "x", null),
    reason: some("先放着", "", null, 5),
    query: some("乙", "", null, 5),
    newName: some("丙科", "", null, 5),
    text: some("一、甲\r\n二、乙", "", null, 5),
    ch: some("、", "\n", "", 5),
    options: some({}, null, { tabSize: -1, insertSpaces: "x" }, { tabSize: 1e300 }),
    context: some(
      {},
      null,
      { diagnostics: [] },
      { diagnostics: null },
      { diagnostics: [{ range: null }], only: 5 },
      { diagnostics: [{ range: range(), code: "numbering-gap" }], only: ["quickfix", 1] },
      { triggerKind: 9, only: [1] },
    ),
    what: some("comparison", "tasks", "targets", "tables", "x", null),
    format: some("xlsx", "html", "md", "csv", "x", null, 5),
    against: some("earlier", "five-year", "superior", "x", null),
    earlier: uri(),
    from: uri(),
    folder: uri(),
    year: some(2026, 1e300, null, "2026"),
    kind: some("key-points", "x", null, 5),
    id: some("e1", "d1", "", null, 5),
    item: some(null, {}, { marker: 1, title: null }, { marker: "一、", title: "乙" }),
    answer: some(null, {}, { kind: "done", note: "" }, { kind: 5 }),
    previousResultId: some("1", "", null, 5),
  };
}

/** What the editor says of files and folders. */
function changes({ pick, uri }: Omit<Parts, "range">): Readonly<Record<string, unknown>> {
  return {
    files: [{ uri: uri(), oldUri: uri(), newUri: uri() }],
    event: { added: [{ uri: uri(), name: "a" }], removed: [{ uri: uri() }] },
    changes: [{ uri: uri(), type: pick<unknown>([1, 2, 3, 9, null]) }],
  };
}
