import { cleanText } from "../../read/clean/cleanText.js";
import { noteMessage, repairMessage } from "../../read/messages.js";
import { type Command, given } from "../command.js";
import { deliver } from "../files/deliver.js";
import { readOne } from "../inputs/readAll.js";
import { tableOptions } from "./tableOptions.js";

export const convert: Command = {
  usage: "convert <file> [-o out]",
  options: {
    ...(tableOptions.output ? { output: tableOptions.output } : {}),
    ...(tableOptions["stdin-name"] ? { "stdin-name": tableOptions["stdin-name"] } : {}),
    clean: {
      type: "boolean",
      help: {
        "zh-CN": "清理网页残留、硬换行等（逐条说明）",
        en: "Mend residue of web pages, hard line breaks and the like, each said",
      },
    },
  },
  async run(call) {
    const { terminal, locale } = call;
    const input = await readOne(call);
    if (!input) return 2;
    const { source, notes } = input;
    const quiet = given(call, "quiet");
    for (const note of quiet ? [] : notes) terminal.complain(`${source.path}: ${noteMessage(note, locale)}`);
    // Without --clean the text is the one that every other command reads, so that their places agree.
    if (!given(call, "clean")) return deliver(input.text, call);
    const { text, repairs } = cleanText(input.text);
    const made = new Map<string, number>();
    for (const repair of repairs.filter((one) => one.certainty !== "unsure")) {
      const what = repairMessage(repair, locale);
      made.set(what, (made.get(what) ?? 0) + 1);
    }
    for (const [what, count] of quiet ? [] : made) terminal.complain(`${source.path}: ${what} × ${count}`);
    return deliver(text, call);
  },
};
