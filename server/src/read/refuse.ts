import type { Refusal, RefusalCode } from "./model.js";

/** Stops reading from any depth; `readDocument` turns it into a result. Nothing else may catch it. */
export function refuse(code: RefusalCode, data: Refusal["data"] = {}): never {
  throw Object.assign(new Error(code), { refusal: { code, data } satisfies Refusal });
}

/** The reason that `refuse` gave; for any other error, that something unforeseen happened and what it said. */
export function reasonOf(error: unknown): Refusal {
  if (error instanceof Error && "refusal" in error) return error.refusal as Refusal;
  const detail = error instanceof Error ? error.message : String(error);
  return { code: "internal", data: { detail: detail.slice(0, 200) } };
}
