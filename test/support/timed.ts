import { it } from "mocha";

/**
 * A test that looks at a clock. On a busy machine it could fail for no fault of ours, so `npm test` leaves it out and
 * `npm run fuzz`, which sets HEGAO_FUZZ, runs it.
 */
export function timed(name: string, body: Mocha.Func | Mocha.AsyncFunc): void {
  if (process.env["HEGAO_FUZZ"] !== undefined) it(name, body as Mocha.Func);
}
