import { mkdir } from "node:fs/promises";
import { dirname, resolve } from "node:path";
import { type Call, type ExitCode, text } from "../command.js";
import { catalogue } from "../texts/catalogue.js";
import { isInput } from "./isInput.js";
import { writeWhole } from "../../write/wholeFile.js";

const says = catalogue({
  "zh-CN": {
    unwritable: "{path} 写不进去（{detail}）",
    needsOutput: "请用 -o 指明写入哪个文件",
    isInput: "{path} 就是所给的文稿，没有写；请用 -o 指明另一个文件",
  },
  en: {
    isInput: "{path} is one of the documents given and was left as it is; name another file with -o",
    unwritable: "{path} cannot be written ({detail})",
    needsOutput: "name the file to write with -o",
  },
});

/** The result on standard output, or in the file that `-o` names. Bytes are for a file only. */
export async function deliver(result: string | Uint8Array, call: Call): Promise<ExitCode> {
  const path = text(call, "output");
  if (path === undefined) {
    if (typeof result === "string") call.terminal.out(result);
    else call.terminal.complain(says(call.locale, "needsOutput"));
    return typeof result === "string" ? 0 : 2;
  }
  if (isInput(path, call)) {
    call.terminal.complain(says(call.locale, "isInput", { path }));
    return 2;
  }
  try {
    const file = resolve(call.terminal.cwd, path);
    await mkdir(dirname(file), { recursive: true });
    await writeWhole(file, result);
    return 0;
  } catch (error) {
    // The folder may not be ours to write in.
    const detail = error instanceof Error && "code" in error ? String(error.code) : String(error);
    call.terminal.complain(says(call.locale, "unwritable", { path, detail }));
    return 2;
  }
}
