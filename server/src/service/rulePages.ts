import { rules } from "../check/registry.js";
import type { Localized, OptionSchema, Rule, Severity } from "../check/rule.js";

/** The pages of `docs/rules/`, made from the rules themselves: 中文 with an English summary. */

const SEVERITY_NAMES: Readonly<Record<Severity, string>> = {
  error: "错误 error",
  warning: "警告 warning",
  info: "提示 info",
  hint: "备注 hint",
};

const SUBJECTS: Readonly<Record<Rule["subject"], Localized>> = {
  responsibility: { "zh-CN": "责任", en: "Responsibility" },
  numbering: { "zh-CN": "编号", en: "Numbering" },
  targets: { "zh-CN": "指标与年份", en: "Targets and years" },
  structure: { "zh-CN": "结构与版头", en: "Structure and front" },
  words: { "zh-CN": "字词标点", en: "Words and marks" },
  earlier: { "zh-CN": "与往年对照", en: "With earlier years" },
};

/** Every rule, in the order of the catalogue. */
export function allRules(): readonly Rule[] {
  return rules;
}

export function ruleOf(id: string): Rule | undefined {
  return rules.find((rule) => rule.id === id);
}

export function ruleIds(): readonly string[] {
  return rules.map((rule) => rule.id);
}

export function subjectName(rule: Rule): Localized {
  return SUBJECTS[rule.subject];
}

/** The page of one rule. */
export function rulePage(rule: Rule): string {
  const level = rule.enabled === false ? "默认关闭 off" : SEVERITY_NAMES[rule.severity];
  const sections = [
    `# ${rule.title["zh-CN"]}\n\n\`${rule.id}\` · ${SUBJECTS[rule.subject]["zh-CN"]} · 默认级别：${level}`,
    `## 为什么\n\n${rule.why["zh-CN"]}`,
    `## 依据\n\n${rule.clause["zh-CN"]}`,
    ...examples(rule),
    ...options(rule),
    ...(rule.whenOff ? [`## 何时关闭\n\n${rule.whenOff["zh-CN"]}`] : []),
    `## 设置\n\n${settingExample(rule)}`,
    `## In English\n\n${english(rule)}`,
  ];
  return `${sections.join("\n\n")}\n`;
}

/** The page of one rule for a reader of English. */
export function englishRulePage(rule: Rule): string {
  const level = rule.enabled === false ? "off by default" : rule.severity;
  const shown = rule.examples.map(({ bad, good }, i) => {
    const number = rule.examples.length > 1 ? ` ${i + 1}` : "";
    return `## Example${number}\n\nWrong (⟦ ⟧ marks the finding):\n\n${block(bad)}\n\nRight:\n\n${block(good)}`;
  });
  const rows = Object.entries(rule.options ?? {}).map(
    ([name, option]) =>
      `| \`${name}\` | ${cell(option.description.en)} | ${cell(defaultOf(option, "(none)"))} |`,
  );
  const sections = [
    `# ${rule.title.en}\n\n\`${rule.id}\` · ${SUBJECTS[rule.subject].en} · ${level}`,
    `## Why\n\n${rule.why.en}`,
    `## Source\n\n${rule.clause.en}`,
    ...shown,
    ...(rows.length === 0
      ? []
      : [`## Options\n\n| option | meaning | default |\n|---|---|---|\n${rows.join("\n")}`]),
    ...(rule.whenOff ? [`## When to switch it off\n\n${rule.whenOff.en}`] : []),
    `## Setting\n\nTo switch it ${rule.enabled === false ? "on" : "off"} in \`hegao.config.json\`:\n\n${settingLine(rule)}`,
  ];
  return `${sections.join("\n\n")}\n`;
}

/** The catalogue: every rule in a table, by subject. */
export function ruleCatalogue(): string {
  const subjects = Object.keys(SUBJECTS) as Rule["subject"][];
  const tables = subjects.flatMap((subject) => {
    const own = rules.filter((rule) => rule.subject === subject);
    if (own.length === 0) return [];
    const rows = own.map((rule) => {
      const level = rule.enabled === false ? "关闭 off" : SEVERITY_NAMES[rule.severity];
      return `| [${rule.id}](${rule.id}.md) | ${rule.title["zh-CN"]} | ${level} | ${rule.title.en} |`;
    });
    const { "zh-CN": chinese, en } = SUBJECTS[subject];
    return [
      `## ${chinese} · ${en}\n\n| 规则 | 查什么 | 默认级别 | In English |\n|---|---|---|---|\n${rows.join("\n")}`,
    ];
  });
  const head =
    "# 规则目录\n\n由规则本身生成（`npm run docs`），请勿手改。级别与选项在 `hegao.config.json` 中调整。\n" +
    "Generated from the rules themselves; severities and options are set in `hegao.config.json`.";
  return `${[head, ...tables].join("\n\n")}\n`;
}

/** Marks ⟦ ⟧ show where the finding stands; in a code block they read as they are. */
function examples(rule: Rule): string[] {
  return rule.examples.map(({ bad, good }, i) => {
    const number = rule.examples.length > 1 ? ` ${i + 1}` : "";
    return `## 示例${number}\n\n有误（⟦ ⟧ 为标出之处）：\n\n${block(bad)}\n\n无误：\n\n${block(good)}`;
  });
}

function block(text: string): string {
  return `\`\`\`\`text\n${text}\n\`\`\`\``;
}

function options(rule: Rule): string[] {
  const entries = Object.entries(rule.options ?? {});
  if (entries.length === 0) return [];
  const rows = entries.map(([name, option]) => {
    const { "zh-CN": chinese, en } = option.description;
    return `| \`${name}\` | ${cell(chinese)} | ${cell(defaultOf(option))} | ${cell(en)} |`;
  });
  return [`## 选项\n\n| 选项 | 含义 | 默认值 | In English |\n|---|---|---|---|\n${rows.join("\n")}`];
}

function defaultOf(option: OptionSchema, empty = "（空）"): string {
  return option.type === "strings" ? option.default.join("、") || empty : `\`${String(option.default)}\``;
}

function cell(text: string): string {
  return text.replaceAll("|", "\\|").replaceAll("\n", " ");
}

function settingExample(rule: Rule): string {
  const what = rule.enabled === false ? "开启" : "关闭";
  return `在 \`hegao.config.json\` 中${what}：\n\n${settingLine(rule)}`;
}

function settingLine(rule: Rule): string {
  const value = rule.enabled === false ? rule.severity : "off";
  return `\`\`\`json\n{ "rules": { "${rule.id}": "${value}" } }\n\`\`\``;
}

function english(rule: Rule): string {
  const parts = [
    `**${rule.title.en}** (${rule.enabled === false ? "off by default" : rule.severity}).`,
    rule.why.en,
    `Source: ${rule.clause.en}.`.replace(/\.\.$/, "."),
    ...(rule.whenOff ? [`When to switch it off: ${rule.whenOff.en}`] : []),
  ];
  return parts.join(" ");
}
