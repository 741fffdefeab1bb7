import { LRUCache } from "vscode-languageserver";
import type { PlanDocument } from "../plan/model.js";
import type { PlanService } from "../service/planService.js";
import { type DraftFacts, draftFacts } from "./draftFacts.js";
import type { Drafts } from "./drafts.js";
import { fileNameOf, filesBelow, isDraftFile, isWordFile, keyOf } from "./folderFiles.js";
import type { PlanFiles } from "./planFiles.js";
import { turn } from "./turn.js";

/** A draft of the folder with its tree. `version` is that of the editor; null for one that is not open. */
export interface FolderDraft {
  readonly uri: string;
  readonly version: number | null;
  readonly plan: PlanDocument;
}

/** The drafts of the workspace, open or not. They are read in the background, one at a time, while the hand rests. */
export interface Folder {
  /** What has been read so far, without the draft that asks. Never waits and reads nothing. */
  known(except?: string): readonly DraftFacts[];
  /** The same once all has been read. */
  all(except?: string): Promise<readonly DraftFacts[]>;
  /** The drafts in whose text one of the words stands; Word documents are left out, since nobody can edit them here. */
  draftsWith(words: readonly string[]): AsyncGenerator<FolderDraft>;
  /** All drafts below a folder; outside the workspace only those that lie in it itself. */
  draftsIn(folder: string): AsyncGenerator<FolderDraft>;
  /** The tree of one draft of whatever format; undefined where it cannot be read. */
  plan(uri: string): Promise<PlanDocument | undefined>;
  /** Begins to read; later calls are free. */
  start(): void;
  /** Somebody types: what is not urgent waits. */
  edited(): void;
  /** Files were made, changed or deleted. */
  changed(uris: readonly string[]): void;
  /** The folders of the workspace are others now. */
  renew(): void;
}

export interface FolderSource {
  readonly drafts: Drafts;
  readonly files: PlanFiles;
  readonly reader: PlanService;
  /** The URIs of the workspace's folders. */
  folders(): Promise<readonly string[]>;
}

/** Trees are large; of so many drafts they are kept, of the others only the facts. */
const TREES = 24;
/** No office has more drafts in one folder. */
const MOST = 600;
const QUIET_MS = 400;

interface Shelf {
  /**
   * By key: the facts of every draft that was read, undefined for one that still waits. Whatever makes them stale puts
   * another entry there, and with other folders another map: who has read the file meanwhile sees it.
   */
  facts: Map<string, { readonly uri: string; readonly facts: DraftFacts | undefined }>;
  readonly trees: LRUCache<string, PlanDocument>;
  readonly ofOpen: WeakMap<PlanDocument, DraftFacts>;
}

export function createFolder(source: FolderSource): Folder {
  const shelf: Shelf = { facts: new Map(), trees: new LRUCache(TREES), ofOpen: new WeakMap() };
  let reading: Promise<void> | undefined;
  let lastEdit = 0;
  let urgent = 0;
  const quiet = async (): Promise<void> => {
    while (urgent === 0 && Date.now() - lastEdit < QUIET_MS)
      await new Promise((next) => setTimeout(next, QUIET_MS / 4));
    await turn();
  };
  const read = async (): Promise<void> => {
    await listDrafts(source, shelf);
    await readWaiting(source, shelf, quiet);
  };
  const start = (): void => void (reading ??= read());
  const now = async <T>(work: () => Promise<T> | T): Promise<T> => {
    urgent++;
    start();
    try {
      await reading;
      return await work();
    } finally {
      urgent--;
    }
  };
  return {
    start,
    edited: () => void (lastEdit = Date.now()),
    known: (except) => factsOf(source, shelf, except),
    all: (except) => now(() => factsOf(source, shelf, except)),
    async *draftsWith(words) {
      const uris = await now(() => [...urisOf(source, shelf)]);
      yield* readDrafts(source, shelf, { uris, words });
    },
    async *draftsIn(folder) {
      const inside = (await source.folders()).some((root) => isBelow(folder, root));
      const all = inside ? await now(() => [...urisOf(source, shelf)]) : await draftsBeside(source, folder);
      const uris = all.filter((one) => isBelow(one, folder));
      yield* readDrafts(source, shelf, { uris, words: [""] });
    },
    plan: (uri) => planOf(source, uri),
    changed(uris) {
      for (const uri of uris.filter(isReadable)) {
        shelf.facts.set(keyOf(uri), { uri, facts: undefined });
        shelf.trees.delete(keyOf(uri));
      }
      if (reading) reading = reading.then(() => readWaiting(source, shelf, quiet));
    },
    renew() {
      shelf.facts = new Map();
      shelf.trees.clear();
      if (reading) reading = reading.then(read);
    },
  };
}

