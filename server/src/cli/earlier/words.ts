import { readFile } from "node:fs/promises";
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
  const { loadNamedWords } = await import("../../service/loadWords.js");
  const { words, engine } = await loadNamedWords({
    userWords: roster.flatMap(({ full, aliases = [] }) => [full, ...aliases]),
    engines: ENGINES[asked] ?? [],
    // Beside the chunks of the command line, where the build puts it.
    wasm: () => readFile(new URL("../jieba_rs_wasm_bg.wasm", import.meta.url)),
  });
  if (asked !== "auto" && !ENGINES[asked]?.includes(engine)) {
    call.terminal.complain(says(call.locale, "segmenterMissing", { name: asked }));
    return undefined;
  }
  return words;
}
