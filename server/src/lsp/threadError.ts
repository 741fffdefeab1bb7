/** A thread was given up, and with it the task that it had. */
export class ThreadError extends Error {
  constructor(
    readonly why: "start" | "time" | "memory" | "error" | "stopped",
    message: string,
  ) {
    super(message);
  }
}
