import { rules } from "../check/registry.js";
import { configSchemaText } from "./configSchema.js";
import { ruleCatalogue, rulePage } from "./rulePages.js";
import { manifestText, settingsPage } from "./settingsDocs.js";

/** Every file that is made from the rules, by its path in the repository. A test fails where one is stale. */
export function generatedDocs(): (readonly [path: string, text: string])[] {
  return [
    ["docs/rules/README.md", ruleCatalogue()],
    ...rules.map((rule) => [`docs/rules/${rule.id}.md`, rulePage(rule)] as const),
    ["docs/hegao.config.schema.json", configSchemaText(rules)],
    ["docs/settings.md", settingsPage()],
    ["package.json", manifestText(rules)],
  ];
}
