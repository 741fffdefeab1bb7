import * as protocol from "vscode-languageserver/node";
import * as own from "../../../server/src/lsp/protocol.js";

/** Everything that a client can say to the server, by name. */
export interface Surface {
  readonly requests: readonly string[];
  readonly notifications: readonly string[];
}

/** These end the conversation; each has its own tests. */
const LAST_WORDS = ["initialize", "shutdown", "exit"];

/** Whatever the protocol knows, answered or not, with our own requests: as the library and our contract list them. */
export function surface(): Surface {
  const requests = new Set(ownNames(Object.values(own)));
  const notifications = new Set(["$/cancelRequest", "$/progress", "$/nothing"]);
  for (const entry of Object.values(protocol)) {
    const said = saidByClient(entry);
    if (said === undefined || LAST_WORDS.includes(said.method)) continue;
    (said.isRequest ? requests : notifications).add(said.method);
  }
  return { requests: [...requests, "hegao/nothing", "__proto__"], notifications: [...notifications] };
}

function saidByClient(entry: unknown): { readonly method: string; readonly isRequest: boolean } | undefined {
  if (!isObject(entry) || entry["messageDirection"] === "serverToClient" || !isObject(entry["type"]))
    return undefined;
  const { method } = entry["type"];
  if (typeof method !== "string") return undefined;
  return { method, isRequest: !/Notification/.test(entry["type"].constructor.name) };
}

function ownNames(values: readonly unknown[]): string[] {
  return values.flatMap((value) => {
    if (typeof value === "string") return value.startsWith("hegao/") ? [value] : [];
    return isObject(value) && !Array.isArray(value) ? ownNames(Object.values(value)) : [];
  });
}

function isObject(value: unknown): value is Record<string, unknown> & object {
  return (typeof value === "object" && value !== null) || typeof value === "function";
}
