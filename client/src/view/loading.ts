import type { Against, CompareParams, CompareResult } from "../../../server/src/lsp/protocol.js";

/** The last comparison that was asked for; answers may come in another order than the questions. */
export interface Loading {
  readonly result: () => CompareResult | undefined;
  readonly shows: (uri: string) => Against;
  /** True for the draft that is shown, unless another is about to be. */
  readonly follows: (uri: string) => boolean;
  readonly load: (uri: string, against?: Against) => Promise<CompareResult | undefined>;
}

/** `compare` asks; `loaded` is told of each answer that is still wanted. */
export function createLoading(
  compare: (params: CompareParams) => Promise<CompareResult | null>,
  loaded: (found: CompareResult | null) => void,
): Loading {
  let result: CompareResult | undefined;
  let wanted: CompareParams | undefined;
  let [asked, shown] = [0, 0];
  const shows = (uri: string): Against => (wanted?.uri === uri ? (wanted.against ?? "earlier") : "earlier");
  const isWanted = ({ uri, against }: CompareParams): boolean =>
    wanted?.uri === uri && wanted.against === against;
  return {
    result: () => result,
    shows,
    follows: (uri) => uri === result?.uri && uri === wanted?.uri,
    async load(uri, against = shows(uri)) {
      const params: CompareParams = { uri, against };
      wanted = params;
      const own = ++asked;
      let found: CompareResult | null = null;
      try {
        found = await compare(params);
      } finally {
        // Where nothing comes of it, what was shown before stays, and is followed.
        if (wanted === params) wanted = result;
      }
      // Another draft is wanted meanwhile, or this one was asked for again and that was answered sooner.
      if (own < shown || (wanted !== result && !isWanted(params))) return found ?? undefined;
      if (found) [result, wanted, shown] = [found, found, own];
      loaded(found);
      return found ?? undefined;
    },
  };
}
