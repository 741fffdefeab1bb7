const HEAD = 3000;
const FOOT = 600;

/** A plan says at its head and its foot what it is: what lies between need not be parsed. */
export function endsOf(text: string): string {
  if (text.length < 2 * (HEAD + FOOT)) return text;
  const head = text.slice(0, HEAD + Math.max(0, text.slice(HEAD, HEAD + FOOT).search(/\n/)));
  const foot = text.slice(text.length - FOOT);
  return `${head}\n${foot.slice(foot.indexOf("\n") + 1)}`;
}
