import type { TargetSeries } from "../../compare/targets.js";
import { markup, type Html, NOTHING } from "./html.js";

const WIDTH = 260;
const HEIGHT = 120;
const SIDE = 40;
const TOP = 26;
const FOOT = 24;

interface Dot {
  readonly year: number;
  readonly number: number;
  readonly value: string;
  readonly isDraft: boolean;
}

/**
 * A small chart of one indicator: years along the foot, the value beside each dot, the draft's dots filled. Only where
 * there are two values to draw; the table beside it says the same in words.
 */
export function targetChart(series: TargetSeries, title: string): Html {
  const dots = dotsOf(series);
  const years = [...new Set(dots.map(({ year }) => year))].sort((a, b) => a - b);
  if (dots.length < 2 || years.length < 2) return NOTHING;
  const numbers = dots.map(({ number }) => number);
  const [low, high] = [Math.min(...numbers), Math.max(...numbers)];
  const x = (year: number): number =>
    rounded(SIDE + (years.indexOf(year) / (years.length - 1)) * (WIDTH - 2 * SIDE));
  const y = (number: number): number =>
    rounded(
      high === low
        ? (TOP + HEIGHT - FOOT) / 2
        : TOP + ((high - number) / (high - low)) * (HEIGHT - TOP - FOOT - 12),
    );
  // The line goes through the latest word on each year: an earlier plan's goal for it is a dot beside the line.
  const line = years.flatMap((year) => dots.filter((dot) => dot.year === year).slice(-1));
  return markup`<svg class="chart" viewBox="0 0 ${WIDTH} ${HEIGHT}" role="img" aria-label="${title}">
    <title>${title}</title>
    <line
      class="axis"
      x1="${SIDE - 14}"
      x2="${WIDTH - SIDE + 14}"
      y1="${HEIGHT - FOOT}"
      y2="${HEIGHT - FOOT}"
    />
    <polyline class="line" points="${line.map(({ year, number }) => `${x(year)},${y(number)}`).join(" ")}" />
    ${dots.map(
      ({ year, number, isDraft }) =>
        markup`<circle class="${isDraft ? "dot draft" : "dot"}" cx="${x(year)}" cy="${y(number)}" r="4" />`,
    )}${line.map(
      ({ year, number, value }) =>
        markup`<text class="value" x="${x(year)}" y="${y(number) - 9}">${value}</text>`,
    )}${years.map((year) => markup`<text class="year" x="${x(year)}" y="${HEIGHT - 7}">${year}</text>`)}
  </svg>`;
}

function dotsOf({ points }: TargetSeries): Dot[] {
  return points.flatMap(({ year, number, value, plan }) =>
    year === undefined || number === undefined ? [] : [{ year, number, value, isDraft: plan === "draft" }],
  );
}

function rounded(value: number): number {
  return Math.round(value * 10) / 10;
}
