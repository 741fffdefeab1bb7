import assert from "node:assert/strict";
import Ajv from "ajv";
import { rules } from "../../server/src/check/registry.js";
import { settingsOf } from "../../server/src/service/configMerge.js";
import { emptyConfig } from "../../server/src/service/configModel.js";
import { configSchema } from "../../server/src/service/configSchema.js";
import { type ConfigHost, loadConfig } from "../../server/src/service/loadConfig.js";
import { readConfig } from "../../server/src/service/readConfig.js";

/** The problems of a text, as the words that they stand on. */
function problemsOf(text: string): string[] {
  return readConfig(text).problems.map(
    ({ span, message }) => `${text.slice(span.start, span.end)} → ${message}`,
  );
}

describe("配置文件：读", () => {
  it("带注释、行尾逗号与 BOM 的 JSON", () => {
    const { config, problems } = readConfig(
      '\uFEFF{ // 严格些\n "rules": { "numbering-gap": "error", }, /* 完 */ }',
    );
    assert.deepEqual(problems, []);
    assert.deepEqual(config.rules, { "numbering-gap": { severity: "error" } });
  });

  it("太长的文件不读，说明一声；错处太多只说最前面的二百处", () => {
    const long = readConfig(`{"roster":[{"full":"基础教育科"}]}${" ".repeat(1_000_000)}`);
    assert.deepEqual(long.config, emptyConfig);
    assert.match(long.problems[0]?.message ?? "", /太长/);
    const wrong = Array.from({ length: 300 }, (_, i) => `"错${i}":1`).join(",");
    const many = readConfig(`{${wrong},"rules":{"numbering-gap":"off"}}`);
    assert.equal(many.problems.length, 200);
    assert.deepEqual(many.config.rules, { "numbering-gap": { severity: "off" } });
  });

  it("各项都读出来", () => {
    const { config, problems } = readConfig(`{
      "$schema": "./x.json", "extends": "../team.json", "profile": "issue",
      "rules": { "responsibility-missing": { "severity": "error", "options": { "when": "always" }, "fix": "never" } },
      "kinds": { "opinion": { "target-year": "off" } },
      "profiles": { "drafting": { "numbering-gap": "hint" } },
      "roster": [{ "full": "基础教育科", "aliases": ["基教科"], "from": 2020, "until": 2025, "lead": "王某" }],
      "terms": [{ "avoid": "按装", "use": "安装" }],
      "sections": { "long-term-plan": ["指导思想"] },
      "earlier": ["往年"], "snippets": "片段"
    }`);
    assert.deepEqual(problems, []);
    assert.equal(config.profile, "issue");
    assert.deepEqual(config.rules["responsibility-missing"], {
      severity: "error",
      options: { when: "always" },
      fix: "never",
    });
    assert.deepEqual(config.kinds, { opinion: { "target-year": { severity: "off" } } });
    assert.equal(config.roster[0]?.until, 2025);
    assert.deepEqual(config.sections, { "long-term-plan": ["指导思想"] });
  });

  it("打错的规则名给出相近的，其余照用", () => {
    const text = '{ "rules": { "numbering-gpa": "error", "target-year": "off" } }';
    assert.deepEqual(problemsOf(text), [
      '"numbering-gpa" → 没有“numbering-gpa”这一项。是不是“numbering-gap”？',
    ]);
    assert.deepEqual(readConfig(text).config.rules, { "target-year": { severity: "off" } });
  });

  it("每种错各在其处说明", () => {
    assert.deepEqual(problemsOf('{ "rules": { "target-year": "fatal" } }'), [
      '"fatal" → “fatal”不可用，可用：off hint info warning error',
    ]);
    assert.deepEqual(problemsOf('{ "rules": [] }'), ["[] → 此处应为对象 {…}"]);
    assert.deepEqual(problemsOf('{ "rules": { "target-year": 1 } }'), ["1 → 此处应为文字或对象 {…}"]);
    assert.deepEqual(problemsOf('{ "roster": [{ "aliases": [] }, { "full": "办公室" }] }'), [
      '{ "aliases": [] } → 缺少“full”',
    ]);
    assert.deepEqual(problemsOf('{ "roster": [{ "full": "办公室", "from": 1800 }] }'), [
      "1800 → 不能小于 1949",
    ]);
    assert.deepEqual(problemsOf('{ "roster": [{ "full": "", "from": 2000.5 }] }'), [
      '"" → 不能为空',
      "2000.5 → 此处应为整数",
    ]);
    assert.deepEqual(problemsOf('{ "roster": [{ "full": "甲", "from": 2025, "until": 2020 }] }'), [
      "2020 → 起始年份晚于终止年份",
    ]);
    assert.deepEqual(problemsOf('{ "earlier": ["a"], "earlier": ["b"] }'), [
      '"earlier" → “earlier”重复，以最后一处为准',
    ]);
    assert.deepEqual(problemsOf('["rules"]'), ['["rules"] → 配置文件应当是一个对象 {…}']);
  });

  it("写了一半的文件：能读的都读，从不抛错", () => {
    const whole = '{ "rules": { "target-year": "off" }, "roster": [{ "full": "办公室" }], "terms": [] }';
    for (let end = 0; end <= whole.length; end++) {
      const { config, problems } = readConfig(whole.slice(0, end));
      assert.ok(end === whole.length ? problems.length === 0 : problems.length > 0 || end === 0);
      if (end > 40) assert.deepEqual(config.rules, { "target-year": { severity: "off" } });
    }
    assert.deepEqual(readConfig('{ "__proto__": { "rules": 1 }, "constructor": 2 }').problems.length, 2);
  });

  it("英文", () => {
    assert.match(readConfig('{ "rule": {} }', "en").problems[0]?.message ?? "", /Did you mean "rules"\?/);
  });
});

