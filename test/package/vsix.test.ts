import assert from "node:assert/strict";
import { existsSync, statSync } from "node:fs";
import { join } from "node:path";
import { rules } from "../../server/src/check/registry.js";
import { skipBecause } from "../support/skipBecause.js";
import { extensionFiles, packed, say, scratchFolder, unpack } from "./packed.js";

const LIMIT = 15 * 1024 * 1024;
const BUNDLES = [
  "browserServer.js",
  "client.js",
  "compareWorker.js",
  "jieba_rs_wasm_bg.wasm",
  "package.json",
  "readWorker.js",
  "server.js",
  "server/serve.cache",
  "server/serve.js",
  "server/start.cache",
  "server/start.js",
  "web.js",
];

/** Everything that a drafter gets, by kind; what fits none of these is a developer's and must stay out. */
const HANDED_OUT = [
  /^(?:(?:dist\/)?package\.json|package\.nls(?:\.zh-cn)?\.json|language-configuration\.json)$/,
  /^(?:readme|changelog|support)\.md$|^LICENSE\.txt$/i,
  /^dist\/(?:[a-z]\w*|server\/[\w-]+)\.(?:cache|js|css|wasm)$/i,
  /^docs\/(?:rules\/[\w-]+|drafters|reviewers)\.md$|^docs\/hegao\.config\.schema\.json$/,
  /^(?:l10n|snippets|syntaxes)\/[\w.-]+\.json$/,
  /^images\/(?:icon\.png|[\w-]+\.svg)$/,
  /^walkthrough\/[\w-]+\/[\w.-]+\.(?:md|svg|png)$/,
  /^examples\/walkthrough\/[^/]+\.plan$/,
];
const ADDON =
  /^dist\/(?:node_modules\/nodejieba\/(?:index\.js|package\.json|LICENSE|build\/Release\/nodejieba\.node)|words\/\w+\.(?:utf8|bin))$/;

function strangers(names: Iterable<string>, allowed: readonly RegExp[]): string[] {
  return [...names].filter((name) => !allowed.some((one) => one.test(name)));
}

describe("通用的 .vsix", () => {
  const scratch = scratchFolder();
  let file: string;
  let files: ReadonlyMap<string, Uint8Array>;
  before(() => {
    file = packed("universal", scratch.path);
    files = extensionFiles(file);
  });
  after(() => scratch.remove());

  it("用得着的都在：各个构件、规则页、语法、片段、两种语言、图标", () => {
    const bundles = BUNDLES.map((name) => `dist/${name}`);
    const pages = rules.map(({ id }) => `docs/rules/${id}.md`);
    const others = ["syntaxes/policy-plan.tmLanguage.json", "l10n/bundle.l10n.zh-cn.json", "images/icon.png"];
    assert.deepEqual(
      [...bundles, ...pages, ...others].filter((name) => !files.has(name)),
      [],
    );
  });

  it("开发用的一个也没有，也没有本机代码", () => {
    assert.deepEqual(strangers(files.keys(), HANDED_OUT), []);
  });

  it("清单里的路径都指向包内的文件，不带开发用的字段", () => {
    const manifest = JSON.parse(Buffer.from(files.get("package.json") ?? []).toString()) as Record<
      string,
      unknown
    >;
    assert.deepEqual(
      ["scripts", "devDependencies", "optionalDependencies", "overrides", "allowScripts"].filter(
        (key) => key in manifest,
      ),
      [],
    );
    const paths = [
      ...JSON.stringify(manifest).matchAll(
        /"(?:\.\/)?((?:dist|docs|images|syntaxes|snippets|walkthrough)\/[^"*]+\.\w+)"/g,
      ),
    ];
    assert.ok(paths.length >= 6);
    assert.deepEqual(
      paths.map(([, path = ""]) => path).filter((path) => !files.has(path)),
      [],
    );
  });

  it("小于 15 MB", () => assert.ok(statSync(file).size < LIMIT, String(statSync(file).size)));

  it("图标为 128 像素见方的 PNG，小于 30 KB", () => {
    const icon = Buffer.from(files.get("images/icon.png") ?? []);
    assert.equal(icon.toString("latin1", 1, 4), "PNG");
    assert.deepEqual([icon.readUInt32BE(16), icon.readUInt32BE(20)], [128, 128]);
    assert.ok(icon.length < 30 * 1024);
  });
});

describe("本机专用的 .vsix", function () {
  const scratch = scratchFolder();
  after(() => scratch.remove());

  it("只多出 nodejieba 和它的词，解开即能分词，小于 10 MB", function () {
    if (!existsSync("node_modules/nodejieba/build/Release/nodejieba.node"))
      skipBecause(this, "nodejieba was not built here");
    const file = packed("platform", join(scratch.path, "out"));
    const files = extensionFiles(file);
    assert.deepEqual(strangers(files.keys(), [...HANDED_OUT, ADDON]), []);
    assert.ok(statSync(file).size < 10 * 1024 * 1024, String(statSync(file).size));
    const home = join(scratch.path, "extension");
    unpack(files, home);
    const script = `
      const { createRequire } = require("node:module");
      const jieba = createRequire(${JSON.stringify(join(home, "dist", "server.js"))})("nodejieba");
      const words = (name) => ${JSON.stringify(join(home, "dist", "words"))} + "/" + name + ".utf8";
      jieba.load({ dict: words("scale"), userDict: words("user"), idfDict: words("idf"), stopWordDict: words("stop"), hmmDict: words("hmm") });
      process.stdout.write(jieba.cut("完善责任科室").join("/"));`;
    const { out, err } = say(["-e", script], { cwd: scratch.path });
    assert.equal(out.replaceAll("/", ""), "完善责任科室", err);
    assert.ok(out.includes("/"));
  });
});
