import assert from "node:assert/strict";
import { taskLine } from "../../client/src/taskLine.js";

describe("编辑器里的检查任务：一处一行", () => {
  const range = { start: { line: 1, character: 2 }, end: { line: 1, character: 3 } };

  it("文件名与文稿里的换行、控制字符不进终端", () => {
    const line = taskLine("a\n\u001b]52;c;eA==\u0007.plan", {
      range,
      severity: 2,
      code: "text-repeat",
      message: "“\u001b[31m甲\r\n乙\u009b”重复",
    });
    assert.equal(line, "a��]52;c;eA==�.plan:2:3: warning: “ [31m甲 乙 ”重复 [text-repeat]");
  });
});
