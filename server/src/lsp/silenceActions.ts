import type { CodeAction } from "vscode-languageserver";
import type { Finding } from "../check/rule.js";
import { folderOf } from "../service/configPaths.js";
import { ownFixKind } from "./protocol.js";
import type { CheckedDraft, Session } from "./session.js";
import { type IgnoreHereParams, silenceCommands, type SilenceParams } from "./silenceProtocol.js";
import { toDiagnostic } from "./toLsp.js";

/** 忽略此处、在本文件忽略、在本文件夹关闭: what may be done with a finding that is none. Last, and never preferred. */
export function silenceActions(
  { texts }: Session,
  checked: CheckedDraft,
  touched: readonly Finding[],
): CodeAction[] {
  const { uri } = checked.draft;
  if (folderOf(uri) === "") return [];
  const wide = new Map(touched.map((finding) => [finding.ruleId, finding]));
  const action = (
    kind: "ignoreHere" | "ignoreInFile" | "switchOff",
    finding: Finding,
    params: SilenceParams | IgnoreHereParams,
  ): CodeAction => {
    const title = texts[kind](finding.ruleId);
    return {
      title,
      kind: `${ownFixKind}.${kind}`,
      diagnostics: [toDiagnostic(finding, checked.frame)],
      command: { title, command: silenceCommands[kind], arguments: [params] },
    };
  };
  return [
    ...touched.map((finding) => {
      const { range } = toDiagnostic(finding, checked.frame);
      return action("ignoreHere", finding, { uri, rule: finding.ruleId, range });
    }),
    ...[...wide].flatMap(([rule, finding]) => [
      action("ignoreInFile", finding, { uri, rule }),
      action("switchOff", finding, { uri, rule }),
    ]),
  ];
}
