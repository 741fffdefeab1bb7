import { serveAsAsked, serveStdio } from "./stdio.js";

/** The server as a program: `--stdio` (also without any flag) for any editor, `--node-ipc` when VS Code starts it. */
const asked = process.argv.slice(2).some((argument) => /^--(?:node-ipc|socket|pipe)/.test(argument));
// A draft must never end the server, wherever in a library a promise was forgotten.
process.on("unhandledRejection", (reason) => console.error("unhandled:", reason));
if (asked) serveAsAsked();
else serveStdio();
