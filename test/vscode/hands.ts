import assert from "node:assert/strict";
import { existsSync, readFileSync, renameSync, rmSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { eventually } from "./support.js";

/** What a person does at the page, or looks at there; scripts/editor-hands.mjs does it. */
export type Step =
  | readonly ["press" | "type" | "compose" | "commit" | "click" | "until" | "read", string]
  | readonly ["wait", number];

/** Does the steps one after the other, as fast as the page takes them, and gives what each `read` has read. */
export async function hands(...steps: readonly Step[]): Promise<readonly (readonly string[])[]> {
  const folder = process.env["HEGAO_HANDS"];
  assert.ok(folder, "nobody has lent any hands");
  const name = join(folder, String(process.hrtime.bigint()));
  writeFileSync(`${name}.new`, JSON.stringify(steps));
  renameSync(`${name}.new`, `${name}.steps`);
  await eventually(
    () => existsSync(`${name}.told`),
    (there) => there,
    "the hands did not answer",
  );
  const told = JSON.parse(readFileSync(`${name}.told`, "utf8")) as (readonly string[] | null | object)[];
  rmSync(`${name}.told`);
  assert.ok(!JSON.stringify(told.at(-1)).startsWith('{"failed"'), JSON.stringify(told.at(-1)));
  return told.filter((one): one is readonly string[] => Array.isArray(one));
}
