import { Disposable, type Event, EventEmitter, type Uri, window } from "vscode";
import {
  type Against,
  type ComparedItem,
  type ComparedNote,
  type ComparedYear,
  type CompareParams,
  compareRequest,
  type CompareResult,
  type ItemFate,
} from "../../../server/src/lsp/protocol.js";
import { LANGUAGE, type Running } from "../running.js";
import { createLoading } from "./loading.js";

/** An item with the year that it is compared in. */
export interface Chosen {
  readonly year: ComparedYear;
  readonly item: ComparedItem;
}

/** The draft that is looked at beside its earlier years: what the tree and the page both show. */
export interface ComparedDraft extends Disposable {
  readonly result: () => CompareResult | undefined;
  readonly onDidChange: EventEmitter<void>["event"];
  readonly onDidChoose: EventEmitter<Chosen>["event"];
  readonly onDidFilter: EventEmitter<ReadonlySet<ItemFate>>["event"];
  /** The fates that are shown. */
  readonly fates: () => ReadonlySet<ItemFate>;
  filter(fates: ReadonlySet<ItemFate>): void;
  /** Where nothing is said of what to hold the draft against, a draft that is shown already stays as it is. */
  load(uri: Uri, against?: Against): Promise<CompareResult | undefined>;
  /** What the draft is held against where it is loaded without a word of that. */
  shows(uri: Uri): Against;
  chosen(): Chosen | undefined;
  find(year: string, id: string): Chosen | undefined;
  choose(year: string, id: string): Chosen | undefined;
  /** The change after or before the chosen one, in reading order. */
  step(by: 1 | -1): Chosen | undefined;
}

export function createComparedDraft(
  running: Running,
  onDidCompare: Event<ComparedNote>,
  initial: ReadonlySet<ItemFate>,
): ComparedDraft {
  const changed = new EventEmitter<void>();
  const filtered = new EventEmitter<ReadonlySet<ItemFate>>();
  const choice = new EventEmitter<Chosen>();
  let fates = initial;
  let chosen: { readonly year: string; readonly id: string } | undefined;
  const compare = (params: CompareParams): Promise<CompareResult | null> =>
    running.client.sendRequest(compareRequest, params);
  const loading = createLoading(compare, (found) => {
    if (found && !found.years.some((year) => year.uri === chosen?.year)) chosen = undefined;
    changed.fire();
  });
  const { result, load, shows } = loading;
  const find = (year: string, id: string): Chosen | undefined =>
    itemsOf(result()).find((one) => one.year.uri === year && one.item.id === id);
  const choose = (year: string, id: string): Chosen | undefined => {
    const found = find(year, id);
    if (found) {
      chosen = { year, id };
      choice.fire(found);
    }
    return found;
  };
  const noted = onDidCompare(({ uri }) => {
    if (!loading.follows(uri)) return;
    load(uri).catch((error: unknown) => running.log.warn(`compare: ${String(error)}`));
  });
  return {
    result,
    onDidChange: changed.event,
    onDidChoose: choice.event,
    onDidFilter: filtered.event,
    fates: () => fates,
    filter(wanted) {
      fates = wanted;
      filtered.fire(wanted);
    },
    load: (uri, against) => load(running.client.code2ProtocolConverter.asUri(uri), against),
    shows: (uri) => shows(running.client.code2ProtocolConverter.asUri(uri)),
    chosen: () => chosen && find(chosen.year, chosen.id),
    find,
    choose,
    step(by) {
      const changes = changesOf(result(), fates, chosen?.year);
      const at = changes.findIndex(({ item }) => item.id === chosen?.id);
      const next = at === -1 ? (by === 1 ? 0 : changes.length - 1) : at + by;
      const found = changes[(next + changes.length) % Math.max(1, changes.length)];
      return found && choose(found.year.uri, found.item.id);
    },
    dispose: () => Disposable.from(changed, choice, filtered, noted).dispose(),
  };
}

/** The changes of one year (the nearest where none is chosen) that are not filtered out. */
function changesOf(
  result: CompareResult | undefined,
  fates: ReadonlySet<ItemFate>,
  year: string | undefined,
): Chosen[] {
  const wanted = year ?? result?.years[0]?.uri;
  return itemsOf(result).filter(
    (one) => one.year.uri === wanted && one.item.fate !== "same" && fates.has(one.item.fate),
  );
}

function itemsOf(result: CompareResult | undefined): Chosen[] {
  return (result?.years ?? []).flatMap((year) => flat(year.items).map((item) => ({ year, item })));
}

export function flat(items: readonly ComparedItem[]): ComparedItem[] {
  return items.flatMap((item) => [item, ...flat(item.children)]);
}

/** The draft that a command is about: the one named, else the one that is being edited, else one that can be seen. */
export function draftAt(asked: unknown): Uri | undefined {
  if (isUri(asked)) return asked;
  const editors = [window.activeTextEditor, ...window.visibleTextEditors];
  return editors.find((editor) => editor?.document.languageId === LANGUAGE)?.document.uri;
}

function isUri(value: unknown): value is Uri {
  return typeof value === "object" && value !== null && "scheme" in value && "path" in value;
}
