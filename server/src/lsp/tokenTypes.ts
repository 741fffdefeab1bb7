import type { TokenType } from "../author/see/semanticTokens.js";

/** The kinds of semantic tokens, in the order of the legend. */
export const TOKEN_TYPES: readonly TokenType[] = [
  "marker",
  "department",
  "indicator",
  "value",
  "year",
  "document",
];
