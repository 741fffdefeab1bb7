import { catalogue } from "../texts/catalogue.js";

/** What is said of the search for earlier years. */
export const says = catalogue({
  "zh-CN": {
    indexing: "查阅往年文稿",
    noneAsked: "{places} 里没有与本稿对应的往年文稿（按年份、发文机关、文种查找；确要对照，请直接写出文件）",
    later: "{path} 是{year}年的，晚于本稿（{own}年）：两份是不是写反了？",
    noneConfigured: "hegao.config.json 的 earlier 所指之处没有与本稿对应的往年文稿",
    noneBeside:
      "本稿旁边没有对应的往年文稿（按题目里的年份、发文机关、文种查找），请用 --against 指明文件或文件夹",
    noneForStdin: "标准输入的文稿没有所在的文件夹，请用 --against 指明往年的文件或文件夹",
    noFiveYear: "没有找到本稿所在时期的规划，请用 --against 指明文件",
    noSuperior: "没有找到上级的文稿，请用 --against 指明文件",
    indexUnwritable: "{path} 写不进去（{detail}），索引没有保存",
    segmenterMissing: "分词组件 {name} 在这里不能用",
  },
  en: {
    indexing: "Looking through earlier plans",
    noneAsked:
      "No earlier year of this draft in {places} (by year, issuer and kind; name the file itself to compare with it anyway)",
    later: "{path} is for {year}, later than this draft ({own}): are the two the wrong way round?",
    noneConfigured: "No earlier year of this draft where `earlier` of hegao.config.json points",
    noneBeside:
      "No earlier year beside this draft (by the year, issuer and kind of its title); name files or folders with --against",
    noneForStdin: "Standard input has no folder; name the earlier years with --against",
    noFiveYear: "No long-term plan for the years of this draft was found; name the file with --against",
    noSuperior: "No plan of the superior office was found; name the file with --against",
    indexUnwritable: "{path} cannot be written ({detail}); the index was not kept",
    segmenterMissing: "The segmenter {name} does not load here",
  },
});