async function* readDrafts(
  source: FolderSource,
  shelf: Shelf,
  { uris, words }: { readonly uris: readonly string[]; readonly words: readonly string[] },
): AsyncGenerator<FolderDraft> {
  for (const uri of uris) {
    const draft = await draftWith(source, shelf, { uri, words });
    if (draft) yield draft;
  }
}

async function planOf(source: FolderSource, uri: string): Promise<PlanDocument | undefined> {
  const open = openDrafts(source).get(keyOf(uri));
  if (open !== undefined) return source.drafts.get(open)?.plan;
  const text = await source.files.read(uri);
  return text === undefined ? undefined : source.reader.parse(text);
}

function isBelow(uri: string, folder: string): boolean {
  const top = keyOf(folder).replace(/\/$/, "");
  return keyOf(uri) === top || keyOf(uri).startsWith(`${top}/`);
}

/** In the client's spelling where they are open. */
async function draftsBeside(source: FolderSource, folder: string): Promise<string[]> {
  const open = openDrafts(source);
  const files = await source.files.list(folder);
  const drafts = files.filter(({ kind, name }) => kind === "file" && isDraftFile(name));
  return [...new Set([...open.values(), ...drafts.map(({ uri }) => open.get(keyOf(uri)) ?? uri)])];
}

function isReadable(uri: string): boolean {
  const name = fileNameOf(uri);
  return isDraftFile(name) || isWordFile(name);
}

async function listDrafts({ folders, files }: FolderSource, { facts }: Shelf): Promise<void> {
  for (const folder of await folders()) {
    for (const uri of (await filesBelow(folder, files)).filter(isReadable)) {
      if (facts.size >= MOST) return;
      if (!facts.has(keyOf(uri))) facts.set(keyOf(uri), { uri, facts: undefined });
    }
  }
}

async function readWaiting(source: FolderSource, shelf: Shelf, quiet: () => Promise<void>): Promise<void> {
  const { facts } = shelf;
  for (const [key, waiting] of facts) {
    if (waiting.facts) continue;
    await quiet();
    if (shelf.facts !== facts) return;
    const { uri } = waiting;
    // What cannot be read is left out: nobody waits for this, and the other drafts are still to be read.
    const text = await source.files.read(uri).catch(() => undefined);
    // Changed while it was read: it waits again.
    if (facts.get(key) !== waiting) continue;
    if (text === undefined) facts.delete(key);
    else facts.set(key, { uri, facts: draftFacts(uri, source.reader.parse(text)) });
  }
}

/** The open drafts as they are now, in the client's spelling of their URIs. */
function openDrafts({ drafts }: FolderSource): Map<string, string> {
  return new Map(drafts.all().map((uri) => [keyOf(uri), uri]));
}

function factsOf(source: FolderSource, shelf: Shelf, except?: string): DraftFacts[] {
  const open = openDrafts(source);
  const own = except === undefined ? undefined : keyOf(except);
  const closed = [...shelf.facts].flatMap(([key, { facts }]) => (facts && !open.has(key) ? [facts] : []));
  const here = [...open].flatMap(([key, uri]) => {
    const plan = key === own ? undefined : source.drafts.get(uri)?.plan;
    if (!plan) return [];
    const facts = shelf.ofOpen.get(plan) ?? draftFacts(uri, plan);
    shelf.ofOpen.set(plan, facts);
    return [facts];
  });
  return [...here, ...closed].filter(({ uri }) => keyOf(uri) !== own);
}

function urisOf(source: FolderSource, shelf: Shelf): ReadonlySet<string> {
  const open = openDrafts(source);
  const closed = [...shelf.facts].filter(([key, { uri }]) => !open.has(key) && isDraftFile(fileNameOf(uri)));
  return new Set([...open.values(), ...closed.map(([, { uri }]) => uri)]);
}

async function draftWith(
  source: FolderSource,
  shelf: Shelf,
  { uri, words }: { readonly uri: string; readonly words: readonly string[] },
): Promise<FolderDraft | undefined> {
  const holds = (text: string): boolean => words.some((word) => text.includes(word));
  const open = source.drafts.get(uri);
  if (open) return holds(open.plan.text) ? open : undefined;
  const known = shelf.trees.get(keyOf(uri));
  if (known) return holds(known.text) ? { uri, version: null, plan: known } : undefined;
  const listed = shelf.facts.get(keyOf(uri));
  const text = await source.files.read(uri);
  if (text === undefined || !holds(text)) return undefined;
  const plan = source.reader.parse(text);
  // Changed while it was read: the next who asks reads it again.
  if (shelf.facts.get(keyOf(uri)) === listed) shelf.trees.set(keyOf(uri), plan);
  return { uri, version: null, plan };
}
