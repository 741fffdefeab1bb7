/** What the page of a web view and the extension say to each other. */
export type ToPage =
  | { readonly type: "content"; readonly content: number; readonly uri: string; readonly html: string }
  | { readonly type: "select"; readonly year: string; readonly id: string }
  | { readonly type: "filter"; readonly hidden: readonly string[] };

export type FromPage =
  | { readonly type: "ready"; readonly uri?: string }
  /** What the page shows now, of the content with this number. */
  | { readonly type: "shown"; readonly content: number; readonly shown: Shown }
  | { readonly type: "selected"; readonly year: string; readonly id: string }
  | { readonly type: "open"; readonly uri: string; readonly place: string }
  /** What the draft is to be held against. */
  | { readonly type: "against"; readonly against: string }
  | { readonly type: "diff"; readonly year: string; readonly id: string }
  | {
      readonly type: "answer";
      readonly year: string;
      readonly id: string;
      readonly kind: string;
      readonly note: string;
    }
  | { readonly type: "export"; readonly what: string };

export interface Shown {
  readonly rows: number;
  readonly hidden: number;
  readonly selected: string;
}
