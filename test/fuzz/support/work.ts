type Method = (this: unknown, ...args: unknown[]) => unknown;
/** What a call looked at, told from what it was called on, with what, and what it gave. */
type Cost = (self: { readonly length: number }, args: readonly unknown[], result: unknown) => number;

const all: Cost = (self) => self.length;
const made: Cost = (_, __, result) => (result as { readonly length: number }).length;
/** From where a search begins to where it ends. */
const upTo: Cost = (self, [, from = 0], result) =>
  (result === -1 ? self.length : (result as number)) - Math.min(Number(from), self.length);
const backTo: Cost = (self, [, from = self.length], result) =>
  Math.min(Number(from), self.length) - (result as number);
/** A search that gives nothing has seen everything; where it ended otherwise is not told. */
const unless =
  (found: (result: unknown) => boolean): Cost =>
  (self, _, result) =>
    found(result) ? 1 : self.length;
const isTrue = (result: unknown): boolean => result === true;

const STRING: Readonly<Record<string, Cost>> = {
  indexOf: upTo,
  lastIndexOf: backTo,
  includes: (self, [, from = 0], result) => (result === true ? 1 : self.length - Number(from)),
  split: all,
  replaceAll: all,
};
const ARRAY: Readonly<Record<string, Cost>> = {
  ...Object.fromEntries(
    "filter map flatMap forEach reduce join sort shift unshift".split(" ").map((name) => [name, all]),
  ),
  slice: made,
  concat: made,
  splice: (self, [from = 0]) => self.length - Number(from),
  indexOf: upTo,
  lastIndexOf: backTo,
  findIndex: (self, _, result) => (result === -1 ? self.length : (result as number)),
  findLastIndex: (self, _, result) => self.length - (result as number),
  includes: unless(isTrue),
  some: unless(isTrue),
  every: unless((result) => result === false),
  find: unless((result) => result !== undefined),
};

/**
 * How much of texts and lists a piece of work looks at in searches and expressions, character by character and member by
 * member. Unlike its time it is the same on every machine, so that `npm test` can tell work that takes the square of a
 * length. What loops without calling anything is not counted: that is for the clock (`growth.ts`).
 */
export function workOf(run: () => unknown): number {
  let total = 0;
  const add = (cost: number): void => void (total += Math.max(0, cost));
  const undo = [
    counted(String.prototype, STRING, add),
    counted(Array.prototype, ARRAY, add),
    countedExec(add),
  ];
  try {
    run();
  } finally {
    undo.forEach((one) => one());
  }
  return total;
}

function counted(
  prototype: object,
  costs: Readonly<Record<string, Cost>>,
  add: (cost: number) => void,
): () => void {
  const methods = prototype as Record<string, Method>;
  const set = (name: string, value: Method): void =>
    void Object.defineProperty(prototype, name, { configurable: true, writable: true, value });
  const before = Object.entries(costs).map(([name, cost]) => {
    const method = methods[name] as Method;
    set(name, function (this: unknown, ...args) {
      const result = method.apply(this, args);
      add(cost(this as string, args, result));
      return result;
    });
    return (): void => set(name, method);
  });
  return () => {
    for (const undo of before) undo();
  };
}

/** What matches, splits and replaces by an expression does it with `exec`, once `exec` is not the language's own. */
function countedExec(add: (cost: number) => void): () => void {
  const exec = Object.getOwnPropertyDescriptor(RegExp.prototype, "exec")?.value as RegExp["exec"];
  RegExp.prototype.exec = function (text) {
    const from = this.global || this.sticky ? this.lastIndex : 0;
    const match = exec.call(this, text);
    const isTiedToStart = this.sticky || (this.source.startsWith("^") && !this.multiline);
    if (match) add(match.index + match[0].length - from);
    else if (!isTiedToStart) add(text.length - from);
    return match;
  };
  return () => void (RegExp.prototype.exec = exec);
}
