import { l10n } from "vscode";
import type {
  ComparedItem,
  ComparedPair,
  ComparedYear,
  CompareResult,
  ItemFate,
  TextPiece,
} from "../../../server/src/lsp/protocol.js";
import { flat } from "./comparedDraft.js";
import { againstChoice, SELECTED } from "./against.js";
import { ANSWERS, answerName, FATES, isNeutral } from "./fates.js";
import { html, type Markup, NOTHING } from "./markup.js";
import { placeText } from "./placeText.js";
import { seriesSection } from "./seriesHtml.js";

/** The content of the comparison's page. What is filtered out is hidden by the page itself. */
export function compareHtml(result: CompareResult | undefined): string {
  if (!result) return html`<p class="empty">${l10n.t("Comparing …")}</p>`.markup;
  if (result.years.length === 0) return nothingFound(result).markup;
  return html`<header>
      <h1>${result.title}</h1>
      <div class="tools">${againstChoice(result)}</div>
      <div class="tabs" role="tablist" aria-label="${l10n.t("Compare with")}">
        ${result.years.map((year, at) => yearTab(year, at))}
      </div>
      <div class="tools">
        ${["html", "md", "xlsx"].map(
          (what) =>
            html`<button type="button" data-do="export" data-what="${what}">
              ${l10n.t("Export {0}", `.${what}`)}
            </button>`,
        )}
        <span class="keys"
          >${l10n.t("Keys: n next change, p previous, d difference, Enter jump to the draft")}</span
        >
      </div>
    </header>
    ${result.years.map((year, at) => yearPanel(result, year, at))} ${seriesSection(result)}`.markup;
}

function nothingFound(result: CompareResult): Markup {
  const head = html`<h1>${result.title}</h1>
    <div class="tools">${againstChoice(result)}</div>`;
  if (result.against !== "earlier")
    return html`${head}
      <p class="empty">${result.message}</p>`;
  return html`${head}
    <p class="empty">${l10n.t("No plan of an earlier year was found beside this draft.")}</p>
    <p>
      ${l10n.t(
        "Put last year's plan into the same folder or a folder beside it, or name its folder under “earlier” in hegao.config.json.",
      )}
    </p>`;
}

function yearTab(year: ComparedYear, at: number): Markup {
  return html`<button
    type="button"
    role="tab"
    id="tab-${at}"
    aria-controls="year-${at}"
    aria-selected="${at === 0 ? "true" : "false"}"
    data-do="year"
    data-year="${year.uri}"
  >
    ${year.title}
  </button>`;
}

function yearPanel(result: CompareResult, year: ComparedYear, at: number): Markup {
  const items = flat(year.items).filter((item) => item.children.length === 0 || item.fate !== "same");
  return html`<section id="year-${at}" role="tabpanel" aria-labelledby="tab-${at}" data-panel="${year.uri}">
    <div class="fates" role="group" aria-label="${l10n.t("Show by fate")}">
      ${FATES.filter((fate) => year.counts[fate] > 0).map((fate) => fateButton(result, fate, year.counts[fate]))}
    </div>
    ${dissolvedList(result, year)} ${items.map((item) => article(result, year, item))}
  </section>`;
}

/** The sections that are no more, and where their tasks stand now. */
function dissolvedList({ names }: CompareResult, { uri, dissolved }: ComparedYear): Markup {
  if (dissolved.length === 0) return NOTHING;
  return html`<section class="dissolved" aria-label="${names.dissolved}">
    <h2>${names.dissolved}</h2>
    <ul>
      ${dissolved.map(
        ({ name, range, places }) =>
          html`<li>
            <a href="#" data-do="open" data-uri="${uri}" data-place="${placeText(range)}">${name}</a>
            → ${places.join("、")}
          </li>`,
      )}
    </ul>
  </section>`;
}

