import type { Garbage } from "./garbage.js";
import type { Message } from "./rawServer.js";

/** What a client answers to a question of the server: a result, an error, or nothing at all, ever. */
export type Answering = (
  question: Message,
) => { readonly result: unknown } | { readonly error: unknown } | undefined;

/** The client that leaves the server without an answer to anything. */
export const SILENT = "从不答的";

/** Five kinds of client, from one that does as the protocol says to one that never answers. */
export function clients(garbage: Garbage): Readonly<Record<string, Answering>> {
  const { pick, anything } = garbage;
  return {
    好好答的: answersWell,
    乱答的: () => ({ result: anything() }),
    只答出错的: () => ({ error: { code: -32_603, message: "no" } }),
    [SILENT]: () => undefined,
    答得似是而非的: () => ({ result: pick(NEARLY_SETTINGS) }),
  };
}

export const answersWell: Answering = (question) => ({ result: rightAnswer(question) });

const NEARLY_SETTINGS: readonly unknown[] = [
  [],
  [[]],
  ["x"],
  5,
  { rules: 5 },
  [{ rules: { "numbering-gap": 5 }, roster: 7, earlier: {}, terms: [{}], kinds: null }],
  [{ roster: [null, { full: 5 }], sections: { x: 5 }, maxNumberOfProblems: "x", run: 5 }],
];

function rightAnswer({ method, params }: Message): unknown {
  if (method !== "workspace/configuration") return null;
  const items = (params as { readonly items?: readonly unknown[] } | undefined)?.items ?? [];
  return items.map(() => ({}));
}
