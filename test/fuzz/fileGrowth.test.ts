import assert from "node:assert/strict";
import { nodeHost } from "../../server/src/read/node.js";
import { readDocument } from "../../server/src/read/readDocument.js";
import { timed } from "../support/timed.js";
import { fileShapes, type FileShape } from "./fileShapes.js";
import { FACTOR, isSuperlinear } from "./growth.js";

const LENGTH = 50_000;

describe("读文件费时与文件长短成正比", function () {
  this.timeout(3_600_000);

  for (const shape of fileShapes) {
    timed(shape.name, async () => {
      const times: number[] = [];
      for (const length of [LENGTH, LENGTH * FACTOR, LENGTH * FACTOR * FACTOR])
        times.push(await shortest(shape, length));
      assert.ok(!isSuperlinear({ stage: "read", shape: shape.name, times }), times.join(" → "));
    });
  }
});

/** The time of this process, in milliseconds, the shorter of two: what else the machine does is not counted. */
async function shortest({ make, fileName }: FileShape, length: number): Promise<number> {
  const bytes = make(length);
  const times: number[] = [];
  for (let round = 0; round < 2; round++) {
    const start = process.cpuUsage();
    const result = await readDocument(bytes, fileName, nodeHost);
    const { user, system } = process.cpuUsage(start);
    if (!result.ok) assert.notEqual(result.reason.code, "internal", JSON.stringify(result.reason.data));
    times.push((user + system) / 1000);
  }
  return Math.min(...times);
}
