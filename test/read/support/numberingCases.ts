import {
  abstractList,
  list,
  paragraph,
  PLAN_LEVELS,
  run,
  type DocxSource,
  type LevelOptions,
} from "./docx.js";

/** "甲0 乙1": paragraphs of list 1, each with its level. */
function outline(items: string, id = 1): string {
  return items
    .split(" ")
    .map((item) => paragraph(item.slice(0, -1), { list: id, level: Number(item.slice(-1)) }))
    .join("");
}

const PLAN = abstractList(0, PLAN_LEVELS);
const restartAt = (level: number, start: number): string =>
  `<w:lvlOverride w:ilvl="${level}"><w:startOverride w:val="${start}"/></w:lvlOverride>`;

/** One document, and its text. */
export interface NumberingCase {
  readonly source: DocxSource;
  readonly expected: string;
  /** Why LibreOffice is not asked. */
  readonly unlike?: string;
}

const style = (id: string, inside: string): string =>
  `<w:style w:type="paragraph" w:styleId="${id}"><w:name w:val="${id}"/>${inside}</w:style>`;
const numbered = (inside: string): string => `<w:pPr><w:numPr>${inside}</w:numPr></w:pPr>`;
const changed = (text: string, level: LevelOptions): LevelOptions => ({ ...level, more: text });
const [FIRST, SECOND, THIRD, FOURTH] = PLAN_LEVELS as [
  LevelOptions,
  LevelOptions,
  LevelOptions,
  LevelOptions,
];

export const NUMBERING_CASES: Readonly<Record<string, NumberingCase>> = {
  "四级序号，下级随上级重新开始": {
    source: { numbering: PLAN + list(1, 0), body: outline("甲0 乙1 丙2 丁3 戊2 己1 庚0 辛1 壬2") },
    expected: "一、甲\n（一）乙\n1.丙\n（1）丁\n2.戊\n（二）己\n二、庚\n（一）辛\n1.壬",
  },
  空段也占一个号: {
    source: {
      numbering: PLAN + list(1, 0),
      body:
        paragraph("甲", { list: 1, level: 0 }) +
        paragraph("", { list: 1, level: 0 }) +
        paragraph("乙", { list: 1, level: 0 }),
    },
    expected: "一、甲\n二、\n三、乙",
  },
  "跳过上级时，上级算用过一次": {
    source: { numbering: PLAN + list(1, 0), body: outline("甲1 乙1 丙0 丁1") },
    expected: "（一）甲\n（二）乙\n二、丙\n（一）丁",
  },
  "两个实例共用一个计数，起始覆盖只管第一次": {
    source: {
      numbering: PLAN + list(1, 0) + list(2, 0) + list(3, 0, restartAt(0, 1)) + list(4, 0, restartAt(2, 5)),
      body:
        outline("甲0") +
        outline("乙0", 2) +
        outline("丙0 丁0", 3) +
        outline("戊0") +
        outline("己2 庚2 辛0 壬2", 4),
    },
    expected: "一、甲\n二、乙\n一、丙\n二、丁\n三、戊\n5.己\n6.庚\n四、辛\n1.壬",
  },
  级别整个被覆盖: {
    source: {
      numbering:
        PLAN +
        list(1, 0) +
        list(
          2,
          0,
          '<w:lvlOverride w:ilvl="0"><w:lvl w:ilvl="0"><w:start w:val="3"/><w:numFmt w:val="decimal"/><w:lvlText w:val="第%1条"/></w:lvl></w:lvlOverride>',
        ),
      body: outline("甲0") + outline("乙0 丙0", 2),
    },
    expected: "一、甲\n第2条 乙\n第3条 丙",
  },
  "序号由样式带来，可继承，可取消": {
    source: {
      styles:
        style("H1", numbered('<w:numId w:val="1"/>')) +
        style("H2", numbered('<w:ilvl w:val="1"/><w:numId w:val="1"/>')) +
        style("H1b", '<w:basedOn w:val="H1"/>') +
        style("H3", `<w:basedOn w:val="H1"/>${numbered('<w:ilvl w:val="2"/>')}`),
      numbering:
        abstractList(0, [
          changed('<w:pStyle w:val="H1"/>', FIRST),
          changed('<w:pStyle w:val="H2"/>', SECOND),
          THIRD,
        ]) + list(1, 0),
      body:
        ["H1", "H2", "H1b", "H3", "H1"]
          .map((id, i) => paragraph("甲乙丙丁戊"[i] ?? "", { style: id }))
          .join("") +
        paragraph("己", { style: "H1", list: 0 }) +
        `<w:p><w:pPr><w:pStyle w:val="H1"/><w:numPr><w:ilvl w:val="1"/></w:numPr></w:pPr>${run("庚")}</w:p>`,
    },
    expected: "一、甲\n（一）乙\n二、丙\n1.丁\n三、戊\n己\n（一）庚",
  },
  "多级列表样式（numStyleLink）": {
    source: {
      styles:
        '<w:style w:type="numbering" w:styleId="L"><w:name w:val="L"/><w:pPr><w:numPr><w:numId w:val="1"/></w:numPr></w:pPr></w:style>',
      numbering:
        PLAN.replace("<w:lvl ", '<w:styleLink w:val="L"/><w:lvl ') +
        '<w:abstractNum w:abstractNumId="5"><w:multiLevelType w:val="multilevel"/><w:numStyleLink w:val="L"/></w:abstractNum>' +
        list(1, 0) +
        list(2, 5),
      body: outline("甲0 乙1", 2),
    },
    expected: "一、甲\n（一）乙",
  },
  "章与节：章后空一格，全用阿拉伯数字的级（isLgl）": {
    source: {
      numbering:
        abstractList(0, [
          { format: "chineseCounting", text: "第%1章" },
          { format: "decimal", text: "%1.%2", more: "<w:isLgl/>" },
        ]) + list(1, 0),
      body: outline("总则0 目标1"),
    },
    expected: "第一章 总则\n1.1 目标",
    unlike: "LibreOffice knows no isLgl",
  },
  "从不重新开始、只随一级重新开始（lvlRestart）": {
    source: {
      numbering:
        abstractList(0, [
          FIRST,
          SECOND,
          changed('<w:lvlRestart w:val="0"/>', THIRD),
          changed('<w:lvlRestart w:val="1"/>', FOURTH),
        ]) + list(1, 0),
      body: outline("甲0 乙1 丙2 丁3 戊1 己2 庚3 辛0 壬1 癸3"),
    },
    expected: "一、甲\n（一）乙\n1.丙\n（1）丁\n（二）戊\n2.己\n（2）庚\n二、辛\n（一）壬\n（1）癸",
    unlike: "LibreOffice knows no lvlRestart",
  },
  项目符号与固定文字: {
    source: {
      numbering:
        abstractList(0, [
          { format: "bullet", text: "\uF0B7" },
          { format: "none", text: "附：" },
          { format: "decimal", text: "目标" },
        ]) + list(1, 0),
      body: outline("甲0 乙1 丙2"),
    },
    expected: "• 甲\n附：乙\n目标 丙",
  },
  "数字开头的正文不与 1. 连成小数": {
    source: { numbering: PLAN + list(1, 0), body: outline("2026年底前0 5所2") },
    expected: "一、2026年底前\n1. 5所",
  },
};
