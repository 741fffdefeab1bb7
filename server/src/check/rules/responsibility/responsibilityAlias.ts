import type { DocumentRule, Fix, Remark, RosterEntry } from "../../rule.js";
import { aliasGroups, rosterGroups } from "./aliasGroups.js";
import type { NameUse } from "./departmentUses.js";
import { namesUsedIn } from "./namesInChapters.js";

export const responsibilityAlias: DocumentRule = {
  id: "responsibility-alias",
  subject: "responsibility",
  scope: "document",
  sees: { structure: ["tree"], responsibilities: true },
  severity: "warning",
  title: { "zh-CN": "一个科室只用一个名称", en: "One department, one name" },
  why: {
    "zh-CN": "同一科室时而全称时而简称，按科室分解任务、统计汇总时会漏掉一部分。",
    en: "A department under two names loses part of its tasks when they are sorted by department.",
  },
  clause: {
    "zh-CN": "通行做法；《党政机关公文处理工作条例》要求使用规范化简称",
    en: "Practice; the Regulations on official documents ask for standard short names",
  },
  whenOff: {
    "zh-CN": "两个名称确是两个不同的科室时，在名册中各立一条即可，不必关闭。",
    en: "Where both names are departments of their own, list both in the roster; no need to switch it off.",
  },
  texts: {
    "zh-CN": {
      alias: "“{name}”与“{other}”应是同一科室，全文多作“{other}”（{count}处）。",
      even: "“{name}”与“{other}”应是同一科室，全文用一个名称为好。",
      roster: "“{name}”与“{other}”在名册中是同一科室，全文用一个名称为好。",
      other: "另一名称在此",
      fix: "全文改作“{to}”",
    },
    en: {
      alias:
        "“{name}” and “{other}” seem to be one department; the draft mostly writes “{other}” ({count} times).",
      even: "“{name}” and “{other}” seem to be one department.",
      roster: "“{name}” and “{other}” are one department in the roster.",
      other: "The other name",
      fix: "Write “{to}” throughout",
    },
  },
  examples: [
    {
      bad: "一、重点任务\n1.扩大学位供给。新建小学。\n责任科室：基础教育科\n2.规范招生。公布学区。\n责任科室：基础教育科\n3.减轻负担。控制作业。\n责任科室：⟦基教科⟧",
      good: "一、重点任务\n1.扩大学位供给。新建小学。\n责任科室：基础教育科\n2.规范招生。公布学区。\n责任科室：基础教育科\n3.减轻负担。控制作业。\n责任科室：基础教育科",
    },
  ],
  *check(plan, context) {
    const { roster } = context;
    const used = namesUsedIn(plan, context);
    for (const group of roster.length > 0 ? rosterGroups(used, roster) : aliasGroups(used)) {
      yield* remarksOn(group, roster);
    }
  },
};

/** One remark for each name but the preferred one, at its first place, with a fix for all its places. */
function* remarksOn(group: readonly NameUse[], roster: readonly RosterEntry[]): Generator<Remark> {
  const ranked = [...group].sort((a, b) => b.count - a.count || b.name.length - a.name.length);
  const [preferred, ...others] = ranked;
  const model = preferred?.uses[0];
  if (!preferred || !model) return;
  const isOfficial = roster.some((entry) => entry.full === preferred.name);
  for (const odd of others) {
    const first = odd.uses[0];
    if (!first) continue;
    const fixes: Fix[] = [{ ...rename(odd, preferred.name), safe: isOfficial }];
    if (others.length === 1) fixes.push(rename(preferred, odd.name));
    yield {
      span: first.span,
      message: {
        key: roster.length > 0 ? "roster" : odd.count < preferred.count ? "alias" : "even",
        fill: { name: odd.name, other: preferred.name, count: preferred.count },
      },
      related: [{ span: model.span, message: { key: "other" } }],
      fixes,
    };
  }
}

function rename(use: NameUse, to: string): Fix {
  return {
    title: { key: "fix", fill: { to } },
    edits: use.uses.map(({ span }) => ({ span, newText: to })),
    safe: false,
  };
}
