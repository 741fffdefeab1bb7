/** `npm start`: from a fresh clone to a report on the example drafts, and how to open them in the editor. */
import { existsSync } from "node:fs";
import { createRequire } from "node:module";
import { at, build, ensureInstalled, hegao } from "./steps.mjs";

const example = {
  folder: "examples/bureau",
  draft: "examples/bureau/2026/云岭市教育局2026年工作要点.plan",
  earlier: ["examples/bureau/2025", "examples/bureau/2024"],
};

ensureInstalled();
build();
heading("核对示例文稿 / The example drafts, checked");
// The newest draft has slips of every kind on purpose, so findings are no failure here.
const code = hegao(["lint", example.folder, "--fail-on", "never"]);
if (compares()) {
  heading("与往年对照 / The newest draft beside earlier years");
  hegao(["compare", example.draft, "--against", ...example.earlier]);
}
heading("分词 / Word segmentation");
console.log(segmenterNote());
heading("接下来 / What next");
console.log(`在 VS Code 里打开：  code --extensionDevelopmentPath="${at()}" "${at(example.folder)}"
  或用 VS Code 打开本仓库后按 F5（示例文稿会在新窗口里打开）。
核对自己的文稿：      node dist/hegao.js lint 文件或文件夹…
全部命令：            node dist/hegao.js --help
运行测试：            npm test`);
process.exit(code);

function heading(text) {
  console.log(`\n── ${text} ${"─".repeat(Math.max(4, 60 - text.length))}\n`);
}

function compares() {
  return hegao(["compare", "--help"], { stdio: "ignore" }) === 0;
}

/** Which segmenter serves here. The addon is optional: without a compiler its install step leaves nothing behind. */
function segmenterNote() {
  try {
    createRequire(import.meta.url)("nodejieba");
    return "nodejieba（本机编译的分词组件）可用。/ The native segmenter nodejieba was built and serves.";
  } catch {
    const wasm = existsSync(at("node_modules", "jieba-wasm"));
    return wasm
      ? "nodejieba 未能编译（没有 C++ 工具链？），改用 WebAssembly 分词。/ nodejieba was not built; the WebAssembly segmenter serves."
      : "没有分词组件，逐字比较。/ No segmenter is there; texts are compared character by character.";
  }
}
