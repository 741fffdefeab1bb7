import type { Locale } from "../check/rule.js";

/**
 * Chinese unless the environment speaks of another language: the drafts are Chinese, and so are those who write
 * them. `C` and `POSIX` name no language.
 */
export function localeOf(asked: string | undefined, env: Readonly<NodeJS.ProcessEnv>): Locale {
  const name = asked ?? env.LC_ALL ?? env.LC_MESSAGES ?? env.LANG ?? "";
  if (/^(?:zh|C$|C\.|POSIX)/i.test(name) || name === "") return "zh-CN";
  return "en";
}
