import { type Call, text } from "../command.js";
import { says } from "../texts/callTexts.js";
import { findInputs, type Unreadable } from "./findInputs.js";
import { type InputText, readInput } from "./readInput.js";

export interface Inputs {
  readonly texts: readonly InputText[];
  readonly unreadable: readonly Unreadable[];
}

/** Everything that the call names, read; undefined (and said) where it names nothing. */
export async function readAll(call: Call): Promise<Inputs | undefined> {
  const { locale, terminal } = call;
  if (call.positionals.length === 0) {
    terminal.complain(says(locale, "nothingGiven"));
    return undefined;
  }
  const stdinName = text(call, "stdin-name") ?? "<stdin>";
  const found = await findInputs(call.positionals, { cwd: terminal.cwd, locale, stdinName });
  const texts: InputText[] = [];
  const unreadable: Unreadable[] = [...found.unreadable];
  for (const source of found.sources) {
    const input = await readInput(source, call);
    if ("reason" in input) unreadable.push(input);
    else texts.push(input);
  }
  return { texts, unreadable };
}

/** The one draft that a call names; undefined (and said) where it is none, or more than one, or cannot be read. */
export async function readOne(call: Call): Promise<InputText | undefined> {
  if (call.positionals.length > 1) {
    call.terminal.complain(says(call.locale, "oneGiven"));
    return undefined;
  }
  const inputs = await readAll(call);
  if (!inputs) return undefined;
  sayUnreadable(inputs.unreadable, call);
  if (inputs.texts.length > 1) call.terminal.complain(says(call.locale, "oneGiven"));
  return inputs.texts.length === 1 ? inputs.texts[0] : undefined;
}

/** One line for each input that could not be used. */
export function sayUnreadable(unreadable: readonly Unreadable[], call: Call): void {
  for (const { path, reason } of unreadable) call.terminal.complain(`${path}: ${reason}`);
}
