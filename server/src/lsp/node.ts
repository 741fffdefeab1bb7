import { serveAsAsked, serveStdio } from "./stdio.js";

/** The server as a program: `--stdio` (also without any flag) for any editor, `--node-ipc` when VS Code starts it. */
const asked = process.argv.slice(2).some((argument) => /^--(?:node-ipc|socket|pipe)/.test(argument));
// A draft must never end the server, wherever in a library a promise was forgotten.
process.on("unhandledRejection", (reason) => console.error("unhandled:", reason));
// The same of what goes wrong in a timer; when the client is gone its stream ends, and that ends the server.
process.on("uncaughtException", (error) => console.error("uncaught:", error));
if (asked) serveAsAsked();
else serveStdio();
