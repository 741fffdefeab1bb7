import { homedir } from "node:os";

/** The home folder; undefined for a user of whom the system knows none, as in a container with a made-up number. */
export function homeFolder(): string | undefined {
  try {
    return homedir();
  } catch {
    return undefined;
  }
}
