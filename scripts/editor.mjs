/** `npm run editor`: the suites inside a real VS Code, alone. */
import { runEditorSuites } from "./editor-suites.mjs";
import { build, ensureInstalled } from "./steps.mjs";

ensureInstalled();
// What is packed into the .vsix has to be there.
build();
const { passed, failed, skipped, reason } = await runEditorSuites();
if (reason)
  console.log(
    `\nThe editor suites did not run — ${reason}\nTo run them: npm run editor (see CONTRIBUTING.md)`,
  );
console.log(`\neditor: ${passed} passed, ${failed} failed, ${skipped} skipped`);
process.exit(failed > 0 ? 1 : 0);
