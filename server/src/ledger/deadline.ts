import type { Item, PlanDocument, Responsibility } from "../plan/model.js";
import { PlacedResponsibility } from "../plan/placedResponsibility.js";
import { responsibilitiesFor } from "./servedBy.js";

/** So much of a task is read for its deadline. */
const REACH = 2000;
const LABELLED = /(?:完成时[限间]|时间节点|时限要求|完成期限|办结时限)[：:]\s*([^。；;\n）)〕]{2,24})/;
const WRITTEN =
  /(?:到\s?)?(?:20\d\d\s?年(?:年?底|末|\s?\d{1,2}\s?月(?:\s?\d{1,2}\s?日|底|中旬|上旬|下旬)?)?(?:之?前|以前)|(?:今年)?(?:年|\d{1,2}\s?月)底(?:之?前|以前)|\d{1,2}\s?月(?:\s?\d{1,2}\s?日|[上中下]旬)?(?:之?前|以前)|到\s?20\d\d\s?年(?:底|末)?)/;

/** When a task is due, as the draft writes it: its 完成时限, else the first term in its text; "" where there is none. */
export function deadlineOf(plan: PlanDocument, item: Item): string {
  const own = (): string => plan.text.slice(item.start, Math.min(item.ownEnd, item.start + REACH));
  return labelledTerm(responsibilitiesFor(item)) ?? (writtenTerm(own()) || phaseOf(item));
}

const DAY = "(?:20\\d\\d\\s?年\\s?)?\\d{1,2}\\s?月(?:\\s?\\d{1,2}\\s?日|[上中下]旬|底)?";
const PHASE = new RegExp(`[（(](${DAY}\\s?[—－–~～至-]{1,2}\\s?${DAY})[）)]$`);

/** 第二阶段：全面自查（3月16日—3月30日）: the phase to which a task belongs says when; "" where none does. */
function phaseOf(item: Item): string {
  for (let at: Item | undefined = item; at; at = at.parent) {
    const phase = at.title.includes("月") ? PHASE.exec(at.title)?.[1] : undefined;
    if (phase !== undefined) return phase;
  }
  return "";
}

/** The same of a stretch of a text and those that serve it. */
export function termIn(text: string, serving: readonly Responsibility[]): string {
  return labelledTerm(serving) ?? writtenTerm(text.slice(0, REACH));
}

function labelledTerm(serving: readonly Responsibility[]): string | undefined {
  for (const one of serving) {
    const labelled = PlacedResponsibility.deadlineOf(one);
    if (labelled !== undefined) return labelled.trim();
  }
  return undefined;
}

function writtenTerm(text: string): string {
  return LABELLED.exec(text)?.[1]?.trim() ?? WRITTEN.exec(text)?.[0] ?? "";
}
