import assert from "node:assert/strict";
import { harmless } from "../../server/src/cli/terminal.js";
import { readCommandLine } from "../../server/src/cli/commandLine.js";
import { lintOptions } from "../../server/src/cli/commands/lintOptions.js";

function read(...args: string[]): object {
  const line = readCommandLine(args, lintOptions, "en");
  return "mistake" in line ? line : { positionals: line.positionals, values: { ...line.values } };
}

describe("命令行：怎样读参数", () => {
  it("写开的与连写的、缩写的，读出来一样", () => {
    const plain = read("稿.plan", "--format", "json", "--quiet", "另一.plan", "--fail-on", "never");
    assert.deepEqual(plain, {
      positionals: ["稿.plan", "另一.plan"],
      values: { format: "json", quiet: true, "fail-on": "never" },
    });
    assert.deepEqual(read("稿.plan", "--format=json", "-q", "另一.plan", "--fail-on=never"), plain);
    assert.deepEqual(
      read("稿.plan", "--format=json", "--quiet", "--fail-on", "never", "--", "另一.plan"),
      plain,
    );
  });

  it("一项给了两次，后一次算；可多次给出的都算", () => {
    assert.deepEqual(read("--format", "text", "--format", "json"), read("--format=text", "--format=json"));
    assert.deepEqual(read("--against", "甲", "--against", "乙"), {
      positionals: [],
      values: { against: ["甲", "乙"] },
    });
    assert.deepEqual(read("--against", "甲", "稿.plan"), read("--against=甲", "稿.plan"));
    assert.deepEqual(read("--against", "甲", "--against", "乙"), read("--against=甲", "--against=乙"));
  });

  it("缺值、空值、没有的选项与不许的值，各说各的", () => {
    const mistake = (...args: string[]) => (read(...args) as { mistake?: string }).mistake;
    assert.match(mistake("--format") ?? "", /--format/);
    assert.match(mistake("--format", "--quiet") ?? "", /--format/);
    assert.match(mistake("--quiet=yes") ?? "", /--quiet|-q/);
    assert.match(mistake("--toString", "x") ?? "", /--toString/);
    assert.match(mistake("--format", "pdf") ?? "", /pdf/);
    assert.deepEqual(read("--changed", ""), read("--changed="));
    assert.deepEqual(read("--no-color", "-"), { positionals: ["-"], values: { color: false } });
  });
});

describe("终端", () => {
  it("文稿与文件名里的控制字符到不了终端，颜色、换行、制表照旧", () => {
    const own = "\u001b[4m甲\u001b[24m\t乙\r\n丙\n";
    assert.equal(harmless(own), own);
    const hostile = "\u001b]0;改窗口名\u0007\u001b[2J\u009b6n\b盖住\r盖住";
    assert.equal(harmless(hostile), "�]0;改窗口名��[2J�6n�盖住�盖住");
  });
});
