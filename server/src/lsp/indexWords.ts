import type { Locale } from "../check/rule.js";
import type { IndexKept } from "./earlierIndex.js";

/** What is said once an index has been asked for. */
interface IndexWords {
  readonly told: (kept: IndexKept) => string;
  readonly noFolder: string;
  readonly notHere: string;
}

const NAME = ".hegao/index.json";

const WORDS: Readonly<Record<Locale, IndexWords>> = {
  "zh-CN": {
    told({ isWritten, isStopped, reason, documents, withYears, unreadable, read }) {
      if (reason !== undefined) return `${NAME} 写不进去（${reason}），索引没有保存。`;
      if (!isWritten) return `已叫停，${NAME} 没有建。`;
      const head = isStopped ? `已叫停，${NAME} 记下了读过的` : `${NAME} 已更新`;
      return `${head}：文稿 ${documents} 份，其中 ${withYears} 份看得出年份、${unreadable} 份读不了；这次读了 ${read} 份。`;
    },
    noFolder: "请先打开一个文件夹，或其中的一份文稿。",
    notHere: "这里的文件不在本机，索引只能记在内存里。",
  },
  en: {
    told({ isWritten, isStopped, reason, documents, withYears, unreadable, read }) {
      if (reason !== undefined) return `${NAME} cannot be written (${reason}); the index was not kept.`;
      if (!isWritten) return `Stopped; ${NAME} was not made.`;
      const head = isStopped ? `Stopped; ${NAME} holds what was read` : `${NAME} is up to date`;
      return `${head}: ${documents} documents, ${withYears} with a year, ${unreadable} unreadable; ${read} read this time.`;
    },
    noFolder: "Open a folder first, or a draft in it.",
    notHere: "These files are not on this machine: the index can be kept in memory only.",
  },
};

export function indexWords(locale: Locale): IndexWords {
  return WORDS[locale];
}
