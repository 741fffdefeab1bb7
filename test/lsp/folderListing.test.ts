import assert from "node:assert/strict";
import { describe, it } from "mocha";
import { createFolderListing, type FolderListing } from "../../server/src/lsp/folderListing.js";
import { noPlanFiles, type PlanFiles } from "../../server/src/lsp/planFiles.js";

const ROOT = "file:///稿";

/** Folders in memory: what each holds, and how often it was listed. */
function disk(paths: readonly string[]) {
  const here = new Set(paths.map((path) => `${ROOT}/${path}`));
  let lists = 0;
  const below = (folder: string): string[] => [...here].filter((uri) => uri.startsWith(`${folder}/`)).sort();
  const files: PlanFiles = {
    ...noPlanFiles,
    async list(folder) {
      lists++;
      const rests = below(folder).map((uri) => uri.slice(folder.length + 1));
      const names = [...new Set(rests.map((rest) => rest.split("/")[0] ?? ""))];
      return names.map((name) => ({
        uri: `${folder}/${name}`,
        name,
        kind: rests.includes(name) ? "file" : "folder",
      }));
    },
    async stamp(uri) {
      const inside = below(uri).map((one) => one.slice(uri.length + 1).split("/")[0]);
      return inside.length > 0 ? [...new Set(inside)].join() : undefined;
    },
  };
  return {
    files,
    add: (path: string) => here.add(`${ROOT}/${path}`),
    remove: (path: string) =>
      [...here].forEach((uri) => uri.startsWith(`${ROOT}/${path}`) && here.delete(uri)),
    lists: () => lists,
  };
}

const names = async (listing: FolderListing, isWatched = true): Promise<string[]> => {
  const query = { folders: [ROOT], isWatched: () => isWatched, isCancelled: () => false };
  return (await listing.uris(query)).map((uri) => uri.slice(ROOT.length + 1));
};

describe("往年所在的文件夹：列过的不再列", () => {
  it("看着的文件夹只列一次；里面来了、去了、改了名，才再列", async () => {
    const { files, add, remove, lists } = disk(["2024/要点.txt", "2025/要点.docx", "2025/图.png"]);
    const listing = createFolderListing(files);
    assert.deepEqual(await names(listing), ["2024/要点.txt", "2025/要点.docx"]);
    const first = lists();
    assert.deepEqual(await names(listing), ["2024/要点.txt", "2025/要点.docx"]);
    assert.equal(lists(), first);
    add("2025/规划.plan");
    assert.deepEqual(await names(listing), ["2024/要点.txt", "2025/要点.docx", "2025/规划.plan"]);
    remove("2024");
    assert.deepEqual(await names(listing), ["2025/要点.docx", "2025/规划.plan"]);
    remove("2025");
    assert.deepEqual(await names(listing), []);
  });

  it("客户端不报文件变化的，每次都列", async () => {
    const { files, lists } = disk(["2024/要点.txt"]);
    const listing = createFolderListing(files);
    await names(listing, false);
    const first = lists();
    await names(listing, false);
    assert.equal(lists(), 2 * first);
  });

  it("报来的是已知的文件，名单照旧；报来不认识的，或什么也没说，就重列", async () => {
    const { files, lists } = disk(["2024/要点.txt"]);
    const listing = createFolderListing(files);
    const isListedAfter = async (change: () => void): Promise<boolean> => {
      await names(listing);
      const before = lists();
      change();
      await names(listing);
      return lists() > before;
    };
    assert.equal(
      await isListedAfter(() => listing.changed([`${ROOT}/2024/${encodeURIComponent("要点.txt")}`])),
      false,
    );
    assert.equal(await isListedAfter(() => listing.changed([`${ROOT}/2024/新.txt`])), true);
    assert.equal(await isListedAfter(() => listing.changed()), true);
  });

  it("列到一半被叫停、其间又有变化的，不留下来", async () => {
    const { files, lists } = disk(["2024/要点.txt", "2025/要点.txt"]);
    const listing = createFolderListing(files);
    let asked = 0;
    const query = { folders: [ROOT], isWatched: () => true, isCancelled: () => ++asked > 2 };
    assert.equal((await listing.uris(query)).length, 1);
    assert.equal((await names(listing)).length, 2);
    const disturbed = createFolderListing({
      ...files,
      list(folder) {
        disturbed.changed([`${ROOT}/2026/新.txt`]);
        return files.list(folder);
      },
    });
    await names(disturbed);
    const before = lists();
    await names(disturbed);
    assert.ok(lists() > before);
  });
});
