import { readFileSync } from "node:fs";
import { createRequire } from "node:module";
import type { Comparison } from "../../compare/comparePlans.js";
import type { WordsOf } from "../../segment/rememberedWords.js";
import type { ReportSources } from "../../write/report/model.js";
import { createSession } from "../check/session.js";
import { type Call, type Command, type OptionTable, text } from "../command.js";
import { deliver } from "../files/deliver.js";
import { readOne, sayUnreadable } from "../inputs/readAll.js";
import { readEarlier } from "../inputs/readEarlier.js";
import { jsonFinding } from "../reporters/json.js";
import { catalogue } from "../texts/catalogue.js";
import { jsonComparison } from "./compareJson.js";
import { tableOptions } from "./tableOptions.js";

const says = catalogue({
  "zh-CN": { against: "compare 需要 --against 指明往年的文件或文件夹" },
  en: { against: "compare takes the earlier years with --against (files or folders)" },
});

const options: OptionTable = {
  ...tableOptions,
  format: {
    type: "string",
    choices: ["text", "json", "html", "md"],
    help: { "zh-CN": "输出格式（默认 text）", en: "Output format (text by default)" },
  },
  against: {
    type: "string",
    multiple: true,
    value: "<文件或文件夹|file or folder>",
    help: { "zh-CN": "往年的文稿，可多次给出", en: "Earlier years; may be given several times" },
  },
};

export const compare: Command = {
  usage: "compare <draft> --against <file|folder>…",
  options,
  async run(call) {
    const [draftPath, ...more] = call.positionals;
    const { against } = call.values;
    const places = [...(Array.isArray(against) ? (against as readonly string[]) : []), ...more];
    if (places.length === 0 || draftPath === undefined) {
      call.terminal.complain(says(call.locale, "against"));
      return 2;
    }
    const input = await readOne({ ...call, positionals: [draftPath] });
    if (!input) return 2;
    const service = await createSession(call).serviceFor(input.source.file);
    const found = await readEarlier(places, service, call);
    sayUnreadable(found.unreadable, call);
    const earlier = found.plans.filter((one) => one.name !== input.source.path);
    if (earlier.length === 0) return 2;
    const draft = service.parse(input.text);
    const { comparison, earlier: years } = service.compare(draft, earlier, { words: await words() });
    const findings = service.check(draft, years).filter((finding) => years.remarks.has(finding.ruleId));
    const plans = new Map(earlier.map((one) => [one.name, one.plan]));
    const sources = { draft, draftName: input.source.path, earlier: plans, findings, locale: call.locale };
    const delivered = deliver(await shown(comparison, sources, call), call);
    return found.unreadable.length > 0 ? 2 : delivered;
  },
};

async function shown(comparison: Comparison, sources: ReportSources, call: Call): Promise<string> {
  const format = text(call, "format") ?? "text";
  if (format === "html") {
    const { comparisonHtml } = await import("../../write/report/comparisonHtml.js");
    return comparisonHtml(comparison, sources);
  }
  if (format === "md") {
    const { comparisonMarkdown } = await import("../../write/report/comparisonMarkdown.js");
    return comparisonMarkdown(comparison, sources);
  }
  if (format === "json") {
    const { draft, draftName, earlier, findings = [] } = sources;
    const value = {
      ...jsonComparison(comparison, { path: draftName, draft, earlier }),
      findings: findings.map((finding) => jsonFinding(draft, { fixes: [], related: [], ...finding })),
    };
    return `${JSON.stringify(value, undefined, 2)}\n`;
  }
  const { comparisonText } = await import("../reporters/comparisonText.js");
  return comparisonText(comparison, sources, call);
}

/** The bytes of the WebAssembly segmenter are read only where the native one is absent. */
async function words(): Promise<WordsOf> {
  const { loadWords } = await import("../../service/loadWords.js");
  const find = createRequire(__filename).resolve;
  return loadWords({
    wasm: () => Promise.resolve(readFileSync(find("jieba-wasm/pkg/web/jieba_rs_wasm_bg.wasm"))),
  });
}
