import { l10n, type QuickPickItem, window } from "vscode";
import type { Against, CompareResult } from "../../../server/src/lsp/protocol.js";
import { html, type Markup, NOTHING } from "./markup.js";

/** What the draft can be held against, named as a reader knows it: the earlier years first. */
export function choicesOf({ around }: CompareResult): { readonly against: Against; readonly name: string }[] {
  return [
    { against: "earlier", name: l10n.t("Earlier years") },
    ...around.map(({ against, title }) => ({
      against,
      name: against === "five-year" ? l10n.t("Long-term plan: {0}", title) : l10n.t("Superior: {0}", title),
    })),
  ];
}

/** The name of the whole, on the tab and over the tree. */
export function comparisonTitle(against: Against = "earlier"): string {
  const titles: Record<Against, string> = {
    earlier: l10n.t("Comparison with Earlier Years"),
    "five-year": l10n.t("Comparison with the Long-Term Plan"),
    superior: l10n.t("Comparison with the Superior's Plan"),
  };
  return titles[against];
}

/** The choice at the head of the page; nothing where there is nothing to choose. */
export function againstChoice(result: CompareResult): Markup {
  const choices = choicesOf(result);
  if (choices.length === 1 && result.against === "earlier") return NOTHING;
  return html`<label class="against" for="against">${l10n.t("Compare with")}</label>
    <select id="against" data-do="against">
      ${choices.map(
        ({ against, name }) =>
          html`<option value="${against}" ${against === result.against ? SELECTED : NOTHING}>
            ${name}
          </option>`,
      )}
    </select>`;
}

export const SELECTED: Markup = { markup: "selected" };

interface Choice extends QuickPickItem {
  readonly against: Against;
}

/** Undefined where nothing was picked. */
export async function askAgainst(result: CompareResult): Promise<Against | undefined> {
  const items = choicesOf(result).map(({ against, name }): Choice => ({
    label: name,
    against,
    ...(against === result.against ? { description: l10n.t("shown now") } : {}),
  }));
  return (await window.showQuickPick(items, { placeHolder: l10n.t("Compare with") }))?.against;
}
