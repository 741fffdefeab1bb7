import { type Assembled, assemblePlan } from "./assemblePlan.js";
import type { PlanDocument } from "./model.js";
import { read, reread } from "./reread.js";

/**
 * The plan that a text holds. Never throws, whatever the text: what cannot be recognised stays undefined or empty.
 * With the plan of the text before an edit, lines that the edit left alone are not read again. What needs the whole
 * document is put together when it is first asked for: a keystroke that nobody's question touches costs its line.
 */
export function parsePlan(text: string, previous?: PlanDocument): PlanDocument {
  const reading = previous ? reread(text, previous) : read(text);
  let made: Assembled | undefined;
  const whole = (): Assembled => (made ??= assemblePlan(reading));
  return {
    ...reading,
    lineage: previous?.lineage ?? Object.freeze({}),
    get lines() {
      return whole().lines;
    },
    get kind() {
      return whole().kind;
    },
    get title() {
      return whole().title;
    },
    get period() {
      return whole().period;
    },
    get front() {
      return whole().front;
    },
    get parts() {
      return whole().parts;
    },
    get roots() {
      return whole().roots;
    },
    get items() {
      return whole().items;
    },
    get targets() {
      return whole().targets;
    },
    get flattened() {
      return whole().flattened;
    },
  };
}
