/**
 * A list with one more. Most of the lists that are made for thousands of lines hold one thing: begun with it, they have
 * room for it alone, where the first `push` on an empty list makes room for seventeen.
 */
export function withOne<T>(list: T[] | undefined, one: T): T[] {
  if (!list) return [one];
  list.push(one);
  return list;
}
