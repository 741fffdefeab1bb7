import type { Target } from "../plan/model.js";

/** Words in front of a value that make it a change: 下降(12%以上) has its bound, and no longer says so itself. */
const CHANGES =
  /(?:(提高|提升|增长|增加|上升|扩大|递增)|下降|降低|减少|缩减|压缩|压减|缩短|递减)(?:了|约|近|均|各|不(?:低于|少于)|超过|\s){0,3}$/;
const REACH = 12;

/** Ways of writing one unit; whoever counts pupils by 名 one year may count them by 人 the next. */
const SAME_UNIT: Readonly<Record<string, string>> = {
  "％": "%",
  "‰": "%",
  个百分点: "百分点",
  "㎡": "平方米",
  千米: "公里",
  所: "个",
  家: "个",
  处: "个",
  座: "个",
  名: "人",
  位: "人",
};

/** A target with its name and how it is counted, in which two ways of saying the same are one. */
export interface Counted {
  readonly target: Target;
  readonly name: string;
  /** A level is never compared with a change (下降1个百分点), nor pupils with per cent. */
  readonly kind: string;
}

/** Their rise is what is measured, and less of it is wanted: 居民消费价格上涨(3%) and 居民消费价格涨幅(3%) are one. */
const PRICES = /(?:消费价格|零售价格|物价)(?:总?水平|总?指数)?$/;
/** 财政收入增速达到(6%) and 财政收入增长(6%) are one. */
const GROWTH =
  /(?<=[\u4e00-\u9fffA-Za-z]{3})(?:增速|增幅|增长速度|增长率)$|(?<=货币|M2）?)(?:预期)?增长(?:预期)?目标(?:拟?定)?$/;

/** The last letters of both: most names are known by theirs to be neither. */
const ENDS = "格价平数速幅度率标定";

export function counted(target: Target, text: string): Counted {
  const { indicator, value, comparator, unit } = target;
  const same = SAME_UNIT[unit] ?? unit;
  const change = changeIn(comparator, target.valueSpan.start, text);
  if (same === "%" && change !== "decrease") {
    if (value === "全覆盖" && indicator !== "" && !/覆盖[率面]?$/.test(indicator))
      return { target, name: `${indicator}覆盖率`, kind: `${change} %` };
    if (ENDS.includes(indicator.charAt(indicator.length - 1))) {
      if (PRICES.test(indicator)) return { target, name: `${indicator}涨幅`, kind: "level %" };
      const growth = change === "level" && comparator !== "<=" ? GROWTH.exec(indicator) : null;
      if (growth) return { target, name: indicator.slice(0, growth.index), kind: "increase %" };
    }
  }
  return { target, name: indicator, kind: `${change} ${same}` };
}

function changeIn(comparator: Target["comparator"], at: number, text: string): string {
  if (comparator === "increase" || comparator === "decrease") return comparator;
  if (comparator === "=") return "level";
  const found = CHANGES.exec(text.slice(Math.max(0, at - REACH), at));
  if (!found) return "level";
  return found[1] === undefined ? "decrease" : "increase";
}
