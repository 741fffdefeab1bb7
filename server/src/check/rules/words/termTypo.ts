import type { ParagraphRule } from "../../rule.js";
import { sureFix } from "./mending.js";
import { misspellings } from "./misspellings.js";

/** Written so they are no words at all, whatever stands around them. */
const words = misspellings(
  {
    布署: "部署",
    按装: "安装",
    竟争: "竞争",
    松驰: "松弛",
    按步就班: "按部就班",
    迫不急待: "迫不及待",
    再接再励: "再接再厉",
    一如继往: "一如既往",
    震憾: "震撼",
    幅射: "辐射",
    默守成规: "墨守成规",
    峻工: "竣工",
    追朔: "追溯",
    提钢挈领: "提纲挈领",
    因地治宜: "因地制宜",
    侯选人: "候选人",
    贯切落实: "贯彻落实",
    贯彻落时: "贯彻落实",
    即往不咎: "既往不咎",
    象征意议: "象征意义",
    个百分比: "个百分点",
    ...Object.fromEntries([..."0123456789"].map((digit) => [`${digit}百分点`, `${digit}个百分点`])),
  },
  {
    布署: /布署名/,
    按装: /按装[配机修卸货载备置车箱船潢]/,
    竟争: /^[究毕]|竟争[取先]/,
    峻工: /^[严险]|峻工作/,
  },
);

export const termTypo: ParagraphRule = {
  id: "term-typo",
  subject: "words",
  scope: "paragraph",
  wants: words.wants,
  severity: "warning",
  title: { "zh-CN": "常见别字", en: "Words often misspelt" },
  why: {
    "zh-CN": "“布署”“峻工”一类别字，输入法出得来，通读时容易放过。",
    en: "Homophones that an input method offers are easily read over.",
  },
  clause: { "zh-CN": "《现代汉语词典》（国家标准未作规定）", en: "The dictionary; the standards are silent" },
  texts: {
    "zh-CN": { typo: "“{found}”应作“{right}”。", fix: "改为“{right}”" },
    en: { typo: "“{found}” should be “{right}”.", fix: "Change to “{right}”" },
  },
  examples: [{ bad: "认真⟦布署⟧，确保按期⟦峻工⟧。", good: "认真部署，确保按期竣工。" }],
  *check({ text }) {
    for (const { found, right, edit } of words.find(text)) {
      const fill = { found, right };
      yield { span: edit.span, message: { key: "typo", fill }, fixes: [sureFix([edit], fill)] };
    }
  },
};
