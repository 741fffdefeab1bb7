/** Compound files (.doc, .xls, .wps, encrypted .docx): what is inside, seen from the names alone. */

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
