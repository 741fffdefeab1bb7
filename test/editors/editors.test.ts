import assert from "node:assert/strict";
import { execFile } from "node:child_process";
import { promisify } from "node:util";
import { skipBecause } from "../support/skipBecause.js";

interface Tried {
  readonly name: string;
  readonly skipped?: string;
  readonly found?: readonly string[];
  readonly said?: string;
}

/** Each is set up as docs/editors.md says and opens a draft with one gap in its numbering, on line 12. */
describe("其他编辑器打开示例，看到问题", function () {
  for (const name of ["neovim", "emacs", "kate"]) {
    it(name, async function () {
      const run = promisify(execFile)(process.execPath, [
        "scripts/other-editors.mjs",
        "--json",
        `--only=${name}`,
      ]);
      // Where the editor showed nothing the script ends with 1, and has said why all the same.
      const { stdout } = await run.catch((error: { readonly stdout: string }) => error);
      const [{ skipped, found = [], said }] = JSON.parse(stdout) as [Tried];
      if (skipped) skipBecause(this, skipped);
      assert.equal(found.length, 1, said);
      assert.match(found[0] ?? "", /^12 .*numbering-gap/);
    });
  }
});
