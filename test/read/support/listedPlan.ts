import { abstractList, list, paragraph, PLAN_LEVELS, run, type DocxSource } from "./docx.js";

const cell = (...paragraphs: readonly string[]): string =>
  `<w:tc><w:tcPr><w:tcW w:w="3000" w:type="dxa"/></w:tcPr>${paragraphs.join("")}</w:tc>`;
const row = (...cells: readonly string[]): string => `<w:tr>${cells.join("")}</w:tr>`;
const item = (text: string, level: number, id = 1): string => paragraph(text, { list: id, level });

const TABLE =
  '<w:tbl><w:tblPr><w:tblW w:w="9000" w:type="dxa"/></w:tblPr><w:tblGrid><w:gridCol w:w="3000"/><w:gridCol w:w="3000"/></w:tblGrid>' +
  row(cell(paragraph("任务")), cell(paragraph("责任科室"))) +
  row(cell(item("新建园所", 0, 3)), cell(paragraph("基教科"))) +
  row(cell(item("培训教师", 0, 3)), cell(paragraph("师训科"), paragraph("人事科"))) +
  "</w:tbl>";

/** A plan with every kind of automatic number that offices use, beside numbers that somebody typed. */
export const LISTED_PLAN: DocxSource = {
  styles:
    '<w:style w:type="paragraph" w:default="1" w:styleId="a"><w:name w:val="Normal"/></w:style>' +
    '<w:style w:type="paragraph" w:styleId="H1"><w:name w:val="heading 1"/><w:basedOn w:val="a"/><w:pPr><w:numPr><w:numId w:val="4"/></w:numPr></w:pPr></w:style>' +
    '<w:style w:type="numbering" w:styleId="L"><w:name w:val="L"/><w:pPr><w:numPr><w:numId w:val="1"/></w:numPr></w:pPr></w:style>',
  numbering:
    abstractList(0, PLAN_LEVELS).replace("<w:lvl ", '<w:styleLink w:val="L"/><w:lvl ') +
    abstractList(1, [{ format: "decimal", text: "%1." }]) +
    abstractList(2, [{ format: "chineseCountingThousand", text: "第%1章", more: '<w:pStyle w:val="H1"/>' }]) +
    abstractList(3, [{ format: "decimalEnclosedCircleChinese", text: "%1" }]) +
    list(1, 0) +
    list(2, 0, '<w:lvlOverride w:ilvl="2"><w:startOverride w:val="5"/></w:lvlOverride>') +
    list(3, 1) +
    list(4, 2) +
    list(5, 3),
  body: [
    paragraph("云岭市2026年教育工作要点"),
    paragraph("总则", { style: "H1" }),
    item("总体要求", 0),
    paragraph("坚持稳中求进——推进“四新”建设。"),
    item("重点任务", 0),
    item("扩大学前教育供给", 1),
    item("新建幼儿园", 2),
    item("改建幼儿园", 2),
    item("提高教师待遇", 1),
    item("核定编制", 2),
    paragraph("（三）手工写的序号"),
    item("接着编号", 2),
    item("另起编号", 2, 2),
    item("保障措施", 0),
    item("加强领导", 1),
    item("经费", 0, 5),
    item("场地", 0, 5),
    TABLE,
    paragraph("落实", { style: "H1" }),
    `<w:p>${run("4.手工写的")}</w:p>`,
  ].join(""),
};

const tracked = (kind: "ins" | "del", inside: string): string =>
  `<w:${kind} w:id="1" w:author="甲" w:date="2026-01-05T08:00:00Z">${inside}</w:${kind}>`;
const struck = (text: string): string =>
  tracked("del", `<w:r><w:delText xml:space="preserve">${text}</w:delText></w:r>`);
const field = (kind: string): string => `<w:r><w:fldChar w:fldCharType="${kind}"/></w:r>`;
const instruction = (text: string): string =>
  `<w:r><w:instrText xml:space="preserve">${text}</w:instrText></w:r>`;

/** A plan with tracked changes, hidden text, fields, a table of contents, and a table within a table. */
export const CHANGED_PLAN: DocxSource = {
  body: [
    `<w:p>${field("begin")}${instruction(' TOC \\o "1-3" ')}${field("separate")}${run("一、总体要求\t1")}</w:p>`,
    `<w:p>${run("二、保障措施\t3")}${field("end")}</w:p>`,
    `<w:p>${run("一、总体")}${struck("目标")}${tracked("ins", run("要求"))}</w:p>`,
    `<w:p>${run("到2027年")}<w:r><w:rPr><w:vanish/></w:rPr><w:t>待核</w:t></w:r>${run("达到95%")}</w:p>`,
    `<w:p>${run("见")}${field("begin")}${instruction(' HYPERLINK "http://example.invalid/" ')}${field("separate")}${run("附件")}${field("end")}</w:p>`,
    `<w:p>${run("上行")}<w:r><w:br/></w:r>${run("下行")}<w:r><w:noBreakHyphen/></w:r>${run("末")}</w:p>`,
    `<w:p>${run("甲")}<w:r><w:br w:type="page"/></w:r>${run("乙")}</w:p>`,
    "<w:tbl>" +
      row(
        cell(paragraph("外一")),
        cell(`<w:tbl>${row(cell(paragraph("内一")), cell(paragraph("内二")))}</w:tbl>`, paragraph("外二")),
      ) +
      "</w:tbl>",
    `<w:tbl>${row(cell(paragraph("框中第一段"), paragraph("框中第二段")))}</w:tbl>`,
    `<w:p><w:r><w:sym w:font="Wingdings" w:char="F0FE"/></w:r>${run("已办")}</w:p>`,
    paragraph("二、保障措施"),
  ].join(""),
};
