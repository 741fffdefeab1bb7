/** How long what is left of some work will take, in milliseconds; 0 before that can be told. */
export type Pace = (elapsed: number, drafts: { readonly done: number; readonly total: number }) => number;

/**
 * Told after every draft how much time has gone by. The first drafts take many times as long as those that find the code
 * compiled, so that only what is done after half of the warming up tells how fast it will go on.
 */
export function createPace(warmUp: number): Pace {
  let warm = { elapsed: 0, done: 0 };
  return (elapsed, { done, total }) => {
    if (elapsed <= warmUp / 2) warm = { elapsed, done };
    if (elapsed <= warmUp) return 0;
    return ((elapsed - warm.elapsed) / (done - warm.done)) * (total - done);
  };
}
