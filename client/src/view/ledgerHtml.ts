import { l10n } from "vscode";
import type { LedgerTable } from "../../../server/src/lsp/protocol.js";
import { html, type Markup } from "./markup.js";
import { placeText } from "./placeText.js";

/** The two tables of a draft, each to be sorted by a click on a head and filtered by words. */
export function ledgerHtml(uri: string, tables: readonly LedgerTable[]): string {
  if (tables.length === 0) return html`<p class="empty">${l10n.t("Open a plan first.")}</p>`.markup;
  return html`<header class="bar">
      <div class="tabs" role="tablist" aria-label="${l10n.t("Tables")}">
        ${tables.map((table, at) => tab(table, at))}
      </div>
      <input
        type="search"
        id="search"
        data-do="search"
        aria-label="${l10n.t("Filter the rows")}"
        placeholder="${l10n.t("Filter the rows")}"
      />
      ${[".xlsx", ".csv"].map(
        (ending) =>
          html`<button type="button" data-do="export" data-what="${ending.slice(1)}">
            ${l10n.t("Export {0}", ending)}
          </button>`,
      )}
    </header>
    ${tables.map((table, at) => panel(uri, table, at))}`.markup;
}

function tab({ name, rows }: LedgerTable, at: number): Markup {
  return html`<button
    type="button"
    role="tab"
    id="tab-${at}"
    aria-controls="year-${at}"
    aria-selected="${at === 0 ? "true" : "false"}"
    data-do="year"
    data-year="${at === 0 ? "tasks" : "targets"}"
  >
    ${name} (${rows.length})
  </button>`;
}

function panel(uri: string, table: LedgerTable, at: number): Markup {
  return html`<section
    id="year-${at}"
    role="tabpanel"
    aria-labelledby="tab-${at}"
    data-panel="${at === 0 ? "tasks" : "targets"}"
  >
    <table class="ledger">
      <caption class="unseen">
        ${table.name}
      </caption>
      <thead>
        <tr>
          ${table.columns.map(
            (column, i) =>
              html`<th scope="col" aria-sort="none">
                <button type="button" data-do="sort" data-column="${i}">${column}</button>
              </th>`,
          )}
        </tr>
      </thead>
      <tbody>
        ${table.rows.map((row) => tableRow(uri, row))}
      </tbody>
    </table>
  </section>`;
}

function tableRow(uri: string, { cells, range }: LedgerTable["rows"][number]): Markup {
  const place = placeText(range);
  return html`<tr tabindex="0" data-do="open" data-uri="${uri}" data-place="${place}">
    ${cells.map((cell) => html`<td>${cell}</td>`)}
  </tr>`;
}
