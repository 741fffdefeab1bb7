import type { Pinyin } from "../author/complete/completion.js";

/** Latin spellings of names. The table behind it is large, so it is loaded while the hand rests and never on a keystroke. */
export interface PinyinShelf {
  /** Undefined until it has been loaded. */
  ready(): Pinyin | undefined;
  load(): Promise<void>;
}

/** Names repeat; beyond this many the memory is emptied. */
const REMEMBERED = 5000;

export function createPinyin(): PinyinShelf {
  let loaded: Pinyin | undefined;
  let loading: Promise<void> | undefined;
  const load = async (): Promise<void> => {
    const { pinyin } = await import("pinyin-pro");
    const known = new Map<string, readonly string[]>();
    loaded = (text) => {
      const spelt = known.get(text) ?? spellings(pinyin(text, { toneType: "none", type: "array" }));
      if (known.size >= REMEMBERED) known.clear();
      known.set(text, spelt);
      return spelt;
    };
    // The first word takes as long as all that follow; nobody is to wait for it at the keys.
    loaded("核稿");
  };
  return { ready: () => loaded, load: () => (loading ??= load()) };
}

/** 基教科: jijiaoke and jjk. */
function spellings(syllables: readonly string[]): string[] {
  return [syllables.join(""), syllables.map((one) => one[0] ?? "").join("")];
}
