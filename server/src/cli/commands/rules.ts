import { configSchemaText } from "../../service/configSchema.js";
import { nearest } from "../../service/nearest.js";
import {
  allRules,
  englishRulePage,
  ruleIds,
  ruleOf,
  rulePage,
  subjectName,
} from "../../service/rulePages.js";
import { type Call, type Command, text } from "../command.js";
import { catalogue } from "../texts/catalogue.js";
import { says as lintSays } from "../texts/lintTexts.js";

const says = catalogue({
  "zh-CN": { unknown: "没有“{id}”这条规则。{hint}", meant: "是不是 {name}？", off: "关闭" },
  en: { unknown: 'There is no rule "{id}". {hint}', meant: "Did you mean {name}?", off: "off" },
});

export const rules: Command = {
  usage: { "zh-CN": "rules [编号]", en: "rules [id]" },
  options: {
    format: {
      type: "string",
      choices: ["text", "json", "md"],
      help: { "zh-CN": "输出格式（默认 text）", en: "Output format (text by default)" },
    },
    schema: {
      type: "boolean",
      help: {
        "zh-CN": "输出 hegao.config.json 的 JSON schema",
        en: "Print the JSON schema of hegao.config.json",
      },
    },
  },
  run(call) {
    const { locale, terminal } = call;
    const [id] = call.positionals;
    if (call.values.schema === true) {
      terminal.out(configSchemaText(allRules()));
      return Promise.resolve(0);
    }
    if (id === undefined) {
      terminal.out(list(call));
      return Promise.resolve(0);
    }
    const rule = ruleOf(id);
    if (rule) {
      const page = locale === "en" ? englishRulePage : rulePage;
      terminal.out(text(call, "format") === "json" ? json(factsOf(id)) : page(rule));
      return Promise.resolve(0);
    }
    const near = nearest(id, ruleIds());
    const hint = near === undefined ? "" : says(locale, "meant", { name: near });
    terminal.complain(says(locale, "unknown", { id, hint }).trimEnd());
    return Promise.resolve(2);
  },
};

function list(call: Call): string {
  if (text(call, "format") === "json") return json({ version: 1, rules: ruleIds().map(factsOf) });
  const { locale, terminal } = call;
  const width = Math.max(...ruleIds().map((id) => id.length));
  let subject = "";
  return ruleIds()
    .flatMap((id) => {
      const rule = ruleOf(id);
      if (!rule) return [];
      const name = subjectName(rule)[locale];
      const head = name === subject ? [] : [`${subject === "" ? "" : "\n"}${terminal.paint("bold", name)}`];
      subject = name;
      const named = rule.enabled === false ? says(locale, "off") : lintSays(locale, rule.severity);
      const level = locale === "en" ? named.padEnd("warning".length) : named;
      return [...head, `  ${id.padEnd(width)}  ${level}  ${rule.title[locale]}`];
    })
    .map((line) => `${line}\n`)
    .join("");
}

/** A rule as data: everything but the code. */
function factsOf(id: string): object {
  const rule = ruleOf(id);
  if (!rule) return {};
  const { subject, severity, title, why, clause, examples } = rule;
  return {
    id,
    subject,
    severity,
    enabled: rule.enabled !== false,
    title,
    why,
    clause,
    whenOff: rule.whenOff ?? null,
    options: rule.options ?? {},
    examples,
  };
}

function json(value: object): string {
  return `${JSON.stringify(value, undefined, 2)}\n`;
}
