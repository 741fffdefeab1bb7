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

function namesOf(one: Responsibility, asked: ResponsibilityRole | undefined): string[] {
  const bodies = PlacedResponsibility.bodiesOf(one);
  const those = asked === undefined ? bodies : bodies.filter(({ role }) => role === asked);
  return those.map(({ name }) => name);
}

/** Longer lists are not looked through for each of their names. */
const SHORT = 8;

/** Few lists name anybody twice. */
function eachOnce(names: readonly string[]): readonly string[] {
  const isTwice = names.length > SHORT || names.some((name, i) => names.indexOf(name) !== i);
  return isTwice ? [...new Set(names)] : names;
}
