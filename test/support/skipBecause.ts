import type { Context } from "mocha";

/** Skips the running test; `npm test` prints the reason under its totals. */
export function skipBecause(context: Context, reason: string): never {
  Object.assign(context.test ?? {}, { skipReason: reason });
  return context.skip();
}
