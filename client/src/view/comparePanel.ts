import { Disposable, Uri, ViewColumn, type WebviewPanel, window } from "vscode";
import { AGAINST, type ItemFate } from "../../../server/src/lsp/protocol.js";
import type { Running } from "../running.js";
import { comparisonTitle } from "./against.js";
import { keepAnswer } from "./answering.js";
import type { ComparedDraft } from "./comparedDraft.js";
import { compareHtml } from "./compareHtml.js";
import { FATES } from "./fates.js";
import { exportFile } from "./exporting.js";
import { jump } from "./jump.js";
import type { FromPage, Shown, ToPage } from "./messages.js";
import { pageOptions, pageShell } from "./pageShell.js";
import { createShownPage } from "./shownPage.js";
import { openDiff } from "./pairDocuments.js";

const TYPE = "hegao.compare";

/** The page that shows every pair side by side. There is one; it follows the draft that is compared. */
export interface ComparePanel extends Disposable {
  /** Opens the page or brings it to the front; resolves with what it shows. */
  show(): Promise<Shown>;
  readonly isOpen: () => boolean;
}

export function createComparePanel(running: Running, draft: ComparedDraft): ComparePanel {
  let panel: WebviewPanel | undefined;
  const page = createShownPage();
  // What was chosen on the page is not said to it again: it may have gone on since.
  let chosenThere = "";
  const post = (message: ToPage): void => void panel?.webview.postMessage(message);
  const send = (): void => {
    if (panel) panel.title = comparisonTitle(draft.result()?.against);
    post(contentOf(draft, page.next()));
  };
  const heard = async (message: FromPage): Promise<void> => {
    if (message.type === "shown") page.heard(message);
    else if (message.type === "ready") {
      if (!draft.result() && message.uri !== undefined) await draft.load(Uri.parse(message.uri));
      else send();
    } else if (message.type === "selected") {
      chosenThere = message.id;
      if (draft.chosen()?.item.id !== message.id) draft.choose(message.year, message.id);
      chosenThere = "";
    } else await act(running, draft, message);
  };
  const adopt = (adopted: WebviewPanel): void => {
    panel = adopted;
    adopted.webview.options = pageOptions(running.extensionUri);
    adopted.webview.onDidReceiveMessage((message: FromPage) => {
      heard(message).catch((error: unknown) => running.log.error(`comparison: ${String(error)}`));
    });
    adopted.onDidDispose(() => (panel = undefined));
    const title = comparisonTitle(draft.result()?.against);
    adopted.webview.html = pageShell(adopted.webview, running.extensionUri, { title, view: "compare" });
  };
  const parts = Disposable.from(
    draft.onDidChange(send),
    draft.onDidFilter((fates) => post({ type: "filter", hidden: hiddenBy(fates) })),
    draft.onDidChoose(({ year, item }) => {
      if (item.id !== chosenThere) post({ type: "select", year: year.uri, id: item.id });
    }),
    window.registerWebviewPanelSerializer(TYPE, {
      deserializeWebviewPanel: async (restored) => adopt(restored),
    }),
    new Disposable(() => panel?.dispose()),
  );
  return {
    isOpen: () => panel !== undefined,
    show() {
      const shown = page.shown();
      const column = ViewColumn.Beside;
      if (panel) {
        panel.reveal(undefined, true);
        send();
      } else {
        const title = comparisonTitle(draft.result()?.against);
        adopt(window.createWebviewPanel(TYPE, title, { viewColumn: column, preserveFocus: true }));
      }
      return shown;
    },
    dispose: () => parts.dispose(),
  };
}

function contentOf(draft: ComparedDraft, content: number): ToPage {
  const result = draft.result();
  return { type: "content", content, uri: result?.uri ?? "", html: compareHtml(result) };
}

/** What was not touched is no change: it is shown only where it alone is asked for. */
function hiddenBy(fates: ReadonlySet<ItemFate>): ItemFate[] {
  return FATES.filter((fate) => !fates.has(fate) || (fate === "same" && fates.size > 1));
}

type Action = Exclude<FromPage, { type: "ready" | "shown" | "selected" }>;

async function act(running: Running, draft: ComparedDraft, message: Action): Promise<void> {
  const uri = draft.result()?.uri;
  if (uri === undefined) return;
  if (message.type === "open") {
    const known = [uri, ...(draft.result()?.years ?? []).map((year) => year.uri)];
    if (known.includes(message.uri)) await jump(message.uri, message.place);
    return;
  }
  if (message.type === "against") {
    await draft.load(
      Uri.parse(uri),
      AGAINST.find((one) => one === message.against),
    );
    return;
  }
  if (message.type === "export") {
    const format = (["html", "md", "xlsx"] as const).find((one) => one === message.what);
    const { against = "earlier" } = draft.result() ?? {};
    if (format) await exportFile(running, Uri.parse(uri), { what: "comparison", format, against });
    return;
  }
  const chosen = draft.find(message.year, message.id);
  if (!chosen) return;
  if (message.type === "diff") await openDiff(draft, chosen);
  else await keepAnswer(running, draft, chosen, message);
}
