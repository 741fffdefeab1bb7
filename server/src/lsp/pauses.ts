/** Edits come in bursts, and a comparison is for the one who has stopped to look. */
const PAUSE_MS = 500;

export interface Pauses {
  begin(uri: string): void;
  end(uri: string): void;
}

/** Calls once nothing has begun anew for a while. */
export function createPauses(call: (uri: string) => Promise<void>): Pauses {
  const timers = new Map<string, NodeJS.Timeout>();
  const end = (uri: string): void => {
    clearTimeout(timers.get(uri));
    timers.delete(uri);
  };
  return {
    begin(uri) {
      end(uri);
      timers.set(
        uri,
        setTimeout(() => void call(uri), PAUSE_MS),
      );
    },
    end,
  };
}
