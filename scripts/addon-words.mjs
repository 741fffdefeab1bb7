/**
 * Writes dist/words/: nodejieba's dictionary in the shape that its addon loads in a hundredth of the time. Whole, it takes
 * a second and 240 MiB, of which a comparison needs next to nothing. `user.utf8` holds the words that are frequent or
 * that stand in our own examples and rules, each as likely as in the whole dictionary (`scale.utf8`); `rare.bin` holds all others, of
 * which only those that a line contains are given to the addon, as words of middling rarity (server/src/segment/rareWords.ts).
 */
import { existsSync, mkdirSync, readdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { at } from "./steps.mjs";

const DICTIONARY = at("node_modules", "nodejieba", "submodules", "cppjieba", "dict", "jieba.dict.utf8");
/** Words from this frequency on are loaded at once, single characters from the lower one. */
const [COMMON, COMMON_CHARACTER] = [500, 300];
/** How frequent a word counts that is given to the addon later: what it takes for the middle of its dictionary. */
const MIDDLE = 20;
/** Texts in which the words of the field stand. */
const OWN_TEXTS = ["examples", "server/src", "docs/rules", "snippets"];
const LONGEST = 12;

export function writeAddonWords(folder = at("dist", "words")) {
  rmSync(folder, { recursive: true, force: true });
  // Where the addon's package is absent, so is its dictionary, and nothing asks for these files.
  if (!existsSync(DICTIONARY)) return;
  mkdirSync(folder, { recursive: true });
  const words = readFileSync(DICTIONARY, "utf8")
    .split("\n")
    .filter(Boolean)
    .map((line) => line.split(" "))
    .map(([word, frequency]) => ({ word, frequency: Number(frequency) }));
  const own = substrings(OWN_TEXTS.flatMap((path) => textsIn(at(path))));
  const isCommon = ({ word, frequency }) =>
    frequency >= (word.length === 1 ? COMMON_CHARACTER : COMMON) || (word.length > 1 && own.has(word));
  const common = words.filter(isCommon);
  const lines = common.map(({ word, frequency }) => `${word} ${frequency} x\n`);
  writeFileSync(join(folder, "user.utf8"), lines.join(""));
  writeFileSync(join(folder, "scale.utf8"), scaleOf(words));
  const rare = words.filter((one) => !isCommon(one) && HAN.test(one.word)).map(({ word }) => word);
  writeFileSync(join(folder, "rare.bin"), Buffer.from(`\0${rare.sort(byUnits).join("\0")}\0`, "utf16le"));
  for (const [name, text] of Object.entries(REST)) writeFileSync(join(folder, name), text);
}

/** Numbers and Latin words are kept whole by the segmenter itself. */
const HAN = /^[\u4e00-\u9fff]{2,12}$/;

/** As JavaScript compares, unit by unit. */
const byUnits = (a, b) => (a < b ? -1 : a > b ? 1 : 0);

/**
 * What the addon takes for its dictionary: words that stand in no text, as frequent as the sum of all frequencies, the
 * lowest of them and the one in the middle require. The first two decide how likely a word is, the last how likely a
 * word is that is added later. Those of a user's dictionary are reckoned by this one, and only read, not sorted.
 */
function scaleOf(all) {
  const sum = all.reduce((total, { frequency }) => total + frequency, 0);
  const lowest = Math.min(...new Set(all.map(({ frequency }) => frequency)));
  return `\ue000 ${sum - lowest - MIDDLE} x\n\ue001 ${lowest} x\n\ue002 ${MIDDLE} x\n`;
}

/** What else the addon wants to read: it guesses no words and weighs no documents here, and asks for no empty file. */
const REST = {
  "idf.utf8": "\ue000 1\n",
  "stop.utf8": "\ue000\n",
  "hmm.utf8": [
    "#prob_start",
    "-1 -1 -1 -1",
    "#prob_trans",
    ...Array(4).fill("-1 -1 -1 -1"),
    ...["B", "E", "M", "S"].flatMap((state) => [`#${state}`, "\ue000:-1"]),
    "",
  ].join("\n"),
};

function textsIn(path) {
  return readdirSync(path, { recursive: true, withFileTypes: true })
    .filter((one) => one.isFile() && /\.(?:ts|md|json|plan)$/.test(one.name))
    .map((one) => readFileSync(join(one.parentPath ?? one.path, one.name), "utf8"));
}

function substrings(texts) {
  const found = new Set();
  for (const run of texts.join("\n").match(/[\u4e00-\u9fff]+/g) ?? []) {
    for (let from = 0; from < run.length; from++)
      for (let to = from + 2; to <= Math.min(run.length, from + LONGEST); to++)
        found.add(run.slice(from, to));
  }
  return found;
}
