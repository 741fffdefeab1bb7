/** The few assertions that the suites use, for a browser, which has no `node:assert`. */
function assert(value: unknown, message = "not true"): asserts value {
  if (!value) throw new Error(message);
}

function differ(actual: unknown, expected: unknown): never {
  throw new Error(`expected ${JSON.stringify(expected)}, got ${JSON.stringify(actual)}`);
}

export default Object.assign(assert, {
  ok: assert,
  fail: (message: string): never => {
    throw new Error(message);
  },
  equal: (actual: unknown, expected: unknown): void => {
    if (!Object.is(actual, expected)) differ(actual, expected);
  },
  deepEqual: (actual: unknown, expected: unknown): void => {
    if (JSON.stringify(actual) !== JSON.stringify(expected)) differ(actual, expected);
  },
  match: (text: string, expression: RegExp): void => {
    if (!expression.test(text)) differ(text, String(expression));
  },
});
