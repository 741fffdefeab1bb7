import { refuse } from "../refuse.js";
import { bytesOf, type Bytes } from "./bytes.js";

/**
 * The streams of a compound file (MS-CFB). Written here because a stream that ends early, or whose sectors run in a
 * circle, must still give what it has: every chain is followed only as far as the stream's size, or the file's, asks.
 */
export function openCompound(source: Uint8Array): (name: string) => Bytes | undefined {
  const file = readHeader(bytesOf(source));
  const directory = readChain(file.sectors, file.bytes.u32(48), source.length);
  const root = readEntry(directory, 0);
  const mini = { ...file.mini, source: readChain(file.sectors, root.start, root.size) };
  return (name) => {
    const entry = findChild(directory, root.child, name);
    if (!entry) return undefined;
    const store = entry.size < file.miniBelow ? mini : file.sectors;
    return bytesOf(readChain(store, entry.start, entry.size));
  };
}

/** Sectors of one size, chained by a table: the successor of each, or a value beyond the table's end. */
interface Store {
  readonly source: Uint8Array;
  readonly sectorSize: number;
  /** Where sector 0 begins. */
  readonly first: number;
  readonly next: readonly number[];
}

interface CompoundFile {
  readonly bytes: Bytes;
  readonly sectors: Store;
  readonly mini: Omit<Store, "source">;
  /** Streams of fewer bytes live in the mini store. */
  readonly miniBelow: number;
}

function readHeader(bytes: Bytes): CompoundFile {
  const shift = bytes.u16(30);
  if (bytes.length < 1024 || (shift !== 9 && shift !== 12)) refuse("doc-damaged", { detail: "header" });
  const sectorSize = 1 << shift;
  const store = { source: bytes.all, sectorSize, first: sectorSize };
  const next = fatSectors(bytes, sectorSize).flatMap((sector) =>
    numbersOf(bytes, { at: (sector + 1) * sectorSize, count: sectorSize / 4 }),
  );
  const sectors = { ...store, next };
  const miniTable = bytesOf(readChain(sectors, bytes.u32(60), bytes.u32(64) * sectorSize));
  const miniNext = numbersOf(miniTable, { at: 0, count: miniTable.length / 4 });
  return {
    bytes,
    sectors,
    mini: { sectorSize: 64, first: 0, next: miniNext },
    miniBelow: bytes.u32(56),
  };
}

/** The sectors that hold the allocation table: 109 are named in the header, more in a chain of their own. */
function fatSectors(bytes: Bytes, sectorSize: number): number[] {
  const held = Math.ceil(bytes.length / sectorSize);
  const count = Math.min(bytes.u32(44), held);
  const found = numbersOf(bytes, { at: 76, count: Math.min(count, 109) });
  let sector = bytes.u32(68);
  for (let hops = 0; hops < held && sector < held && found.length < count; hops++) {
    const at = (sector + 1) * sectorSize;
    const room = Math.min(count - found.length, sectorSize / 4 - 1);
    for (const each of numbersOf(bytes, { at, count: room })) found.push(each);
    sector = bytes.u32(at + sectorSize - 4);
  }
  return found.filter((each) => each < held).slice(0, Math.ceil((4 * held) / sectorSize));
}

function numbersOf(bytes: Bytes, { at, count }: { at: number; count: number }): number[] {
  const held = Math.max(0, Math.min(Math.floor(count), Math.floor((bytes.length - at) / 4)));
  return Array.from({ length: held }, (_, i) => bytes.u32(at + 4 * i));
}

/** At most `size` bytes of a chain: fewer where it ends early or leaves the file. */
function readChain({ source, sectorSize, first, next }: Store, start: number, size: number): Uint8Array {
  const most = Math.min(size, source.length);
  const read = new Uint8Array(most);
  let length = 0;
  for (let sector = start; length < most; sector = next[sector] ?? next.length) {
    const at = first + sector * sectorSize;
    if (sector >= next.length || at >= source.length) break;
    const part = source.subarray(at, at + Math.min(sectorSize, most - length));
    read.set(part, length);
    length += part.length;
  }
  return read.subarray(0, length);
}

interface Entry {
  readonly name: string;
  readonly kind: number;
  readonly left: number;
  readonly right: number;
  readonly child: number;
  readonly start: number;
  readonly size: number;
}

const ENTRY_SIZE = 128;
const STREAM = 2;

function readEntry(directory: Uint8Array, index: number): Entry {
  const entry = bytesOf(directory.subarray(index * ENTRY_SIZE, (index + 1) * ENTRY_SIZE));
  const letters = Math.max(0, Math.min(32, entry.u16(64) / 2 - 1));
  return {
    name: String.fromCharCode(...Array.from({ length: letters }, (_, i) => entry.u16(2 * i))),
    kind: entry.u8(66),
    left: entry.u32(68),
    right: entry.u32(72),
    child: entry.u32(76),
    start: entry.u32(116),
    size: entry.u32(120),
  };
}

/** Looks among the siblings of an entry, a tree, and not deeper: embedded documents have streams of the same names. */
function findChild(directory: Uint8Array, first: number, name: string): Entry | undefined {
  const waiting = [first];
  const seen = new Set<number>();
  for (let index = waiting.pop(); index !== undefined; index = waiting.pop()) {
    if (index * ENTRY_SIZE >= directory.length || seen.has(index)) continue;
    seen.add(index);
    const entry = readEntry(directory, index);
    if (entry.kind === STREAM && entry.name === name) return entry;
    waiting.push(entry.left, entry.right);
  }
  return undefined;
}
