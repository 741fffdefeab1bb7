import type { PlanDocument } from "../../plan/model.js";
import { responsibilitiesIn } from "../../plan/responsibility.js";
import type { Caret } from "../caret.js";
import { type Folder, namesOf } from "../folder.js";
import { behindLast, type Completion, couldMean, endsWord, type Pinyin } from "./completion.js";
import { listHabit } from "./separator.js";

/** No label stands further before the caret than this; a list of names that long is no list. */
const REACH = 240;
const SEPARATORS = /[、，,；;\s/／：:（(〔[【]/;

/**
 * Departments after a label of responsibility (责任科室：, 牵头单位：, 【责任科室】…, in a line or in an open bracket): those
 * of the roster first, then those that other drafts and this one use. Names already in the list are left out.
 */
export function departmentCompletions(
  plan: PlanDocument,
  caret: Caret,
  from: { readonly folder: Folder; readonly pinyin?: Pinyin | undefined },
): Completion[] {
  if (!endsWord(caret.after)) return [];
  const list = openList(caret);
  if (!list) return [];
  const { typed, names } = list;
  const taken = new Set(names.flatMap((name) => namesOf(from.folder.roster, name)));
  const frame = frameOf(plan, caret, list);
  return knownDepartments(plan, from.folder, caret)
    .filter(
      (one) => !taken.has(one.name) && one.name !== typed && couldMean(typed, [one.name, ...one.aliases]),
    )
    .map((one) => ({
      kind: "department",
      label: one.name,
      detail: one.aliases.join("、"),
      filters: filtersOf([one.name, ...one.aliases], from.pinyin),
      edit: {
        span: { start: frame.start, end: caret.offset },
        newText: frame.before + one.name + frame.behind,
      },
    }));
}

interface OpenList {
  /** What has been typed of the name at the caret. */
  readonly typed: string;
  /** The names before it, and those behind the caret. */
  readonly names: readonly string[];
}

function openList(caret: Caret): OpenList | undefined {
  const near = caret.before.slice(-REACH);
  const colon = Math.max(near.lastIndexOf("："), near.lastIndexOf(":"), near.lastIndexOf("】"));
  if (colon === -1 || /[。！？]/.test(near.slice(colon))) return undefined;
  const label = /[\u4e00-\u9fff]{2,14}$/.exec(near.slice(0, colon))?.[0];
  if (label === undefined || !namesDepartments(label)) return undefined;
  const behind = /^[^。；;）)〕\]】]*/.exec(caret.after)?.[0] ?? "";
  const written = near.slice(colon + 1);
  const typed = behindLast(written, "、，,；; \u3000\t/／");
  const names = [
    ...written.slice(0, written.length - typed.length).split(SEPARATORS),
    ...behind.split(SEPARATORS),
  ];
  return { typed, names: names.filter((name) => name !== "") };
}

/** The parser's word on it: any label that it reads as one, but for persons and times. */
function namesDepartments(label: string): boolean {
  const group = responsibilitiesIn(`${label}：办公室`)[0]?.groups[0];
  return group !== undefined && group.role !== "person" && group.departments.length > 0;
}

/** What the place asks for before and behind a name, so that the list reads as the draft's others do. */
interface Frame {
  readonly start: number;
  readonly before: string;
  readonly behind: string;
}

/** A separator unlike the draft's is replaced; a first name gets the draft's mark of the leading one. ； parts groups and stays. */
function frameOf(plan: PlanDocument, caret: Caret, list: OpenList): Frame {
  const habit = listHabit(plan);
  const start = caret.offset - list.typed.length;
  const written = caret.before.slice(0, caret.before.length - list.typed.length);
  const opening = /[：:】](\s{0,2})$/.exec(written);
  if (opening) {
    const behind = list.names.length === 0 ? habit.lead : "";
    return { start: start - (opening[1]?.length ?? 0), before: habit.afterColon, behind };
  }
  const typed = /[、，,\s]{1,2}$/.exec(written)?.[0] ?? "";
  const differs = typed !== "" && typed !== habit.between;
  return { start: start - (differs ? typed.length : 0), before: differs ? habit.between : "", behind: "" };
}

interface Known {
  readonly name: string;
  readonly aliases: readonly string[];
}

/** Each body once: under its full name where the roster has it, else as it is written, the commoner first. */
function knownDepartments(plan: PlanDocument, folder: Folder, caret: Caret): Known[] {
  const year = plan.period?.to;
  const found = new Map<string, Known>();
  for (const entry of folder.roster) {
    const isGone = year !== undefined && ((entry.until ?? year) < year || (entry.from ?? year) > year);
    if (!isGone) found.set(entry.full, { name: entry.full, aliases: entry.aliases ?? [] });
  }
  const used = [...folder.departments].sort((a, b) => b.count - a.count).map((one) => one.name);
  const here = plan.items.flatMap((item) =>
    item.responsibilities
      .filter((one) => one.span.end < caret.line.start || one.span.start > caret.offset)
      .flatMap((one) => one.departments.map((department) => department.name)),
  );
  for (const name of [...used, ...here]) {
    const isListed = folder.roster.some((entry) => entry.full === name || entry.aliases?.includes(name));
    if (!isListed && !found.has(name)) found.set(name, { name, aliases: [] });
  }
  return [...found.values()];
}

function filtersOf(names: readonly string[], pinyin: Pinyin | undefined): string[] {
  return [...new Set([...names, ...names.flatMap((name) => pinyin?.(name) ?? [])])];
}
