import type { Responsibility } from "../../../plan/model.js";

/** Told at once, without a list of names: in most tasks every department stands once. */
export function namesOneTwice({ departments }: Responsibility): boolean {
  return departments.some(({ name }, i) => {
    for (let at = 0; at < i; at++) if (departments[at]?.name === name) return true;
    return false;
  });
}
