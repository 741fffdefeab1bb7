import manifest from "../../../package.json";
import texts from "../../../package.nls.zh-cn.json";
import type { Rule } from "../check/rule.js";

interface Setting {
  readonly order: number;
  readonly default: unknown;
  readonly description?: string;
  readonly markdownDescription?: string;
  readonly enum?: readonly string[];
  readonly enumDescriptions?: readonly string[];
}

const RULES = "hegao.rules";
const SEVERITIES = ["error", "warning", "info", "hint", "off"];

/** package.json with a schema for the one setting of all rules: names are completed, and a misspelt one is marked. */
export function manifestText(rules: readonly Rule[]): string {
  const one = {
    anyOf: [
      { enum: SEVERITIES },
      {
        type: "object",
        properties: {
          severity: { enum: SEVERITIES },
          options: { type: "object" },
          fix: { enum: ["never"] },
        },
        additionalProperties: false,
      },
    ],
  };
  const names = rules.map(({ id }) => id).sort();
  const schema = { propertyNames: { enum: names }, additionalProperties: one };
  const configuration = manifest.contributes.configuration.map((group) => {
    const properties: Readonly<Record<string, object>> = group.properties;
    if (!(RULES in properties)) return group;
    return { ...group, properties: { ...properties, [RULES]: { ...properties[RULES], ...schema } } };
  });
  const contributes = { ...manifest.contributes, configuration };
  return `${JSON.stringify({ ...manifest, contributes }, undefined, 2)}\n`;
}

/** docs/settings.md: every setting of the editor, as its own page in the editor shows them. */
export function settingsPage(): string {
  const groups = manifest.contributes.configuration.map(({ title, properties }) => {
    const rows = Object.entries(properties as unknown as Readonly<Record<string, Setting>>)
      .sort(([, a], [, b]) => a.order - b.order)
      .map(
        ([name, setting]) => `| \`${name}\` | \`${JSON.stringify(setting.default)}\` | ${meaning(setting)} |`,
      );
    return [`## ${said(title)}`, "", "| 设置 | 默认 | 含义 |", "| --- | --- | --- |", ...rows].join("\n");
  });
  const head = [
    "# 设置",
    "",
    "由 `package.json` 生成（`npm run docs`），不要手改。团队共用的写在 `hegao.config.json`，编辑器里的 `hegao.rules` 在它之上；",
    "写错的设置只被跳过，其余照常。",
  ].join("\n");
  return `${[head, ...groups].join("\n\n")}\n`;
}

function meaning(setting: Setting): string {
  const choices = (setting.enum ?? []).map(
    (value, at) => `\`${value}\` ${said(setting.enumDescriptions?.[at] ?? "").replace(/。$/, "")}`,
  );
  const told = said(setting.description ?? setting.markdownDescription ?? "");
  return [told, ...(choices.length > 0 ? [`${choices.join("；")}。`] : [])].join("").replaceAll("|", "\\|");
}

/** `%key%` in the reader's language. */
function said(text: string): string {
  const key = /^%(.+)%$/.exec(text)?.[1];
  return key === undefined ? text : ((texts as Readonly<Record<string, string>>)[key] ?? text);
}