describe("配置文件：模式与读法一致", () => {
  const accepts = new Ajv({ strict: false }).compile(configSchema(rules));
  for (const [text, good] of [
    ['{ "rules": { "numbering-gap": "off" } }', true],
    ['{ "rules": { "numbering-gap": { "severity": "info", "fix": "never" } } }', true],
    ['{ "rules": { "numbering-gap": { "fix": "always" } } }', false],
    ['{ "rules": { "no-rule": "off" } }', false],
    ['{ "terms": [{ "avoid": "甲" }] }', false],
    ['{ "terms": [{ "avoid": "甲", "use": "" }] }', true],
    ['{ "roster": [{ "full": "甲", "aliases": ["乙", "乙"] }] }', false],
    ['{ "sections": { "opinion": ["总体要求"] } }', true],
    ['{ "sections": { "letter": [] } }', false],
    ['{ "profile": "strict" }', false],
  ] as const) {
    it(`${good ? "收" : "不收"} ${text}`, () => {
      assert.equal(accepts(JSON.parse(text)), good);
      assert.equal(readConfig(text).problems.length === 0, good);
    });
  }
});

describe("配置文件：继承", () => {
  const host = (files: Record<string, string>): ConfigHost => ({
    locale: "zh-CN",
    root: "/w",
    readText: (path) => files[path],
  });

  it("本文件在前，被继承的在后；文件夹相对各自的文件", async () => {
    const loaded = await loadConfig(
      "/w/2026/hegao.config.json",
      host({
        "/w/2026/hegao.config.json":
          '{ "extends": "../team/base.json", "rules": { "target-year": "off" }, "earlier": ["../2025"] }',
        "/w/team/base.json": `{
          "rules": { "target-year": "error", "numbering-gap": { "severity": "error", "fix": "never" } },
          "roster": [{ "full": "办公室" }], "earlier": ["archive"] }`,
      }),
    );
    assert.deepEqual(loaded.problems, []);
    assert.deepEqual(loaded.files, ["/w/2026/hegao.config.json", "/w/team/base.json"]);
    assert.deepEqual(loaded.config.rules, {
      "target-year": { severity: "off" },
      "numbering-gap": { severity: "error", fix: "never" },
    });
    assert.deepEqual(loaded.config.earlier, ["/w/2025", "/w/team/archive"]);
    assert.equal(loaded.config.roster.length, 1);
  });

  for (const [extended, message] of [
    ["../../outside.json", "继承的文件须在工作区之内"],
    ["/etc/passwd", "只能用相对路径"],
    ["C:\\\\x.json", "只能用相对路径"],
    ["file:///etc/passwd", "只能用相对路径"],
    ["gone.json", "找不到继承的文件"],
    ["a.json", "继承关系成环，此处不再继承"],
  ] as const) {
    it(`不跟随 ${extended}，其余照用`, async () => {
      const text = `{ "extends": "${extended}", "rules": { "target-year": "off" } }`;
      const loaded = await loadConfig("/w/a.json", host({ "/w/a.json": text, "/outside.json": "{}" }));
      assert.deepEqual(
        loaded.problems.map((one) => one.message),
        [message],
      );
      assert.deepEqual(loaded.config.rules, { "target-year": { severity: "off" } });
    });
  }

  it("绕一圈的继承也只读一遍", async () => {
    const files = { "/w/a.json": '{ "extends": "b.json" }', "/w/b.json": '{ "extends": "./x/../a.json" }' };
    const loaded = await loadConfig("/w/a.json", host(files));
    assert.deepEqual(
      loaded.problems.map(({ path, message }) => [path, message]),
      [["/w/b.json", "继承关系成环，此处不再继承"]],
    );
  });
});

describe("配置文件：阶段", () => {
  const severity = (config: object, profile?: "drafting" | "review" | "issue") =>
    settingsOf({ ...emptyConfig, ...config }, profile).rules["numbering-gap"]?.severity;

  it("起草放宽一级，印发从严，核稿不变", () => {
    assert.equal(severity({}), undefined);
    assert.equal(severity({}, "drafting"), "info");
    assert.equal(severity({ profile: "issue" }), "error");
    assert.equal(severity({ profile: "issue" }, "review"), undefined);
  });

  it("点名设定的级别不被阶段改动；阶段自己的设定优先", () => {
    const rules = { "numbering-gap": { severity: "hint" } };
    assert.equal(severity({ rules }, "issue"), "hint");
    assert.equal(
      severity({ rules, profiles: { issue: { "numbering-gap": { severity: "off" } } } }, "issue"),
      "off",
    );
  });

  it("默认关闭的规则不因阶段而开启", () => {
    const off = rules.find((rule) => rule.enabled === false);
    assert.ok(off);
    assert.equal(settingsOf(emptyConfig, "issue").rules[off.id], undefined);
  });
});
