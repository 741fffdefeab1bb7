/** Stands for a draft through all its edits. One value can be left with it for its next version. */
export interface Lineage {
  left: { readonly by: object; readonly value: unknown } | undefined;
}

export function newLineage(): Lineage {
  return { left: undefined };
}

/** Remembers something of each draft until another keeper does. */
export interface Keeper<T> {
  get(lineage: Lineage): T | undefined;
  set(lineage: Lineage, value: T): void;
}

/**
 * The value lies with the draft and goes with it. In a WeakMap it would not: what that holds counts as needed whenever
 * young objects are tidied up, so every plan that was ever checked would be copied, and stay until the whole heap is.
 */
export function createKeeper<T>(): Keeper<T> {
  const keeper: Keeper<T> = {
    get: ({ left }) => (left?.by === keeper ? (left.value as T) : undefined),
    set(lineage, value) {
      lineage.left = { by: keeper, value };
    },
  };
  return keeper;
}
