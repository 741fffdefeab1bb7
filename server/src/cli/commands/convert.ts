import { cleanText } from "../../read/clean/cleanText.js";
import { noteMessage, repairMessage } from "../../read/messages.js";
import type { CleanResult, Repair } from "../../read/model.js";
import { type LineColumn, lineColumn, lineStarts } from "../../text/lines.js";
import { type Call, type Command, given, text } from "../command.js";
import { deliver } from "../files/deliver.js";
import { readOne } from "../inputs/readAll.js";
import type { InputText } from "../inputs/readInput.js";
import { catalogue } from "../texts/catalogue.js";
import { tableOptions } from "./tableOptions.js";

const says = catalogue({
  "zh-CN": {
    repair: "{path}:{place} {what}：{before} → {after}",
    unsure: "{path}:{place} {what}（拿不准，未改）：{before} → {after}",
    left: "{path}: 另有 {count} 处可以整理，加 --clean 整理",
    nothing: "（无）",
  },
  en: {
    repair: "{path}:{place} {what}: {before} → {after}",
    unsure: "{path}:{place} {what} (not sure, left): {before} → {after}",
    left: "{path}: places that could be cleaned: {count}; --clean does it",
    nothing: "(nothing)",
  },
});

export const convert: Command = {
  usage: { "zh-CN": "convert <文件> [-o <文件>]", en: "convert <file> [-o <file>]" },
  heeds: ["quiet"],
  options: {
    ...tableOptions,
    format: {
      type: "string",
      choices: ["text", "json"],
      help: { "zh-CN": "输出格式（默认 text）", en: "Output format (text by default)" },
    },
    clean: {
      type: "boolean",
      help: {
        "zh-CN":
          "整理网页残留、硬换行、串行标题等，逐处说明（文本默认整理，Word 与网页默认不动；--no-clean 不整理）",
        en: "Clean residue of web pages, hard breaks, run-in headings, each said (by default texts only; --no-clean for none)",
      },
    },
  },
  async run(call) {
    const input = await readOne(call);
    if (!input) return 2;
    const clean = cleanText(input.text);
    const isCleaned = wantsCleaning(input, call);
    const result = isCleaned ? clean : { text: input.text, repairs: [] };
    if (!given(call, "quiet")) tell(input, { result, clean }, call);
    if (text(call, "format") !== "json") return await deliver(result.text, call);
    const value = jsonConverted(input, result, call);
    return await deliver(`${JSON.stringify(value, undefined, 2)}\n`, call);
  },
};

/**
 * Of a Word file or a page every other command checks the text as it was read: what is printed here must be that text,
 * or the places that they name would be wrong.
 */
function wantsCleaning({ format }: InputText, { values }: Call): boolean {
  return typeof values.clean === "boolean" ? values.clean : format === "txt" || format === "md";
}

interface Cleaned {
  readonly result: CleanResult;
  /** As if everything had been cleaned. */
  readonly clean: CleanResult;
}

function tell(
  { source, notes, text: original }: InputText,
  { result, clean }: Cleaned,
  { terminal, locale, values }: Call,
): void {
  const { path } = source;
  for (const note of notes) terminal.complain(`${path}: ${noteMessage(note, locale)}`);
  const starts = lineStarts(original);
  const shown = (words: string): string => (words === "" ? says(locale, "nothing") : `“${visible(words)}”`);
  for (const repair of result.repairs) {
    const { line, character } = lineColumn(starts, repair.span.start);
    terminal.complain(
      says(locale, repair.certainty === "unsure" ? "unsure" : "repair", {
        path,
        place: `${line + 1}:${character + 1}`,
        what: repairMessage(repair, locale),
        before: shown(repair.before),
        after: shown(repair.after),
      }),
    );
  }
  const left = clean.repairs.filter(isMade).length;
  if (left > 0 && result.repairs.length === 0 && values.clean === undefined)
    terminal.complain(says(locale, "left", { path, count: left }));
}

function isMade({ certainty }: Repair): boolean {
  return certainty !== "unsure";
}

const LONGEST = 40;

/** What a terminal would not show: line breaks, blanks, signs without a shape. */
function visible(words: string): string {
  const short =
    words.length > LONGEST ? `${words.slice(0, LONGEST / 2)}…${words.slice(-LONGEST / 2)}` : words;
  return short
    .replace(/\r\n|\r|\n/g, "⏎")
    .replace(/\t/g, "⇥")
    .replace(/ /g, "␣")
    .replace(/[\u00a0\u3000\u200b-\u200f\u2028-\u202e\u2060-\u2064\ufeff\u0000-\u001f]/g, (sign) => {
      return `〔U+${sign.charCodeAt(0).toString(16).toUpperCase().padStart(4, "0")}〕`;
    });
}

/** Places are those of the text as it was read. */
function jsonConverted(input: InputText, result: CleanResult, { locale }: Call): object {
  const starts = lineStarts(input.text);
  const range = ({
    start,
    end,
  }: {
    start: number;
    end: number;
  }): { readonly start: LineColumn; readonly end: LineColumn } => ({
    start: lineColumn(starts, start),
    end: lineColumn(starts, end),
  });
  return {
    version: 1,
    path: input.source.path,
    format: input.format,
    encoding: input.encoding,
    text: result.text,
    notes: input.notes.map((note) => ({ ...note, message: noteMessage(note, locale) })),
    repairs: result.repairs.map((repair) => ({
      kind: repair.kind,
      certainty: repair.certainty,
      message: repairMessage(repair, locale),
      range: range(repair.span),
      before: repair.before,
      after: repair.after,
    })),
    comments: input.comments.map(({ span, ...comment }) => ({ ...comment, range: range(span) })),
    footnotes: input.footnotes,
  };
}
