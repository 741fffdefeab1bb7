import { resolve } from "node:path";
import { type Call, type ExitCode, text } from "../command.js";
import { catalogue } from "../texts/catalogue.js";
import { writeAside } from "./writeAside.js";

const says = catalogue({
  "zh-CN": { unwritable: "{path} 写不进去（{detail}）" },
  en: { unwritable: "{path} cannot be written ({detail})" },
});

/** The result on standard output, or in the file that `-o` names. A spreadsheet knows UTF-8 in a CSV by its mark. */
export function deliver(result: string, call: Call): ExitCode {
  const path = text(call, "output");
  if (path === undefined) {
    call.terminal.out(result);
    return 0;
  }
  try {
    const mark = text(call, "format") === "csv" ? "\uFEFF" : "";
    writeAside(resolve(call.terminal.cwd, path), mark + result);
    return 0;
  } catch (error) {
    // The folder may not be ours to write in.
    const detail = error instanceof Error && "code" in error ? String(error.code) : String(error);
    call.terminal.complain(says(call.locale, "unwritable", { path, detail }));
    return 2;
  }
}
