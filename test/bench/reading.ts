import { isUtf8, transcode } from "node:buffer";
import { readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { Document, Packer, Paragraph } from "docx";
import { unzipSync } from "fflate";
import { nodeHost } from "../../server/src/read/node.js";
import { readDocument, readTextFile } from "../../server/src/read/readDocument.js";
import { inTurn, type Row } from "./measure.js";
import { MIB, textOf } from "./texts.js";

/** Bytes on the disk (in its cache) to text, beside the fastest way that Node has and the usual one. */
export async function loading(): Promise<Row[]> {
  const file = join(tmpdir(), `hegao-bench-${process.pid}.txt`);
  const rows: Row[] = [];
  for (const [size, length, counted] of [
    ["20,000 characters", 20_000, 60],
    ["1 MB", MIB, 30],
    ["10 MB", 10 * MIB, 10],
  ] as const) {
    writeFileSync(file, textOf(length));
    const works = {
      "bytes, checked and widened": () => {
        const bytes = readFileSync(file);
        return isUtf8(bytes) && transcode(bytes, "utf8", "utf16le").toString("utf16le");
      },
      hegao: () => readTextFile(readFileSync(file), file, nodeHost),
      "readFileSync(…, 'utf8')": () => readFileSync(file, "utf8"),
    };
    rows.push(...(await inTurn(`loading, ${size}`, works, { warm: 10, counted, characters: length })));
  }
  rmSync(file);
  return rows;
}

export async function reading(): Promise<Row[]> {
  const rows: Row[] = [];
  for (const [size, length] of [
    ["20,000 characters", 20_000],
    ["200,000 characters", 200_000],
  ] as const) {
    const children = textOf(length)
      .split("\n")
      .map((text) => new Paragraph(text));
    const bytes = new Uint8Array(await Packer.toBuffer(new Document({ sections: [{ children }] })));
    const works = {
      "unzipped alone": () => unzipSync(bytes),
      hegao: () => readDocument(bytes, "a.docx", nodeHost),
    };
    const counted = { warm: 5, counted: 15, characters: length };
    rows.push(...(await inTurn(`.docx, ${size}`, works, counted)));
  }
  return rows;
}
