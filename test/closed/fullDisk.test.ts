import assert from "node:assert/strict";
import { spawnSync } from "node:child_process";
import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join, resolve } from "node:path";
import { gapDraft } from "../cli/hegao.js";
import { skipBecause } from "../support/skipBecause.js";

const draft = "某局2026年工作要点.txt";
const text = `某局2026年工作要点\n${gapDraft}\n加强管理，，抓好落实。\n`;

/**
 * A disk of 256 KiB of this test's own, mounted where only it can see it, filled to the last byte when the draft and its
 * baseline stand on it. Prints one JSON line: of each command the exit code and what it said, then every file with what
 * it holds.
 */
const SCRIPT = `
set -e
mount -t tmpfs -o size=256k tmpfs "$DISK"
cd "$DISK"
mkdir 往年
printf '%s' "$TEXT" > "$DRAFT"
printf '%s' "$TEXT" > 往年/某局2025年工作要点.txt
"$NODE" "$HEGAO" baseline "$DRAFT" > /dev/null
cat /dev/zero > filler 2> /dev/null || true
exec "$NODE" -e '
  const { spawnSync } = require("node:child_process");
  const { readdirSync, readFileSync, statSync } = require("node:fs");
  const runs = JSON.parse(process.env.CALLS).map((args) => {
    const { status, stdout, stderr } = spawnSync(process.execPath, [process.env.HEGAO, ...args], { encoding: "utf8" });
    return { code: status, out: stdout, err: stderr };
  });
  const names = readdirSync(".", { recursive: true }).filter((name) => name !== "filler" && statSync(name).isFile());
  const files = Object.fromEntries(names.map((name) => [name, readFileSync(name, "utf8")]));
  process.stdout.write(JSON.stringify({ runs, files }));
'
`;

interface Outcome {
  readonly runs: readonly { readonly code: number; readonly out: string; readonly err: string }[];
  readonly files: Readonly<Record<string, string>>;
}

function onFullDisk(calls: readonly (readonly string[])[]): Outcome {
  const disk = mkdtempSync(join(tmpdir(), "hegao-disk-"));
  try {
    const { stdout, stderr } = spawnSync("unshare", ["--map-root-user", "--mount", "sh", "-c", SCRIPT], {
      encoding: "utf8",
      env: {
        PATH: process.env.PATH,
        HOME: disk,
        LANG: "zh_CN.UTF-8",
        DISK: disk,
        TEXT: text,
        DRAFT: draft,
        NODE: process.execPath,
        HEGAO: resolve("dist/hegao.js"),
        CALLS: JSON.stringify(calls),
      },
    });
    assert.notEqual(stdout, "", stderr);
    return JSON.parse(stdout) as Outcome;
  } finally {
    rmSync(disk, { recursive: true, force: true });
  }
}

describe("磁盘满了", () => {
  before(function () {
    const tried = spawnSync("unshare", [
      "--map-root-user",
      "--mount",
      "sh",
      "-c",
      "mount -t tmpfs tmpfs /mnt",
    ]);
    if (tried.status !== 0) skipBecause(this, "no disk of one's own can be mounted here (unshare, tmpfs)");
  });

  it("要写的都说写不进去，退出码 2；稿子、基线原样，不留半份文件", () => {
    const writing = [
      ["lint", "--fix", draft],
      ["baseline", draft],
      ["export", draft, "-o", "a.docx"],
      ["convert", draft, "-o", "b.txt"],
      ["lint", draft, "-o", "c.txt"],
      ["targets", draft, "-o", "d.xlsx"],
      ["baseline", draft],
    ];
    const { runs, files } = onFullDisk(writing);
    for (const [i, { code, err }] of runs.entries()) {
      assert.equal(code, 2, `${writing[i]?.join(" ")}: ${err}`);
      assert.match(err, /写不进去（ENOSPC）/);
    }
    assert.deepEqual(
      Object.keys(files).sort(),
      [".hegao/baseline.json", draft, "往年/某局2025年工作要点.txt"].sort(),
    );
    assert.equal(files[draft], text);
    assert.equal(
      (JSON.parse(files[".hegao/baseline.json"] ?? "") as { entries: unknown[] }).entries.length,
      2,
    );
  });

  it("只读不写的照常：核对、对照；存不下的沿用结果说一声", () => {
    const { runs, files } = onFullDisk([
      ["lint", draft],
      ["compare", draft, "--against", "往年"],
      ["lint", "--cache", draft],
    ]);
    assert.deepEqual(
      runs.map(({ code }) => code),
      [0, 0, 0],
    );
    assert.match(runs[0]?.out ?? "", /numbering-gap/);
    assert.match(runs[1]?.out ?? "", /未变 3/);
    assert.match(runs[2]?.err ?? "", /ENOSPC/);
    assert.equal(runs[2]?.out, runs[0]?.out);
    assert.equal(Object.keys(files).length, 3);
  });
});
