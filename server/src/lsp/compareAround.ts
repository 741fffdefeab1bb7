import type { PlanDocument } from "../plan/model.js";
import type { PlanAround } from "./compareEarlier.js";
import { workingProgress } from "./compareProgress.js";
import type { Comparer } from "./comparer.js";
import type { ComparedDraft } from "./comparisons.js";
import type { Draft } from "./drafts.js";
import type { PlanFiles } from "./planFiles.js";
import type { Session } from "./session.js";

export interface AroundScene {
  readonly session: Session;
  readonly host: { readonly files: PlanFiles };
  readonly reader: { readonly parse: (text: string) => PlanDocument };
  readonly comparer: Comparer;
}

/**
 * A draft beside the plan of its five years or the superior's. Nothing is found by it: what such a plan says and the
 * draft does not was never ours to do this year.
 */
export async function comparedAround(
  { uri, version, plan }: Draft,
  around: PlanAround,
  { session, host, reader, comparer }: AroundScene,
): Promise<ComparedDraft | undefined> {
  const text = await host.files.read(around.uri);
  if (text === undefined) return undefined;
  const { settings } = await session.configuration.of(uri);
  const progress = workingProgress(session, session.texts.comparingAround);
  try {
    const { comparison } = await comparer.compare({
      draft: plan.text,
      earlier: [{ name: around.uri, text }],
      roster: settings.roster,
    });
    const documents = [{ uri: around.uri, text, plan: reader.parse(text) }];
    return { version, plan, documents, comparison, earlier: { departments: new Map(), remarks: new Map() } };
  } finally {
    progress.done();
  }
}
