import assert from "node:assert/strict";
import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";

type Texts = Readonly<Record<string, string>>;

const read = (file: string): Texts => JSON.parse(readFileSync(file, "utf8")) as Texts;
const sorted = (names: Iterable<string>): string[] => [...new Set(names)].sort();

/** Every text of the extension is there in both languages, and none is left that nothing uses. */
describe("界面文字：中英文齐备", () => {
  const english = read("package.nls.json");
  const chinese = read("package.nls.zh-cn.json");

  it("package.nls 两种语言的键相同", () => {
    assert.deepEqual(sorted(Object.keys(chinese)), sorted(Object.keys(english)));
  });

  it("package.json 用到的键都有，有的键都用到", () => {
    const manifest = readFileSync("package.json", "utf8");
    const used = [...manifest.matchAll(/"%([\w.]+)%"/g)].map((match) => String(match[1]));
    assert.deepEqual(sorted(used), sorted(Object.keys(english)));
  });

  it("中文各条都有汉字，设置里的代码两边一样", () => {
    // What leads to a page is a path; the page itself is in its language.
    const told = Object.entries(chinese).filter(([key]) => !key.endsWith(".media"));
    for (const [key, text] of told) assert.match(text, /\p{Script=Han}/u, key);
    const code = (text: string | undefined): string[] => sorted((text ?? "").match(/`[^`]+`/g) ?? []);
    for (const key of Object.keys(english)) assert.deepEqual(code(chinese[key]), code(english[key]), key);
  });

  it("l10n 两种语言的键相同，占位符相同", () => {
    const source = read(join("l10n", "bundle.l10n.json"));
    const translated = read(join("l10n", "bundle.l10n.zh-cn.json"));
    assert.deepEqual(sorted(Object.keys(translated)), sorted(Object.keys(source)));
    const places = (text: string | undefined): string[] => sorted(text?.match(/\{\d+\}/g) ?? []);
    for (const [key, text] of Object.entries(translated)) assert.deepEqual(places(text), places(key), key);
  });

  it("拼起来的话里没有写死的中文标点", () => {
    const fixed = readdirSync(join("client", "src"), { recursive: true, encoding: "utf8" })
      .filter((file) => file.endsWith(".ts"))
      .flatMap((file) =>
        readFileSync(join("client", "src", file), "utf8")
          .split("\n")
          .filter((line) => /\}[，；：。]/.test(line))
          .map((line) => `${file}: ${line.trim()}`),
      );
    assert.deepEqual(fixed, []);
  });

  it("客户端用到的文字都在 l10n 里，l10n 里的都用到", () => {
    const used = readdirSync(join("client", "src"), { recursive: true, encoding: "utf8" })
      .filter((file) => file.endsWith(".ts"))
      .map((file) => readFileSync(join("client", "src", file), "utf8"))
      .flatMap((text) =>
        [...text.matchAll(/l10n\.t\(\s*"((?:[^"\\]|\\.)*)"/g)].map((match) => String(match[1])),
      );
    assert.deepEqual(sorted(used), sorted(Object.keys(read(join("l10n", "bundle.l10n.json")))));
  });
});
