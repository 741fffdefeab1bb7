export type Locale = "zh-CN" | "en";

/** A text of the catalogue with what fills its `{name}`s. Said in the reader's language when it is shown. */
export interface Said {
  readonly key: TextKey;
  readonly fill: Readonly<Record<string, string | number>>;
}

const ZH = {
  "item.departments": "责任：{names}",
  "item.deadline": "时限：{deadline}",
  "item.target": "{indicator} {value}（{year}）",
  "item.targetUndated": "{indicator} {value}（未写明年份）",
  "item.children": "下设{count}条",
  "target.indicator": "指标：{indicator}",
  "target.achievement": "已取得的成绩，不是目标",
  "target.none": "看不出完成年份",
  "target.clause": "{year}年：本分句写明",
  "target.sentence": "{year}年：本句前文写明",
  "target.item": "{year}年：本条写明",
  "target.section": "{year}年：由上级标题给出",
  "target.title": "{year}年：由文稿标题给出",
  "target.timed": "有时限而没有年份",
  "department.names": "又称：{names}",
  "department.from": "{year}年起",
  "department.until": "至{year}年",
  "department.lead": "分管：{name}",
  "department.unknown": "名册中没有",
  "department.tasks": "本稿{count}项任务，牵头{lead}项",
  "department.task": "{path}{title}",
  "marker.level": "第{level}级，同级写作“{form}”",
  "marker.runsOn": "全文连续编号，这里是第{ordinal}条",
  "marker.restarts": "在上级之下从头编号，同级共{count}条",
  "marker.scheme": "本稿的层次：{scheme}",
  "hint.year": "{year}年",
  "lens.counts": "任务{tasks}项 · 未写责任{withoutDepartment}项 · 目标{targets}个 · 未写年份{withoutYear}个",
} as const;

export type TextKey = keyof typeof ZH;

const EN: Readonly<Record<TextKey, string>> = {
  "item.departments": "Responsible: {names}",
  "item.deadline": "Due: {deadline}",
  "item.target": "{indicator} {value} ({year})",
  "item.targetUndated": "{indicator} {value} (no year)",
  "item.children": "{count} items below",
  "target.indicator": "Indicator: {indicator}",
  "target.achievement": "Already achieved, no target",
  "target.none": "The year cannot be told",
  "target.clause": "{year}: said in this clause",
  "target.sentence": "{year}: said earlier in this sentence",
  "target.item": "{year}: said in this item",
  "target.section": "{year}: given by a heading above",
  "target.title": "{year}: given by the title",
  "target.timed": "A term without a year",
  "department.names": "Also: {names}",
  "department.from": "Since {year}",
  "department.until": "Until {year}",
  "department.lead": "Supervised by {name}",
  "department.unknown": "Not in the roster",
  "department.tasks": "{count} tasks in this draft, leading {lead}",
  "department.task": "{path}{title}",
  "marker.level": "Level {level}, written “{form}”",
  "marker.runsOn": "Numbers run on through the draft; this is number {ordinal}",
  "marker.restarts": "Numbers restart under each parent; {count} siblings",
  "marker.scheme": "Levels of this draft: {scheme}",
  "hint.year": "{year}",
  "lens.counts":
    "{tasks} tasks · {withoutDepartment} without department · {targets} targets · {withoutYear} without year",
};

/** A text in a language, filled. */
export function say(text: Said, locale: Locale): string {
  const pattern = locale === "en" ? EN[text.key] : ZH[text.key];
  return pattern.replace(/\{([a-zA-Z]{1,24})\}/g, (whole, name: string) => String(text.fill[name] ?? whole));
}
