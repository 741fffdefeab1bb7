import assert from "node:assert/strict";
import { renameInRoster, rosterSpan } from "../../server/src/service/rosterEdits.js";
import { applyEdits } from "../../server/src/text/span.js";

const renamed = (text: string, full: string, to: string): string =>
  applyEdits(text, renameInRoster(text, full, to));

describe("名册中的科室", () => {
  const file = `{
  // 用语里也有同样的字
  "terms": [{ "avoid": "基教科", "use": "基础教育科" }],
  "roster": [{ "full": "办公室" }, { "full": "基础教育科", "aliases": ["基教科"] }]
}`;

  it("只在名册里找，不在用语表里找；全称、别称都找得到", () => {
    for (const name of ["基础教育科", "基教科"]) {
      const span = rosterSpan(file, [name]);
      assert.equal(file.slice(span?.start, span?.end), name);
      assert.ok((span?.start ?? 0) > file.indexOf("roster"));
    }
    assert.equal(rosterSpan(file, ["人事科"]), undefined);
    assert.equal(rosterSpan("{", ["办公室"]), undefined);
  });

  it("改名：原名转为别称，其余一字不动", () => {
    assert.equal(
      renamed(file, "基础教育科", "学前教育科"),
      file.replace(
        '"full": "基础教育科", "aliases": ["基教科"]',
        '"full": "学前教育科", "aliases": ["基础教育科", "基教科"]',
      ),
    );
    assert.equal(
      renamed(file, "办公室", "综合科"),
      file.replace('{ "full": "办公室" }', '{ "full": "综合科", "aliases": ["办公室"] }'),
    );
  });

  it("别称改作全称：两者对调", () => {
    assert.equal(
      renamed(file, "基础教育科", "基教科"),
      file.replace(
        '"full": "基础教育科", "aliases": ["基教科"]',
        '"full": "基教科", "aliases": ["基础教育科"]',
      ),
    );
  });

  it("名册里没有的、名称未变的，不动", () => {
    assert.equal(renamed(file, "人事科", "组织人事科"), file);
    assert.equal(renamed(file, "办公室", "办公室"), file);
    assert.equal(renamed("\uFEFF" + file, "办公室", "综合科").startsWith("\uFEFF{"), true);
  });
});
