import assert from "node:assert/strict";
import { existsSync, readdirSync, readFileSync } from "node:fs";
import { generatedDocs } from "../../server/src/service/generatedDocs.js";

describe("由规则生成的文件", () => {
  const wanted = new Map(generatedDocs());

  it("都是新的（不是则运行 npm run docs）", () => {
    const stale = [...wanted].filter(
      ([path, text]) => !existsSync(path) || readFileSync(path, "utf8").replaceAll("\r\n", "\n") !== text,
    );
    assert.deepEqual(
      stale.map(([path]) => path),
      [],
    );
  });

  it("没有多出来的页", () => {
    const extra = readdirSync("docs/rules").filter((name) => !wanted.has(`docs/rules/${name}`));
    assert.deepEqual(extra, []);
  });

  it("每条规则两种语言齐全", () => {
    for (const [path, text] of wanted) assert.doesNotMatch(text, /undefined|\[object /, path);
  });
});
