/** A way to make a text as long as one likes that nobody would write and a program might stumble over. */
export interface Shape {
  readonly name: string;
  make(length: number): string;
}

/** What drafts are made of, and what is most likely to upset a reader of them. */
export const pieces: readonly string[] = [
  ..."一、|（一）|(二)|1.|１．|（1）|①|第一章 |第二节 |第三条 |1.1|()|1 .|一是|二是|附件1\n|目录\n|附件：1.甲\n".split(
    "|",
  ),
  ..."责任科室：|责任科室：\n|（牵头单位：|负责）|基教科|教育局|、|。|；|，|：|！|？|…|—|\n|\r\n|\r|\t|　| |“|”|‘|’|《|》|〈|〉|（|）|[|]|〔|〕|【|】|\"|'".split(
    "|",
  ),
  ..."到2030年，|2030年|2026—2030年|“十四五”|二〇二六年|95%|95%以上|3所|达到|提高|个百分点|比上年|2026年1月8日\n|12345|1|一|十|百分之|%o|2.O|.".split(
    "|",
  ),
  ..."各区教育局：\n|关于印发的通知\n|工作要点\n|工作要点|实施方案|〔2026〕1号|教发〔2026〕3号|见第（三）项|以下简称“甲”|（以下简称|十大行动|的|的的|甲乙|A|a1|http://a.b/".split(
    "|",
  ),
  ..."1-2所|1~2|3千|26年|等|和|以及|[bookmark: _GoBack]|扫码使用手机浏览本页内容|- 1 -\n|第1页|目标|指标|率|大幅|明显".split(
    "|",
  ),
  "\ud83d",
  "\udc00",
  "\u0000",
  "\ufeff",
  "\u2028",
  "\u200b",
  "𠮷",
];

/** A piece over and over. */
export function repeated(piece: string, name = JSON.stringify(piece)): Shape {
  return { name: `${name} × n`, make: (length) => piece.repeat(Math.ceil(length / piece.length)) };
}

/** So many of the one, then as many of the other: what opens and closes, what is looked for and never comes. */
export function nested(open: string, close: string): Shape {
  const name = `${JSON.stringify(open)} × n, ${JSON.stringify(close)} × n`;
  return {
    name,
    make: (length) => {
      const count = Math.ceil(length / (open.length + close.length));
      return open.repeat(count) + close.repeat(count);
    },
  };
}

/** Lines that differ by their number alone. */
export function numbered(name: string, line: (i: number) => string, head = ""): Shape {
  return {
    name,
    make: (length) => {
      const lines: string[] = [head];
      for (let i = 1, at = head.length; at < length; i++) {
        const next = line(i);
        lines.push(next);
        at += next.length;
      }
      return lines.join("");
    },
  };
}

/** 1 → 一, 2 → 二 …, as far as the tests need it. */
const digits = "零一二三四五六七八九";
const hanzi = (n: number): string =>
  n < 10
    ? (digits[n] ?? "")
    : n < 20
      ? `十${n % 10 ? digits[n % 10] : ""}`
      : [...String(n)].map((d) => digits[Number(d)]).join("");

const title = "云岭市教育局2026年工作要点\n";
const fiveYears = "云岭市教育事业发展“十五五”规划（2026—2030年）\n一、主要目标\n";

/** A word of Chinese characters that no other number has. */
export function word(i: number, length = 3): string {
  const code = (place: number): number => 0x4e00 + ((i * (place * 62 + 7919) + place * 391) % 4001);
  return String.fromCharCode(...Array.from({ length }, (_, place) => code(place)));
}

