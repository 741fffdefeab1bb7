/** A part of an Office file, changed on its way into the archive. */
export type PartChange = (xml: string) => string;

/** Zip files know no time before 1980; it stands for no time at all. Fields of the local clock, as zip wants them. */
const NO_TIME = new Date(1980, 0, 1);

/**
 * The same archive with some parts changed and no trace of the moment it was written in: the same values give the same
 * bytes, so that a file that has not changed is not sent round again.
 */
export async function repack(
  bytes: Uint8Array,
  changes: Readonly<Record<string, PartChange>> = {},
): Promise<Uint8Array> {
  const { strFromU8, strToU8, unzipSync } = await import("fflate");
  const parts = Object.entries(unzipSync(bytes))
    .filter(([name]) => !name.endsWith("/"))
    .map(([name, part]): [string, Uint8Array] => {
      const change = Object.hasOwn(changes, name) ? changes[name] : undefined;
      return [name, change ? strToU8(change(strFromU8(part))) : part];
    });
  return await writeArchive(parts);
}

/** An archive of these parts, in their order, without any time. */
export async function writeArchive(parts: Iterable<readonly [string, Uint8Array]>): Promise<Uint8Array> {
  const { zipSync } = await import("fflate");
  return zipSync(Object.fromEntries(parts), { mtime: NO_TIME, level: 6 });
}

/** Takes out when the file was made and changed. */
export function withoutTimes(xml: string): string {
  return xml.replace(/<dcterms:(?:created|modified)[^<>]*>[^<]*<\/dcterms:(?:created|modified)>/g, "");
}
