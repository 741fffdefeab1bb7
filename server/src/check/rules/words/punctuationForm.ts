import type { ParagraphRule, Remark } from "../../rule.js";
import { pageNumberAt } from "../../../text/ends.js";
import { spanOf, sureFix } from "./mending.js";
import { matchesIn } from "../../../text/matches.js";

interface Form {
  readonly key: string;
  readonly pattern: RegExp;
  readonly right: string | ((found: string) => string);
}

const FORMS: readonly Form[] = [
  {
    key: "ellipsis",
    pattern:
      /(?<=[\u4e00-\u9fff，、”》])(?:\.{3,}|。{3,}|·{3,}|…(?!…)|…{3,})(?=[\u4e00-\u9fff，。；、”》）“《]|$)/g,
    right: "……",
  },
  { key: "both", pattern: /(?<=[\u4e00-\u9fff]等)……/g, right: "" },
  {
    key: "dash",
    pattern: /(?<=[\u4e00-\u9fff”》）])(?:--+|－－+|──+|––+)(?=[\u4e00-\u9fff“《（])/g,
    right: "——",
  },
  {
    key: "interpunct",
    pattern:
      /(?<=[“"])(?:(?:1[0-2]|[1-9])[.．•・](?:[12]\d|3[01]|[1-9])|(?:一二|十二|十一|一)[.．•・][一二三四五六七八九十]{1,3})(?=[”"](?:[运活行]动|事件|宣传|节|主题|系列|惨案|抗|消费|国际|世界|全国|讲话|纪念|精神|指示|批示|大|重))/g,
    right: dotted,
  },
];

export const punctuationForm: ParagraphRule = {
  id: "punctuation-form",
  subject: "words",
  scope: "paragraph",
  wants: [["…"], [".·。•・．", ".·。•・．"], ["-－─–", "-－─–"], ['“"', "0123456789一十二"]],
  severity: "hint",
  title: { "zh-CN": "省略号、破折号、间隔号的写法", en: "How ellipsis, dash and interpunct are written" },
  why: {
    "zh-CN": "省略号是六个点，破折号占两格，“3·15”用间隔号；用句点、连字符代替排出来长短不一。",
    en: "An ellipsis has six dots, a dash takes two places, “3·15” has an interpunct; substitutes set unevenly.",
  },
  clause: {
    "zh-CN": "GB/T 15834-2011 4.10、4.11、4.14、附录A.9；GB/T 15835-2011 5.1.6",
    en: "GB/T 15834-2011 4.10, 4.11, 4.14, A.9; GB/T 15835-2011 5.1.6",
  },
  texts: {
    "zh-CN": {
      ellipsis: "省略号应为六个点“……”。",
      both: "“等”与省略号只用一个。",
      dash: "破折号应为“——”。",
      interpunct: "月、日之间用间隔号：“{right}”。",
      fix: "改为“{right}”",
    },
    en: {
      ellipsis: "An ellipsis has six dots: ……",
      both: "Either 等 or an ellipsis, not both.",
      dash: "A dash is “——”.",
      interpunct: "Month and day are joined by an interpunct: “{right}”.",
      fix: "Change to “{right}”",
    },
  },
  examples: [
    {
      bad: "开展“⟦3.15⟧”主题宣传，走访学校、医院、公园⟦...⟧",
      good: "开展“3·15”主题宣传，走访学校、医院、公园……",
    },
    { bad: "坚持一个目标⟦--⟧办好教育。", good: "坚持一个目标——办好教育。" },
  ],
  *check({ text }) {
    if (
      !/[.…·。•・．]{2}|…|[-－─–]{2}|[“"][\d一十二]{1,2}[.．•・]/.test(text) ||
      endsInPageNumber(text.slice(-40))
    )
      return;
    for (const form of FORMS) yield* remarks(text, form);
  },
};

function* remarks(text: string, form: Form): Generator<Remark> {
  for (const match of matchesIn(text, form.pattern)) {
    const right = typeof form.right === "string" ? form.right : form.right(match[0]);
    const span = spanOf(match);
    yield {
      span,
      message: { key: form.key, fill: { right } },
      fixes: [sureFix([{ span, newText: right }], { right })],
    };
  }
}

function dotted(found: string): string {
  return found.replace(/[.．•・]/, "·");
}

/** Dots of a table of contents lead to a page number and are no ellipsis. */
function endsInPageNumber(tail: string): boolean {
  return /^[.…·。]{2}/.test(tail.slice(pageNumberAt(tail)));
}
