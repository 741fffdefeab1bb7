/** The index of the last entry that begins at or before `offset`, in a list ordered by `start`; 0 for an empty list. */
export function indexAt(entries: readonly { readonly start: number }[], offset: number): number {
  let low = 0;
  let high = entries.length - 1;
  while (low < high) {
    const middle = (low + high + 1) >> 1;
    if ((entries[middle]?.start ?? 0) <= offset) low = middle;
    else high = middle - 1;
  }
  return low;
}
