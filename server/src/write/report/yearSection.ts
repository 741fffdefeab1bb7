import type { ItemReference, Match } from "../../compare/comparePlans.js";
import type { PlanDocument } from "../../plan/model.js";
import type { Scene } from "./scene.js";
import { markup, type Html, NOTHING } from "./html.js";
import {
  changedCharacters,
  departmentNotes,
  dissolvedSections,
  type DraftRow,
  draftRows,
  fateCounts,
  fateOf,
  fullName,
  type MarkedPiece,
  markedPieces,
  passageOf,
  type YearReport,
} from "./model.js";
import { FATES } from "./fate.js";

/** Levels beyond this are indented no further. */
const DEEPEST = 4;

/**
 * The draft beside one earlier plan: counts, what was dropped and added, each item's fate, and for the nearest year the
 * changed pairs word by word; those of older years would only double the pages.
 */
export function yearSection(scene: Scene, report: YearReport, at: number): Html {
  const { sources, texts } = scene;
  const { year, plan } = report;
  const counts = fateCounts(sources.draft, year);
  return markup`<section id="y${at}">
    <h2>${texts.against(year.title ?? year.name)}</h2>
    <ul class="counts">
      ${FATES.map(
        (fate) =>
          markup`<li class="${fate === "dropped" ? "bad" : fate === "added" ? "good" : ""}">
            <b>${counts[fate]}</b>${texts.fates[fate]}
          </li>`,
      )}
    </ul>
    <h3>${texts.dropped}</h3>
    ${itemList(plan, year.dropped, texts.noneDropped)}
    ${dissolvedList(scene, report)}
    <h3>${texts.added}</h3>
    ${itemList(sources.draft, year.added, texts.noneAdded)}
    <h3>${texts.tree}</h3>
    ${treeTable(scene, report, at)}
    ${at === 0 ? pairSection(scene, report) : NOTHING}
  </section>`;
}

function pairSection(scene: Scene, report: YearReport): Html {
  const { texts } = scene;
  const changed = report.year.matches.filter((match) => isChanged(scene, match));
  return markup`<h3>${texts.pairs}</h3>
    ${changed.length === 0 ? markup`<p>${texts.noPairs}</p>` : markup`<p class="soft">${texts.legend}</p>`}
    ${changed.map((match) => pairBlock(scene, report, match))}`;
}

/** A final stop more or less leaves an item the same. */
function isChanged({ texts }: Scene, { relation, changes, departments }: Match): boolean {
  const isOther = relation !== "same" && changes.length > 0;
  return isOther || departmentNotes(departments, texts.departments).length > 0;
}

function pairId({ draft, earlier }: Match): string {
  return `p${draft.index}-${earlier.index}`;
}

function itemList(plan: PlanDocument, references: readonly ItemReference[], none: string): Html {
  if (references.length === 0) return markup`<p>${none}</p>`;
  return markup`<ul class="items">
    ${references.map((one) => {
      const { start, end } = passageOf(plan, one);
      const rest = plan.text.slice(Math.max(start, one.heading.end), end).replace(/^[。；;\s]+/, "");
      return markup`<li><b>${fullName(plan, one)}</b> <span class="soft">${rest}</span></li>`;
    })}
  </ul>`;
}

function dissolvedList({ sources, texts }: Scene, report: YearReport): Html {
  const sections = dissolvedSections(report, sources.draft);
  if (sections.length === 0) return NOTHING;
  return markup`<h3>${texts.dissolved}</h3>
    <ul class="items">
      ${sections.map(({ name, places }) => markup`<li><b>${name}</b> → ${places.join("、")}</li>`)}
    </ul>`;
}

function treeTable(scene: Scene, { year, plan }: YearReport, at: number): Html {
  const { sources, texts } = scene;
  const { now, fate, before, what } = texts.columns;
  const row = (one: DraftRow): Html => {
    const of = fateOf(one);
    const linked = at === 0 ? one.matches.find((match) => isChanged(scene, match)) : undefined;
    const name = one.item.marker.text + one.item.title;
    return markup`<tr>
      <td class="l${Math.min(DEEPEST, one.item.level)}">
        ${linked ? markup`<a href="#${pairId(linked)}">${name}</a>` : name}
      </td>
      <td><span class="fate ${of}">${texts.fates[of]}</span></td>
      <td>${one.matches.map(({ earlier }) => fullName(plan, earlier)).join("；")}</td>
      <td>${one.matches.map((match) => changeNotes(scene, match)).join("；")}</td>
    </tr> `;
  };
  return markup`<table class="tree">
    <thead>
      <tr>
        <th>${now}</th>
        <th>${fate}</th>
        <th>${before}</th>
        <th>${what}</th>
      </tr>
    </thead>
    <tbody>
      ${draftRows(sources.draft, year).map(row)}
    </tbody>
  </table>`;
}

/** 改 38 字；增加科室：督导室. */
function changeNotes({ texts }: Scene, match: Match): string {
  const changed = match.relation === "same" ? 0 : changedCharacters(match);
  return [
    ...(changed > 0 ? [texts.characters(changed)] : []),
    ...departmentNotes(match.departments, texts.departments),
  ].join("；");
}

function pairBlock(scene: Scene, { plan }: YearReport, match: Match): Html {
  const { sources, texts } = scene;
  const { relation, earlier, draft } = match;
  const notes = changeNotes(scene, match);
  return markup`<article class="pair" id="${pairId(match)}">
    <h4>
      ${fullName(sources.draft, draft)} <span class="fate ${relation}">${texts.fates[relation]}</span>
      <span class="soft">${notes}</span>
    </h4>
    <div class="sides">
      ${side(`${texts.columns.before} · ${fullName(plan, earlier)}`, markedPieces(match, plan, "earlier"))}
      ${side(`${texts.columns.now} · ${fullName(sources.draft, draft)}`, markedPieces(match, sources.draft, "draft"))}
    </div>
  </article> `;
}

/** The words stand in an element of their own with nothing around them, for its line breaks are those of the plan. */
function side(head: string, pieces: readonly MarkedPiece[]): Html {
  return markup`<div class="side">
    <span class="head">${head}</span>
    <div class="words">${pieces.map(piece)}</div>
  </div>`;
}

function piece({ kind, text }: MarkedPiece): Html {
  if (kind === "kept") return markup`${text}`;
  return kind === "deleted" ? markup`<del>${text}</del>` : markup`<ins>${text}</ins>`;
}
