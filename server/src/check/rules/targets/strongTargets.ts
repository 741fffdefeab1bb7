import { targetsWhere } from "../../../plan/fewTargets.js";
import { boxedItems } from "../../../plan/boxes.js";
import { type Item, itemAt, type PlanDocument, type Target } from "../../../plan/model.js";

/** 未注明年份的均为2030年目标: the draft says once when all is due. */
export const ALL_DUE =
  /(?:未|没有|无特别|无特殊)(?:注明|标明|说明|写明)[^。\r\n]{0,24}(?:年|期末)|目标年(?:份|限)?[为是]/;

export function isRate(target: Target): boolean {
  return /[%‰]|百分点/.test(target.unit);
}

/** The strong goals of a plan; what a box (专栏) lists is for the whole period. */
export function strongGoals(plan: PlanDocument): readonly Target[] {
  const boxed = boxedItems(plan);
  const isBoxed = ({ valueSpan }: Target): boolean => {
    const item = boxed.size > 0 ? itemAt(plan, valueSpan.start) : undefined;
    return item !== undefined && boxed.has(item);
  };
  return targetsWhere(plan, ({ kind, target }) => kind === "goal" && mayBeStrong(target)).filter(
    (target) => isStrong(plan, target) && !isBoxed(target),
  );
}

function mayBeStrong({ value, number, indicator }: Target): boolean {
  return /\d/.test(value) && number !== undefined && number !== 0 && indicator.length >= 2;
}

/** A level of a named rate, or a count of things to be made: other numbers are too often a norm or a name. */
function isStrong(plan: PlanDocument, target: Target): boolean {
  if (isTimedSection(itemAt(plan, target.valueSpan.start))) return false;
  const clause = plan.text.slice(target.span.start, target.span.end);
  if (/每个|每所|每校|各校|原则上|一般|标准|按|用于|不少于|不低于|不超过|不高于/.test(clause)) return false;
  // 保持在98%以上 holds throughout.
  if (isRate(target) && /保持|稳定在|维持|始终/.test(clause)) return false;
  // 引进1所或联办1所: neither is promised. 建设好5个专业: they are there already.
  if (/或(?!缺)|(?:建设|办|管|用|培养)好/.test(clause)) return false;
  // 100% is mostly what holds always: 持证上岗率100%.
  if (isRate(target) && target.number === 1) return false;
  if (isRate(target)) return target.comparator !== "increase" && target.comparator !== "decrease";
  return DEEDS.test(clause) && COUNTED.test(target.unit);
}

const DEEDS =
  /新建|新增|改扩建|建成|培育|创建|打造|引进|培养|培训|建设|选树|遴选|认定|组建|招聘|撤并|完成|达到/;
const COUNTED = /^(?:所|个|名|人|人次|家|处|门|项|套|间|座|平方米|亩|公里)$/;

/** Stages have their times in their headings; a chapter of safeguards mostly says what holds throughout. */
function isTimedSection(item: Item | undefined): boolean {
  let root = item;
  for (let at = item; at; at = at.parent) {
    if (STAGES.test(at.title.slice(0, LONGEST_NAME))) return true;
    root = at;
  }
  return SAFEGUARDS.test(root?.title.slice(0, LONGEST_NAME) ?? "");
}

const STAGES = /步骤|阶段|进度/;
const SAFEGUARDS = /保障|组织实施|组织领导|工作要求/;
/** So many characters of a heading name what stands below it. */
const LONGEST_NAME = 16;

/** What `isStrong` takes from a heading. */
export function timesTold(title: string): string {
  const name = title.slice(0, LONGEST_NAME);
  return `${STAGES.test(name)} ${SAFEGUARDS.test(name)}`;
}
