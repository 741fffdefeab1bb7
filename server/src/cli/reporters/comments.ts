import type { Finding } from "../../check/rule.js";
import type { Remark } from "../../service/wordComments/annotateDocx.js";
import type { CheckedFile } from "../check/report.js";
import { says } from "../texts/lintTexts.js";
import type { View } from "./reporter.js";
import { shownFindings } from "./shown.js";

/** What the comments of a Word file say of the findings; of those that were let stand as well where that is asked for. */
export function commentsOf(file: CheckedFile, view: View): Remark[] {
  const kept = shownFindings(file, view).map((finding) => remarkOf(finding, view));
  if (view.detail !== "ignored") return kept;
  const silenced = file.silenced.map(({ finding, entry: { reason } }): Remark => {
    const why =
      reason === undefined ? says(view.locale, "silenced") : says(view.locale, "silencedBecause", { reason });
    return { span: finding.span, lines: [...headOf(finding, view), why] };
  });
  return [...kept, ...silenced].sort((a, b) => a.span.start - b.span.start);
}

function remarkOf(finding: Finding, view: View): Remark {
  return { span: finding.span, lines: [...headOf(finding, view), ...fixLines(finding, view)] };
}

function headOf({ severity, message, ruleId }: Finding, { locale }: View): string[] {
  return [
    says(locale, "commentHead", { severity: says(locale, severity), message }),
    says(locale, "commentRule", { rule: ruleId }),
  ];
}

const LONGEST = 80;

/** The fix, and what it would put there where its name does not say so. */
function fixLines({ fixes }: Finding, { locale }: View): string[] {
  const fix = fixes.find(({ safe }) => safe) ?? fixes[0];
  if (!fix) return [];
  const { title, edits } = fix;
  const count = fixes.length;
  const key = fix.safe ? "fixSafe" : count > 1 ? "fixChoices" : "fixChoice";
  const words = edits.length === 1 ? (edits[0]?.newText.trim() ?? "") : "";
  const isSaid = words === "" || title.includes(words) || words.length > LONGEST || words.includes("\n");
  return [says(locale, key, { title, count }), ...(isSaid ? [] : [says(locale, "commentText", { words })])];
}
