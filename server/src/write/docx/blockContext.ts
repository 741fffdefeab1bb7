/** The library, handed in because it is loaded only when a file is really written. */
export type Docx = typeof import("docx");

export interface BlockContext {
  readonly docx: Docx;
  readonly latin: string | undefined;
  readonly head: "red" | "plain";
}

/** Characters that XML cannot hold. A draft has them by accident only; nothing is printed for them. */
const NOT_XML = /[\u0000-\u0008\u000b\u000c\u000e-\u001f\ufffe\uffff]/g;

export function printable(text: string): string {
  return text.replace(NOT_XML, "");
}
