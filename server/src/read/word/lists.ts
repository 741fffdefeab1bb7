/** One level of a list, as the file defines it. */
export interface Level {
  readonly start: number;
  /** The name that .docx files have for the numerals: `chineseCounting`, `decimal` … */
  readonly format: string;
  /** `第%1章`: `%n` stands for the number of level n. */
  readonly text: string;
  /** 0: never starts again; n: starts again only after level n or a higher one; undefined: after any higher level. */
  readonly restart: number | undefined;
  /** All numbers in decimal, whatever their own level's format (isLgl). */
  readonly legal: boolean;
  readonly suffix: "tab" | "space" | "nothing";
  /** The text is written in a font of signs, where l is ● and n is ■. */
  readonly inSigns: boolean;
  /** The paragraph style that this level belongs to. */
  readonly style: string | undefined;
}

/** A list instance (w:num, LFO) with its overrides laid over the abstract list that it shares its counters with. */
export interface List {
  readonly abstractId: string;
  readonly levels: ReadonlyMap<number, Level>;
  /** Levels whose count starts anew when this instance is first used. */
  readonly startOverrides: ReadonlyMap<number, number>;
}

export type Lists = ReadonlyMap<string, List>;
