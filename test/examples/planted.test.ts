import assert from "node:assert/strict";
import { readFileSync } from "node:fs";
import type { Finding } from "../../server/src/check/rule.js";
import type { EarlierPlan } from "../../server/src/compare/comparePlans.js";
import type { PlanDocument } from "../../server/src/plan/model.js";
import { createPlanService } from "../../server/src/service/planService.js";

/** A slip that was put into an example on purpose. `context` tells places of the same words apart. */
interface Planted {
  readonly file: string;
  readonly ruleId: string;
  readonly excerpt: string;
  readonly context?: string;
  /** Rules that may speak of the very same place. */
  readonly mayAlso?: readonly string[];
}

const service = createPlanService();
const points = (year: number): string => `examples/bureau/${year}/云岭市教育局${year}年工作要点.plan`;
const outlook = "examples/bureau/规划/云岭市教育事业发展“十五五”规划.plan";
const planted = JSON.parse(readFileSync("test/examples/planted.json", "utf8")) as readonly Planted[];

function read(path: string): PlanDocument {
  return service.parse(readFileSync(path, "utf8"));
}

interface Checked {
  readonly plan: PlanDocument;
  readonly findings: readonly Finding[];
}

function checked(path: string, ...earlier: readonly string[]): Checked {
  const plan = read(path);
  const years = earlier.map((name): EarlierPlan => ({ name, plan: read(name) }));
  return { plan, findings: service.check(plan, service.compare(plan, years).earlier) };
}

/** Where the words of a slip stand. */
function placeOf({ text }: PlanDocument, { excerpt, context = excerpt }: Planted): [number, number] {
  const around = text.indexOf(context);
  assert.notEqual(around, -1, `the example holds ${context}`);
  // Of two equal words in a list the second is the slip.
  const inside = context.includes(excerpt) ? context.lastIndexOf(excerpt) : 0;
  const at = context.startsWith(excerpt) ? around : around + inside;
  return [at, at + excerpt.length];
}

function stands({ plan, findings }: Checked, slip: Planted): Finding[] {
  const [start, end] = placeOf(plan, slip);
  return findings.filter(({ span }) => span.start < end && span.end > start);
}

function shown({ plan }: Checked, { ruleId, severity, span, message }: Finding): string {
  return `${severity} ${ruleId} 「${plan.text.slice(span.start, span.end)}」${message}`;
}

describe("示例文稿：有意留下的差错", () => {
  const drafts = new Map<string, Checked>();
  before(() => {
    drafts.set(points(2026), checked(points(2026), points(2025), points(2024)));
    drafts.set(outlook, checked(outlook));
  });

  for (const slip of planted) {
    it(`${slip.ruleId}：${slip.context ?? slip.excerpt}`, () => {
      const draft = drafts.get(slip.file);
      assert.ok(draft);
      const found = stands(draft, slip).filter(({ ruleId }) => ruleId === slip.ruleId);
      assert.equal(
        found.length,
        1,
        stands(draft, slip)
          .map((finding) => shown(draft, finding))
          .join("\n"),
      );
    });
  }

  it("除此以外，没有备注以上的发现", () => {
    for (const [file, draft] of drafts) {
      const own = planted.filter((slip) => slip.file === file);
      const meant = new Set(
        own.flatMap((slip) =>
          stands(draft, slip).filter(({ ruleId }) => [slip.ruleId, ...(slip.mayAlso ?? [])].includes(ruleId)),
        ),
      );
      const others = draft.findings.filter((one) => one.severity !== "hint" && !meant.has(one));
      assert.deepEqual(
        others.map((finding) => shown(draft, finding)),
        [],
      );
      assert.ok(meant.size >= own.length);
    }
  });

  it("责任科室的变动只有两处", () => {
    const found = drafts
      .get(points(2026))
      ?.findings.filter(({ ruleId }) => ruleId === "responsibility-changed");
    assert.equal(found?.length, 2);
  });

  it("缺的责任科室按上年补", () => {
    const fixes = drafts
      .get(points(2026))
      ?.findings.filter(({ ruleId }) => ruleId === "responsibility-missing")
      .map(({ fixes: [fix] }) => fix?.title);
    assert.deepEqual(fixes, [
      "补上“责任科室：基础教育科、教研室”",
      "补上“责任科室：基础教育科、电教馆”",
    ]);
  });
});

describe("示例文稿：定稿没有错误和警告", () => {
  const cases: readonly (readonly [string, readonly string[]])[] = [
    [points(2025), [points(2024)]],
    [points(2024), []],
  ];
  for (const [path, earlier] of cases) {
    it(path, () => {
      const draft = checked(path, ...earlier);
      const grave = draft.findings.filter(({ severity }) => severity === "error" || severity === "warning");
      assert.deepEqual(
        grave.map((finding) => shown(draft, finding)),
        [],
      );
    });
  }
});
