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
  const loading = createLoading(running, (found) => {
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

interface Loading {
  readonly result: () => CompareResult | undefined;
  readonly shows: (uri: string) => Against;
  /** True for the draft that is shown, unless another is about to be. */
  readonly follows: (uri: string) => boolean;
  readonly load: (uri: string, against?: Against) => Promise<CompareResult | undefined>;
}

/** The last comparison that was asked for; answers may come in another order than the questions. */
function createLoading(running: Running, loaded: (found: CompareResult | null) => void): Loading {
  let result: CompareResult | undefined;
  let wanted: CompareParams | undefined;
  let [asked, shown] = [0, 0];
  const shows = (uri: string): Against => (wanted?.uri === uri ? (wanted.against ?? "earlier") : "earlier");
  const isWanted = ({ uri, against }: CompareParams): boolean =>
    wanted?.uri === uri && wanted.against === against;
  return {
    result: () => result,
    shows,
    follows: (uri) => uri === result?.uri && uri === wanted?.uri,
    async load(uri, against = shows(uri)) {
      const params: CompareParams = { uri, against };
      wanted = params;
      const own = ++asked;
      let found: CompareResult | null = null;
      try {
        found = await running.client.sendRequest<CompareResult | null>(compareRequest, params);
      } finally {
        // Where nothing comes of it, what was shown before stays, and is followed.
        if (wanted === params) wanted = result;
      }
      // Another draft is wanted meanwhile, or this one was asked for again and that was answered sooner.
      if (own < shown || (wanted !== result && !isWanted(params))) return found ?? undefined;
      if (found) [result, wanted, shown] = [found, found, own];
      loaded(found);
      return found ?? undefined;
    },
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
