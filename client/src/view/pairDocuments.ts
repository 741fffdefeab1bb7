import { commands, Disposable, EventEmitter, Uri, workspace } from "vscode";
import type { Chosen, ComparedDraft } from "./comparedDraft.js";

const SCHEME = "hegao-pair";

/** The two sides of any pair as documents of their own, for the editor's diff. */
export function createPairDocuments(draft: ComparedDraft): Disposable {
  const changed = new EventEmitter<Uri>();
  const shown = new Set<string>();
  return Disposable.from(
    changed,
    workspace.registerTextDocumentContentProvider(SCHEME, {
      onDidChange: changed.event,
      provideTextDocumentContent(uri) {
        shown.add(uri.toString());
        return sideText(draft, uri);
      },
    }),
    draft.onDidChange(() => {
      for (const uri of shown) changed.fire(Uri.parse(uri));
    }),
  );
}

export async function openDiff(draft: ComparedDraft, { year, item }: Chosen): Promise<void> {
  const name = item.marker + item.title;
  const of = (side: "before" | "now"): Uri =>
    Uri.from({
      scheme: SCHEME,
      // Without an ending: a passage is no draft to be checked.
      path: `/${side}/${name.replace(/[\\/:]/g, " ")}`,
      query: JSON.stringify({ side, year: year.uri, id: item.id }),
    });
  const { against, names } = draft.result() ?? {};
  const isYearly = against === "earlier" && year.planYears;
  const before = isYearly ? String(year.planYears[1]) : (names?.other ?? year.title);
  await commands.executeCommand("vscode.diff", of("before"), of("now"), `${name} (${before} ↔)`, {
    preview: true,
  });
}

function sideText(draft: ComparedDraft, uri: Uri): string {
  const asked = JSON.parse(uri.query) as { side: "before" | "now"; year: string; id: string };
  const found = draft.find(asked.year, asked.id);
  return (found?.item.pairs ?? [])
    .map((pair) => bySentence(pair[asked.side].map(({ text }) => text).join("")))
    .filter((text, i, all) => all.indexOf(text) === i)
    .join("\n\n");
}

/** A paragraph is one long line: sentence by sentence the editor finds which belongs to which, and nothing runs out of sight. */
function bySentence(text: string): string {
  return text.trim().replace(/([。；！？])(?=[^\n”’）】])/g, "$1\n");
}
