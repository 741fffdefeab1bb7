import type { DocumentRule, Remark } from "../../rule.js";
import { finalMark, wrongNumbers } from "./attachmentNoteSlips.js";
import { unknownMentions } from "./attachmentMentions.js";
import { otherTitles } from "./attachmentTitles.js";
import { attachmentNotes, attachmentPages, mayBeTitle, shortLines } from "./attachments.js";
import type { AttachmentName, AttachmentPage, ShortLines } from "./attachments.js";

/** A name that says itself where the attachment is to be had. */
const ELSEWHERE = /\.(?:docx?|xlsx?|pdf|wps|et|zip|rar|jpg)$|略|另发|另附|另行|下载|领取|不公开/;

export const attachmentReference: DocumentRule = {
  id: "attachment-reference",
  subject: "structure",
  scope: "document",
  sees: {
    structure: ["lines", "frame"],
    words: (paragraph) => (mayBeTitle(paragraph) || paragraph.text.includes("附") ? paragraph.text : ""),
  },
  wants: "附",
  severity: "warning",
  title: { "zh-CN": "附件说明与附件对得上", en: "Attachments named are there, and those there are named" },
  why: {
    "zh-CN": "附件说明列了而文后没有、编号不连、名称与附件的标题不一致、名称后带标点，都是退文的常见原因。",
    en: "An attachment named but absent, a broken count, a name unlike the title, a mark behind a name: common reasons for a draft to be returned.",
  },
  clause: { "zh-CN": "GB/T 9704-2012 7.3.4、7.3.7", en: "GB/T 9704-2012 7.3.4, 7.3.7" },
  whenOff: {
    "zh-CN": "附件一律另存为单独文件时可关闭。",
    en: "Where attachments are always files of their own.",
  },
  texts: {
    "zh-CN": {
      absent: "附件说明列了“{name}”，文后没有这个附件。",
      apart: "附件说明列了“{name}”，本文件里没有；附件另存的，不必理会。",
      unnamed: "文后有“附件{number}”，附件说明里没有列。",
      unknown: "文中提到“附件{number}”，文后和附件说明里都没有。",
      title: "附件的标题是“{title}”，附件说明里作“{name}”。",
      named: "附件说明里的名称",
      rename: "附件说明改作“{right}”",
      retitle: "附件标题改作“{right}”",
      mark: "附件名称后不加标点。",
      order: "附件编号应为“{right}”。",
      single: "只有一个附件时不编号。",
      fix: "改为“{right}”",
      remove: "删去“{found}”",
    },
    en: {
      absent: "“{name}” is named as an attachment and is not there.",
      apart:
        "“{name}” is named as an attachment and is not in this file; never mind where it is a file of its own.",
      unnamed: "“附件{number}” follows and is not named in the list of attachments.",
      unknown: "“附件{number}” is mentioned, and there is none.",
      title: "This attachment is titled “{title}”; in the list of attachments it is “{name}”.",
      named: "Its name in the list",
      rename: "Name it “{right}” in the list",
      retitle: "Title it “{right}”",
      mark: "No mark follows the name of an attachment.",
      order: "The number of this attachment should be “{right}”.",
      single: "A single attachment has no number.",
      fix: "Change to “{right}”",
      remove: "Remove “{found}”",
    },
  },
  examples: [
    {
      bad: "云岭市2026年工作要点\n一、总体要求\n全面落实。\n附件：1.重点项目清单\n⟦2.任务分工表⟧\n云岭市教育局\n2026年2月25日\n附件1\n重点项目清单\n1.新建学校。",
      good: "云岭市2026年工作要点\n一、总体要求\n全面落实。\n附件：1.重点项目清单\n2.任务分工表\n云岭市教育局\n2026年2月25日\n附件1\n重点项目清单\n1.新建学校。\n附件2\n任务分工表\n1.建校：基建科。",
    },
  ],
  *check(plan, context) {
    const blocks = attachmentNotes(plan);
    for (const block of blocks) {
      yield* wrongNumbers(block);
      for (const entry of block) yield* finalMark(plan, entry);
    }
    const pages = attachmentPages(context.wanted());
    if (blocks.length > 0) yield* absent(blocks, pages, shortLines(plan, context));
    if (blocks.length === 1) yield* otherTitles(plan, blocks.flat(), pages);
    yield* unnamed(blocks.flat(), pages);
    yield* unknownMentions(plan, [...blocks.flat(), ...pages]);
  },
};

/**
 * Named, and neither its label nor its title stands anywhere behind. Where several are named and none of them is there
 * they are files of their own; a single one may be, too.
 */
function* absent(
  blocks: readonly (readonly AttachmentName[])[],
  pages: readonly AttachmentPage[],
  titles: ShortLines,
): Generator<Remark> {
  const numbers = new Set(pages.map(({ ordinal }) => ordinal));
  for (const block of blocks) {
    const from = block.at(-1)?.line.end ?? 0;
    const anyFits = numbers.has(undefined) || (block.length === 1 && pages.length > 0);
    const lost = block.filter((entry) => {
      const byNumber = anyFits || numbers.has(entry.ordinal);
      return !(byNumber || ELSEWHERE.test(entry.name) || titles.hold(entry.name, from));
    });
    if (lost.length === block.length && lost.length > 1) continue;
    const single = block.length === 1 ? ({ mayBeMeant: true } as const) : undefined;
    for (const { line, name } of lost)
      yield { span: line, message: { key: single ? "apart" : "absent", fill: { name } }, ...single };
  }
}

function* unnamed(named: readonly AttachmentName[], pages: readonly AttachmentPage[]): Generator<Remark> {
  // 附件： 附件1 …, and 附件2 … below it: the list says 附件 on every line, and may not be told from the pages.
  if (named.length === 0 || named.some(({ name }) => /^附\s?件\s?\d/.test(name))) return;
  const numbers = new Set(named.map((entry) => entry.ordinal));
  for (const { ordinal, span } of pages) {
    const isNamed = ordinal === undefined || ordinal <= named.length || numbers.has(ordinal);
    if (!isNamed) yield { span, message: { key: "unnamed", fill: { number: ordinal } } };
  }
}
