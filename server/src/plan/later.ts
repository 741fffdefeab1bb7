export interface Later<T> {
  readonly get: () => T;
  readonly isMade: () => boolean;
}

/** A value made when it is first asked for; what it is made from is let go then. */
export function later<T>(make: () => T): Later<T> {
  let making: (() => T) | undefined = make;
  let made: T | undefined;
  return {
    get() {
      if (making) {
        made = making();
        making = undefined;
      }
      return made as T;
    },
    isMade: () => making === undefined,
  };
}
