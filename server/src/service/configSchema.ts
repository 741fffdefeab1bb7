import type { Localized, OptionSchema, Rule } from "../check/rule.js";
import type { PlanKind } from "../plan/model.js";

/**
 * The part of JSON Schema (draft 7) that the team's file needs. One schema serves the editor's completion and the
 * reader's checking, so that the two can never disagree.
 */
export interface Schema {
  readonly $schema?: string;
  readonly title?: string;
  readonly description?: string;
  readonly markdownDescription?: string;
  readonly type?: "object" | "array" | "string" | "number" | "integer" | "boolean";
  readonly enum?: readonly string[];
  readonly minimum?: number;
  readonly minLength?: number;
  readonly default?: unknown;
  readonly properties?: Readonly<Record<string, Schema>>;
  readonly required?: readonly string[];
  readonly additionalProperties?: false;
  readonly items?: Schema;
  readonly uniqueItems?: true;
  /** Alternatives that differ in `type`. */
  readonly oneOf?: readonly Schema[];
}

export const PLAN_KINDS: readonly PlanKind[] = [
  "annual-points",
  "opinion",
  "implementation-plan",
  "long-term-plan",
  "notice",
  "unknown",
];

const SEVERITIES = ["off", "hint", "info", "warning", "error"];

const text = (description: string): Schema => ({ type: "string", minLength: 1, description });
const list = (items: Schema, description: string): Schema => ({ type: "array", items, description });
const record = (properties: Readonly<Record<string, Schema>>, description: string): Schema => ({
  type: "object",
  properties,
  additionalProperties: false,
  description,
});

/** The schema of hegao.config.json for these rules. */
export function configSchema(rules: readonly Rule[]): Schema {
  const settings = record(
    ruleProperties(rules),
    "每条规则的级别、选项与修正方式 / Severity, options and fix per rule",
  );
  const year = (description: string): Schema => ({ type: "integer", minimum: 1949, description });
  const kinds = (of: Schema, description: string): Schema =>
    record(Object.fromEntries(PLAN_KINDS.map((kind) => [kind, of])), description);
  return {
    $schema: "http://json-schema.org/draft-07/schema#",
    title: "hegao.config.json",
    type: "object",
    additionalProperties: false,
    properties: {
      $schema: { type: "string" },
      extends: text(
        "继承的配置文件（本工作区内的相对路径） / A shared file of the team, relative, inside the workspace",
      ),
      profile: {
        type: "string",
        enum: ["drafting", "review", "issue"],
        default: "review",
        description: "起草、核稿、印发：整体的严格程度 / How strict: drafting, review or issue",
      },
      rules: settings,
      kinds: kinds(settings, "按文种另定的规则设置 / Rule settings for one kind of plan"),
      profiles: record(
        { drafting: settings, review: settings, issue: settings },
        "按阶段另定的规则设置 / Rule settings for one profile",
      ),
      roster: list(rosterEntry(year), "科室名册 / The roster of departments"),
      terms: list(termEntry(), "用语表 / Terms to avoid and what to use instead"),
      sections: kinds(
        list(text("章节标题 / A heading"), "必备章节 / Sections that must be there"),
        "各文种必备的章节 / Sections required per kind of plan",
      ),
      earlier: list(text("文件夹或文件 / A folder or file"), "往年文稿所在 / Where the earlier years lie"),
      snippets: text("本单位片段所在的文件夹 / The team's folder of snippets"),
    },
  };
}

/**
 * The schema as the editor reads it from a file: the settings of all rules stand there once, and kinds and profiles
 * refer to them. Written out at every place they would make the file ten times as long.
 */
export function configSchemaText(rules: readonly Rule[]): string {
  const schema = configSchema(rules);
  const settings = schema.properties?.["rules"];
  const refer = (key: string, value: unknown): unknown =>
    value === settings && key !== "rules" ? { $ref: "#/properties/rules" } : value;
  return `${JSON.stringify(schema, refer, 2)}\n`;
}

function rosterEntry(year: (description: string) => Schema): Schema {
  const entry = record(
    {
      full: text("全称 / Full name"),
      aliases: {
        ...list(text("别称 / Another name"), "简称与旧称 / Short and former names"),
        uniqueItems: true,
      },
      from: year("自哪一年起 / First year"),
      until: year("至哪一年止 / Last year"),
      lead: text("分管领导 / The leader in charge"),
    },
    "一个科室 / One department",
  );
  return { ...entry, required: ["full"] };
}

function termEntry(): Schema {
  const entry = record(
    {
      avoid: text("不用的说法 / What to avoid"),
      use: { type: "string", description: "改用的说法 / What to write instead" },
      reason: text("理由 / Why"),
    },
    "一条用语 / One term",
  );
  return { ...entry, required: ["avoid", "use"] };
}

function ruleProperties(rules: readonly Rule[]): Record<string, Schema> {
  return Object.fromEntries(rules.map((rule) => [rule.id, ruleSchema(rule)]));
}

function ruleSchema(rule: Rule): Schema {
  const severity: Schema = {
    type: "string",
    enum: SEVERITIES,
    default: rule.enabled === false ? "off" : rule.severity,
    description: "级别 / Severity",
  };
  const options = Object.entries(rule.options ?? {}).map(([name, of]) => [name, optionSchema(of)] as const);
  const properties: Record<string, Schema> = {
    severity,
    fix: {
      type: "string",
      enum: ["never"],
      description: "never：不参与一并修正 / Never applied together with other fixes",
    },
    ...(options.length > 0 ? { options: record(Object.fromEntries(options), "选项 / Options") } : {}),
  };
  const description = both(rule.title);
  return { description, oneOf: [severity, record(properties, description)] };
}

function optionSchema(of: OptionSchema): Schema {
  const description = both(of.description);
  if (of.type === "strings") {
    return { type: "array", items: { type: "string" }, default: of.default, description };
  }
  if (of.type === "number") {
    const minimum = of.minimum === undefined ? {} : { minimum: of.minimum };
    return { type: "number", default: of.default, description, ...minimum };
  }
  if (of.type === "boolean") return { type: "boolean", default: of.default, description };
  return { type: "string", default: of.default, description, ...(of.enum ? { enum: of.enum } : {}) };
}

function both(text: Localized): string {
  return `${text["zh-CN"]} / ${text.en}`;
}
