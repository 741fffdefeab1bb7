/** Something slow that goes where a choice goes, as a tree does which has to be unfolded first. */
export interface Following<T> {
  /** Goes there. Of calls that come faster than it can go only the last is heeded. */
  to(wanted: T): void;
  /** True while it is on its way there: what it says of arriving is no choice of anybody's. */
  isOnItsWayTo(one: T): boolean;
}

export function createFollowing<T>(
  go: (to: T) => PromiseLike<void>,
  isSame: (one: T, other: T) => boolean,
): Following<T> {
  let next: { readonly to: T } | undefined;
  let underWay: { readonly to: T } | undefined;
  const follow = async (): Promise<void> => {
    if (underWay) return;
    while (next) {
      underWay = next;
      next = undefined;
      try {
        await go(underWay.to);
      } catch {
        // It is there no longer; the next may be.
      }
    }
    underWay = undefined;
  };
  return {
    to(wanted) {
      next = { to: wanted };
      void follow();
    },
    isOnItsWayTo: (one) => underWay !== undefined && isSame(underWay.to, one),
  };
}
