import { env, Uri, type Webview, type WebviewOptions } from "vscode";
import { html } from "./markup.js";

/** What a web view may load: our own bundle, nothing else. */
export function pageOptions(extensionUri: Uri): WebviewOptions {
  return {
    enableScripts: true,
    enableForms: false,
    localResourceRoots: [Uri.joinPath(extensionUri, "dist")],
  };
}

/** The page that a web view starts with. Its content comes by message, so that the page keeps its place meanwhile. */
export function pageShell(
  webview: Webview,
  extensionUri: Uri,
  { title, view }: { readonly title: string; readonly view: "compare" | "ledger" },
): string {
  const nonce = [...crypto.getRandomValues(new Uint8Array(16))].map((byte) => byte.toString(16)).join("");
  const at = (name: string): string =>
    webview.asWebviewUri(Uri.joinPath(extensionUri, "dist", name)).toString();
  const policy = [
    "default-src 'none'",
    `style-src ${webview.cspSource}`,
    `script-src 'nonce-${nonce}'`,
    "base-uri 'none'",
    "form-action 'none'",
  ].join("; ");
  return html`<!doctype html>
    <html lang="${env.language}">
      <head>
        <meta charset="utf-8" />
        <meta http-equiv="Content-Security-Policy" content="${policy}" />
        <meta name="viewport" content="width=device-width, initial-scale=1" />
        <link rel="stylesheet" href="${at("view.css")}" />
        <title>${title}</title>
      </head>
      <body data-view="${view}">
        <main id="content" aria-live="polite" aria-busy="true"></main>
        <script nonce="${nonce}" src="${at("view.js")}"></script>
      </body>
    </html>`.markup;
}
