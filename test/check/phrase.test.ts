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
    assert.equal(
      fill("上年的“{marker}{title}”", { marker: "3.", title: "关爱“一老一小”" }),
      "上年的“3.关爱‘一老一小’”",
    );
    assert.equal(
      fill("上年的“{name}{value}”", { name: "“九小场所”覆盖率", value: "100%" }),
      "上年的“‘九小场所’覆盖率100%”",
    );
  });
});
