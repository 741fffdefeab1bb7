/** Takes the pictures of the README in the real editor, on the newest example: images/editor.png and the like. */
import { cpSync, mkdtempSync, readdirSync, rmSync, statSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { findEditor } from "./editor-find.mjs";
import { build, runSuite } from "./editor-suites.mjs";

const LARGEST = 300_000;
const drafts = fileURLToPath(new URL("../examples/bureau/2026", import.meta.url));
const images = fileURLToPath(new URL("../images", import.meta.url));

process.env.HEGAO_EDITOR ??= "stand-in";
const editor = await findEditor();
if (editor.reason) {
  console.error(`no pictures were taken: ${editor.reason}`);
  process.exit(1);
}
build();
const shots = mkdtempSync(join(tmpdir(), "hegao-shots-"));
try {
  const draft = readdirSync(drafts).find((name) => name.endsWith(".plan"));
  const { report, failed } = await runSuite(editor, {
    file: "screenshots",
    locale: "zh-cn",
    drafts,
    env: { HEGAO_SHOTS: shots, HEGAO_DRAFT: draft, HEGAO_EDITOR_SIZE: "1120x660" },
    settings: {
      "workbench.colorTheme": "Default Light Modern",
      "window.commandCenter": false,
      "editor.minimap.enabled": false,
      "editor.fontSize": 14,
      "editor.lineHeight": 1.7,
      "chat.commandCenter.enabled": false,
      "workbench.layoutControl.enabled": false,
      "explorer.openEditors.visible": 0,
    },
  });
  if (failed > 0) throw new Error(report);
  for (const picture of readdirSync(shots).filter((name) => name.endsWith(".png"))) {
    const { size } = statSync(join(shots, picture));
    if (size > LARGEST) throw new Error(`${picture} has ${size} bytes, more than ${LARGEST}`);
    cpSync(join(shots, picture), join(images, picture));
    console.log(`images/${picture}  ${Math.round(size / 1000)} KB`);
  }
} finally {
  rmSync(shots, { recursive: true, force: true });
}
