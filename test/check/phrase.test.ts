import assert from "node:assert/strict";
import { fill } from "../../server/src/check/phrase.js";

describe("说明里的引号", () => {
  it("引号里再有引号，里层用单引号；整个就是引语的照写", () => {
    assert.equal(
      fill("“{name}”定为{value}", { name: "“双师型”教师占比", value: "60%" }),
      "“‘双师型’教师占比”定为60%",
    );
    assert.equal(fill("应作“{right}”", { right: "“双减”" }), "应作““双减””");
    assert.equal(fill("删去{found}", { found: "“双减”政策" }), "删去“双减”政策");
    assert.equal(fill("“{none}”", {}), "“{none}”");
  });
});
