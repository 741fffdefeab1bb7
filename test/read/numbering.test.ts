import assert from "node:assert/strict";
import { AlignmentType, Document, LevelFormat, Packer, Paragraph } from "docx";
import { spellNumber } from "../../server/src/read/word/numerals.js";
import { abstractList, list, makeDocx, paragraph } from "./support/docx.js";
import { NUMBERING_CASES } from "./support/numberingCases.js";
import { read } from "./support/read.js";
import { skipBecause } from "../support/skipBecause.js";
import { bare, convertAll, hasSoffice, NO_SOFFICE, printedTexts } from "./support/soffice.js";

describe("自动编号", () => {
  for (const [title, { source, expected }] of Object.entries(NUMBERING_CASES)) {
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
    const sources = Object.values(NUMBERING_CASES).filter(({ unlike }) => unlike === undefined);

    before(function () {
      if (!hasSoffice()) skipBecause(this, NO_SOFFICE);
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
