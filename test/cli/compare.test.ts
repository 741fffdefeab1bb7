import assert from "node:assert/strict";
import { cpSync, existsSync, mkdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { type Folder, folderWith, hegao, type Outcome } from "./hegao.js";

interface Range {
  readonly start: { readonly line: number; readonly character: number };
  readonly end: { readonly line: number; readonly character: number };
}

interface Place {
  readonly path?: string;
  readonly marker: string;
  readonly title: string;
  readonly range: Range;
}

interface Compared {
  readonly version: number;
  readonly against: string;
  readonly draft: { readonly path: string; readonly title: string; readonly planYears: number[] };
  readonly earlier: readonly { readonly path: string; readonly planYears: number[] }[];
  readonly matches: readonly {
    readonly relation: string;
    readonly similarity: number;
    readonly earlier: Place;
    readonly draft: Place;
    readonly edits: readonly { readonly kind: string; readonly earlier: Range; readonly draft: Range }[];
    readonly departments: { readonly added: string[]; readonly removed: string[] };
  }[];
  readonly added: readonly Place[];
  readonly dropped: readonly Place[];
  readonly targetChanges: readonly {
    readonly indicator: string;
    readonly series: readonly {
      readonly path: string;
      readonly year: number | null;
      readonly value: string;
      readonly number: number | null;
      readonly range: Range;
    }[];
    readonly change: string;
  }[];
  readonly findings: readonly { readonly ruleId: string; readonly severity: string; readonly range: Range }[];
  readonly around: { readonly fiveYear: { readonly path: string } | null; readonly superior: object | null };
}

const bureau = "examples/bureau";
const points = (year: number): string => `${bureau}/${year}/云岭市教育局${year}年工作要点.plan`;
/** Loading a segmenter takes most of a second, and no pairing depends on it (see below). */
const plain = ["--segmenter", "characters"];
const compare = (...args: string[]): Outcome => hegao(["compare", ...plain, ...args]);
const json = (...args: string[]): Compared =>
  JSON.parse(compare(...args, "--format", "json").out) as Compared;

/** The words under a range, as an editor would mark them. */
function under(path: string, { start, end }: Range): string {
  const lines = readFileSync(path, "utf8").split("\n");
  if (start.line === end.line) return (lines[start.line] ?? "").slice(start.character, end.character);
  return [
    (lines[start.line] ?? "").slice(start.character),
    ...lines.slice(start.line + 1, end.line),
    (lines[end.line] ?? "").slice(0, end.character),
  ].join("\n");
}

describe("compare：JSON 合于约定", () => {
  let report: Compared;
  before(() => {
    report = json(points(2026), "--against", points(2025), "--against", points(2024));
  });

  it("本稿与各年", () => {
    assert.equal(report.version, 1);
    assert.deepEqual(report.draft, {
      path: points(2026),
      title: "云岭市教育局2026年工作要点",
      planYears: [2026, 2026],
    });
    assert.deepEqual(
      report.earlier.map(({ path, planYears }) => [path, planYears]),
      [
        [points(2025), [2025, 2025]],
        [points(2024), [2024, 2024]],
      ],
    );
  });

  it("一条不少：往年的每一条不是有对应，就是已去掉；本稿的每一条不是有对应，就是新增", () => {
    const key = ({ path = "", range }: Place): string =>
      `${path} ${range.start.line}:${range.start.character}`;
    for (const { path } of report.earlier) {
      const outline = JSON.parse(hegao(["outline", path, "--format", "json"]).out) as { items: Node[] };
      const told = new Set([
        ...report.matches.filter((match) => match.earlier.path === path).map((match) => key(match.earlier)),
        ...report.dropped.filter((item) => item.path === path).map(key),
      ]);
      const all = flat(outline.items).map(
        ({ range }) => `${path} ${range.start.line}:${range.start.character}`,
      );
      assert.deepEqual([...told].sort(), all.sort());
    }
    const outline = JSON.parse(hegao(["outline", points(2026), "--format", "json"]).out) as { items: Node[] };
    const matched = new Set(report.matches.map((match) => key(match.draft)));
    const added = report.added.map(key);
    assert.ok(added.length > 0 && added.every((one) => !matched.has(one)));
    assert.equal(matched.size + added.length, flat(outline.items).length);
  });

  it("改动的位置：换上本稿的字，就是本稿", () => {
    const match = report.matches.find(
      ({ earlier, edits }) => earlier.path === points(2025) && edits.some(({ kind }) => kind === "replace"),
    );
    const edit = match?.edits.find(({ kind }) => kind === "replace");
    assert.ok(edit);
    assert.notEqual(under(points(2025), edit.earlier), under(points(2026), edit.draft));
    assert.ok(report.matches.every(({ similarity }) => similarity >= 0 && similarity <= 1));
  });

  it("指标系列：由旧到新，三年都在", () => {
    const lowered = report.targetChanges.filter(({ change }) => change === "lowered");
    assert.deepEqual(
      lowered.map(({ indicator, series }) => [indicator, series.map(({ year }) => year)]),
      [
        ["义务教育巩固率", [2024, 2025, 2026]],
        ["“双师型”教师占比", [2024, 2025, 2026]],
      ],
    );
    for (const { series } of report.targetChanges)
      for (const { path, value, range } of series) assert.equal(under(path, range), value);
  });

  it("发现只有要看往年的那些，位置在本稿", () => {
    assert.deepEqual([...new Set(report.findings.map(({ ruleId }) => ruleId))].sort(), [
      "responsibility-changed",
      "target-dropped",
      "target-lowered",
      "task-dropped",
      "task-unchanged",
      "year-stale",
    ]);
  });
});

interface Node {
  readonly range: Range;
  readonly children: readonly Node[];
}

function flat(nodes: readonly Node[]): Node[] {
  return nodes.flatMap((node) => [node, ...flat(node.children)]);
}

describe("compare：往年文稿在哪里", () => {
  it("整个文件夹里自己找：上年、前年，另认出五年规划；本稿与以后的不算", () => {
    const { earlier, around } = json(points(2026), "--against", bureau);
    assert.deepEqual(
      earlier.map(({ path }) => path),
      [points(2025), points(2024)],
    );
    assert.match(around.fiveYear?.path ?? "", /“十五五”规划\.plan$/);
    assert.deepEqual(
      json(points(2025), "--against", bureau).earlier.map(({ path }) => path),
      [points(2024)],
    );
  });

  it("--with：与所在时期的规划比，或与上级的比；没有就说没有，退出码 2", () => {
    const long = json(points(2026), "--with", "five-year");
    const { earlier, findings, around, matches } = long;
    assert.deepEqual([long.against, json(points(2026)).against], ["five-year", "earlier"]);
    const { out } = compare(points(2026), "--with", "five-year", "--color");
    for (const word of ["规划有、本年未列 ", "规划未列 ", "指标对照", "规划年份未到 ", "工作量 "])
      assert.ok(out.includes(word), word);
    assert.doesNotMatch(out, /不再|调低|未变|\u001b\[3[12]m/);
    assert.deepEqual(
      earlier.map(({ path }) => path),
      [around.fiveYear?.path],
    );
    assert.ok(earlier[0]?.path.includes("规划") && matches.length > 0);
    assert.deepEqual(findings, []);
    const file = earlier[0]?.path ?? "";
    assert.deepEqual(json(points(2026), "--with", "five-year", "--against", file).matches, matches);
    // Who names it as an earlier year is not told that this year dropped what five years do.
    const named = json(points(2026), "--against", file);
    assert.deepEqual([named.against, named.findings], ["five-year", []]);
    const none = hegao(["compare", points(2026), "--with", "superior"]);
    assert.equal(none.code, 2);
    assert.match(none.err, /上级/);
  });

  it("不说在哪里，就看旁边的文件夹；几个 --against 可以合写成一个", () => {
    const beside = json(points(2026));
    assert.deepEqual(
      beside.earlier.map(({ path }) => path),
      [points(2025), points(2024)],
    );
    const named = json(points(2026), "--against", `${bureau}/2025`, `${bureau}/2024`);
    assert.deepEqual(named.earlier, beside.earlier);
    assert.deepEqual(named.matches, beside.matches);
  });

  it("分词组件换一个，对应关系不变", () => {
    const matches = (segmenter: string): object[] =>
      json(points(2026), "--against", points(2025), "--segmenter", segmenter).matches.map(
        ({ relation, earlier, draft }) => ({ relation, earlier, draft }),
      );
    const byWasm = matches("wasm");
    assert.deepEqual(byWasm, matches("characters"));
    assert.deepEqual(byWasm, matches("auto"));
  });

  it("两份写反了：说一句，照样对照；没写反就不说", () => {
    const reversed = compare(points(2025), "--against", points(2026));
    assert.match(reversed.err, /^hegao: .*2026年工作要点\.plan 是2026年的，晚于本稿（2025年）/);
    assert.match(reversed.out, /^对照：云岭市教育局2026年工作要点/);
    assert.equal(compare(points(2026), "--against", points(2025)).err, "");
  });

  it("退出码随 --fail-on", () => {
    assert.equal(compare(points(2026), "--against", points(2025)).code, 0);
    assert.equal(compare(points(2026), "--against", points(2025), "--fail-on", "warning").code, 1);
    assert.equal(compare(points(2025), "--against", points(2024), "--fail-on", "warning").code, 0);
  });

  it("文字、Markdown、网页三种报告", () => {
    const args = [points(2026), "--against", points(2025)];
    const text = compare(...args).out;
    assert.match(text, /^对照：云岭市教育局2025年工作要点 /);
    assert.match(text, /调低 {2}义务教育巩固率 {2}99\.2%以上 → 98\.9%以上/);
    assert.match(compare(...args, "--format", "md").out, /^# 云岭市教育局2026年工作要点/);
    const page = compare(...args, "--format", "html").out;
    assert.match(page, /^<!doctype html>/i);
    assert.doesNotMatch(page, /<script|https?:\/\/(?!www\.w3\.org)/);
    assert.match(compare(...args, "--locale", "en").out, /indicator|Targets/i);
  });
});

describe("compare 与 lint --against：别的情形", () => {
  const old = (year: number, rate: number): string =>
    `某局${year}年工作要点\n一、重点任务\n（一）扩大学位。学前教育毛入园率达到${rate}%以上。\n责任科室：基教科\n（二）推进交流。轮岗教师20名。\n责任科室：人事科\n`;
  let folder: Folder;
  const run = (command: string, ...args: string[]): Outcome =>
    hegao([command, ...args, ...(command === "compare" ? plain : [])], { cwd: folder.path });
  beforeEach(() => {
    folder = folderWith({
      "稿/2026年工作要点.txt": old(2026, 95).replace("责任科室：人事科\n", ""),
      "往年/2025年工作要点.txt": old(2025, 96),
    });
  });
  afterEach(() => folder.remove());

  it("没有的、坏的各说一行，其余照样对照，退出码 2", () => {
    writeFileSync(join(folder.path, "坏.docx"), "PK\u0003\u0004x");
    const { code, out, err } = run(
      "compare",
      "稿/2026年工作要点.txt",
      "--against",
      "没有",
      "坏.docx",
      "往年",
    );
    assert.equal(code, 2);
    assert.match(out, /^对照：某局2025年工作要点/);
    assert.match(err, /^hegao: 没有: 找不到文件$/m);
    assert.match(err, /^hegao: 坏\.docx: 文件已损坏.*$/m);
    assert.equal(err.trimEnd().split("\n").length, 2);
  });

  it("没有可对照的：一句中文说明，退出码 2", () => {
    mkdirSync(join(folder.path, "空"));
    for (const args of [
      ["--against", "空"],
      ["--against", "没有"],
    ]) {
      const { code, out, err } = run("compare", "稿/2026年工作要点.txt", ...args);
      assert.deepEqual([code, out], [2, ""]);
      assert.match(err, /^hegao: .*(?:没有与本稿对应的往年文稿|找不到文件).*\n$/);
    }
    rmSync(join(folder.path, "往年"), { recursive: true });
    assert.match(run("compare", "稿/2026年工作要点.txt").err, /本稿旁边没有对应的往年文稿/);
    assert.equal(run("compare").code, 2);
    assert.equal(run("compare", "没有.txt", "--against", "往年").code, 2);
  });

  it("文件夹里的临时文件不理，读不了的各说一行", () => {
    writeFileSync(join(folder.path, "往年/~$25年工作要点.docx"), "x");
    writeFileSync(join(folder.path, "往年/2024年工作要点.docx"), "PK\u0003\u0004x");
    const { code, out, err } = run("compare", "稿/2026年工作要点.txt", "--against", "往年");
    assert.equal(code, 2);
    assert.match(out, /对照：某局2025年工作要点/);
    assert.match(err, /^hegao: 往年\/2024年工作要点\.docx: [^\n]+\n$/);
  });

  it("只有一份、又认不出年份的文件夹，就是那一份", () => {
    const other = old(2025, 96).replace("某局2025年工作要点\n", "");
    mkdirSync(join(folder.path, "去年"));
    writeFileSync(join(folder.path, "去年/稿.txt"), other);
    assert.equal(run("compare", "稿/2026年工作要点.txt", "--against", "去年").code, 0);
  });

  it("lint --against：调低的指标；缺的责任科室按往年补；不说则不查", () => {
    interface Report {
      files: { findings: { ruleId: string; fix: { title: string } | null }[] }[];
    }
    const lint = (...args: string[]): Report["files"][0]["findings"] =>
      (JSON.parse(run("lint", "稿", "--format", "json", ...args).out) as Report).files[0]?.findings ?? [];
    const found = lint("--against", "往年");
    assert.ok(found.some(({ ruleId }) => ruleId === "target-lowered"));
    assert.ok(!lint().some(({ ruleId }) => ruleId === "target-lowered"));
    writeFileSync(
      join(folder.path, "往年/2025年工作要点.txt"),
      `${old(2025, 96)}（三）办好食堂。抓实。\n责任科室：安全科\n（四）护校安园。抓牢。\n责任科室：安全科\n`,
    );
    writeFileSync(
      join(folder.path, "稿/2026年工作要点.txt"),
      `${old(2026, 96)}（三）办好食堂。抓实。\n责任科室：安全科\n（四）护校安园。抓牢。\n`,
    );
    const missing = lint("--against", "往年").find(({ ruleId }) => ruleId === "responsibility-missing");
    assert.equal(missing?.fix?.title, "补上“责任科室：安全科”");
  });

  it("越低越好的指标：数变大了是放宽，变小了是收紧，不说“低于”", () => {
    const plan = (year: number, all: number, young: number): string =>
      `某局${year}年工作要点\n一、体卫\n（一）防控近视。总体近视率控制在${all}%以内，小学生近视率控制在${young}%以内。\n责任科室：体卫科\n`;
    writeFileSync(join(folder.path, "往年/2025年工作要点.txt"), plan(2025, 50.5, 38));
    writeFileSync(join(folder.path, "稿/2026年工作要点.txt"), plan(2026, 52.5, 37));
    const { out } = run("compare", "稿/2026年工作要点.txt", "--against", "往年");
    assert.match(out, /放宽 {2}总体近视率 {2}50\.5%以内 → 52\.5%以内/);
    assert.match(out, /收紧 {2}小学生近视率 {2}38%以内 → 37%以内/);
    assert.match(out, /“总体近视率”定为52\.5%以内，比2025年的50\.5%以内放宽了。/);
    assert.doesNotMatch(out, /调高|调低|低于/);
  });

  it("要看往年才有的发现，也能记入基线、逐条忽略，清理时不误删", () => {
    writeFileSync(join(folder.path, "hegao.config.json"), '{ "earlier": ["往年"] }');
    const lowered = (...args: string[]): boolean => run("lint", "稿", ...args).out.includes("target-lowered");
    assert.ok(lowered());
    assert.equal(
      run("ignores", "add", "稿/2026年工作要点.txt", "--rule", "target-lowered", "--line", "3").code,
      0,
    );
    assert.ok(!lowered());
    assert.match(run("ignores", "prune").out, /没有可清理的/);
    rmSync(join(folder.path, ".hegao"), { recursive: true });
    run("baseline", "稿");
    assert.ok(!lowered("--baseline"));
  });

  it("索引：要了才写，写了就一直更新，坏了就重来", () => {
    const file = join(folder.path, ".hegao/index.json");
    run("compare", "稿/2026年工作要点.txt", "--against", "往年");
    assert.equal(existsSync(file), false);
    mkdirSync(join(folder.path, ".hegao"));
    run("compare", "稿/2026年工作要点.txt", "--against", "往年", "--index");
    assert.match(readFileSync(file, "utf8"), /"path":"往年\/2025年工作要点\.txt"/);
    cpSync(join(folder.path, "往年/2025年工作要点.txt"), join(folder.path, "往年/某局2024年工作要点.txt"));
    writeFileSync(join(folder.path, "往年/某局2024年工作要点.txt"), old(2024, 90));
    const { out } = run("compare", "稿/2026年工作要点.txt", "--against", "往年");
    assert.match(out, /90%以上 → 96%以上 → 95%以上/);
    assert.match(readFileSync(file, "utf8"), /2024年工作要点/);
    writeFileSync(file, "{");
    assert.equal(run("compare", "稿/2026年工作要点.txt", "--against", "往年").code, 0);
    assert.match(readFileSync(file, "utf8"), /^\{"version":1,/);
  });

  it("规划在上一层、往年在身边，--with 也找得到；指标台账有规划两栏，没有规划就没有", () => {
    const head = (...args: string[]): string =>
      run("targets", ...args, "--format", "csv").out.split("\r\n")[0] ?? "";
    writeFileSync(join(folder.path, "稿/2025年工作要点.txt"), old(2025, 96));
    assert.doesNotMatch(head("稿/2026年工作要点.txt"), /规划/);
    const long = "某局教育事业发展“十五五”规划\n\n一、目标\n到2030年，宽带接入率达到99%。\n";
    writeFileSync(join(folder.path, "往年/“十五五”规划.txt"), long);
    assert.match(
      run("compare", "稿/2026年工作要点.txt", "--with", "five-year").out,
      /^对照：某局教育事业发展/,
    );
    assert.match(head("稿/2026年工作要点.txt"), /,规划值,规划年份,/);
    interface Ledger {
      files: { fiveYear: { path: string } | null; targets: { planned: object | null }[] }[];
    }
    const ledger = (file: string): Ledger["files"][0] | undefined =>
      (JSON.parse(run("targets", file, "--format", "json").out) as Ledger).files[0];
    assert.match(ledger("稿/2026年工作要点.txt")?.fiveYear?.path ?? "", /“十五五”规划\.txt$/);
    assert.equal(ledger("稿/2025年工作要点.txt")?.fiveYear, null);
    assert.equal(run("targets", "稿/2026年工作要点.txt", "--against", "没有").code, 2);
  });

  it("只找规划的那一趟不把索引里别的文稿挤掉", () => {
    const file = join(folder.path, ".hegao/index.json");
    mkdirSync(join(folder.path, ".hegao"));
    run("compare", "稿/2026年工作要点.txt", "--index");
    const before = readFileSync(file, "utf8");
    assert.match(before, /往年\/2025年工作要点\.txt/);
    run("targets", "稿/2026年工作要点.txt");
    assert.equal(readFileSync(file, "utf8"), before);
  });

  it("Word 文稿之间也能对照", () => {
    run("export", "稿/2026年工作要点.txt", "-o", "稿.docx");
    run("export", "往年/2025年工作要点.txt", "-o", "旧.docx");
    const { code, out } = run("compare", "稿.docx", "--against", "旧.docx");
    assert.equal(code, 0);
    assert.match(out, /96%以上 → 95%以上/);
  });
});
