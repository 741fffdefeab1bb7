import { existsSync } from "node:fs";
import { relative, resolve } from "node:path";
import { silenceEntry } from "../../service/silenceAnchor.js";
import { siftFindings } from "../../service/silenceMatch.js";
import type { SilenceEntry } from "../../service/silenceModel.js";
import { createSession } from "../check/session.js";
import { createEntriesFor } from "../check/silenced.js";
import { prune } from "../check/staleSilence.js";
import { type Call, type Command, given } from "../command.js";
import { saveSilence } from "../files/saveSilence.js";
import { nameInHome, silenceHome, silencePath } from "../files/silenceHome.js";
import { readAll, sayUnreadable } from "../inputs/readAll.js";
import { says } from "../texts/silenceTexts.js";
import { nameShown } from "../terminal.js";

export const baseline: Command = {
  usage: {
    "zh-CN": "baseline <文件|文件夹|通配符>…  或  baseline prune [文件夹]",
    en: "baseline <file|folder|glob>…  or  baseline prune [folder]",
  },
  options: {},
  heeds: ["config", "quiet"],
  async run(call) {
    const [first, folder = "."] = call.positionals;
    const { cwd } = call.terminal;
    // A folder that is called so is a folder.
    if (first === "prune" && !existsSync(resolve(cwd, first)))
      return await prune(call, silenceHome(resolve(cwd, folder, "draft")), "baseline");
    const inputs = await readAll(call);
    if (!inputs) return 2;
    const session = createSession(call);
    const entriesFor = createEntriesFor(["ignores"], () => undefined);
    const homes = new Map<string, { entries: SilenceEntry[]; files: Set<string> }>();
    for (const { source, text } of inputs.texts) {
      if (source.file === undefined) continue;
      const service = await session.serviceFor(source.file);
      const plan = service.parse(text);
      const home = silenceHome(source.file);
      const file = nameInHome(home, source.file);
      const found = homes.get(home) ?? { entries: [], files: new Set() };
      const { kept } = siftFindings(
        plan,
        await session.check({ ...source, plan }),
        await entriesFor(source.file),
      );
      for (const finding of kept) found.entries.push(silenceEntry(plan, finding, { file }));
      found.files.add(file);
      homes.set(home, found);
    }
    sayUnreadable(inputs.unreadable, call);
    const saved: boolean[] = [];
    for (const [home, found] of homes) saved.push(await record(home, found, call));
    return saved.includes(false) || inputs.unreadable.length > 0 ? 2 : 0;
  },
};

/** What was recorded for these drafts before is replaced; other drafts keep what they have. */
async function record(
  home: string,
  found: { readonly entries: readonly SilenceEntry[]; readonly files: ReadonlySet<string> },
  call: Call,
): Promise<boolean> {
  const saved = await saveSilence(
    {
      home,
      kind: "baseline",
      change: (entries) => [...entries.filter((entry) => !found.files.has(entry.file)), ...found.entries],
    },
    call,
  );
  if (saved && !given(call, "quiet")) {
    const path = relative(call.terminal.cwd, silencePath(home, "baseline"));
    call.terminal.out(
      `${says(call.locale, "written", { path: nameShown(path), count: found.entries.length })}\n`,
    );
  }
  return saved;
}