function fateButton({ names }: CompareResult, fate: ItemFate, count: number): Markup {
  return html`<button
    type="button"
    class="chip ${fate}"
    aria-pressed="true"
    data-do="fate"
    data-fate="${fate}"
  >
    <b>${count}</b> ${names.fates[fate]}
  </button>`;
}

function article(result: CompareResult, year: ComparedYear, item: ComparedItem): Markup {
  const name = item.path + item.title;
  const fate = result.names.fates[item.fate];
  const look = isNeutral(item.fate, result.against) ? "" : item.fate;
  const home = item.fate === "dropped" ? year.uri : result.uri;
  return html`<article
    class="pair ${look}"
    tabindex="0"
    aria-label="${[name, fate, item.summary].filter((one) => one !== "").join(l10n.t(", "))}"
    data-id="${item.id}"
    data-year="${year.uri}"
    data-fate="${item.fate}"
  >
    <h2>
      <a href="#" data-do="open" data-uri="${home}" data-place="${placeText(item.range)}">${name}</a>
      <span class="fate ${item.fate}">${fate}</span>
      <span class="soft">${item.summary}</span>
      ${
        item.pairs.some(({ before, now }) => before.length > 0 && now.length > 0)
          ? html`<button type="button" class="link" data-do="diff">
              ${l10n.t("Open in the diff editor")}
            </button>`
          : NOTHING
      }
    </h2>
    ${item.fate === "same" ? NOTHING : item.pairs.map((pair) => sides(result, year, pair))}
    ${item.fate === "dropped" && result.against === "earlier" ? answerForm(item) : NOTHING}
  </article>`;
}

function sides({ against }: CompareResult, year: ComparedYear, pair: ComparedPair): Markup {
  const { before, now } = pair;
  const place = pair.earlierRange ? placeText(pair.earlierRange) : "";
  const missing = against === "earlier" ? l10n.t("Not in the earlier plan.") : l10n.t("Not in that plan.");
  const when =
    against !== "earlier" ? year.title : year.planYears ? String(year.planYears[1]) : l10n.t("Earlier");
  const link = html`<a href="#" data-do="open" data-uri="${year.uri}" data-place="${place}"
    >${pair.earlierName}</a
  >`;
  return html`<div class="sides">
    ${
      before.length === 0
        ? html`<div class="side none">${missing}</div>`
        : html`<div class="side" role="group" aria-label="${when}">
            <span class="head">${when} · ${link}</span>${pieces(before)}
          </div>`
    }
    ${
      now.length === 0
        ? html`<div class="side none">${l10n.t("Not in this draft.")}</div>`
        : html`<div class="side" role="group" aria-label="${l10n.t("This draft")}">
            <span class="head">${l10n.t("This draft")}</span>${pieces(now)}
          </div>`
    }
  </div>`;
}

function pieces(list: readonly TextPiece[]): Markup {
  const marked = list.map(({ kind, text }) => {
    if (kind === "kept") return html`${text}`;
    return kind === "deleted" ? html`<del>${text}</del>` : html`<ins>${text}</ins>`;
  });
  return html`<p>${marked}</p>`;
}

function answerForm({ id, answer }: ComparedItem): Markup {
  return html`<div class="answer" role="group" aria-label="${l10n.t("What became of it?")}">
    <label for="a-${id}">${l10n.t("What became of it?")}</label>
    <select id="a-${id}" data-answer="kind">
      <option value="">${l10n.t("No answer yet")}</option>
      ${ANSWERS.map(
        (kind) =>
          html`<option value="${kind}" ${answer?.kind === kind ? SELECTED : NOTHING}>
            ${answerName(kind)}
          </option>`,
      )}
    </select>
    <input
      type="text"
      data-answer="note"
      aria-label="${l10n.t("Note")}"
      placeholder="${l10n.t("Note")}"
      value="${answer?.note ?? ""}"
    />
    <button type="button" data-do="answer">${l10n.t("Keep")}</button>
  </div>`;
}
