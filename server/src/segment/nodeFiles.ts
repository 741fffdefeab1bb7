import { existsSync, readFileSync } from "node:fs";
import { createRequire } from "node:module";
import { join } from "node:path";
import type { SegmenterEngine, SegmenterOptions } from "./segmenter.js";

const OWN_DICTIONARY = "nodejieba/submodules/cppjieba/dict/jieba.dict.utf8";

/**
 * What the engines read, in the folder of the bundles. The addon ends the whole process over a file that it cannot open,
 * so it is tried only where its words are there; and on Windows, whose paths it reads letter by letter in the code page of
 * the machine, only where the path is of letters that every code page has.
 */
export function nodeFiles(
  folder: string,
  engines: readonly SegmenterEngine[] = ["nodejieba", "jieba-wasm"],
): Pick<SegmenterOptions, "addon" | "wasm" | "engines"> {
  const words = join(folder, "words");
  const isBuilt = existsSync(join(words, "rare.bin"));
  const isReadable = process.platform !== "win32" || /^[ -~]*$/.test(folder);
  const hasWords = isReadable && (isBuilt || hasOwnDictionary(folder));
  return {
    engines: hasWords ? engines : engines.filter((engine) => engine !== "nodejieba"),
    wasm: read(join(folder, "jieba_rs_wasm_bg.wasm")),
    ...(isBuilt ? { addon: { folder: words, rare: read(join(words, "rare.bin")) } } : {}),
  };
}

/** At once: a command has nothing else to do meanwhile, and to read a file piece by piece takes ten times as long. */
function read(path: string): () => Promise<Uint8Array> {
  return async () => readFileSync(path);
}

function hasOwnDictionary(folder: string): boolean {
  try {
    return existsSync(createRequire(join(folder, "any.js")).resolve(OWN_DICTIONARY));
  } catch {
    // Not installed here: then there is no addon either.
    return false;
  }
}
