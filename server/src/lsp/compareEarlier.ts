import type { PlanDocument } from "../plan/model.js";
import { type Candidate, chooseEarlierYears } from "../service/earlierYears.js";
import { planFacts } from "../service/planFacts.js";
import type { EarlierIndex, IndexProgress } from "./earlierIndex.js";
import type { FolderListing, ListQuery } from "./folderListing.js";
import { plainUri } from "./plainUri.js";
import type { PlanFiles } from "./planFiles.js";

/** A plan of an earlier year, read. */
export interface EarlierDocument {
  readonly uri: string;
  readonly text: string;
  readonly plan: PlanDocument;
}

/** A plan that a draft may be held against only where somebody asks for it: its tasks are not all ours to do this year. */
export interface PlanAround {
  readonly uri: string;
  readonly title: string;
}

export interface EarlierFound {
  /** One plan for each year before, the nearest first. */
  readonly years: readonly EarlierDocument[];
  readonly around: PlansAround;
}

/** The plan of the years that a draft falls into, and the superior's. */
export type PlansAround = Readonly<Partial<Record<"five-year" | "superior", PlanAround>>>;

export interface EarlierSearch extends ListQuery {
  readonly uri: string;
  readonly plan: PlanDocument;
  /** The folder that holds `.hegao`. */
  readonly home: string;
  readonly parse: (text: string) => PlanDocument;
  readonly files: PlanFiles;
  readonly listing: FolderListing;
  readonly index: EarlierIndex;
  /** Undefined where nothing new is to be read. */
  readonly progress: IndexProgress | undefined;
}

const MOST_YEARS = 4;

interface Known {
  readonly stamp: string;
  readonly document: EarlierDocument | undefined;
}

/** The plans that drafts stand beside, kept while the files stay as they are. */
export type EarlierShelf = Map<string, Known>;

/** The plans that belong beside a draft; those of the years before are read. */
export async function findEarlier(search: EarlierSearch, shelf: EarlierShelf): Promise<EarlierFound> {
  const draft: Candidate = { path: plainUri(search.uri), ...planFacts(search.plan, plainUri(search.uri)) };
  if (!draft.years) return NOTHING;
  const uris = (await search.listing.uris(search)).filter((uri) => plainUri(uri) !== plainUri(search.uri));
  const facts = await search.index.facts({ ...search, uris });
  const byPath = new Map([...facts].map(([uri, known]) => [plainUri(uri), { uri, known }]));
  const candidates = [...byPath].map(([path, { known }]): Candidate => ({ path, ...known }));
  const { years, fiveYear, superior } = chooseEarlierYears(draft, candidates);
  const named = (one: Candidate | undefined): PlanAround | undefined => {
    const uri = one && byPath.get(one.path)?.uri;
    return uri === undefined ? undefined : { uri, title: one?.title ?? uri.slice(uri.lastIndexOf("/") + 1) };
  };
  const chosen: EarlierDocument[] = [];
  for (const { path } of years.slice(0, MOST_YEARS)) {
    if (search.isCancelled()) return NOTHING;
    const document = await shelved(byPath.get(path)?.uri ?? "", search, shelf);
    if (document) chosen.push(document);
  }
  const [long, above] = [named(fiveYear), named(superior)];
  return {
    years: chosen,
    around: { ...(long && { "five-year": long }), ...(above && { superior: above }) },
  };
}

const NOTHING: EarlierFound = { years: [], around: {} };

/** A plan as it was read last, while its file stays as it was. */
export async function shelved(
  uri: string,
  { files, parse }: Pick<EarlierSearch, "files" | "parse">,
  shelf: EarlierShelf,
): Promise<EarlierDocument | undefined> {
  const stamp = await files.stamp(uri);
  if (stamp === undefined) return undefined;
  const known = shelf.get(uri);
  if (known?.stamp === stamp) return known.document;
  const text = await files.read(uri);
  const document = text === undefined ? undefined : { uri, text, plan: parse(text) };
  shelf.set(uri, { stamp, document });
  return document;
}
