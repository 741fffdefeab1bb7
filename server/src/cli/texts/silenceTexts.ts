import { catalogue } from "./catalogue.js";

/** What `baseline` and `ignores` say. */
export const says = catalogue({
  "zh-CN": {
    written: "{path}：记下 {count} 处现有发现。此后 hegao lint --baseline 只报新的。",
    noneOpen: "没有需要记入基线的发现。",
    damaged: "{path} 读不全，未作改动；请先修好它（也许是合并冲突）",
    unwritable: "{path} 写不进去（{detail}）",
    empty: "没有已忽略的发现（看的是 {path}）。",
    wholeFile: "（整个文件）",
    ownNumber: "（序号）",
    stale: "（已无对应）",
    pruned: "清理 {count} 条已无对应的记录。",
    nothingToPrune: "没有可清理的记录。",
    addNeeds: "ignores add 需要一个文件、--rule，以及 --line（或 --whole-file）",
    noSuchFinding: "第 {line} 行没有 {rule} 的发现",
    added: "已忽略：{rule}，第 {line} 行（记在 {path}）。",
    addedFile: "已在整个文件中忽略：{rule}（记在 {path}）。",
    unknownAction: "ignores 后面可以是 list、add、prune，不能是“{name}”",
  },
  en: {
    written: "{path}: findings recorded: {count}. From now on hegao lint --baseline reports new ones only.",
    noneOpen: "There is nothing to record.",
    damaged: "{path} is damaged and was left as it is; repair it first (a merge conflict?)",
    unwritable: "{path} cannot be written ({detail})",
    empty: "Nothing is ignored ({path} was looked at).",
    wholeFile: "(the whole file)",
    ownNumber: "(its number)",
    stale: "(nothing answers to it)",
    pruned: "Entries without a finding, removed: {count}.",
    nothingToPrune: "There is nothing to remove.",
    addNeeds: "ignores add takes one file, --rule, and --line (or --whole-file)",
    noSuchFinding: "line {line} has no finding of {rule}",
    added: "Ignored: {rule} in line {line} (kept in {path}).",
    addedFile: "Ignored in the whole file: {rule} (kept in {path}).",
    unknownAction: 'ignores takes list, add or prune, not "{name}"',
  },
});
