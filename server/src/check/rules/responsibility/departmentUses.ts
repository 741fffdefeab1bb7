import type { Department, PlanDocument, Responsibility } from "../../../plan/model.js";
import { PlacedResponsibility } from "../../../plan/placedResponsibility.js";
import type { RuleContext } from "../../rule.js";
import { isPlaceholder } from "./gaps.js";

/** Every responsibility that the items say, in reading order. */
export function responsibilitiesOf(plan: PlanDocument): readonly Responsibility[] {
  return inReadingOrder(byItem(plan));
}

/** The same for rules, found once for all of them. */
export function responsibilitiesIn(plan: PlanDocument, context: RuleContext): readonly Responsibility[] {
  return context.once("responsibilities", () => inReadingOrder(byItemIn(plan, context)));
}

/** The same, item by item: what serves a group stands behind the last of its children. */
export function byItemIn(plan: PlanDocument, context: RuleContext): readonly Responsibility[] {
  return context.once("responsibilitiesByItem", () => byItem(plan));
}

function byItem(plan: PlanDocument): readonly Responsibility[] {
  const all: Responsibility[] = [];
  for (const { responsibilities } of plan.items) for (const one of responsibilities) all.push(one);
  return all;
}

function inReadingOrder(all: readonly Responsibility[]): readonly Responsibility[] {
  let before = 0;
  for (const one of all) {
    const start = PlacedResponsibility.startOf(one);
    if (start < before) return [...all].sort((a, b) => a.span.start - b.span.start);
    before = start;
  }
  return all;
}

/** A name with the numbers of the responsibilities in which it stands. */
export interface NamedBody {
  readonly name: string;
  readonly within: ReadonlySet<number>;
}

/** The same with all its places. */
export interface NameUse extends NamedBody {
  readonly count: number;
  readonly uses: readonly Department[];
}

/** The names of single bodies with all their places; 各学校, 有关部门 and 待定 name nobody in particular and are left out. */
export function namesUsed(plan: PlanDocument): NameUse[] {
  const all = responsibilitiesOf(plan);
  const names = createGathering((numbers) => numbers.map((number) => all[number] as Responsibility));
  all.forEach((responsibility, number) => {
    for (const { name } of PlacedResponsibility.foundOf(responsibility).departments) names.add(name, number);
  });
  return names.used();
}

export interface Gathering {
  /** To be told in reading order. */
  add(name: string, number: number): void;
  used(): NameUse[];
}

/** Gathers names, each with the numbers of the responsibilities in which it stands; `at` gives those. */
export function createGathering(at: GatheredUse["at"]): Gathering {
  const byName = new Map<string, GatheredUse | undefined>();
  return {
    add(name, number) {
      let entry = byName.get(name);
      if (!entry) {
        if (byName.has(name)) return;
        entry = isCollective(name) || isPlaceholder(name) ? undefined : new GatheredUse(name, at);
        byName.set(name, entry);
      }
      entry?.add(number);
    },
    used: () => [...byName.values()].filter((entry) => entry !== undefined),
  };
}

/** A name as it is gathered. Its places are made when somebody looks: most names are nobody's other name. */
class GatheredUse implements NameUse {
  count = 0;
  private readonly numbers: number[] = [];
  private madeWithin: ReadonlySet<number> | undefined = undefined;

  constructor(
    readonly name: string,
    readonly at: (numbers: readonly number[]) => readonly Responsibility[],
  ) {}

  add(number: number): void {
    this.count++;
    if (this.numbers.at(-1) !== number) this.numbers.push(number);
  }

  get within(): ReadonlySet<number> {
    return (this.madeWithin ??= new Set(this.numbers));
  }

  get uses(): readonly Department[] {
    return this.at(this.numbers).flatMap(({ departments }) =>
      departments.filter(({ name }) => name === this.name),
    );
  }
}

const COLLECTIVE =
  /^(?:各|有关|相关|全体|其他|直属|局属|局直|所属|所有|全[市县区省局校]|[市县区省]直|[市县区省]级|机关各)|(?:有关|相关|各)(?:部门|单位|科室|处室|学校)|[（(《“]/;

/** Bodies named as a class, or with a note in brackets: 各县（市、区）教育局. */
export function isCollective(name: string): boolean {
  return COLLECTIVE.test(name);
}
