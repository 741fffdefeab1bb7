/**
 * Lets what waits on the connection be read before work goes on: a cancellation that is already in the pipe is seen.
 * Two turns of the loop, since a message that was read in the first is handled in the second. In a browser's worker,
 * which knows no `setImmediate`, a timer serves.
 */
export async function turn(): Promise<void> {
  if (typeof setImmediate !== "function") return new Promise((next) => setTimeout(next, 0));
  await new Promise((next) => setImmediate(next));
  return new Promise((next) => setImmediate(next));
}

/** So many turns a question needs from the pipe to its answer: to be read, to be looked at, to be worked on in two parts. */
const TURNS_OF_A_QUESTION = 4;

/** Lets all who ask have their answers before long work goes on; where nobody asks it takes no time. */
export async function questionsFirst(): Promise<void> {
  for (let i = 0; i < TURNS_OF_A_QUESTION; i++) await turn();
}
