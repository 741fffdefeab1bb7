import { createPlanService } from "../../service/planService.js";
import { type Command, text } from "../command.js";
import { deliver } from "../files/deliver.js";
import { readOne } from "../inputs/readAll.js";
import { tableOptions } from "./tableOptions.js";

export const exportDraft: Command = {
  usage: { "zh-CN": "export <文稿> -o <文件>.docx", en: "export <draft> -o <file>.docx" },
  options: {
    ...(tableOptions.output ? { output: tableOptions.output } : {}),
    ...(tableOptions["stdin-name"] ? { "stdin-name": tableOptions["stdin-name"] } : {}),
    head: {
      type: "string",
      choices: ["red", "plain"],
      help: {
        "zh-CN": "版头：红头或普通（默认随文稿）",
        en: "The head: red or plain (by default as the draft has it)",
      },
    },
    seal: {
      type: "string",
      choices: ["sealed", "unsealed"],
      help: { "zh-CN": "落款按加盖印章或不加盖排", en: "Lay the signature out with or without a seal" },
    },
    "latin-font": {
      type: "string",
      value: { "zh-CN": "<字体>", en: "<font>" },
      help: { "zh-CN": "数字与字母的字体", en: "The font of digits and Latin letters" },
    },
  },
  async run(call) {
    const input = await readOne(call);
    if (!input) return 2;
    const plan = createPlanService({ locale: call.locale }).parse(input.text);
    const { writeDocx } = await import("../../write/docx/writeDocx.js");
    const head = text(call, "head");
    const seal = text(call, "seal");
    const latinFont = text(call, "latin-font");
    const bytes = await writeDocx(plan, {
      ...(head === "red" || head === "plain" ? { head } : {}),
      ...(seal === "sealed" || seal === "unsealed" ? { seal } : {}),
      ...(latinFont === undefined ? {} : { latinFont }),
    });
    return await deliver(bytes, call);
  },
};
