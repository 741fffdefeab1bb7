import type { Assembled } from "./assemblePlan.js";
import type { PlanDocument } from "./model.js";
import type { Reading } from "./reread.js";
import type { Step } from "./seat.js";

/**
 * A plan as `parsePlan` makes it: what needs the whole document is put together when it is first asked for. The accessors
 * stand on a prototype, hence a class: those of an object literal are told to the engine's maps, which hold them, and all
 * of a version with them, long after the version has gone.
 */
export class ParsedPlan implements PlanDocument {
  readonly text: PlanDocument["text"];
  readonly starts: PlanDocument["starts"];
  readonly paragraphs: PlanDocument["paragraphs"];
  readonly holds: PlanDocument["holds"];
  readonly from: Reading["from"];
  readonly assembly: Assembly;
  readonly lineage: PlanDocument["lineage"];

  constructor(reading: Reading, assembly: Assembly, lineage: PlanDocument["lineage"]) {
    this.text = reading.text;
    this.starts = reading.starts;
    this.paragraphs = reading.paragraphs;
    this.holds = reading.holds;
    this.from = reading.from;
    this.assembly = assembly;
    this.lineage = lineage;
  }

  get lines(): PlanDocument["lines"] {
    return this.assembly.whole().lines();
  }

  get kind(): PlanDocument["kind"] {
    return this.assembly.whole().kind;
  }

  get title(): PlanDocument["title"] {
    return this.assembly.whole().title;
  }

  get period(): PlanDocument["period"] {
    return this.assembly.whole().period;
  }

  get front(): PlanDocument["front"] {
    return this.assembly.whole().front;
  }

  get parts(): PlanDocument["parts"] {
    return this.assembly.whole().parts;
  }

  get roots(): PlanDocument["roots"] {
    return this.assembly.whole().roots();
  }

  get items(): PlanDocument["items"] {
    return this.assembly.whole().items();
  }

  get targets(): PlanDocument["targets"] {
    return this.assembly.whole().targetShelf.all();
  }

  get flattened(): PlanDocument["flattened"] {
    return this.assembly.whole().flattened;
  }
}

export interface Assembly {
  readonly whole: () => Assembled;
  /** From what it can be made, or was; undefined where nothing has been put together yet. */
  readonly from: () => Origin | undefined;
}

/** What was put together of an earlier version, and the quiet edits since. */
export interface Origin {
  readonly was: Assembled;
  readonly edits: readonly Step[];
}

/** What has been put together of a plan. */
export function assembledOf(plan: PlanDocument): Assembled {
  return (plan as ParsedPlan).assembly.whole();
}
