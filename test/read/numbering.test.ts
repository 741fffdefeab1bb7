import assert from "node:assert/strict";
import { AlignmentType, Document, LevelFormat, Packer, Paragraph } from "docx";
import { spellNumber } from "../../server/src/read/docx/numerals.js";
import {
  abstractList,
  list,
  makeDocx,
  paragraph,
  PLAN_LEVELS,
  run,
  type DocxSource,
  type LevelOptions,
} from "./support/docx.js";
import { read } from "./support/read.js";
import { convertAll, hasSoffice, printedTexts } from "./support/soffice.js";

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

interface Case {
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

const CASES: Readonly<Record<string, Case>> = {
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

describe("自动编号", () => {
  for (const [title, { source, expected }] of Object.entries(CASES)) {
    it(title, async () => {
      const result = await read(makeDocx(source), "a.docx");
      assert.equal(result.text, expected);
      assert.ok(result.notes.some(({ code }) => code === "numbers-resolved"));
    });
  }

  it("docx 库写的中文编号照读", async () => {
    const document = new Document({
      numbering: {
        config: [
          {
            reference: "plan",
            levels: [
              { level: 0, format: LevelFormat.CHINESE_COUNTING, text: "%1、", alignment: AlignmentType.LEFT },
              {
                level: 1,
                format: LevelFormat.CHINESE_COUNTING_THOUSAND,
                text: "（%2）",
                alignment: AlignmentType.LEFT,
              },
            ],
          },
        ],
      },
      sections: [
        {
          children: [0, 1, 1, 0].map(
            (level) => new Paragraph({ text: "任务", numbering: { reference: "plan", level } }),
          ),
        },
      ],
    });
    const { text } = await read(await Packer.toBuffer(document), "a.docx");
    assert.equal(text, "一、任务\n（一）任务\n（二）任务\n二、任务");
  });

  it("各种数字格式", () => {
    const spelled = (format: string, ...values: number[]): string =>
      values.map((value) => spellNumber(value, format)).join(" ");
    assert.equal(
      spelled("chineseCounting", 1, 10, 11, 20, 21, 99, 101, 110),
      "一 十 十一 二十 二十一 九十九 一百零一 一百一十",
    );
    assert.equal(spelled("chineseCountingThousand", 12, 1001, 10020), "十二 一千零一 一万零二十");
    assert.equal(spelled("ideographDigital", 1, 10, 12, 20), "一 一〇 一二 二〇");
    assert.equal(spelled("japaneseCounting", 9, 10, 12), "九 十 十二");
    assert.equal(spelled("taiwaneseCounting", 11, 30), "十一 三十");
    assert.equal(spelled("chineseLegalSimplified", 1, 10, 21), "壹 壹拾 贰拾壹");
    assert.equal(spelled("ideographTraditional", 1, 10, 11), "甲 癸 11");
    assert.equal(spelled("decimalEnclosedCircleChinese", 1, 20, 21, 51), "① ⑳ ㉑ 51");
    assert.equal(spelled("decimalFullWidth", 12), "１２");
    assert.equal(spelled("upperLetter", 1, 27), "A AA");
    assert.equal(spelled("lowerRoman", 4, 19), "iv xix");
    assert.equal(spelled("decimalZero", 7, 12), "07 12");
    assert.equal(spelled("noSuchFormat", 3), "3");
  });

  describe("与 LibreOffice 对照", function () {
    this.timeout(300_000);
    const sources = Object.values(CASES).filter(({ unlike }) => unlike === undefined);
    const bare = (text: string): string => text.replace(/[^\S\n]/g, "").replace(/[●■▪]/g, "•");

    before(function () {
      if (hasSoffice()) return;
      console.log("        soffice is not installed: comparison skipped");
      this.skip();
    });

    /** Reads files and compares each with what LibreOffice prints for it. */
    async function compare(files: readonly Uint8Array[]): Promise<void> {
      const printed = printedTexts(files);
      for (const [i, file] of files.entries()) {
        assert.equal(bare((await read(file, "a.docx")).text), bare(printed[i] ?? ""));
      }
    }

    it("序号与它打印的一致", async () => {
      await compare(sources.map(({ source }) => makeDocx(source)));
    });

    it("由它重新写出的文件也一致", async () => {
      const files = sources.map(({ source }) => makeDocx(source));
      await compare(convertAll(files, "docx", "docx:MS Word 2007 XML"));
    });

    it("各种数字格式与它一致", async () => {
      const formats = ["decimal", "chineseCounting", "chineseCountingThousand", "japaneseCounting"].concat(
        [
          "taiwaneseCounting",
          "chineseLegalSimplified",
          "decimalEnclosedCircle",
          "decimalEnclosedCircleChinese",
        ],
        ["ideographTraditional", "upperLetter", "lowerLetter", "upperRoman", "lowerRoman", "decimalZero"],
      );
      const starts = [1, 9, 10, 11, 12, 20, 21, 30, 99, 100, 101, 110, 205];
      const each = formats.flatMap((format) => starts.map((start) => ({ format, start })));
      const numbering = each.map(({ format, start }, id) =>
        abstractList(id, [{ format, text: "[%1]", start }]),
      );
      const lists = each.map((_, id) => list(id + 1, id));
      const body = each.map(({ format, start }, id) =>
        paragraph(`${format} ${start}`, { list: id + 1, level: 0 }),
      );
      await compare([makeDocx({ numbering: [...numbering, ...lists].join(""), body: body.join("") })]);
    });
  });
});
