/**
 * The same letters in a string of their own. A slice holds the whole text that it was cut from: what is kept longer than
 * the text would keep it alive.
 */
export function detached(slice: string): string {
  return ` ${slice}`.slice(1);
}
