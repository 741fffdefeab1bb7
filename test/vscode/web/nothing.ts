/** Stands in for Node's files where a suite runs in a browser: nothing is there, nothing can be written. */
export const existsSync = (): boolean => false;
export const writeFileSync = (): void => undefined;
export const join = (...parts: readonly string[]): string => parts.join("/");
