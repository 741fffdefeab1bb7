import { readFileSync } from "node:fs";
import { styleText } from "node:util";

export type Style = Parameters<typeof styleText>[0];

/** Where a command reads and writes. Tests may put their own in its place. */
export interface Terminal {
  readonly cwd: string;
  /** Writes to standard output as it is. */
  out(text: string): void;
  /** One line on standard error. */
  complain(line: string): void;
  readInput(): Uint8Array;
  /** The text in a style, or as it is where colours are not wanted. */
  paint(style: Style, text: string): string;
}

/** Colours: as asked; otherwise on a terminal that has not refused them. */
export function processTerminal(color: boolean | undefined): Terminal {
  const painted = color ?? (process.stdout.isTTY && !process.env.NO_COLOR && process.env.TERM !== "dumb");
  return {
    cwd: process.cwd(),
    out: (text) => void process.stdout.write(text),
    complain: (line) => void process.stderr.write(`hegao: ${line.replace(/\s*[\r\n]+\s*/g, " ")}\n`),
    readInput: () => readFileSync(0),
    paint: (style, text) => (painted ? styleText(style, text) : text),
  };
}
