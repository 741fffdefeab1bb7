import { fileURLToPath } from "node:url";
import type { RosterEntry } from "../../check/rule.js";
import type { WordsOf } from "../../segment/rememberedWords.js";
import type { SegmenterEngine } from "../../segment/segmenter.js";
import { type Call, type OptionTable, text } from "../command.js";
import { says } from "./earlierTexts.js";

const ENGINES: Readonly<Record<string, readonly SegmenterEngine[]>> = {
  auto: ["nodejieba", "jieba-wasm"],
  nodejieba: ["nodejieba"],
  wasm: ["jieba-wasm"],
  characters: ["characters"],
};

export const segmenterOption: OptionTable = {
  segmenter: {
    type: "string",
    choices: Object.keys(ENGINES),
    hidden: true,
    help: { "zh-CN": "分词组件", en: "Segmenter" },
  },
};

/** The words of a line, by the best segmenter that loads here; undefined (and said) where the one asked for does not. */
export async function wordsFor(call: Call, roster: readonly RosterEntry[]): Promise<WordsOf | undefined> {
  const asked = text(call, "segmenter") ?? "auto";
  const { loadNodeWords } = await import("../../service/loadNodeWords.js");
  const { words, engine } = await loadNodeWords({
    userWords: roster.flatMap(({ full, aliases = [] }) => [full, ...aliases]),
    engines: ENGINES[asked] ?? [],
    // The chunks of the command line lie in a folder of the bundles.
    folder: fileURLToPath(new URL("..", import.meta.url)),
  });
  if (asked !== "auto" && !ENGINES[asked]?.includes(engine)) {
    call.terminal.complain(says(call.locale, "segmenterMissing", { name: asked }));
    return undefined;
  }
  return words;
}
