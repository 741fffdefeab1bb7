import { createListKeeper } from "./keptList.js";

/**
 * Makes the JSON of messages as bytes, in pieces to be put together. What is frozen is taken to stay as it is, with all
 * that it holds: most of a long list is sent again after a keystroke as it was, and its bytes are kept for as long as the
 * list begins or ends as it did.
 */
export function createKeptJson(): (message: object) => Uint8Array[] {
  const listOf = createListKeeper();
  const encoder = new TextEncoder();
  return (message) => {
    const pieces: Uint8Array[] = [];
    let text = "";
    const write = (value: unknown, depth: number): void => {
      const frozen = frozenFrom(value);
      if (frozen) {
        const { plain, kept } = frozen;
        const before = plain.map((one) => `${JSON.stringify(one ?? null)},`);
        pieces.push(encoder.encode(`${text}[${before.join("")}`), listOf(kept).bytes);
        text = "]";
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
    pieces.push(encoder.encode(text));
    return pieces;
  };
}

/** Lists stand in a message, in its result or its parameters, or in one of these. */
const DEEPEST = 2;

interface FrozenFrom {
  readonly plain: readonly unknown[];
  readonly kept: readonly object[];
}

/** A list of what is frozen; the first may be remarks of the moment. */
function frozenFrom(value: unknown): FrozenFrom | undefined {
  if (!Array.isArray(value) || !isFrozen(value.at(-1))) return undefined;
  const first = value.findIndex(isFrozen);
  const kept: readonly unknown[] = first === 0 ? value : value.slice(first);
  return kept.every(isFrozen) ? { plain: value.slice(0, first), kept } : undefined;
}

function isFrozen(value: unknown): value is object {
  return typeof value === "object" && value !== null && Object.isFrozen(value);
}

function isPlain(value: unknown): value is object {
  if (typeof value !== "object" || value === null || Array.isArray(value) || "toJSON" in value) return false;
  return Object.values(value).some((one) => one !== undefined);
}
