import { join, relative, resolve } from "node:path";
import { statsOf } from "../files/statsOf.js";
import { createPlanService } from "../../service/planService.js";
import { proposeConfig } from "../../service/proposeConfig.js";
import { type Command, given } from "../command.js";
import { CONFIG_NAME } from "../files/teamConfig.js";
import { writeWhole } from "../../write/wholeFile.js";
import { readAll, sayUnreadable } from "../inputs/readAll.js";
import { catalogue } from "../texts/catalogue.js";
import { nameShown } from "../terminal.js";

const says = catalogue({
  "zh-CN": {
    exists: "{path} 已经有了，不会覆盖",
    notFolder: "{path} 不是文件夹",
    written: "已写入 {path}（根据 {count} 份文稿）。",
    unwritable: "{path} 写不进去（{detail}）",
  },
  en: {
    exists: "{path} is there already and is not overwritten",
    notFolder: "{path} is no folder",
    written: "{path} written (from {count} drafts).",
    unwritable: "{path} cannot be written ({detail})",
  },
});

export const init: Command = {
  usage: { "zh-CN": "init [文件夹] [--write]", en: "init [folder] [--write]" },
  options: {
    write: {
      type: "boolean",
      help: { "zh-CN": "写成文件（已有的绝不覆盖）", en: "Write the file (never over one that is there)" },
    },
  },
  async run(call) {
    const { terminal, locale } = call;
    const folder = resolve(terminal.cwd, call.positionals[0] ?? ".");
    const path = join(folder, CONFIG_NAME);
    const shown = relative(terminal.cwd, path);
    const refuse = (line: string): 2 => {
      terminal.complain(line);
      return 2;
    };
    if (!statsOf(folder)?.isDirectory()) {
      return refuse(says(locale, "notFolder", { path: call.positionals[0] ?? "." }));
    }
    const exists = statsOf(path) !== undefined;
    if (given(call, "write") && exists) return refuse(says(locale, "exists", { path: shown }));
    const inputs = await readAll({ ...call, positionals: [call.positionals[0] ?? "."] });
    if (!inputs) return 2;
    sayUnreadable(inputs.unreadable, call);
    const service = createPlanService({ locale });
    const text = proposeConfig(inputs.texts.map((input) => service.parse(input.text)));
    if (!given(call, "write")) {
      terminal.out(text);
      return inputs.unreadable.length > 0 ? 2 : 0;
    }
    try {
      await writeWhole(path, text);
    } catch (error) {
      // A folder that is not ours to write in.
      const detail = error instanceof Error && "code" in error ? String(error.code) : String(error);
      return refuse(says(locale, "unwritable", { path: shown, detail }));
    }
    terminal.out(`${says(locale, "written", { path: nameShown(shown), count: inputs.texts.length })}\n`);
    return inputs.unreadable.length > 0 ? 2 : 0;
  },
};
