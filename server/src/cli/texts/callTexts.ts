import { catalogue } from "./catalogue.js";

/** What is said about a call that cannot be carried out as it stands, and in the help. */
export const says = catalogue({
  "zh-CN": {
    usage: "用法：hegao {usage}",
    intro: "核稿：核对工作要点、实施方案、规划等文稿",
    commands: "命令：",
    options: "选项：",
    more: "hegao <命令> --help 显示该命令的选项。",
    unknownCommand: "没有“{name}”这个命令。{hint}",
    didYouMean: "是不是 {name}？",
    seeHelp: "hegao --help 列出全部命令。",
    unknownOption: "没有 {option} 这个选项（--help 列出全部选项）。",
    optionValue: "选项 {option} 的值不对（--help 列出全部选项）。",
    choice: "{option} 不能是“{value}”，可用：{choices}。",
    nothingGiven: "没有给出文稿（文件、文件夹、通配符，或 - 表示标准输入）。",
    oneGiven: "这个命令一次只读一个文件。",
    notFound: "找不到文件",
    noMatch: "没有文件与此相符",
    emptyFolder:
      "文件夹里没有规划文稿（.plan，或文件名含“要点”“方案”“规划”等字样的 .txt .docx .doc .html .md）",
    unreadable: "读不了（{detail}）",
    configMissing: "找不到配置文件 {path}",
    internal: "程序出错：{detail}",
  },
  en: {
    usage: "Usage: hegao {usage}",
    intro: "Hegao checks Chinese government plans",
    commands: "Commands:",
    options: "Options:",
    more: "hegao <command> --help shows the options of a command.",
    unknownCommand: 'There is no command "{name}". {hint}',
    didYouMean: "Did you mean {name}?",
    seeHelp: "hegao --help lists the commands.",
    unknownOption: "There is no option {option} (--help lists them).",
    optionValue: "The value of {option} is not understood (--help lists the options).",
    choice: '{option} cannot be "{value}"; it may be {choices}.',
    nothingGiven: "No draft was given (a file, a folder, a glob, or - for standard input).",
    oneGiven: "This command reads one file at a time.",
    notFound: "no such file",
    noMatch: "no file matches",
    emptyFolder:
      "no plan in this folder (.plan, or .txt .docx .doc .html .md with a plan's word in the name)",
    unreadable: "cannot be read ({detail})",
    configMissing: "no such configuration file: {path}",
    internal: "internal error: {detail}",
  },
});
