/** Arguments of a Node that may read and write files but may start no thread. */
export function withoutThreads(): readonly string[] {
  const flag = process.allowedNodeEnvironmentFlags.has("--permission")
    ? "--permission"
    : "--experimental-permission";
  return [flag, "--allow-fs-read=*", "--allow-fs-write=*"];
}
