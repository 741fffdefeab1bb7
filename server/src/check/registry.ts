import type { Rule } from "./rule.js";

/** The one list of rules. Everything else (schema, pages, catalogue) is made from it. */
export const rules: readonly Rule[] = [];
