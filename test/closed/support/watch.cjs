/**
 * Loaded before the program and every thread of it (`node --require`): every way to the network throws, and every file
 * that is opened for writing, made, renamed or removed is written down in the file that HEGAO_WATCH names.
 */
const dgram = module.require("node:dgram");
const dns = module.require("node:dns");
const fs = module.require("node:fs");
const { syncBuiltinESMExports } = module.require("node:module");
const net = module.require("node:net");
const tls = module.require("node:tls");

const log = process.env.HEGAO_WATCH;
const append = fs.appendFileSync;
const note = (what, path) => {
  if (log && String(path) !== log) append(log, `${what} ${String(path)}\n`);
};
const refuse = (name) => () => {
  note("network", name);
  throw new Error(`the network was asked for: ${name}`);
};

net.Socket.prototype.connect = refuse("net.connect");
net.Server.prototype.listen = refuse("net.listen");
tls.connect = refuse("tls.connect");
dgram.createSocket = refuse("dgram");
for (const name of ["lookup", "resolve", "resolve4", "resolve6"]) dns[name] = refuse(`dns.${name}`);
globalThis.fetch = refuse("fetch");

const WRITES = [
  "writeFile",
  "appendFile",
  "mkdir",
  "mkdtemp",
  "rename",
  "rm",
  "rmdir",
  "unlink",
  "copyFile",
  "cp",
  "symlink",
  "link",
  "truncate",
  "chmod",
  "utimes",
];
const writes = (flags) =>
  typeof flags === "number" ? (flags & 3) !== 0 : /[wa+]/.test(String(flags ?? "r"));
function wrap(owner, name, isWrite = () => true) {
  const own = owner[name];
  if (typeof own !== "function") return;
  owner[name] = function (...given) {
    // The streams of the process itself are no files.
    if (typeof given[0] !== "number" && isWrite(given)) note(name, given[0]);
    return own.apply(this, given);
  };
}
for (const name of WRITES) {
  wrap(fs, name);
  wrap(fs, `${name}Sync`);
  wrap(fs.promises, name);
}
for (const [owner, name] of [
  [fs, "open"],
  [fs, "openSync"],
  [fs.promises, "open"],
])
  wrap(owner, name, (given) => writes(given[1]));
wrap(fs, "createWriteStream");
syncBuiltinESMExports();
