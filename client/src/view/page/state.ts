/** What a page remembers when it is hidden or the window is loaded again. */
export interface PageState {
  readonly uri: string;
  /** The year or the table in sight; "" for the first. */
  readonly year: string;
  readonly hidden: readonly string[];
  readonly search: string;
  readonly selected: string;
  readonly scroll: number;
  readonly sort: Sorting | null;
}

export interface Sorting {
  readonly panel: string;
  readonly column: number;
  readonly order: "ascending" | "descending";
}

const FIRST: PageState = {
  uri: "",
  year: "",
  hidden: ["same"],
  search: "",
  selected: "",
  scroll: 0,
  sort: null,
};

export interface KeptState {
  get(): PageState;
  update(part: Partial<PageState>): void;
}

export function createState(host: { getState(): unknown; setState(state: PageState): void }): KeptState {
  const kept = host.getState();
  let state: PageState = typeof kept === "object" && kept !== null ? { ...FIRST, ...kept } : FIRST;
  return {
    get: () => state,
    update(part) {
      state = { ...state, ...part };
      host.setState(state);
    },
  };
}
