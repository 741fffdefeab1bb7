import type { CodeAction } from "vscode-languageserver";
import type { Finding } from "../check/rule.js";
import { ownFixKind, showRuleCommand } from "./protocol.js";
import type { CheckedDraft, Session } from "./session.js";
import { silenceCommands } from "./silenceProtocol.js";
import { toDiagnostic } from "./toLsp.js";

/** 查看规则说明: opens the page of a rule that the client has in its bundle, so that no network is needed. */
export function ruleActions(
  { texts, client }: Session,
  checked: CheckedDraft,
  touched: readonly Finding[],
): CodeAction[] {
  if (client.options.showsRules !== true) return [];
  const byRule = new Map(touched.map((finding) => [finding.ruleId, finding]));
  return [...byRule].map(([rule, finding]) => {
    const title = texts.showRule(rule);
    return {
      title,
      kind: `${ownFixKind}.showRule`,
      diagnostics: [toDiagnostic(finding, checked.frame)],
      command: { title, command: showRuleCommand, arguments: [rule] },
    };
  });
}

/** 加入名册: a department that the roster lacks, where the office has a roster. */
export function rosterActions(
  { texts }: Session,
  checked: CheckedDraft,
  touched: readonly Finding[],
): CodeAction[] {
  const { draft, settings, frame } = checked;
  const known = new Set(settings.settings.roster.flatMap(({ full, aliases = [] }) => [full, ...aliases]));
  return touched.flatMap((finding) => {
    const name = draft.plan.text.slice(finding.span.start, finding.span.end);
    if (finding.ruleId !== "responsibility-unknown" || known.has(name)) return [];
    const title = texts.addDepartment(name);
    const diagnostic = toDiagnostic(finding, frame);
    const params = { uri: draft.uri, rule: finding.ruleId, range: diagnostic.range };
    return [
      {
        title,
        kind: `${ownFixKind}.addDepartment`,
        diagnostics: [diagnostic],
        command: { title, command: silenceCommands.addDepartment, arguments: [params] },
      },
    ];
  });
}
