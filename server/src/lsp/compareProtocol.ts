/** The comparison with earlier years and the tables of a draft, as the client gets them. Names and shapes only. */

import type { Against } from "../compare/against.js";

/** Params `CompareParams`, result `CompareResult | null` (no such draft). */
export const compareRequest = "hegao/compare";
/** Says that a draft has been compared anew: `ComparedNote`. */
export const comparedNotification = "hegao/compared";
/** Params `ExportParams`, result `ExportResult | null`: the bytes of a file. The client writes it. */
export const exportRequest = "hegao/export";
/** Params `AnswerParams`, result true where the answer was kept, in a file. */
export const answerRequest = "hegao/answer";
/** Params `DraftParams`, result `LedgerTable | null`. */
export const tasksRequest = "hegao/tasks";
export const targetsRequest = "hegao/targets";
/** Params `DraftParams`, result `OverviewNode[] | null`. */
export const outlineRequest = "hegao/outline";

/** Params `IndexParams`, result `IndexAnswer`. Makes `.hegao/index.json`, or brings it up to date, and says what is in it. */
export const makeIndexRequest = "hegao/makeIndex";

/** The same requests as commands, for editors that know `workspace/executeCommand` only. Argument: the params. */
export const compareCommands: Readonly<Record<string, string>> = {
  "hegao.server.compare": compareRequest,
  "hegao.server.export": exportRequest,
  "hegao.server.answer": answerRequest,
  "hegao.server.tasks": tasksRequest,
  "hegao.server.targets": targetsRequest,
  "hegao.server.outline": outlineRequest,
  "hegao.server.makeIndex": makeIndexRequest,
};

export interface Place {
  readonly line: number;
  readonly character: number;
}

export interface PlaceRange {
  readonly start: Place;
  readonly end: Place;
}

export interface DraftParams {
  readonly uri: string;
}

export type ItemFate = "dropped" | "added" | "renamed" | "moved" | "split" | "merged" | "edited" | "same";

export const AGAINST: readonly Against[] = ["earlier", "five-year", "superior"];
export type { Against };

export interface CompareParams extends DraftParams {
  /** "earlier" where nothing is said. */
  readonly against?: Against;
}

export interface ComparedNote {
  readonly uri: string;
  /** How many earlier plans it now stands beside. */
  readonly years: number;
}

export interface CompareResult {
  readonly uri: string;
  readonly version: number;
  readonly title: string;
  readonly planYears: readonly [number, number] | null;
  readonly against: Against;
  /** What else there is to hold it against, beside the earlier years. */
  readonly around: readonly PlanBeside[];
  /** Where there is no plan to hold it against, a sentence that says so; else "". */
  readonly message: string;
  /** What to call the fates of the items and the plan held against, each kind in its own words. */
  readonly names: {
    readonly fates: Readonly<Record<ItemFate, string>>;
    readonly other: string;
    readonly dissolved: string;
  };
  /** The nearest year first; for "five-year" and "superior" the one plan. */
  readonly years: readonly ComparedYear[];
  readonly series: readonly ComparedSeries[];
}

export interface PlanBeside {
  readonly against: Exclude<Against, "earlier">;
  readonly uri: string;
  readonly title: string;
}

export interface ComparedYear {
  readonly uri: string;
  readonly title: string;
  readonly planYears: readonly [number, number] | null;
  readonly counts: Readonly<Record<ItemFate, number>>;
  /** The draft's tree; what was dropped stands where it would be looked for, else at the end. */
  readonly items: readonly ComparedItem[];
  /** Sections that are no more while their tasks are, with the names of those that hold these now. */
  readonly dissolved: readonly {
    readonly name: string;
    readonly range: PlaceRange;
    readonly places: readonly string[];
  }[];
}

export interface ComparedItem {
  /** `d12` for an item of the draft, `e7` for a dropped one of the earlier plan. */
  readonly id: string;
  readonly fate: ItemFate;
  readonly marker: string;
  readonly title: string;
  /** 三、（一）1., the markers down to the item. */
  readonly path: string;
  /** Its heading, in the draft or for a dropped one in the earlier plan. */
  readonly range: PlaceRange;
  /** 承2025年（二）3.，改38字，目标95%→96%, or 对应规划四、（二）3.，12字不同; "" for an item that is as it was. */
  readonly summary: string;
  readonly pairs: readonly ComparedPair[];
  readonly answer: DroppedAnswer | null;
  readonly children: readonly ComparedItem[];
}

/** What an item says itself beside what its counterpart said; one side is empty where there is no counterpart. */
export interface ComparedPair {
  readonly earlierName: string;
  readonly earlierRange: PlaceRange | null;
  readonly before: readonly TextPiece[];
  readonly now: readonly TextPiece[];
  readonly changed: number;
  readonly notes: readonly string[];
}

export interface TextPiece {
  readonly kind: "kept" | "deleted" | "inserted";
  readonly text: string;
}

export interface ComparedSeries {
  readonly indicator: string;
  readonly change: "raised" | "lowered" | "kept" | "new" | "dropped";
  /** As it is to be shown: an amount of "work" that differs, a "neutral" one, or a value that is "not-due" yet, is nothing lowered. */
  readonly shown: ComparedSeries["change"] | "neutral" | "not-due" | "work";
  readonly changeName: string;
  /** A small drawing as SVG; "" where there is nothing to draw. */
  readonly chart: string;
  readonly points: readonly {
    readonly year: string;
    readonly value: string;
    readonly source: string;
    readonly item: string;
    readonly uri: string;
    readonly range: PlaceRange;
  }[];
}

/** 已完成, 转常态, 另文, 遗漏. */
export type AnswerKind = "done" | "routine" | "elsewhere" | "missed";

export interface DroppedAnswer {
  readonly kind: AnswerKind;
  readonly note: string;
}

export interface AnswerParams {
  readonly uri: string;
  /** The URI of the earlier plan, and the id of its dropped item. */
  readonly earlier: string;
  readonly id: string;
  /** Null takes an answer back. */
  readonly answer: DroppedAnswer | null;
}

export interface ExportParams {
  readonly uri: string;
  /** For the comparison; "earlier" where nothing is said. */
  readonly against?: Against;
  readonly what: "comparison" | "tasks" | "targets" | "tables";
  /** html and md for the comparison; csv for one table; xlsx for all. */
  readonly format: "html" | "md" | "xlsx" | "csv";
  /** The day to be printed, as it is to be read. */
  readonly madeOn?: string;
}

export interface IndexParams {
  /** A draft, or a folder of the workspace; its first folder where nothing is said. */
  readonly uri?: string;
}

export interface IndexAnswer {
  /** The URI of the file; null where nothing was written. */
  readonly file: string | null;
  readonly documents: number;
  readonly withYears: number;
  readonly unreadable: number;
  readonly read: number;
  /** What the user has been told. */
  readonly message: string;
}

export interface ExportResult {
  readonly base64: string;
  /** A name for the file, with its ending. */
  readonly name: string;
}

/** 责任分工表 or 指标台账. */
export interface LedgerTable {
  readonly name: string;
  readonly columns: readonly string[];
  readonly rows: readonly { readonly cells: readonly (string | number)[]; readonly range: PlaceRange }[];
}

export interface OverviewNode {
  readonly marker: string;
  readonly title: string;
  readonly departments: readonly string[];
  readonly targets: readonly {
    readonly text: string;
    readonly year: number | null;
    readonly range: PlaceRange;
  }[];
  readonly range: PlaceRange;
  readonly children: readonly OverviewNode[];
}
