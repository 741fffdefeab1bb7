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

/** How a target is counted: a level is never compared with a change (下降1个百分点), nor pupils with per cent. */
export function countedAs({ unit, comparator, valueSpan }: Target, text: string): string {
  return `${changeIn(comparator, valueSpan.start, text)} ${SAME_UNIT[unit] ?? unit}`;
}

function changeIn(comparator: Target["comparator"], at: number, text: string): string {
  if (comparator === "increase" || comparator === "decrease") return comparator;
  if (comparator === "=") return "level";
  const found = CHANGES.exec(text.slice(Math.max(0, at - REACH), at));
  if (!found) return "level";
  return found[1] === undefined ? "decrease" : "increase";
}
