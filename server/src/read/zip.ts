import { Inflate } from "fflate";
import { LIMITS } from "./limits.js";
import { refuse } from "./refuse.js";

export interface ZipEntry {
  readonly name: string;
  readonly method: number;
  readonly encrypted: boolean;
  readonly crc: number;
  readonly compressedSize: number;
  readonly headerAt: number;
}

/** The parts of an archive by name, expanded one at a time and only when asked for. */
export interface ZipArchive {
  readonly names: readonly string[];
  /** Undefined where there is no such part. Refuses bombs and damage; the limit holds for all parts together. */
  readonly read: (name: string) => Uint8Array | undefined;
}

/**
 * Opens a zip archive. The directory is read here rather than by fflate because fflate believes the sizes that the
 * archive states: a bomb that understates them costs minutes before anyone can say no. Here every part is expanded
 * in small steps and stopped at the limit, and its checksum is compared.
 */
export function openZip(bytes: Uint8Array): ZipArchive {
  const entries = new Map(readDirectory(bytes).map((entry) => [entry.name, entry]));
  let left: number = LIMITS.expandedBytes;
  return {
    names: [...entries.keys()],
    read: (name) => {
      const entry = entries.get(name);
      if (!entry) return undefined;
      const part = expand(bytes, entry, left);
      left -= part.length;
      return part;
    },
  };
}

const END_SIGNATURE = 0x06054b50;
const ENTRY_SIGNATURE = 0x02014b50;
const LOCAL_SIGNATURE = 0x04034b50;

function readDirectory(bytes: Uint8Array): ZipEntry[] {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  const end = findEnd(view);
  if (end === -1) refuse("zip-damaged", { part: "zip" });
  const count = view.getUint16(end + 10, true);
  if (count > LIMITS.zipEntries) refuse("zip-too-many", { count, limit: LIMITS.zipEntries });
  const entries: ZipEntry[] = [];
  let at = view.getUint32(end + 16, true);
  for (let i = 0; i < count; i++) {
    if (at + 46 > bytes.length || view.getUint32(at, true) !== ENTRY_SIGNATURE) {
      refuse("zip-damaged", { part: "zip" });
    }
    const nameLength = view.getUint16(at + 28, true);
    entries.push({
      name: new TextDecoder().decode(bytes.subarray(at + 46, at + 46 + nameLength)).replaceAll("\\", "/"),
      encrypted: (view.getUint16(at + 8, true) & 1) === 1,
      method: view.getUint16(at + 10, true),
      crc: view.getUint32(at + 16, true),
      compressedSize: view.getUint32(at + 20, true),
      headerAt: view.getUint32(at + 42, true),
    });
    at += 46 + nameLength + view.getUint16(at + 30, true) + view.getUint16(at + 32, true);
  }
  return entries;
}

function findEnd(view: DataView): number {
  const lowest = Math.max(0, view.byteLength - 22 - 0xffff);
  for (let at = view.byteLength - 22; at >= lowest; at--) {
    if (view.getUint32(at, true) === END_SIGNATURE) return at;
  }
  return -1;
}

function expand(bytes: Uint8Array, entry: ZipEntry, limit: number): Uint8Array {
  if (entry.encrypted) refuse("encrypted");
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  const at = entry.headerAt;
  if (at + 30 > bytes.length || view.getUint32(at, true) !== LOCAL_SIGNATURE) {
    refuse("zip-damaged", { part: entry.name });
  }
  const start = at + 30 + view.getUint16(at + 26, true) + view.getUint16(at + 28, true);
  const packed = bytes.subarray(start, start + entry.compressedSize);
  if (packed.length !== entry.compressedSize) refuse("zip-damaged", { part: entry.name });
  if (entry.method !== 0 && entry.method !== 8) refuse("zip-damaged", { part: entry.name });
  if (entry.method === 0 && packed.length > limit) refuse("zip-bomb", { part: entry.name });
  const part = entry.method === 0 ? packed : inflate(packed, entry.name, limit);
  if (crc32(part) !== entry.crc) refuse("zip-damaged", { part: entry.name });
  return part;
}

/** Bytes handed to the inflater at a time: it can make at most a thousand times as many of them. */
const STEP = 16_384;

function inflate(packed: Uint8Array, name: string, limit: number): Uint8Array {
  const chunks: Uint8Array[] = [];
  let size = 0;
  const inflater = new Inflate((chunk) => {
    chunks.push(chunk);
    size += chunk.length;
  });
  for (let at = 0; at < packed.length || at === 0; at += STEP) {
    const last = at + STEP >= packed.length;
    try {
      inflater.push(packed.subarray(at, at + STEP), last);
    } catch (error) {
      refuse("zip-damaged", { part: name, detail: String(error) });
    }
    const expanded = Math.min(at + STEP, packed.length);
    const bloated = size > LIMITS.ratioFreeBytes && size > expanded * LIMITS.ratio;
    if (size > limit || bloated) refuse("zip-bomb", { part: name });
  }
  const whole = new Uint8Array(size);
  let at = 0;
  for (const chunk of chunks) {
    whole.set(chunk, at);
    at += chunk.length;
  }
  return whole;
}

/** Of whole numbers with a sign, which V8 reckons with directly. */
const CRC_TABLE: Readonly<Int32Array> = Int32Array.from({ length: 256 }, (_, byte) => {
  let value = byte;
  for (let bit = 0; bit < 8; bit++) value = value & 1 ? (value >>> 1) ^ 0xedb88320 : value >>> 1;
  return value;
});

function crc32(bytes: Uint8Array): number {
  let crc = -1;
  for (let at = 0; at < bytes.length; at++)
    crc = (crc >>> 8) ^ (CRC_TABLE[(crc ^ (bytes[at] ?? 0)) & 0xff] ?? 0);
  return ~crc >>> 0;
}
