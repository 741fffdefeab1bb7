import type { Responsibility, ResponsibilityRole } from "./model.js";
import { PlacedResponsibility } from "./placedResponsibility.js";

const NOBODY: readonly string[] = [];

/** The names of the bodies that responsibilities name, or of those in one role, each once, in the order written. */
export function bodyNames(
  responsibilities: readonly Responsibility[],
  asked?: ResponsibilityRole,
): readonly string[] {
  if (responsibilities.length === 0) return NOBODY;
  const [first] = responsibilities;
  const names =
    first && responsibilities.length === 1
      ? namesOf(first, asked)
      : responsibilities.flatMap((one) => namesOf(one, asked));
  return names.length < 2 ? names : eachOnce(names);
}

function namesOf(one: Responsibility, asked: ResponsibilityRole | undefined): readonly string[] {
  const bodies = PlacedResponsibility.bodiesOf(one);
  if (asked === undefined) return bodies.map(({ name }) => name);
  // Few drafts say who leads: a list for each that does not would be kept with its task.
  if (!bodies.some(({ role }) => role === asked)) return NOBODY;
  return bodies.filter(({ role }) => role === asked).map(({ name }) => name);
}

/** Longer lists are not looked through for each of their names. */
const SHORT = 8;

/** Few lists name anybody twice. */
function eachOnce(names: readonly string[]): readonly string[] {
  const isTwice = names.length > SHORT || names.some((name, i) => names.indexOf(name) !== i);
  return isTwice ? [...new Set(names)] : names;
}
