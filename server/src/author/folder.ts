/** 名册中的科室, as the team's file gives it: the entries of its roster can be passed as they are. */
export interface RosterName {
  readonly full: string;
  readonly aliases?: readonly string[];
  readonly from?: number;
  readonly until?: number;
  /** 分管领导 or the one who heads it. */
  readonly lead?: string;
}

/** A department as other drafts write it, and how often. */
export interface UsedDepartment {
  readonly name: string;
  readonly count: number;
}

/** An indicator of an earlier draft with what it was to reach: 学前教育毛入园率, 97%以上, 2025. */
export interface KnownIndicator {
  readonly name: string;
  readonly value: string;
  readonly year: number | undefined;
}

/** What is known of the drafts around the one that is written. The caller gathers it; nothing here reads a file. */
export interface Folder {
  readonly roster: readonly RosterName[];
  readonly departments: readonly UsedDepartment[];
  readonly indicators: readonly KnownIndicator[];
  /** Titles of the documents, without 《》. */
  readonly titles: readonly string[];
}

/** All names of the department that goes by `name`: the full one first. A name that the roster lacks stands alone. */
export function namesOf(roster: readonly RosterName[], name: string): readonly string[] {
  const entry = roster.find((one) => one.full === name || one.aliases?.includes(name));
  return entry ? [entry.full, ...(entry.aliases ?? [])] : [name];
}
