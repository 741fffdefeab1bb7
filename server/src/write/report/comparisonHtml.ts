import type { Comparison } from "../../compare/comparePlans.js";
import { markup, type Html, NOTHING } from "./html.js";
import type { ReportSources } from "./sources.js";
import type { YearReport } from "./model.js";
import type { Scene } from "./scene.js";
import { STYLE, STYLE_HASH } from "./style.js";
import { targetSection } from "./targetSection.js";
import { reportTexts } from "./texts.js";
import { yearSection } from "./yearSection.js";

/** Nothing may be loaded, run, sent or framed: a page that an office mails round must be only what it shows. */
const POLICY = `default-src 'none'; style-src '${STYLE_HASH}'; base-uri 'none'; form-action 'none'`;

/**
 * The comparison as one page that needs nothing beside it: no script, no picture, no network. Every text of the plans is
 * escaped. The same values give the same page.
 */
export function comparisonHtml(comparison: Comparison, sources: ReportSources): string {
  const texts = reportTexts(sources.locale, sources.against);
  const scene: Scene = { comparison, sources, texts };
  const name = sources.draft.title?.text ?? sources.draftName;
  const reports = comparison.years.flatMap((year): YearReport[] => {
    const plan = sources.earlier.get(year.name);
    return plan ? [{ year, plan }] : [];
  });
  const page = markup`<!doctype html>
    <html lang="${sources.locale ?? "zh-CN"}">
      <head>
        <meta charset="utf-8" />
        <meta http-equiv="Content-Security-Policy" content="${POLICY}" />
        <meta name="viewport" content="width=device-width, initial-scale=1" />
        <meta name="referrer" content="no-referrer" />
        <title>${name} · ${texts.heading}</title>
        <style>${trusted(STYLE)}</style>
      </head>
      <body class="${sources.against ?? "earlier"}">
        <header>
          <h1>${name}</h1>
          <p class="soft">
            ${texts.heading}${sources.madeOn === undefined ? "" : ` · ${texts.madeOn(sources.madeOn)}`}
          </p>
          ${contents(scene, reports)}
        </header>
        <main>
          ${reports.length === 0 ? markup`<p>${texts.noEarlier}</p>` : NOTHING}
          ${reports.slice(0, 1).map((report, at) => yearSection(scene, report, at))} ${findingSection(scene)}
          ${reports.length === 0 ? NOTHING : targetSection(scene)}
          ${reports.slice(1).map((report, at) => yearSection(scene, report, at + 1))}
        </main>
      </body>
    </html> `;
  return page.markup;
}

/** The style is ours and goes in as it is: escaped it would no longer be the text that its hash speaks of. */
function trusted(style: string): Html {
  return { markup: style };
}

function contents({ texts, sources }: Scene, reports: readonly YearReport[]): Html {
  const links = reports.map(
    ({ year }, at) => markup`<a href="#y${at}">${texts.against(year.title ?? year.name)}</a>`,
  );
  const more = [
    ...((sources.findings ?? []).length > 0 ? [markup`<a href="#findings">${texts.findings}</a>`] : []),
    ...(reports.length > 0 ? [markup`<a href="#targets">${texts.targets}</a>`] : []),
  ];
  return markup`<nav>${[...links.slice(0, 1), ...more, ...links.slice(1)]}</nav>`;
}

function findingSection({ sources, texts }: Scene): Html {
  const { findings = [], draft } = sources;
  if (findings.length === 0) return NOTHING;
  return markup`<section id="findings">
    <h2>${texts.findings}</h2>
    <ul class="items">
      ${findings.map(
        ({ severity, message, span }) =>
          markup`<li>
            <span class="severity ${severity}">${texts.severities[severity]}</span> ${message}
            <span class="soft">${draft.text.slice(span.start, span.end).split(/[\r\n]/, 1)[0] ?? ""}</span>
          </li>`,
      )}
    </ul>
  </section>`;
}
