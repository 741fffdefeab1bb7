import { createHash } from "node:crypto";
import { readFileSync } from "node:fs";
import { join } from "node:path";
import { version } from "../../../../package.json";

/** Names bytes, or any plain value, by what it says. */
export function digest(value: unknown): string {
  const content = value instanceof Uint8Array ? value : JSON.stringify(value);
  return createHash("sha256").update(content).digest("base64url");
}

/** Names this very program: the version, and the rules as they were built, which change between two versions too. */
export function programDigest(): string {
  const rules = typeof __dirname === "string" ? readFileSync(join(__dirname, "hot.js")) : new Uint8Array();
  return digest([version, digest(rules)]);
}
