import { later } from "../../../plan/later.js";
import type { Department, PlanDocument } from "../../../plan/model.js";
import type { DocumentRule, Fix, RosterEntry } from "../../rule.js";
import { namesUsedIn } from "./namesInChapters.js";
import { createNearestNames } from "./nearestNames.js";

export const responsibilityUnknown: DocumentRule = {
  id: "responsibility-unknown",
  subject: "responsibility",
  scope: "document",
  sees: { structure: ["tree", "frame"], responsibilities: true },
  severity: "warning",
  title: { "zh-CN": "责任科室在名册之内", en: "Departments are those of the roster" },
  why: {
    "zh-CN": "写错名称、已经撤并的科室，任务派不出去。",
    en: "A task cannot be handed to a department that is misspelt or no longer exists.",
  },
  clause: { "zh-CN": "通行做法（名册由本单位自定）", en: "Practice; the roster is the team's own" },
  whenOff: {
    "zh-CN": "没有在 hegao.config.json 中写名册（roster）时本条不检查。",
    en: "Without a roster in hegao.config.json the rule is silent.",
  },
  options: {
    external: {
      type: "strings",
      default: [
        "局",
        "委",
        "委员会",
        "厅",
        "政府",
        "街道",
        "镇",
        "乡",
        "学校",
        "中学",
        "小学",
        "幼儿园",
        "大学",
        "学院",
        "公司",
      ],
      description: {
        "zh-CN": "以这些字结尾的是外单位，名册中没有也不报",
        en: "Names that end so are bodies outside the office and need not be in the roster",
      },
    },
  },
  texts: {
    "zh-CN": {
      unknown: "名册中没有“{name}”。",
      past: "“{name}”在名册中到{until}年为止，本文是{year}年的。",
      future: "“{name}”在名册中自{from}年起，本文是{year}年的。",
      fix: "改作“{to}”",
    },
    en: {
      unknown: "“{name}” is not in the roster.",
      past: "By the roster “{name}” ended in {until}; this draft is for {year}.",
      future: "By the roster “{name}” begins in {from}; this draft is for {year}.",
      fix: "Change to “{to}”",
    },
  },
  examples: [],
  *check(plan, context) {
    const { roster, options } = context;
    if (roster.length === 0) return;
    const entries = context.ofSettings("rosterNames", () => entriesByName(roster));
    const external = options.external as readonly string[];
    const nearest = later(() => {
      const known = roster.filter((entry) => !outdated(entry, plan)).map(({ full }) => full);
      return createNearestNames([...new Set(known)]);
    });
    for (const use of namesUsedIn(plan, context)) {
      const entry = entries.get(use.name);
      const past = entry && outdated(entry, plan);
      if (entry && !past) continue;
      const choices = nearest.get()(use.name);
      if (!entry && choices.length === 0 && external.some((ending) => use.name.endsWith(ending))) continue;
      const { key, fill } = past ?? { key: "unknown", fill: {} };
      for (const place of use.uses) {
        const message = { key, fill: { ...fill, name: place.name } };
        yield { span: place.span, message, fixes: fixesTo(choices, place) };
      }
    }
  },
};

/** Each department by all its names. */
function entriesByName(roster: readonly RosterEntry[]): ReadonlyMap<string, RosterEntry> {
  const entries = new Map<string, RosterEntry>();
  for (const entry of roster)
    for (const name of [entry.full, ...(entry.aliases ?? [])]) entries.set(name, entry);
  return entries;
}

function fixesTo(choices: readonly string[], { span, name }: Department): Fix[] {
  return choices
    .filter((to) => to !== name)
    .map((to) => ({
      title: { key: "fix", fill: { to } },
      edits: [{ span, newText: to }],
      safe: false,
    }));
}

/** Why a department of the roster does not exist in the plan's years. */
function outdated(
  entry: RosterEntry,
  plan: PlanDocument,
): { key: string; fill: Record<string, number> } | undefined {
  const { period } = plan;
  if (!period) return undefined;
  if (entry.until !== undefined && entry.until < period.from) {
    return { key: "past", fill: { until: entry.until, year: period.from } };
  }
  if (entry.from !== undefined && entry.from > period.to) {
    return { key: "future", fill: { from: entry.from, year: period.to } };
  }
  return undefined;
}
