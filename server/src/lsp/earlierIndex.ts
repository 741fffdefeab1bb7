import type { PlanDocument } from "../plan/model.js";
import { type PlanFacts, planFacts } from "../service/planFacts.js";
import { plainUri } from "./plainUri.js";
import type { PlanFiles } from "./planFiles.js";

export interface FactsQuery {
  /** The folder that holds `.hegao`. */
  readonly home: string;
  /** The folders looked through, and every file that lies there. */
  readonly folders: readonly string[];
  readonly uris: readonly string[];
  /** True where the client tells of every change. */
  readonly isWatched: (uri: string) => boolean;
  /** Told before anything is read how many files must be; asked whether to go on. Undefined: read nothing. */
  readonly progress: IndexProgress | undefined;
}

export interface IndexProgress {
  begin(total: number): Promise<void>;
  step(done: number, total: number): void;
  isCancelled(): boolean;
}

/** What an index holds of the files it was asked for. */
export interface IndexKept {
  readonly file: string;
  readonly isWritten: boolean;
  readonly isStopped: boolean;
  /** Why it could not be written. */
  readonly reason?: string;
  readonly documents: number;
  readonly withYears: number;
  readonly unreadable: number;
  /** How many of them were read for it just now. */
  readonly read: number;
}

/** What the folders hold, known by facts: of thousands of documents no text is kept. */
export interface EarlierIndex {
  /** The facts of each of the files that is a plan, by URI. A file that is as it was is not read again. */
  facts(query: FactsQuery): Promise<ReadonlyMap<string, PlanFacts>>;
  /** Writes what is known of the files where it outlives the server; undefined where there is no such place. */
  keep?(query: FactsQuery): Promise<IndexKept | undefined>;
  /** These files were changed or deleted; without a word, any may have been. */
  changed(uris?: readonly string[]): void;
}

/** An index in memory, for places without a disk. */
export function createPlainIndex(files: PlanFiles, parse: (text: string) => PlanDocument): EarlierIndex {
  const known = new Map<string, { readonly stamp: string; readonly facts: PlanFacts | undefined }>();
  return {
    // Each file is asked how it is every time.
    changed: () => undefined,
    async facts({ uris, progress }) {
      const waiting: { readonly uri: string; readonly stamp: string }[] = [];
      for (const uri of uris) {
        const stamp = await files.stamp(uri);
        if (stamp === undefined) known.delete(uri);
        else if (known.get(uri)?.stamp !== stamp) waiting.push({ uri, stamp });
      }
      if (progress && waiting.length > 0) await progress.begin(waiting.length);
      for (const [done, { uri, stamp }] of waiting.entries()) {
        if (!progress || progress.isCancelled()) break;
        const text = await files.read(uri);
        const facts = text === undefined ? undefined : planFacts(parse(text), plainUri(uri));
        known.set(uri, { stamp, facts });
        progress.step(done + 1, waiting.length);
      }
      return new Map(
        uris.flatMap((uri): [string, PlanFacts][] => {
          const facts = known.get(uri)?.facts;
          return facts ? [[uri, facts]] : [];
        }),
      );
    },
  };
}