/** Things of one kind, each another: what is compared with all others of its kind takes the square of their number. */
const manyOfAKind: readonly Shape[] = [
  numbered("科室同首字", (i) => `${i}.任务${word(i)}\n责任科室：教${word(i)}科\n`, title),
  numbered(
    "科室与简称",
    (i) => `${i}.任务\n责任科室：教${word(i >> 1, 3 - 2 * (i % 2))}育${word(i, 1)}科\n`,
    title,
  ),
  numbered("一处万个科室", (i) => `${word(i)}。（责任科室：${word(i)}科）`, `${title}一、任务\n`),
  numbered("牵头与配合", (i) => `${i}.任务\n（${word(i)}科牵头，${word(i + 1)}科配合）\n`, title),
  numbered("简称逐行", (i) => `${word(i, 5)}（以下简称“云岭${word(i)}”）工作。\n`, title),
  numbered("一类指标", (i) => `到2026年，${word(i)}毛入园率达到${i % 100}%。\n`, title),
  numbered("一句万个指标", (i) => `${word(i)}率达到${i % 100}%，`, `${title}一、任务\n到2026年，`),
  numbered("一句万个指标无年", (i) => `${word(i)}毛入园率达到${i % 100}%，`, fiveYears),
  numbered("一句万个过期指标", (i) => `${word(i)}率达到${i % 100}%，`, `${title}一、任务\n到2020年，`),
  numbered("一句万件过期的事", (i) => `2025年底前完成${word(i)}平台对接，`, `${title}一、任务\n`),
  numbered(
    "过期的指标与过期的事",
    (i) => `2025年底前完成${word(i)}改造${i}栋。2025年底前完成${word(i)}平台对接。\n`,
    `${title}一、任务\n`,
  ),
  numbered(
    "总结与计划逐章的指标",
    (i) => `${hanzi(i)}、${word(i)}\n到2026年，${word(i)}率达到${i % 100}%。\n`,
    "云岭市教育局2025年工作总结和2026年工作计划\n",
  ),
  numbered("标题里的项数", (i) => `${hanzi(i)}、${word(i)}类（2项）\n1.甲。\n2.乙。\n`, title),
  numbered("一句万个远期指标", (i) => `到2031年，${word(i)}率达到${i % 100}%，`, fiveYears),
  numbered("一句万个百分点", (i) => `${word(i)}率比上年提高${i % 9}个百分点，`, `${title}一、任务\n`),
  numbered(
    "一句万个显著",
    (i) => `${word(i)}率达到${i % 100}%，${word(i)}显著提升，`,
    `${fiveYears}到2030年，`,
  ),
  numbered("一句万个所", (i) => `建设${word(i)}学校${i}所，`, title),
  numbered(
    "一句万个分别达到",
    (i) => `${word(i)}率和${word(i)}率分别达到${i % 90}%和9%，`,
    `${title}一、甲\n`,
  ),
  numbered("一行万年", (i) => `${2000 + (i % 90)}年达到${i}所、`, `${title}一、任务\n学校`),
  numbered(
    "同名指标逐行相接",
    (i) => `到2026年，${word(i % 30)}率达到${i}%；${word(i % 30)}率达到${i + 1}%。\n`,
    `${title}一、甲\n`,
  ),
  numbered("现状与目标", (i) => `${word(i)}率从${i % 50}%提高到${50 + (i % 50)}%；\n`, title),
  numbered("引语无头而有数", (i) => `${word(i)}”三大行动`, title),
  numbered("空号", (i) => `（）${word(i)}\n`, title),
  numbered(
    "五层各异",
    (i) => `${["一、", "（一）", "1.", "（1）", "①"][i % 5] ?? ""}${word(i)}工作\n`,
    title,
  ),
  numbered("题目同词", (i) => `${hanzi(i)}、加强组织领导\n（一）做好${word(i)}工作\n`, title),
  numbered(
    "见第某项",
    (i) => `（${hanzi(i)}）${word(i)}\n见第（${hanzi(i)}）项和第（${hanzi(i + 7)}）项。\n`,
    title,
  ),
  numbered(
    "附件名单",
    (i) => (i % 2 ? `${i}.${word(i)}（见附件${i}）\n` : `附件${i}\n${word(i)}名单\n`),
    title,
  ),
  numbered("表格各行", (i) => `${i}\t${word(i)}率\t${i % 100}%\t${word(i)}科\n`, title),
  numbered("书名差一字", (i) => `落实《云岭市教育工作${word(i, 1)}要点办法》。\n`, `${title}一、任务\n`),
  numbered("括号各不相合", (i) => `（${word(i)}】《${word(i)}”`, title),
];

/** So many of the one, then as many of the other, each with its number: names above and what they name below. */
function twoLists(name: string, one: (i: number) => string, other: (i: number) => string): Shape {
  return {
    name,
    make: (length) => {
      const count = Math.ceil(length / (one(1000).length + other(1000).length));
      const all = (line: (i: number) => string): string =>
        Array.from({ length: count }, (_, i) => line(i + 1)).join("");
      return title + all(one) + all(other);
    },
  };
}

