/** What `make` gives, made when first asked for and then kept: for what the check of a few lines never needs. */
export function onDemand<T extends object>(make: () => T): () => T {
  let made: T | undefined;
  return () => (made ??= make());
}
