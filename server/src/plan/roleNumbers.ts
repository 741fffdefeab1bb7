import type { Line, LineRole } from "./model.js";

/** The roles of lines as numbers: a list of them costs a byte a line. */
const ROLES: readonly LineRole[] = [
  "blank",
  "metadata",
  "issuer",
  "document-number",
  "title",
  "addressee",
  "heading",
  "body",
  "responsibility",
  "signature",
  "date",
  "attachment-note",
  "attachment-label",
  "residue",
];
const NUMBER_OF = Object.fromEntries(ROLES.map((role, i) => [role, i])) as Readonly<Record<LineRole, number>>;

export type RoleNumbers = Readonly<Uint8Array>;

export function numberOf(role: LineRole): number {
  return NUMBER_OF[role];
}

/** The role of a line; undefined behind the last one. */
export function roleIn(roles: RoleNumbers, line: number): LineRole | undefined {
  return line < roles.length ? ROLES[roles[line] as number] : undefined;
}

/** What a line is apart from headings, which only the tree can tell. */
export function plainRoleIn(roles: RoleNumbers, line: number): LineRole {
  const role = roleIn(roles, line) ?? "body";
  return role === "heading" ? "body" : role;
}

export function roleNumbers(lines: readonly Line[]): Uint8Array {
  const numbers = new Uint8Array(lines.length);
  for (let i = 0; i < lines.length; i++) numbers[i] = NUMBER_OF[(lines[i] as Line).role];
  return numbers;
}
