/**
 * Questions may be answered in another order than they were asked, and of two drafts the one that was left would be shown.
 * Each call notes a question; what it gives tells whether none has been asked since.
 */
export function createLatest(): () => () => boolean {
  let asked = 0;
  return () => {
    const own = ++asked;
    return () => own === asked;
  };
}
