import { styleText } from "node:util";
import { parentPort, workerData } from "node:worker_threads";
import type { Call } from "../command.js";
import { createChecker } from "./checker.js";
import { countDone, hearing, type ThreadStart, type Outcome, takeNext } from "./share.js";

/** A thread that helps `lint`: it takes one draft after the other until none is left, then ends. */
async function help(start: ThreadStart): Promise<void> {
  const { call, heard } = hearing(callOf(start));
  const checker = await createChecker(call);
  if (!checker) return;
  for (let next = takeNext(start); next; next = takeNext(start)) {
    const [at, source] = next;
    const outcome: Outcome = { at, result: await checker.check(source), complaints: heard() };
    parentPort?.postMessage(outcome);
    countDone(start);
  }
}

function callOf({ values, locale, cwd, colours }: ThreadStart): Call {
  return {
    positionals: [],
    values,
    locale,
    terminal: {
      cwd,
      out: () => undefined,
      complain: () => undefined,
      readInput: () => new Uint8Array(),
      paint: (style, text) => (colours === "painted" ? styleText(style, text) : text),
    },
  };
}

void help(workerData as ThreadStart);
