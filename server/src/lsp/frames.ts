/** Who hears what comes out of a stream of bytes. */
export interface FrameEars {
  /** An object at least; what it holds nobody has looked at. */
  message(value: object): void;
  /** Called once for every stretch that had to be skipped. */
  damaged(what: string): void;
}

/** No message is longer (bytes): an editor sends no file of more than 50 MB. */
const LONGEST = 64 * 1024 * 1024;
/** What has more parts, or parts within parts, is no message, and takes many seconds to read; a draft is one part. */
const MOST_PARTS = 500_000;
const DEEPEST = 200;
/** A shorter message has not enough of either to be looked at. */
const SHORT = 64 * 1024;
/** No header is longer (bytes). */
const LONGEST_HEADER = 4096;
const END_OF_HEADER = "\r\n\r\n";
const START_OF_HEADER = "Content-Length:";
/** So many bytes hold the line that a header begins with. */
const FIRST_LINE = 64;

/**
 * Cuts a stream of bytes into messages: whatever the bytes are, the next whole message behind them is found. A line
 * `Content-Length: 5` with its line break stands in no JSON, which breaks lines in no string and has no such word outside
 * of one; where it is seen a message begins, whatever was said before of where that should be.
 */
export function createFrames(ears: FrameEars): (chunk: Buffer) => void {
  const state: State = { isLost: false, wanted: 0, edge: Buffer.alloc(0) };
  let chunks: Buffer[] = [];
  let size = 0;
  return (chunk) => {
    chunks.push(chunk);
    size += chunk.length;
    if (size < state.wanted) {
      const fresh = Buffer.concat([state.edge, chunk]);
      state.edge = fresh.subarray(-FIRST_LINE);
      if (nextHeader(fresh, 0) === undefined) return;
    }
    let rest: Rest = { bytes: chunks.length === 1 ? chunk : Buffer.concat(chunks), waits: false };
    while (!rest.waits) rest = step(rest.bytes, state, ears);
    chunks = [rest.bytes];
    size = rest.bytes.length;
  };
}

interface State {
  /** True while nothing is known but that the next header is to be found. */
  isLost: boolean;
  /** So many bytes are wanted before it is worth while to look again. */
  wanted: number;
  /** The last of those that were looked at in vain. */
  edge: Buffer;
}

/** The bytes that are left, and whether more must come before anything can be done with them. */
interface Rest {
  readonly bytes: Buffer;
  readonly waits: boolean;
}

const more = (bytes: Buffer): Rest => ({ bytes, waits: true });
const goOn = (bytes: Buffer): Rest => ({ bytes, waits: false });

/** Takes the next message, or the next stretch that is damaged, from the bytes. */
function step(held: Buffer, state: State, { message, damaged }: FrameEars): Rest {
  state.wanted = 0;
  const lose = (what: string, from: number): Rest => {
    damaged(what);
    state.isLost = true;
    return goOn(held.subarray(from));
  };
  if (state.isLost) {
    const at = nextHeader(held, 0);
    // What may be the beginning of a header is kept.
    if (at === undefined) return more(held.subarray(-FIRST_LINE));
    state.isLost = false;
    return goOn(held.subarray(at));
  }
  const head = readHeader(held);
  if (head === "unfinished") return more(held);
  if (head === "damaged") return lose("no header with a length", 1);
  if (held.length < head.end)
    return unfinished(held, head, state) ?? lose("a message breaks off", head.start);
  if (isMonstrous(held.subarray(head.start, head.end))) {
    damaged("a message of too many parts");
    return goOn(held.subarray(head.end));
  }
  const value = parsed(held.toString("utf8", head.start, head.end));
  if (value === undefined) return lose("no JSON", head.start);
  if (value === null) damaged("no message");
  else message(value);
  return goOn(held.subarray(head.end));
}

/** Undefined where another message begins before this one can have ended. */
function unfinished(held: Buffer, { start, end }: Head, state: State): Rest | undefined {
  if (nextHeader(held, start) !== undefined) return undefined;
  state.wanted = end;
  state.edge = held.subarray(-FIRST_LINE);
  return more(held);
}

interface Head {
  /** Where the body begins and ends. */
  readonly start: number;
  readonly end: number;
}

function readHeader(held: Buffer): Head | "unfinished" | "damaged" {
  const at = held.subarray(0, LONGEST_HEADER).indexOf(END_OF_HEADER);
  if (at === -1) return isHeaderBegun(held) ? "unfinished" : "damaged";
  const lines = held.toString("latin1", 0, at).split("\r\n");
  if (!lines.every((line) => /^[\w-]+:/.test(line))) return "damaged";
  const length = lines.map((line) => /^content-length:[ \t]*(\d{1,9})[ \t]*$/i.exec(line)?.[1]).find(Boolean);
  if (length === undefined || Number(length) > LONGEST) return "damaged";
  const start = at + END_OF_HEADER.length;
  return { start, end: start + Number(length) };
}

/** True where more bytes might make a header of these. */
function isHeaderBegun(held: Buffer): boolean {
  if (held.length >= LONGEST_HEADER) return false;
  // The bytes may end within a line break.
  const lines = held.toString("latin1").replace(/\r$/, "").split("\r\n");
  return lines.every((line, i) =>
    (i < lines.length - 1 ? /^[\w-]+:|^$/ : /^(?:[\w-]*|[\w-]+:.*)$/).test(line),
  );
}

/** Where the next line that tells a length begins; undefined where there is none as yet. */
function nextHeader(held: Buffer, from: number): number | undefined {
  for (let at = held.indexOf(START_OF_HEADER, from); at !== -1; at = held.indexOf(START_OF_HEADER, at + 1)) {
    if (/^Content-Length: *\d+\r\n/.test(held.toString("latin1", at, at + FIRST_LINE))) return at;
  }
  return undefined;
}

const [QUOTE, BACKSLASH, COMMA] = [0x22, 0x5c, 0x2c];
const [OPENING, CLOSING] = [new Set([0x5b, 0x7b]), new Set([0x5d, 0x7d])];

function isMonstrous(body: Buffer): boolean {
  if (body.length < SHORT) return false;
  let [depth, parts] = [0, 0];
  for (let at = 0; at < body.length; at++) {
    const byte = body[at] ?? 0;
    if (byte === QUOTE) at = endOfString(body, at);
    else if (OPENING.has(byte)) depth++;
    else if (CLOSING.has(byte)) depth--;
    else if (byte === COMMA) parts++;
    if (depth > DEEPEST || parts > MOST_PARTS) return true;
  }
  return false;
}

/** Where the string that begins at a quote has its other quote. */
function endOfString(body: Buffer, start: number): number {
  for (let at = body.indexOf(QUOTE, start + 1); at !== -1; at = body.indexOf(QUOTE, at + 1)) {
    let before = at - 1;
    while (body[before] === BACKSLASH) before--;
    if ((at - before) % 2 === 1) return at;
  }
  return body.length;
}

/** Undefined for what is no JSON, null for what is JSON but no message. */
function parsed(text: string): object | null | undefined {
  try {
    const value: unknown = JSON.parse(text);
    return typeof value === "object" && value !== null && !Array.isArray(value) ? value : null;
  } catch {
    // The length was wrong, or the client is: the next header tells where to go on.
    return undefined;
  }
}
