import { refuse } from "./refuse.js";

/**
 * Compound files (.doc, .xls, .wps, encrypted .docx): what is inside, and whether the chains of sectors are sound.
 * The library that reads .doc follows them without looking back, so that one sector naming itself as its successor
 * would never end.
 */

const FREE = 0xfffffffa; // This value and above mean end, free, or the tables themselves.

export function isCompoundFile(bytes: Uint8Array): boolean {
  return [0xd0, 0xcf, 0x11, 0xe0].every((byte, i) => bytes[i] === byte);
}

/** True where the directory names such a stream; names are stored in UTF-16, so a search for the bytes finds them. */
export function hasStream(bytes: Uint8Array, name: string): boolean {
  const first = name.charCodeAt(0);
  for (let at = bytes.indexOf(first, 512); at !== -1; at = bytes.indexOf(first, at + 1)) {
    if (at % 128 === 0 && spells(bytes, at, name)) return true;
  }
  return false;
}

function spells(bytes: Uint8Array, at: number, name: string): boolean {
  for (let i = 0; i < name.length; i++) {
    if (bytes[at + 2 * i] !== name.charCodeAt(i) || bytes[at + 2 * i + 1] !== 0) return false;
  }
  return bytes[at + 2 * name.length] === 0;
}

/** Refuses a compound file whose header promises more than the file holds, or whose sector chains run in circles. */
export function requireSoundChains(bytes: Uint8Array): void {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  if (bytes.length < 1024) refuse("doc-damaged", { detail: "header" });
  const shift = view.getUint16(30, true);
  if (shift !== 9 && shift !== 12) refuse("doc-damaged", { detail: "sector size" });
  const file: CompoundFile = {
    view,
    sectorSize: 1 << shift,
    sectors: Math.ceil(bytes.length / (1 << shift)),
  };
  const tableSectors = fatSectors(file);
  const fat = readTable(file, tableSectors);
  requireNoCircle(fat, "FAT");
  const miniStart = view.getUint32(60, true);
  if (miniStart < FREE) requireNoCircle(readTable(file, chain(fat, miniStart)), "mini FAT");
}

interface CompoundFile {
  readonly view: DataView;
  readonly sectorSize: number;
  readonly sectors: number;
}

/** The sectors that hold the allocation table: 109 are named in the header, more in a chain of their own. */
function fatSectors({ view, sectorSize, sectors }: CompoundFile): number[] {
  const count = view.getUint32(44, true);
  const extra = view.getUint32(72, true);
  if (count > sectors || extra > sectors) refuse("doc-damaged", { detail: "header" });
  const found: number[] = [];
  for (let i = 0; i < Math.min(count, 109); i++) found.push(view.getUint32(76 + 4 * i, true));
  let next = view.getUint32(68, true);
  for (let i = 0; i < extra && next < FREE; i++) {
    const at = (next + 1) * sectorSize;
    if (at + sectorSize > view.byteLength) refuse("doc-damaged", { detail: "DIFAT" });
    for (let slot = 0; slot < sectorSize - 4 && found.length < count; slot += 4) {
      found.push(view.getUint32(at + slot, true));
    }
    next = view.getUint32(at + sectorSize - 4, true);
  }
  return found;
}

function readTable({ view, sectorSize }: CompoundFile, sectors: readonly number[]): number[] {
  const table: number[] = [];
  for (const sector of sectors) {
    const at = (sector + 1) * sectorSize;
    if (at + sectorSize > view.byteLength) refuse("doc-damaged", { detail: "allocation table" });
    for (let slot = 0; slot < sectorSize; slot += 4) table.push(view.getUint32(at + slot, true));
  }
  return table;
}

function chain(table: readonly number[], start: number): number[] {
  const sectors: number[] = [];
  for (let at: number | undefined = start; at !== undefined && at < FREE; at = table[at]) sectors.push(at);
  return sectors;
}

/** Follows every chain once; a sector met again on its own chain closes a circle. */
function requireNoCircle(table: readonly number[], name: string): void {
  const seenIn = new Uint32Array(table.length);
  for (let start = 0; start < table.length; start++) {
    for (let at: number | undefined = start; at !== undefined && at < table.length; at = table[at]) {
      if (seenIn[at] === start + 1) refuse("doc-damaged", { detail: `${name} circle` });
      if (seenIn[at] !== 0) break;
      seenIn[at] = start + 1;
    }
  }
}
