import { resolve } from "node:path";
import { statsOf } from "../files/statsOf.js";
import type { Against } from "../../compare/against.js";
import type { Session } from "../check/session.js";
import { configuredPlaces, type EarlierFound, type SearchedDraft } from "./earlierFinder.js";

/** What is looked for, and where somebody has said it lies. */
export interface Wanted<Kind extends Against = Exclude<Against, "earlier">> {
  readonly asked: readonly string[];
  readonly kind: Kind;
}

/** Where it was named, else where the team's file says, else beside the draft. */
export async function lookedFor(
  draft: SearchedDraft,
  { asked, kind }: Wanted<Against>,
  session: Session,
): Promise<EarlierFound> {
  const finder = await session.finderFor(draft.file);
  const configured = (await session.teamFor(draft.file))?.earlier ?? [];
  const places = asked.length > 0 ? asked : configuredPlaces(configured, draft, session.call.terminal.cwd);
  return places.length > 0 ? await finder.among(places, draft) : await finder.beside(draft, kind);
}

/** The one plan of that kind, as `plans`; a file that was named is taken for it as it is. */
export async function planAround(
  draft: SearchedDraft,
  wanted: Wanted,
  session: Session,
): Promise<EarlierFound> {
  const { around, unreadable } = await lookedFor(draft, wanted, session);
  const found = wanted.kind === "superior" ? around.superior : around.fiveYear;
  const named = wanted.asked.filter((place) => isFile(resolve(session.call.terminal.cwd, place)));
  const places = named.length > 0 ? named : found ? [found.path] : [];
  const finder = await session.finderFor(draft.file);
  const plans = places.length > 0 ? (await finder.among(places, draft)).plans : [];
  return { plans: plans.slice(0, 1), around, unreadable };
}

function isFile(path: string): boolean {
  return statsOf(path)?.isFile() ?? false;
}
