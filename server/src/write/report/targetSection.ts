import type { TargetSeries } from "../../compare/targets.js";
import { targetChart } from "./chart.js";
import type { Scene } from "./scene.js";
import { markup, type Html, NOTHING } from "./html.js";
import { changeCounts, seriesInOrder, type ShownChange, shownChange } from "./shownChange.js";
import { changeName, mentionOf, pointRows } from "./targetRows.js";

/** Every indicator with its chart and its table; those that say least, new or unchanged, in one table at the end. */
export function targetSection(scene: Scene): Html {
  const { comparison, texts } = scene;
  const all = seriesInOrder(comparison);
  if (all.length === 0)
    return markup`<section id="targets">
      <h2>${texts.targets}</h2>
      <p>${texts.noTargets}</p>
    </section>`;
  const inFull = all.filter((series) => !isPlain(series));
  const plain = all.filter(isPlain);
  return markup`<section id="targets">
    <h2>${texts.targets}</h2>
    <ul class="counts">
      ${changeCounts(comparison).map(
        ([change, count]) =>
          markup`<li class="${toneOf(change)}"><b>${count}</b>${texts.changes[change]}</li>`,
      )}
    </ul>
    ${inFull.map((series) => seriesBlock(scene, series))}
    ${plain.length === 0 ? NOTHING : plainTable(scene, plain)}
  </section>`;
}

function toneOf(change: ShownChange): string {
  if (change === "lowered" || change === "dropped") return "bad";
  return change === "raised" ? "good" : "";
}

/** New goals and single values have nothing to be drawn beside. */
function isPlain({ change, points }: TargetSeries): boolean {
  return change === "new" || (change === "kept" && points.length < 3);
}

function seriesBlock(scene: Scene, series: TargetSeries): Html {
  const { texts } = scene;
  const chart = targetChart(series, texts.chart(series.indicator));
  const notes = [...(series.better === "lower" ? [texts.fewerIsBetter] : []), ...mentionOf(series, texts)];
  return markup`<div class="${chart === NOTHING ? "series bare" : "series"}">
    <h4>
      ${series.indicator}
      <span class="fate ${shownChange(series)}">${changeName(series, texts)}</span>
      <span class="soft">${notes.join(" · ")}</span>
    </h4>
    ${chart}
    <div>${pointTable(scene, series)}</div>
  </div> `;
}

function pointTable(scene: Scene, series: TargetSeries): Html {
  const { year, value, source, item } = scene.texts.columns;
  return markup`<table>
    <thead>
      <tr>
        <th>${year}</th>
        <th>${value}</th>
        <th>${source}</th>
        <th>${item}</th>
      </tr>
    </thead>
    <tbody>
      ${pointRows(series, scene).map(
        (row) =>
          markup`<tr>
            <td>${row.year}</td>
            <td>${row.value}</td>
            <td>${row.source}</td>
            <td>${row.item}</td>
          </tr>`,
      )}
    </tbody>
  </table>`;
}

function plainTable(scene: Scene, list: readonly TargetSeries[]): Html {
  const { texts } = scene;
  const { indicator, change, year, value, source, item } = texts.columns;
  const rows = list.flatMap((series) =>
    pointRows(series, scene).map(
      (row, i) =>
        markup`<tr>
          <td>${i === 0 ? series.indicator : ""}</td>
          <td>
            ${i === 0 ? markup`<span class="fate ${shownChange(series)}">${changeName(series, texts)}</span>` : ""}
          </td>
          <td>${row.year}</td>
          <td>${row.value}</td>
          <td>${row.source}</td>
          <td>${row.item}</td>
        </tr>`,
    ),
  );
  return markup`<table>
    <thead>
      <tr>
        <th>${indicator}</th>
        <th>${change}</th>
        <th>${year}</th>
        <th>${value}</th>
        <th>${source}</th>
        <th>${item}</th>
      </tr>
    </thead>
    <tbody>
      ${rows}
    </tbody>
  </table>`;
}
