import type { Context, Suite } from "mocha";

/** Skips the running test, or from a hook all tests of its suite; `npm test` prints the reason under its totals. */
export function skipBecause(context: Context, reason: string): never {
  const test: { readonly type?: string; readonly parent?: Suite | undefined } | undefined = context.test;
  if (test) Object.assign(test, { skipReason: reason });
  if (test?.type === "hook") test.parent?.eachTest((one) => void Object.assign(one, { skipReason: reason }));
  return context.skip();
}
