import type { PlanDocument } from "../plan/model.js";
import { folderOf } from "../service/configPaths.js";
import type { EarlierShelf } from "./compareEarlier.js";
import type { ServerHost } from "./configuration.js";
import { createPlainIndex, type EarlierIndex } from "./earlierIndex.js";
import { createFolderListing, type FolderListing } from "./folderListing.js";
import { homeOf } from "./hegaoHome.js";
import type { Session } from "./session.js";

/** What lies around the drafts, as far as it has been seen: believed while nothing speaks against it. */
export interface Surroundings {
  readonly shelf: EarlierShelf;
  readonly listing: FolderListing;
  readonly index: EarlierIndex;
  /** Where somebody has stopped the reading: nothing more is read there until files or settings change. */
  readonly enough: Set<string>;
  /** What is believed of these files no longer holds; without a word, of any. */
  forget(uris?: readonly string[]): void;
}

export function createSurroundings(host: ServerHost, parse: (text: string) => PlanDocument): Surroundings {
  const plain = createPlainIndex(host.files, parse);
  const index = host.index?.(plain) ?? plain;
  const listing = createFolderListing(host.files);
  return {
    shelf: new Map(),
    listing,
    index,
    enough: new Set(),
    forget(uris) {
      listing.changed(uris);
      index.changed(uris);
    },
  };
}

/** Where the earlier years of a draft are looked for. */
export interface SearchedPlaces {
  readonly folders: readonly string[];
  /** The folder that holds `.hegao`. */
  readonly home: string;
  readonly isWatched: (uri: string) => boolean;
}

export async function placesOf(
  uri: string,
  { configuration }: Session,
  { files }: Pick<ServerHost, "files">,
): Promise<SearchedPlaces> {
  const { earlier } = await configuration.of(uri);
  const roots = await configuration.roots();
  const isInside = (one: string): boolean => roots.some((root) => one === root || one.startsWith(`${root}/`));
  return {
    folders: foldersFor(uri, earlier, isInside),
    home: await homeOf(uri, { roots, files }),
    // Nobody watches what lies outside.
    isWatched: (one) => configuration.isWatching() && isInside(one),
  };
}

/** The folders that the settings name, else the draft's own and the one that holds it. */
function foldersFor(
  uri: string,
  configured: readonly string[],
  isInside: (uri: string) => boolean,
): string[] {
  const own = folderOf(uri);
  if (configured.length > 0) return configured.filter((folder) => isInside(folder) || folder === own);
  return [own, ...(isInside(own) && isInside(folderOf(own)) ? [folderOf(own)] : [])];
}
