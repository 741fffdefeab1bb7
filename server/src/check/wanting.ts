/** The rules that have something to look at in a paragraph, by their places among the active ones. */
export interface Wanting {
  readonly paragraph: readonly number[];
  readonly document: readonly number[];
}
