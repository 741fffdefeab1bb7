/**
 * Makes the JSON of messages as bytes, in pieces to be put together. What is frozen is taken to stay as it is, with all
 * that it holds: most of a long list is sent again after a keystroke as it was, and its bytes are kept for as long as the
 * object lives.
 */
export function createKeptJson(): (message: object) => Uint8Array[] {
  const known = new WeakMap<object, Uint8Array>();
  const encoder = new TextEncoder();
  const comma = encoder.encode(",");
  const encoded = (text: string): Uint8Array => (text === "," ? comma : encoder.encode(text));
  const bytesOf = (frozen: object): Uint8Array => {
    const kept = known.get(frozen);
    if (kept) return kept;
    const bytes = encoder.encode(JSON.stringify(frozen));
    known.set(frozen, bytes);
    return bytes;
  };
  return (message) => {
    const pieces: Uint8Array[] = [];
    let text = "";
    const write = (value: unknown, depth: number): void => {
      if (isFrozen(value)) {
        pieces.push(encoded(text), bytesOf(value));
        text = "";
      } else if (isKeptList(value)) {
        value.forEach((one, i) => {
          text += i === 0 ? "[" : ",";
          write(one, DEEPEST);
        });
        text += "]";
      } else if (depth < DEEPEST && isPlain(value)) {
        Object.entries(value)
          .filter(([, one]) => one !== undefined)
          .forEach(([key, one], i) => {
            text += `${i === 0 ? "{" : ","}${JSON.stringify(key)}:`;
            write(one, depth + 1);
          });
        text += "}";
      } else text += JSON.stringify(value ?? null);
    };
    write(message, 0);
    pieces.push(encoded(text));
    return pieces;
  };
}

/** Lists stand in a message, in its result or its parameters, or in one of these. */
const DEEPEST = 2;

function isFrozen(value: unknown): value is object {
  return typeof value === "object" && value !== null && Object.isFrozen(value);
}

/** The first of a list may be a remark of the moment. */
function isKeptList(value: unknown): value is readonly unknown[] {
  return Array.isArray(value) && isFrozen(value.at(-1));
}

function isPlain(value: unknown): value is object {
  if (typeof value !== "object" || value === null || Array.isArray(value) || "toJSON" in value) return false;
  return Object.values(value).some((one) => one !== undefined);
}
