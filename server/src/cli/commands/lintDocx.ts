import { nodeHost } from "../../read/node.js";
import { reasonOf } from "../../read/refuse.js";
import { refusalMessage } from "../../read/messages.js";
import { annotateDocx, type Annotated, type Remark } from "../../service/wordComments/annotateDocx.js";
import { createChecker } from "../batch/checker.js";
import { type CheckedFile, type Report, tallyOf } from "../check/report.js";
import { type Call, given, text } from "../command.js";
import { deliver } from "../files/deliver.js";
import { readOne } from "../inputs/readAll.js";
import type { InputText } from "../inputs/readInput.js";
import { commentsOf } from "../reporters/comments.js";
import { says } from "../texts/lintTexts.js";

/** `lint --format docx`: the one draft as a Word file with its findings as comments. Undefined (and said) where it failed. */
export async function lintDocx(call: Call): Promise<Report | undefined> {
  const input = await readOne(call);
  const checker = input && (await createChecker(call));
  if (!checker) return undefined;
  const checked = await checker.examine(input);
  const made = await annotated({ input, checked }, commentsOf(checked, checker.view), call);
  if (!made || (await deliver(made.bytes, call)) !== 0) return undefined;
  sayCommented({ input, checked }, made, call);
  return { files: [{ path: checked.path, text: "", tally: tallyOf(checked) }], unreadable: [] };
}

interface Draft {
  readonly input: InputText;
  readonly checked: CheckedFile;
}

interface Commented extends Annotated {
  readonly count: number;
}

/** A draft that is no .docx is laid out as `export` does it. */
async function annotated(
  { input, checked: { plan } }: Draft,
  remarks: readonly Remark[],
  { locale, terminal }: Call,
): Promise<Commented | undefined> {
  const quote = (words: string): string => says(locale, "commentQuote", { words });
  try {
    const bytes = input.format === "docx" ? input.bytes : await laidOut(plan);
    const made = await annotateDocx(bytes, { text: plan.text, remarks, quote }, nodeHost);
    return { ...made, count: remarks.length - made.unplaced.length - made.known };
  } catch (error) {
    // Reading it went well; a part beside the text may still be damaged, or all of them together too large.
    terminal.complain(`${input.source.path}: ${refusalMessage(reasonOf(error), locale)}`);
    return undefined;
  }
}

async function laidOut(plan: CheckedFile["plan"]): Promise<Uint8Array> {
  return await (await import("../../write/docx/writeDocx.js")).writeDocx(plan);
}

function sayCommented({ input, checked }: Draft, { unplaced, known, count }: Commented, call: Call): void {
  const { locale, terminal } = call;
  const path = text(call, "output") ?? checked.path;
  if (!given(call, "quiet")) terminal.complain(says(locale, "commented", { count, path }));
  if (known > 0 && !given(call, "quiet"))
    terminal.complain(says(locale, "commentedBefore", { count: known }));
  if (unplaced.length === 0) return;
  terminal.complain(says(locale, "uncommented", { path: input.source.path, count: unplaced.length }));
  for (const { lines } of unplaced) terminal.complain(`  ${lines.join(" ")}`);
}
