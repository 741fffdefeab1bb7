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
    optionValue: "选项 {option} 后面要写一个值（--help 列出全部选项）。",
    optionNoValue: "选项 {option} 后面不写值（--help 列出全部选项）。",
    choice: "{option} 不能是“{value}”，可用：{choices}。",
    nothingGiven: "没有给出文稿（文件、文件夹、通配符，或 - 表示标准输入）。",
    oneGiven: "这个命令一次只读一个文件。",
    notFound: "找不到文件",
    noMatch: "没有文件与此相符",
    emptyFolder:
      "文件夹里没有规划文稿（.plan，或文件名含“要点”“方案”“规划”等字样的 .txt .docx .doc .html .md）",
    unreadable: "读不了（{detail}）",
    configMissing: "找不到配置文件 {path}",
    configUnreadable: "配置文件 {path} 读不了（是文件夹、设备，或者太大），没有照它核对",
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
    optionValue: "The option {option} takes a value (--help lists the options).",
    optionNoValue: "The option {option} takes no value (--help lists the options).",
    choice: '{option} cannot be "{value}"; it may be {choices}.',
    nothingGiven: "No draft was given (a file, a folder, a glob, or - for standard input).",
    oneGiven: "This command reads one file at a time.",
    notFound: "no such file",
    noMatch: "no file matches",
    emptyFolder:
      "no plan in this folder (.plan, or .txt .docx .doc .html .md with a plan's word in the name)",
    unreadable: "cannot be read ({detail})",
    configMissing: "no such configuration file: {path}",
    configUnreadable:
      "the configuration {path} cannot be read (a folder, a device, or too large); it was not followed",
    internal: "internal error: {detail}",
  },
});
