import type { TextDocuments } from "vscode-languageserver";
import type { TextDocument } from "vscode-languageserver-textdocument";
import type { EarlierYears, Finding } from "../check/rule.js";
import type { PlanDocument } from "../plan/model.js";
import type { PlanService } from "../service/planService.js";
import { questionsFirst } from "./turn.js";

/** No plan has so many characters; a text that has is no plan, and reading it would keep everybody waiting. */
export const LONGEST_DRAFT = 1_000_000;

/** An open draft as it was read at one version. */
export interface Draft {
  readonly uri: string;
  readonly version: number;
  /** That of an empty text where the draft is longer than `LONGEST_DRAFT`. */
  readonly plan: PlanDocument;
  /** Characters of the text as the editor has it. */
  readonly length: number;
}

/** The open drafts, each read once a version, the next version from the one before. */
export interface Drafts {
  get(uri: string): Draft | undefined;
  /** Another text, close to that of a draft. */
  readBeside(draft: Draft, text: string): PlanDocument;
  findings(draft: Draft, service: PlanService, earlier?: EarlierYears): readonly Finding[];
  /**
   * Has the findings at hand, where it takes long in several turns between which the client is heard; false where the draft
   * was edited or closed before that.
   */
  prepare(draft: Draft, service: PlanService, earlier?: EarlierYears): Promise<boolean>;
  all(): readonly string[];
  forget(uri: string): void;
}

interface Checked {
  readonly service: PlanService;
  readonly earlier: EarlierYears | undefined;
  readonly findings: readonly Finding[];
}

/** A check that is under way. */
interface Begun extends Omit<Checked, "findings"> {
  readonly done: Promise<boolean>;
}

export function createDrafts(documents: TextDocuments<TextDocument>, reader: PlanService): Drafts {
  // With the text, since a draft that is opened anew may begin with the number that another text had.
  const read = new Map<string, { readonly draft: Draft; readonly text: string }>();
  const checked = new WeakMap<PlanDocument, Checked>();
  const begun = new WeakMap<PlanDocument, Begun>();
  const isKnown = (draft: Draft, service: PlanService, earlier?: EarlierYears): boolean => {
    const known = checked.get(draft.plan);
    return known?.service === service && known.earlier === earlier;
  };
  return {
    get(uri) {
      const document = documents.get(uri);
      if (!document) return undefined;
      const known = read.get(uri);
      const text = document.getText();
      if (known?.draft.version === document.version && known.text === text) return known.draft;
      const { length } = text;
      const plan = reader.parse(length > LONGEST_DRAFT ? "" : text, known?.draft.plan);
      const draft = { uri, version: document.version, plan, length };
      read.set(uri, { draft, text });
      return draft;
    },
    readBeside: ({ plan }, text) => reader.parse(text, plan),
    findings(draft, service, earlier) {
      const known = checked.get(draft.plan);
      if (known?.service === service && known.earlier === earlier) return known.findings;
      const findings = service.check(draft.plan, earlier);
      checked.set(draft.plan, { service, earlier, findings });
      return findings;
    },
    async prepare(draft, service, earlier) {
      if (isKnown(draft, service, earlier)) return true;
      const same = begun.get(draft.plan);
      if (same?.service === service && same.earlier === earlier) return await same.done;
      const begunOn = read.get(draft.uri);
      const isGone = (): boolean => {
        const now = documents.get(draft.uri);
        return now?.version !== draft.version || begunOn?.draft !== draft || now.getText() !== begunOn.text;
      };
      const done = stepping(service.checkInSteps(draft.plan, earlier), isGone).then((findings) => {
        if (findings) checked.set(draft.plan, { service, earlier, findings });
        else begun.delete(draft.plan);
        return findings !== undefined;
      });
      begun.set(draft.plan, { service, earlier, done });
      return await done;
    },
    all: () => documents.keys(),
    forget: (uri) => void read.delete(uri),
  };
}

/** So long nobody minds to wait. */
const SLICE_MS = 50;

/** Takes the steps one after the other; undefined where the draft has gone before the last. */
async function stepping(
  steps: ReturnType<PlanService["checkInSteps"]>,
  isGone: () => boolean,
): Promise<readonly Finding[] | undefined> {
  let since = performance.now();
  for (let step = steps.next(); ; step = steps.next()) {
    if (step.done) return step.value;
    if (performance.now() - since < SLICE_MS) continue;
    await questionsFirst();
    if (isGone()) return undefined;
    since = performance.now();
  }
}
