import type { Paragraph, Target } from "./model.js";

/** In what sense a paragraph says the year of a target, up to its clause. */
export interface YearSenses {
  /** 到2025年, 2025年底: by when. */
  isTerm(paragraph: Paragraph, target: Target): boolean;
  /** 完成2000年底前建成的7个小区改造: how old they are, not by when. */
  isOrigin(paragraph: Paragraph, target: Target): boolean;
  /** 争取用地1200亩，处置2009年至2024年的闲置土地: only what the sentence goes on to say names it. */
  isLater(paragraph: Paragraph, target: Target): boolean;
}

const TERM = /^[到至]|[前底末内]$/;
const OF_OLD =
  /^(?:[（(]含[）)])?(?:[以之]?前)?[^，。；：\d]{0,4}(?:建|竣工|立项|批|形成|登记|注册|入职|入库|投用|投入使用|出生|取得|认定|欠|遗留|脱贫|摘帽|退休|存在|结转|发现|排查|摸排|下达|反馈|交办|通报|移交|签订|[成设]立|开工|交付|购|毕业|入学|参加|出让|印发|出台|制定)[^，。；：\d]{0,6}的/;
/** 其中2024年结转5个. */
const CARRIED_OVER = /^度?(?:结转|续建|遗留|跨年度?)(?:项目|工程|任务)?[\d一二两三四五六七八九十]/;

/** Where each year stands first in a sense, looked for once in a paragraph: it may have thousands of years and targets. */
type FirstPlaces = ReadonlyMap<number, number>;

export function createYearSenses(): YearSenses {
  const isNamed = saidUpTo(() => true);
  return {
    isTerm: saidUpTo(isTermIn),
    isOrigin: saidUpTo(isOriginIn),
    isLater: (paragraph, target) => !isNamed(paragraph, target),
  };
}

type Said = YearSenses["isTerm"];

function saidUpTo(isMeant: (text: string, year: SaidYear) => boolean): Said {
  const known = new Map<Paragraph, FirstPlaces>();
  return (paragraph, target) => {
    const first = known.get(paragraph) ?? firstPlaces(paragraph, isMeant);
    known.set(paragraph, first);
    return isSaid(first, target);
  };
}

function isSaid(first: FirstPlaces, { year, span }: Target): boolean {
  return year !== undefined && (first.get(year) ?? Infinity) <= span.end;
}

type SaidYear = Paragraph["years"][number];

function firstPlaces(
  { text, years }: Paragraph,
  isMeant: (text: string, year: SaidYear) => boolean,
): FirstPlaces {
  const first = new Map<number, number>();
  for (const one of years)
    if (!first.has(one.year) && isMeant(text, one)) first.set(one.year, one.span.start);
  return first;
}

function isTermIn(text: string, { span }: SaidYear): boolean {
  return TERM.test(text.slice(span.start, span.end));
}

function isOriginIn(text: string, { span }: SaidYear): boolean {
  const behind = text.slice(span.end, span.end + 24);
  return OF_OLD.test(behind) || CARRIED_OVER.test(behind);
}
