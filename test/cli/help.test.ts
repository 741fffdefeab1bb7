import assert from "node:assert/strict";
import { commandTable } from "../../server/src/cli/commandTable.js";
import { type Folder, folderWith, hegao } from "./hegao.js";

describe("命令行：说的话", () => {
  let folder: Folder;
  before(() => (folder = folderWith({})));
  after(() => folder.remove());
  const inFolder = (...args: string[]): { out: string; err: string } => hegao(args, { cwd: folder.path });

  it("帮助里的话只用一种语言，宽的选项说明另起一行", () => {
    for (const { name } of commandTable) {
      const [chinese, english] = [
        inFolder(name, "--help").out,
        inFolder(name, "--help", "--locale", "en").out,
      ];
      assert.doesNotMatch(chinese, /<[a-z ]+>/, name);
      assert.doesNotMatch(english, /\p{Script=Han}/u, name);
    }
    assert.match(inFolder("lint", "--help").out, /--fail-on error\|warning\|info\|never\n {30,}达到此级别/);
  });

  it("编号条目以外的发现，按在前、在后、没有条目分别说", () => {
    const lint = (input: string): string =>
      hegao(["lint", "-", "--stdin-name", "要点.plan"], { cwd: folder.path, input }).out;
    const [lead, body, end] = [
      "加强加强学校管理的的要求。",
      "一、抓好党建\n二、抓好教学",
      "附件：重点项目清单",
    ];
    assert.match(
      lint(`云岭市工作要点\n\n${lead}\n${body}\n${end}\n`),
      /正文之前[^]*text-repeat[^]*正文之后[^]*attachment-reference/,
    );
    assert.match(lint(`云岭市工作通知\n\n${lead}\n`), /（全文）[^]*text-repeat/);
  });
});
