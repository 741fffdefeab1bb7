import { siftFindings } from "../service/silenceMatch.js";
import { diagnosticsOf } from "./diagnostics.js";
import { type FolderDraft } from "./folder.js";
import { keyOf } from "./folderFiles.js";
import type { FolderFindings } from "./folderProtocol.js";
import { isRecord } from "./clientFacts.js";
import { checkedDraft, type CheckResult, type Session } from "./session.js";

/** Every draft stands in a text that holds nothing at all. */
const ANY = [""];

/** Every draft of the workspace checked, or those below the folder that is named. */
export async function checkFolder(session: Session, params: unknown): Promise<FolderFindings[]> {
  const below = isRecord(params) && typeof params["uri"] === "string" ? keyOf(params["uri"]) : "";
  const found: FolderFindings[] = [];
  for await (const draft of session.folder.draftsWith(ANY)) {
    if (!keyOf(draft.uri).startsWith(below)) continue;
    const checked =
      draft.version === null ? await closedDraft(session, draft) : await checkedDraft(session, draft.uri);
    if (checked) found.push({ uri: draft.uri, diagnostics: diagnosticsOf(checked, session) });
  }
  return found.sort((a, b) => (keyOf(a.uri) < keyOf(b.uri) ? -1 : 1));
}

async function closedDraft(session: Session, { uri, plan }: FolderDraft): Promise<CheckResult> {
  const settings = await session.configuration.of(uri);
  // Kept for drafts that are open; nobody closes this one.
  session.configuration.forget(uri);
  const findings = siftFindings(plan, settings.service.check(plan), settings.silenced).kept;
  return {
    draft: { uri, version: 0, plan, length: plan.text.length },
    settings,
    findings,
    frame: { uri, plan, rulesBase: session.rulesBase },
  };
}
