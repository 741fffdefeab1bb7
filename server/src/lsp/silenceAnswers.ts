import type { Finding } from "../check/rule.js";
import { fileSilenceEntry, silenceEntry } from "../service/silenceAnchor.js";
import { addSilence, readSilence, writeSilence } from "../service/silenceFile.js";
import type { SilenceEntry } from "../service/silenceModel.js";
import { switchedOff, withDepartment } from "../service/teamFileEdit.js";
import { isRecord } from "./clientFacts.js";
import { homeOf, nameInHome } from "./hegaoHome.js";
import { ignoreAnswers } from "./ignoreAnswers.js";
import { type CheckedDraft, checkedDraft } from "./session.js";
import { keeping, refusal, rewrite, type SilenceDesk } from "./silenceDesk.js";
import { silenceCommands } from "./silenceProtocol.js";
import { silencePath } from "./silenceShelf.js";
import { toRange } from "./toLsp.js";

/** By the command's name. */
export type SilenceAnswers = Readonly<Record<string, (params: unknown) => Promise<unknown>>>;

interface Ask {
  readonly checked: CheckedDraft;
  readonly finding: Finding;
  readonly home: string;
  readonly reason: string | undefined;
}

/** Silences findings because somebody has said so, and says what is silenced. */
export function silenceAnswers(desk: SilenceDesk): SilenceAnswers {
  const turns = keeping();
  const inTurn =
    (work: (ask: Ask) => Promise<void>) =>
    (params: unknown): Promise<boolean> =>
      turns.inTurn(() => answered(desk, params, work));
  return {
    [silenceCommands.ignoreHere]: inTurn(({ checked, finding, home, reason }) => {
      const file = nameInHome(home, checked.draft.uri);
      return ignore(desk, home, silenceEntry(checked.draft.plan, finding, { file, reason }));
    }),
    [silenceCommands.ignoreInFile]: inTurn(({ checked, finding, home, reason }) => {
      const file = nameInHome(home, checked.draft.uri);
      return ignore(desk, home, fileSilenceEntry(finding.ruleId, file, reason));
    }),
    [silenceCommands.switchOff]: inTurn((ask) =>
      editTeamFile(desk, ask, (text) => switchedOff(text, ask.finding.ruleId)),
    ),
    [silenceCommands.addDepartment]: inTurn((ask) => {
      const { span } = ask.finding;
      const name = ask.checked.draft.plan.text.slice(span.start, span.end);
      return editTeamFile(desk, ask, (text) => withDepartment(text, name));
    }),
    ...ignoreAnswers(desk, turns),
  };
}

async function answered(
  { session, files, renew }: SilenceDesk,
  params: unknown,
  work: (ask: Ask) => Promise<void>,
): Promise<boolean> {
  if (!isRecord(params)) return false;
  const checked = await checkedDraft(session, String(params["uri"]));
  const finding = checked?.findings.find((one) => isMeant(one, checked, params));
  if (!checked || !finding) return false;
  const roots = await session.configuration.roots();
  const home = await homeOf(checked.draft.uri, { roots, files });
  // A draft that was never saved lies nowhere.
  if (home === "") return false;
  const reason = typeof params["reason"] === "string" ? params["reason"].trim() : "";
  await work({ checked, finding, home, reason: reason === "" ? undefined : reason });
  renew();
  return true;
}

/** The finding of a rule, and where a place is given, the one there. */
function isMeant(finding: Finding, { draft }: CheckedDraft, params: Record<string, unknown>): boolean {
  if (finding.ruleId !== params["rule"]) return false;
  if (!isRecord(params["range"])) return true;
  const { start, end } = toRange(draft.plan, finding.span);
  return isAt(start, params["range"]["start"]) && isAt(end, params["range"]["end"]);
}

function isAt(place: { readonly line: number; readonly character: number }, value: unknown): boolean {
  return isRecord(value) && value["line"] === place.line && value["character"] === place.character;
}

async function ignore(desk: SilenceDesk, home: string, entry: SilenceEntry): Promise<void> {
  const path = silencePath(home, "ignores");
  await rewrite(desk, path, (text) => {
    const { entries, damaged } = readSilence(text);
    if (damaged) throw refusal(desk.session.texts.damaged(path));
    return writeSilence(addSilence(entries, [entry]));
  });
}

/** In the team's file that holds for the draft; where there is none, one is made beside `.hegao`. */
async function editTeamFile(
  desk: SilenceDesk,
  { checked, home }: Ask,
  edited: (text: string) => string | undefined,
): Promise<void> {
  const path = checked.settings.teamFiles[0] ?? `${home}/hegao.config.json`;
  await rewrite(desk, path, (before = "") => {
    const text = edited(before);
    if (text === undefined) throw refusal(desk.session.texts.damaged(path));
    return text;
  });
}