/** Two lists of which each member of the one is looked for in the other. */
export const listsAndLists: readonly Shape[] = [
  twoLists(
    "附件说明与附件页",
    (i) => `${i === 1 ? "附件：" : ""}${i}.${word(i, 6)}\n`,
    (i) => `附件${i}\n${word(i + 1, 6)}\n`,
  ),
  twoLists(
    "附件说明而无附件页",
    (i) => `附件：${i}.${word(i, 6)}\n`,
    (i) => `附件${i + 90_000}\n${word(i + 3000, 6)}\n`,
  ),
  twoLists(
    "段段重出",
    (i) => `${word(i, 30)}。\n`,
    (i) => `${word(i, 30)}。\n`,
  ),
  twoLists(
    "文号与引文",
    (i) => `云教发〔2026〕${i}号\n`,
    (i) => `落实《${word(i)}办法》（国发(2020)${i}号）。\n`,
  ),
  twoLists(
    "落款与发文机关",
    (i) => `云岭市${word(i, 4)}局\n`,
    (i) => `\n云岭市${word(i + 1, 4)}局\n2026年1月8日\n`,
  ),
  twoLists(
    "括号上下文",
    () => "：“",
    () => " ",
  ),
  numbered("一行责任与并列", (i) => `建${word(i)}、乙校、${word(i)}。（责任科室：${word(i)}科）`, title),
  numbered("一处科室重出", (i) => `${word(i >> 1)}科、`, `${title}一、任务\n责任科室：`),
  numbered("网址与半角标点", (i) => `见www.a${i}.cn甲,乙;(丙)`, title),
  numbered("一行序号与半角括号", (i) => `${i}.甲(乙),${i}.1丙(${i})`, title),
  numbered("附件里见第某项", (i) => `附件${i}\n${word(i)}\n一、甲\n见第（${hanzi(i % 9)}）项。\n`, title),
  numbered("一行引语冒号", (i) => `：“${word(i, 1)}`, title),
];

/** The hostile texts that the plan of the project names, and those that were found since. */
export const shapes: readonly Shape[] = [
  ...pieces.map((piece) => repeated(piece)),
  ...["（", "《", "“", "‘", "〔", "[", "("].map((open, i) => nested(open, "）》”’〕])"[i] ?? "")),
  nested("（《“", "”》）"),
  nested("“‘", "’”"),
  nested("一是", "。"),
  nested("1.", "\n"),
  repeated("1.1."),
  repeated("一是加强管理；"),
  repeated("“，甲"),
  repeated("一、甲（一）乙1.丙（1）丁①戊"),
  repeated("一、甲\n（一）乙\n1.丙\n（1）丁\n①戊\n"),
  repeated("《甲》、"),
  repeated("“甲”、“乙”、"),
  repeated("责任科室：基教科、办公室\n"),
  repeated("责任科室：基教科、办公室；"),
  repeated("（责任科室：基教科、办公室）"),
  repeated("到2030年，毛入园率达到95%以上，"),
  repeated("到2030年，毛入园率达到95%以上。"),
  repeated("2026年1月8日"),
  repeated("云岭市教育局\n2026年1月8日\n"),
  repeated("云岭市教育局2026年工作要点\n"),
  repeated("附件：1.甲\n2.乙\n"),
  repeated("甲".repeat(40) + "\n"),
  repeated("\n\n\n一、甲\n"),
  repeated("| 甲 | 乙 |\n"),
  repeated("甲\t乙\t丙\n"),
  numbered("一…n、各不相同", (i) => `${hanzi(i)}、任务${i}\n`, title),
  numbered("1.…n.各不相同", (i) => `${i}.完成第${i}项任务，到2026年达到${i}%。责任科室：第${i}科\n`, title),
  numbered("各不相同的科室", (i) => `第${hanzi(i)}科、`, `${title}一、任务\n责任科室：`),
  numbered("各不相同的书名", (i) => `《第${hanzi(i)}号文件》`, title),
  numbered("各不相同的引语", (i) => `“第${hanzi(i)}工程”模式，`, title),
  numbered("各不相同的简称", (i) => `第${i}教育集团（以下简称“集团${i}”），`, title),
  numbered("同名指标逐年不同", (i) => `到20${String((i % 70) + 26)}年，毛入园率达到${i % 100}%。`, title),
  numbered("各不相同的指标", (i) => `到2026年，第${hanzi(i)}率达到${i % 100}%。\n`, title),
  numbered("各不相同的段落", (i) => `第${hanzi(i)}段${i}的内容是要做好这一段的工作。\n`, title),
  numbered("互见", (i) => `（${hanzi(i)}）见第（${hanzi(i + 1)}）项\n`, title),
  numbered(
    "各层错落",
    (i) => `${["一、", "（一）", "1.", "（1）", "①"][(i * 7) % 5] ?? ""}第${i}项\n`,
    title,
  ),
  numbered("倒着编号", (i) => `${100_000 - i}.任务\n`, title),
  numbered("越嵌越深", (i) => `1${".1".repeat(i % 50)} 任务\n`, title),
  numbered("附件逐一", (i) => `附件${i}\n甲${i}\n1.乙\n`, `${title}一、甲\n`),
  numbered("章节逐一", (i) => `第${hanzi(i)}章 甲${i}\n第一节 乙\n一、丙\n`, title),
  numbered("同一段落", () => `做好教育系统安全稳定工作，落实各项任务要求。\n`, title),
  numbered("甲乙丙丁", (i) => `${hanzi(i)}大行动、${i}项任务，`, title),
  numbered("控制字符", (i) => String.fromCharCode(i % 33)),
  numbered("随意的字", (i) => String.fromCharCode((i * 7919) & 0xffff)),
  ...manyOfAKind,
  ...listsAndLists,
];
