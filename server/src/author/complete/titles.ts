import type { Caret } from "../caret.js";
import type { Folder } from "../folder.js";
import { type Completion, couldMean, type Pinyin } from "./completion.js";

/** No title is longer. */
const REACH = 60;

/** Titles of the folder's documents inside 《. The closing 》 is put where it is not there yet. */
export function titleCompletions(
  caret: Caret,
  from: { readonly folder: Folder; readonly pinyin?: Pinyin | undefined },
): Completion[] {
  if (!/^(?:$|[\s》，。；、）])/.test(caret.after)) return [];
  const near = caret.before.slice(-REACH);
  const open = near.lastIndexOf("《");
  if (open === -1 || near.includes("》", open)) return [];
  const typed = near.slice(open + 1);
  const close = caret.after.startsWith("》") ? "" : "》";
  return [...new Set(from.folder.titles)]
    .filter((title) => title !== typed && couldMean(typed, [title]))
    .map((title) => ({
      kind: "title",
      label: title,
      detail: "",
      filters: [title, ...(from.pinyin?.(title) ?? [])],
      edit: { span: { start: caret.offset - typed.length, end: caret.offset }, newText: title + close },
    }));
}
