import type { Item, Part } from "./model.js";

/** A part whose items are made when somebody asks for them. A class for the reason that `ParsedPlan` is one. */
export class LaterPart implements Part {
  readonly kind: Part["kind"];
  readonly span: Part["span"];
  readonly title: Part["title"];
  private readonly itemsOf: () => readonly Item[];

  constructor({ kind, span, title }: Omit<Part, "items">, itemsOf: () => readonly Item[]) {
    this.kind = kind;
    this.span = span;
    this.title = title;
    this.itemsOf = itemsOf;
  }

  get items(): readonly Item[] {
    return this.itemsOf();
  }
}
