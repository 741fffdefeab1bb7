import assert from "node:assert/strict";
import { existsSync, mkdirSync, readFileSync, symlinkSync, truncateSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { readConfig } from "../../server/src/service/readConfig.js";
import { skipBecause } from "../support/skipBecause.js";
import { type Folder, folderWith, gapDraft, hegao } from "./hegao.js";

interface Report {
  files: { findings: { ruleId: string; severity: string }[]; ignored?: { reason: string | null }[] }[];
}

describe("命令行：本单位的设置", () => {
  let folder: Folder;
  afterEach(() => folder.remove());
  const run = (...args: string[]) => hegao(args, { cwd: folder.path });
  const severities = (...args: string[]) =>
    (JSON.parse(run("lint", "--format", "json", ...args).out) as Report).files.flatMap((file) =>
      file.findings.map((finding) => finding.severity),
    );

  it("从文稿向上找到 hegao.config.json；--config 另指一份", () => {
    folder = folderWith({
      "2026/稿.plan": gapDraft,
      "hegao.config.json": '{ "rules": { "numbering-gap": "error" } }',
      "宽.json": '{ "rules": { "numbering-gap": "hint" } }',
    });
    assert.deepEqual(severities("2026/稿.plan"), ["error"]);
    assert.equal(run("lint", "2026/稿.plan").code, 1);
    assert.deepEqual(severities("2026/稿.plan", "--config", "宽.json"), ["hint"]);
    const { code, err } = run("lint", "2026/稿.plan", "--config", "没有.json");
    assert.equal(code, 2);
    assert.match(err, /没有\.json/);
  });

  it("打错一处：说明在哪一行，其余照用，核对照做", () => {
    folder = folderWith({
      "稿.plan": gapDraft,
      "hegao.config.json":
        '{\n  "rules": {\n    "numbering-gpa": "off",\n    "numbering-gap": "error"\n  }\n}',
    });
    const { code, err, out } = run("lint", "稿.plan");
    assert.equal(code, 1);
    assert.equal(err, "hegao: hegao.config.json:3:5 没有“numbering-gpa”这一项。是不是“numbering-gap”？\n");
    assert.match(out, /错误 1/);
  });

  it("earlier 指明往年文稿，核对时一并对照", () => {
    folder = folderWith({
      "2026.plan": "某局2026年工作要点\n一、重点任务\n（一）扩大学位。学前教育毛入园率达到95%以上。\n",
      "往年/2025年工作要点.txt":
        "某局2025年工作要点\n一、重点任务\n（一）扩大学位。学前教育毛入园率达到96%以上。\n",
      "hegao.config.json": '{ "earlier": ["往年"] }',
    });
    assert.match(run("lint", "2026.plan").out, /target-lowered/);
    writeFileSync(join(folder.path, "hegao.config.json"), "{}");
    assert.doesNotMatch(run("lint", "2026.plan").out, /target-lowered/);
  });

  it("--profile 调整整体的严格程度", () => {
    folder = folderWith({ "稿.plan": gapDraft });
    assert.deepEqual(severities("稿.plan", "--profile", "drafting"), ["info"]);
    assert.equal(run("lint", "稿.plan", "--profile", "issue").code, 1);
  });

  it("init 根据文稿拟出配置，读得通；--write 才写，已有的不覆盖", () => {
    const line = "责任科室：基础教育科、办公室";
    folder = folderWith({
      "2026年工作要点.txt": `一、重点任务\n（一）甲。抓好。\n${line}\n（二）乙。抓好。\n${line}\n（三）丙。抓好。\n责任科室：基教科\n`,
    });
    const { out, code } = run("init");
    assert.equal(code, 0);
    const { config, problems } = readConfig(out);
    assert.deepEqual(problems, []);
    assert.deepEqual(config.roster.map((entry) => entry.full).sort(), ["办公室", "基础教育科"].sort());
    assert.deepEqual(config.roster.find((entry) => entry.full === "基础教育科")?.aliases, ["基教科"]);
    assert.deepEqual(config.earlier, []);
    const path = join(folder.path, "hegao.config.json");
    assert.equal(existsSync(path), false);
    assert.equal(run("init", "--write").code, 0);
    assert.equal(readFileSync(path, "utf8"), out);
    writeFileSync(path, "{}");
    assert.equal(run("init", "--write").code, 2);
    assert.equal(readFileSync(path, "utf8"), "{}");
    for (const year of [2024, 2025]) {
      const text = `云岭市教育局${year}年工作要点\n一、甲\n${line}\n`;
      writeFileSync(join(folder.path, `${year}年工作要点.txt`), text);
    }
    assert.match(run("init").out, /"earlier": \["\."\]/, "drafts of several years lie here");
  });

  it("基线：旧问题不再报，新问题照报；记在 .hegao 里", () => {
    folder = folderWith({ "稿.plan": gapDraft });
    assert.equal(run("baseline", "稿.plan").code, 0);
    assert.ok(existsSync(join(folder.path, ".hegao", "baseline.json")));
    assert.deepEqual(severities("稿.plan"), ["warning"], "不加 --baseline 时照旧");
    assert.deepEqual(severities("稿.plan", "--baseline"), []);
    writeFileSync(join(folder.path, "稿.plan"), `${gapDraft}六、附则\n抓好落实。\n`);
    assert.deepEqual(severities("稿.plan", "--baseline"), ["warning"]);
  });

  it("基线：清理已无对应的，每条只抵一处；文稿不在的、要看往年才知道的留着", () => {
    folder = folderWith({ "稿.plan": gapDraft });
    run("baseline", "稿.plan");
    const path = join(folder.path, ".hegao", "baseline.json");
    const entries = (): { rule: string; file: string }[] =>
      (JSON.parse(readFileSync(path, "utf8")) as { entries: { rule: string; file: string }[] }).entries;
    const [own] = entries();
    assert.ok(own);
    const others = [
      { ...own, rule: "task-dropped" },
      { ...own, file: "没有.plan" },
    ];
    writeFileSync(path, JSON.stringify({ version: 1, entries: [own, own, ...others] }));
    assert.match(run("baseline", "prune").out, /清理 1 条/);
    assert.equal(entries().length, 3);
    assert.deepEqual(severities("稿.plan", "--baseline"), []);
    assert.match(run("baseline", "prune", ".").out, /没有可清理的/);
    writeFileSync(join(folder.path, "稿.plan"), gapDraft.replace("四、", "三、"));
    assert.match(run("baseline", "prune").out, /清理 1 条/);
    assert.deepEqual(
      entries().map(({ rule, file }) => [rule, file]),
      [
        ["task-dropped", "稿.plan"],
        [own.rule, "没有.plan"],
      ].sort(),
    );
    mkdirSync(join(folder.path, "prune"));
    writeFileSync(join(folder.path, "prune", "稿.plan"), gapDraft);
    assert.match(run("baseline", "prune").out, /记下 1 处/, "a folder of that name is a folder");
  });

  it("忽略：添加、列出、照单显示、清理", () => {
    folder = folderWith({ "稿.plan": gapDraft });
    const added = run(
      "ignores",
      "add",
      "稿.plan",
      "--rule",
      "numbering-gap",
      "--line",
      "5",
      "--reason",
      "原文如此",
    );
    assert.equal(added.code, 0, added.err);
    assert.deepEqual(severities("稿.plan"), []);
    assert.match(run("lint", "稿.plan").out, /另有 1 处已忽略/);
    assert.match(run("lint", "稿.plan", "--show-ignored").out, /已忽略：原文如此/);
    const shown = JSON.parse(run("lint", "稿.plan", "--show-ignored", "--format", "json").out) as Report;
    assert.equal(shown.files[0]?.ignored?.[0]?.reason, "原文如此");
    assert.match(run("ignores", "list").out, /稿\.plan {2}numbering-gap {2}保障措施/);
    assert.match(run("ignores", "list", "..").out, /没有已忽略的发现（看的是 .+ignores\.json）/);
    assert.match(run("ignores", "prune").out, /没有可清理的/);
    writeFileSync(join(folder.path, "稿.plan"), gapDraft.replace("四、", "三、"));
    assert.match(run("ignores", "prune").out, /清理 1 条/);
    assert.equal(run("ignores", "add", "稿.plan", "--rule", "numbering-gap", "--line", "5").code, 2);
  });

  it("坏了的 .hegao 文件不被覆盖", () => {
    folder = folderWith({ "稿.plan": gapDraft, ".hegao/ignores.json": "<<<<<<< HEAD" });
    assert.equal(run("ignores", "add", "稿.plan", "--rule", "numbering-gap", "--line", "5").code, 2);
    assert.equal(readFileSync(join(folder.path, ".hegao/ignores.json"), "utf8"), "<<<<<<< HEAD");
    const { err, code } = run("lint", "稿.plan");
    assert.match(err, /ignores\.json/);
    assert.equal(code, 0);
  });

  const odd: Readonly<Record<string, (config: string) => void>> = {
    是文件夹: mkdirSync,
    指向设备: (config) => symlinkSync("/dev/zero", config),
    大得出奇: (config) => {
      writeFileSync(config, "{}");
      truncateSync(config, 2 ** 26);
    },
  };
  for (const [what, make] of Object.entries(odd))
    it(`hegao.config.json ${what}：说一声，照默认核对`, function () {
      if (what === "指向设备" && !existsSync("/dev/zero")) skipBecause(this, "there is no /dev/zero here");
      folder = folderWith({ "稿.plan": gapDraft });
      make(join(folder.path, "hegao.config.json"));
      const { code, err, out } = run("lint", "稿.plan");
      assert.match(err, /hegao\.config\.json 读不了/);
      assert.deepEqual([code, /共核对 1 份文稿，1 处发现/.test(out)], [0, true]);
    });

  it("在那里却读不了的 .hegao 文件不当作空的", () => {
    folder = folderWith({ "稿.plan": gapDraft, ".hegao/ignores.json/a": "" });
    const add = run("ignores", "add", "稿.plan", "--rule", "numbering-gap", "--line", "5");
    assert.deepEqual([add.code, /读不全/.test(add.err)], [2, true], add.err);
    assert.match(run("lint", "稿.plan").err, /ignores\.json/);
  });
});
