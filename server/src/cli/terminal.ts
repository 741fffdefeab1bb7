import { fstatSync, statSync, writeSync } from "node:fs";
import { styleText } from "node:util";
import { readAtMost } from "./inputs/readAtMost.js";

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
  let painted = color;
  const write = writer();
  let isShown: boolean | undefined;
  let isHeard = false;
  const out = (text: string): void =>
    write((isShown ??= isTerminal(STANDARD_OUTPUT)) ? harmless(text) : text);
  return {
    cwd: workingFolder(),
    out,
    complain(line) {
      // Whoever cannot be told (a full disk, a closed pipe) still has the exit code, which an error here would change.
      if (!isHeard) process.stderr.on("error", () => undefined);
      isHeard = true;
      process.stderr.write(`hegao: ${harmless(line.replace(/\s+/g, " "))}\n`);
    },
    readInput: () => readAtMost(0),
    paint(style, text) {
      painted ??= wantsColours();
      return painted ? styleText(style, text) : text;
    },
  };
}

/** Where the call was made; empty where that folder has been removed: help is given there, and what needs it says so. */
function workingFolder(): string {
  try {
    return process.cwd();
  } catch {
    return "";
  }
}

/**
 * A text as a terminal may have it: a draft or the name of a file could else move the cursor, rename the window or answer
 * for whoever sits there. Line ends, tabs and colours stay.
 */
export function harmless(text: string): string {
  return text.replace(COLOUR_OR_CONTROL, (found) => (found.endsWith("m") ? found : "\ufffd"));
}

/** The name of a file as a line of a report may have it: a name that breaks the line could say whatever a report says. */
export function nameShown(path: string): string {
  return path.replace(/[\u0000-\u001f\u007f-\u009f\u2028\u2029]/g, "\ufffd");
}

const COLOUR_OR_CONTROL =
  /\u001b\[[\d;]{1,16}m|\r(?!\n)|[\u0000-\u0008\u000b\u000c\u000e-\u001f\u007f-\u009f]/g;

function wantsColours(): boolean {
  if (process.env.NO_COLOR || process.env.TERM === "dumb" || !isTerminal(STANDARD_OUTPUT)) return false;
  // What is no terminal has no such property, whatever its type says.
  return Boolean(process.stdout.isTTY);
}

const STANDARD_OUTPUT = 1;
/** A character device as a terminal is; where it is absent, as on Windows, nothing is taken for it. */
const NOWHERE = "/dev/null";

/**
 * Whether there may be a terminal. Asking `process.stdout` costs a tenth of the whole start; most often there is a pipe
 * or nothing at all, and that is seen from afar.
 */
export function isTerminal(descriptor: number): boolean {
  try {
    const stats = fstatSync(descriptor);
    return stats.isCharacterDevice() && stats.rdev !== statSync(NOWHERE, { throwIfNoEntry: false })?.rdev;
  } catch {
    // It was closed by whoever started us.
    return false;
  }
}

/** Straight to the file where that is safe; a Windows console needs the stream to show Chinese. */
function writer(): (text: string) => void {
  let stream: NodeJS.WriteStream | undefined;
  const openStream = (): NodeJS.WriteStream => {
    stream ??= process.stdout.on("error", leaveOnClosedPipe);
    return stream;
  };
  if (process.platform === "win32") openStream();
  return (text) => {
    if (stream) return void stream.write(text);
    const bytes = Buffer.from(text);
    let at = 0;
    try {
      while (at < bytes.length) at += writeSync(1, bytes, at);
    } catch (error) {
      leaveOnClosedPipe(error as NodeJS.ErrnoException, "retry");
      // The pipe is full and does not wait: the stream does.
      openStream().write(bytes.subarray(at));
    }
  };
}

/** A reader that has seen enough (`| head`) closes the pipe: that is no fault of ours. */
function leaveOnClosedPipe(error: NodeJS.ErrnoException, otherwise?: "retry"): void {
  if (error.code === "EPIPE") process.exit();
  if (otherwise !== "retry" || error.code !== "EAGAIN") throw error;
}
