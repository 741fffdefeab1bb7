import { aliasGroups } from "../check/rules/responsibility/aliasGroups.js";
import { type NameUse, namesUsed } from "../check/rules/responsibility/departmentUses.js";
import type { PlanDocument } from "../plan/model.js";

/** A department that is named only once may as well be a slip; it is left to the reader to add. */
const OFTEN = 2;

/** A hegao.config.json that fits drafts which are there already, with comments that say what was seen in them. */
export function proposeConfig(plans: readonly PlanDocument[]): string {
  const roster = rosterOf(plans);
  const form = responsibilityForm(plans);
  const several = hasSeveralYears(plans);
  const sections = [
    `  // 由 ${plans.length} 份文稿拟出，请核对后使用。在 VS Code 里，光标停在各项上有说明；hegao rules 列出全部规则。`,
    '  // 起草时用 "drafting"，核稿用 "review"，印发前用 "issue"。\n  "profile": "review",',
    `  // ${form.note}\n  "rules": {${form.rule}},`,
    `  // 科室名册：full 为全称，aliases 为文稿里用过的简称。只写过一次的没有列入，请补上。\n  "roster": [${roster.join(",")}${roster.length > 0 ? "\n  " : ""}],`,
    '  // 用语表，例如 { "avoid": "按装", "use": "安装", "reason": "错别字" }。\n  "terms": [],',
    `  // 往年文稿所在的文件夹，相对本文件${several ? "；各年的文稿都在这里" : ""}。\n  "earlier": [${several ? '"."' : ""}]`,
  ];
  return `{\n${sections.join("\n\n")}\n}\n`;
}

/** True where drafts of one kind are for different years: then each has its earlier ones beside it. */
function hasSeveralYears(plans: readonly PlanDocument[]): boolean {
  const years = new Map<string, Set<number>>();
  for (const { kind, period } of plans) {
    if (period) years.set(kind, (years.get(kind) ?? new Set()).add(period.from));
  }
  return [...years.values()].some((found) => found.size > 1);
}

function rosterOf(plans: readonly PlanDocument[]): string[] {
  const uses = mergedUses(plans);
  const groups = aliasGroups(uses);
  const grouped = new Set(groups.flat());
  const all = [...groups, ...uses.filter((use) => !grouped.has(use)).map((use) => [use])];
  const total = (group: readonly NameUse[]): number => group.reduce((sum, use) => sum + use.count, 0);
  return all
    .filter((group) => total(group) >= OFTEN)
    .sort((a, b) => total(b) - total(a) || (a[0]?.name ?? "").localeCompare(b[0]?.name ?? "", "zh-CN"))
    .map(rosterLine);
}

/** The longest name is the full one. */
function rosterLine(group: readonly NameUse[]): string {
  const [full, ...aliases] = [...group].sort((a, b) => b.name.length - a.name.length).map((use) => use.name);
  const short = aliases.length > 0 ? `, "aliases": ${JSON.stringify(aliases)}` : "";
  return `\n    { "full": ${JSON.stringify(full)}${short} }`;
}

/** The places of one name over all drafts. The drafts keep their own counts of responsibilities apart. */
function mergedUses(plans: readonly PlanDocument[]): NameUse[] {
  const merged = new Map<string, NameUse>();
  plans.forEach((plan, i) => {
    for (const { name, count, uses, within } of namesUsed(plan)) {
      const known = merged.get(name);
      const apart = [...within].map((index) => index + i * 1_000_000);
      merged.set(name, {
        name,
        count: (known?.count ?? 0) + count,
        uses: [...(known?.uses ?? []), ...uses],
        within: new Set([...(known?.within ?? []), ...apart]),
      });
    }
  });
  return [...merged.values()];
}

interface Form {
  readonly note: string;
  readonly rule: string;
}

/** How the drafts say who does a task, and what follows for the check of missing ones. */
function responsibilityForm(plans: readonly PlanDocument[]): Form {
  const all = plans.flatMap((plan) => plan.items.flatMap((item) => item.responsibilities));
  if (all.length === 0) {
    const rule = '\n    "responsibility-missing": "off"\n  ';
    return { note: "这些文稿的正文里没有责任科室，故关闭缺失检查。", rule };
  }
  const lines = all.filter((one) => one.form === "line").length;
  const label = commonest(
    all.flatMap((one) => one.groups.map((group) => group.label)).filter((one) => one !== ""),
  );
  const shape = lines * 2 >= all.length ? "单独一行" : "放在括号里";
  const named = label === undefined ? "" : `，多写作“${label}：…”`;
  return { note: `责任科室多${shape}${named}（共 ${all.length} 处）。`, rule: "" };
}

function commonest(names: readonly string[]): string | undefined {
  const counts = new Map<string, number>();
  for (const name of names) counts.set(name, (counts.get(name) ?? 0) + 1);
  return [...counts].sort((a, b) => b[1] - a[1])[0]?.[0];
}
