import type { Finding } from "../../server/src/check/rule.js";

/** A finding as a value to be compared: where an edit has moved it, its places are made when somebody looks. */
export function plainFinding({ ruleId, severity, message, span, fixes, related }: Finding): Finding {
  return { ruleId, severity, message, span, fixes, related };
}
