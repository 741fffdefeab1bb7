import type { Item, PlanDocument, PlanKind } from "../../plan/model.js";
import { itemBefore } from "../../plan/around.js";
import { type NextMarker, nextMarkerAt } from "../nextMarkers.js";

/** One standard section as `snippets/sections.json` gives it. */
export interface SectionEntry {
  /** 指导思想; also the name of its snippet in `snippets/policy-plan.json`. */
  readonly title: string;
  /** Other headings that say the same: 保障措施, 组织保障. */
  readonly variants?: readonly string[];
  /** The section below which it usually stands, where the draft has that. */
  readonly within?: string;
  /** What a draft may hold many of (任务, 责任) is offered though there is one. */
  readonly repeats?: true;
  /** Parts without a number: 印发通知, 落款, 附件说明. */
  readonly plain?: true;
}

/** Which sections a kind has, in their order, and the snippet of its whole skeleton. */
export interface KindOrder {
  readonly skeleton: string;
  readonly sections: readonly string[];
}

/** `snippets/sections.json`, or a team's own with the same shape. The caller reads it. */
export interface SectionOrder {
  readonly sections: readonly SectionEntry[];
  readonly kinds: Readonly<Partial<Record<PlanKind, KindOrder>>>;
}

/** One snippet of `snippets/policy-plan.json`, by its name there. */
export interface SectionSnippet {
  readonly prefix: string | readonly string[];
  readonly body: readonly string[];
}

/** The sections with their snippets. The caller reads both files, and may add a team's own. */
export interface SectionShelf {
  readonly order: SectionOrder;
  readonly snippets: Readonly<Record<string, SectionSnippet>>;
}

/** A section that could be begun at the caret. */
export interface OfferedSection {
  readonly title: string;
  /** Its number as the draft would write it; "" for parts without one. */
  readonly marker: string;
  readonly level: number;
  /** False for what a draft may hold many of. */
  readonly missing: boolean;
}

/**
 * The sections to offer at `offset`, the best first: those of the kind that are missing and come after the section above
 * the caret, then those that are missing before it, then those that may come again. What the draft has is left out.
 */
export function sectionsToOffer(plan: PlanDocument, offset: number, order: SectionOrder): OfferedSection[] {
  const kind = order.kinds[plan.kind];
  if (!kind) return [];
  const entries = new Map(order.sections.map((entry) => [entry.title, entry]));
  const listed = kind.sections.flatMap((title) => entries.get(title) ?? []);
  const present = presentSections(plan, listed);
  const at = lastBefore(plan, offset, listed);
  const missing = listed.map((entry, i) => ({ entry, i })).filter(({ entry }) => !present.has(entry.title));
  const later = missing.filter(({ i }) => i > at);
  const earlier = missing.filter(({ i }) => i <= at);
  const again = listed.filter((entry) => entry.repeats && present.has(entry.title));
  return [
    ...[...later, ...earlier].map(({ entry }) => offered(plan, { entry, offset, missing: true })),
    ...again.map((entry) => offered(plan, { entry, offset, missing: false })),
  ].flatMap((one) => one ?? []);
}

/** The skeletons of all kinds, for a draft that has no word yet. */
export function skeletonsToOffer(order: SectionOrder): OfferedSection[] {
  const names = Object.values(order.kinds).map((kind) => kind.skeleton);
  return [...new Set(names)].map((title) => ({ title, marker: "", level: 0, missing: true }));
}

/** True where a heading is that of a section: 三、保障措施, 加强组织领导，落实保障措施 is not. */
export function isSection(title: string, entry: SectionEntry): boolean {
  const words = title.replace(/[\s\u3000，。：、]+/g, "");
  return words === entry.title || (entry.variants ?? []).some((variant) => words === variant);
}

function presentSections(plan: PlanDocument, entries: readonly SectionEntry[]): ReadonlySet<string> {
  const found = new Set<string>();
  const byTitle = new Map(
    entries.flatMap((entry) => [entry.title, ...(entry.variants ?? [])].map((name) => [name, entry.title])),
  );
  for (const item of plan.items) {
    const title = byTitle.get(item.title.replace(/[\s\u3000，。：、]+/g, ""));
    if (title !== undefined) found.add(title);
  }
  // A draft that has items has tasks, whatever it calls them.
  for (const entry of entries)
    if (entry.repeats && !entry.plain && plan.items.length > 0) found.add(entry.title);
  if (plan.front.dates.length > 0) found.add("落款");
  if (plan.parts.some((part) => part.kind === "notice")) found.add("印发通知");
  if (plan.lines.some((line) => line.role === "attachment-note")) found.add("附件说明");
  if (plan.lines.some((line) => /责任分工表$/.test(line.paragraph.text.trim()))) found.add("责任分工表");
  return found;
}

/** The place in the order of the last known section that begins before the offset; -1 where there is none. */
function lastBefore(plan: PlanDocument, offset: number, entries: readonly SectionEntry[]): number {
  for (let at = itemBefore(plan, offset)?.index ?? -1; at >= 0; at--) {
    const item = plan.items[at] as Item;
    const found = entries.findIndex((entry) => isSection(item.title, entry));
    if (found !== -1) return found;
  }
  return -1;
}

interface Offer {
  readonly entry: SectionEntry;
  readonly offset: number;
  readonly missing: boolean;
}

function offered(plan: PlanDocument, offer: Offer): OfferedSection | undefined {
  const { entry, missing } = offer;
  if (entry.plain) return { title: entry.title, marker: "", level: 0, missing };
  const next = sectionMarker(plan, offer);
  return next && { title: entry.title, marker: next.text, level: next.level, missing };
}

/** Level 2 inside the section that usually holds it, level 1 elsewhere. */
function sectionMarker(plan: PlanDocument, { entry, offset }: Offer): NextMarker | undefined {
  for (let at: Item | undefined = itemBefore(plan, offset); at; at = at.parent) {
    if (entry.within !== undefined && at.title.startsWith(entry.within))
      return nextMarkerAt(plan, offset, at.level + 1);
  }
  return nextMarkerAt(plan, offset, entry.repeats && entry.within !== undefined ? 2 : 1);
}
