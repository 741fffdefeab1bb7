import { l10n } from "vscode";
import type { ComparedSeries, CompareResult } from "../../../server/src/lsp/protocol.js";
import { drawing, html, type Markup, NOTHING } from "./markup.js";
import { placeText } from "./placeText.js";

/** The indicators through the years: a small drawing where there is one, and always the table that says the same. */
export function seriesSection({ series, against }: CompareResult): Markup {
  if (series.length === 0) return NOTHING;
  const head = against === "earlier" ? l10n.t("Targets through the years") : l10n.t("Targets side by side");
  const drawn = series.filter((one) => one.chart !== "");
  const plain = series.filter((one) => one.chart === "");
  return html`<section class="targets" aria-labelledby="targets-head">
    <h1 id="targets-head">${head}</h1>
    ${drawn.map(
      (one) =>
        html`<div class="series">
          <h2>${one.indicator} <span class="fate ${one.shown}">${one.changeName}</span></h2>
          <div class="beside">${drawing(one.chart)} ${table([one])}</div>
        </div>`,
    )}
    ${plain.length === 0 ? NOTHING : table(plain)}
  </section>`;
}

function table(list: readonly ComparedSeries[]): Markup {
  const isOne = list.length === 1;
  const heads = [
    ...(isOne ? [] : [l10n.t("Indicator"), l10n.t("Change")]),
    l10n.t("Year"),
    l10n.t("Value"),
    l10n.t("Source"),
    l10n.t("Item"),
  ];
  return html`<table>
    <thead>
      <tr>
        ${heads.map((head) => html`<th scope="col">${head}</th>`)}
      </tr>
    </thead>
    <tbody>
      ${list.flatMap((one) => rows(one, isOne ? "alone" : "among"))}
    </tbody>
  </table>`;
}

function rows({ indicator, changeName, shown, points }: ComparedSeries, where: "alone" | "among"): Markup[] {
  return points.map((point, i) => {
    const lead =
      where === "alone"
        ? NOTHING
        : html`<td>${i === 0 ? indicator : ""}</td>
            <td>${i === 0 ? html`<span class="fate ${shown}">${changeName}</span>` : NOTHING}</td>`;
    return html`<tr>
      ${lead}
      <td>${point.year}</td>
      <td>
        <a href="#" data-do="open" data-uri="${point.uri}" data-place="${placeText(point.range)}"
          >${point.value}</a
        >
      </td>
      <td>${point.source}</td>
      <td>${point.item}</td>
    </tr>`;
  });
}
