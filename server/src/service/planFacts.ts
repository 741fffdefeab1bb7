import { kindOf, periodOf } from "../plan/front.js";
import type { Period, PlanDocument, PlanKind } from "../plan/model.js";

/** What is known of a plan without its text: enough to choose which plans a draft is compared with. */
export interface PlanFacts {
  readonly title: string | undefined;
  readonly kind: PlanKind;
  /** The years it is for, both inclusive. */
  readonly years: readonly [from: number, to: number] | undefined;
  /** 发文机关 as written, or only its area where nothing more is said: 云岭市. */
  readonly issuer: string | undefined;
}

/** From the title, the front and the name of the file. The file's name fills in what the text leaves open. */
export function planFacts(plan: PlanDocument, path: string): PlanFacts {
  const name = nameOf(path);
  const named = periodOf({ text: name, span: { start: 0, end: name.length } }, "title");
  const period = plan.period?.source === "title" ? plan.period : (named ?? plan.period);
  const kind = plan.kind === "unknown" || plan.kind === "notice" ? kindOf(name, period) : plan.kind;
  return {
    title: plan.title?.text ?? name,
    kind: kind === "unknown" ? plan.kind : kind,
    years: period && yearsOf(period),
    issuer: issuerOf(plan, name),
  };
}

function yearsOf({ from, to }: Period): readonly [number, number] {
  return [from, to];
}

/** The file's name without its folder and ending. */
function nameOf(path: string): string {
  const name = path.slice(Math.max(path.lastIndexOf("/"), path.lastIndexOf("\\")) + 1);
  const dot = name.lastIndexOf(".");
  return dot > 0 ? name.slice(0, dot) : name;
}

const OFFICE =
  /^.{0,24}?(?:[局厅部]|委员会|工委|教委|人民政府|办公室|学院|大学|中学|小学|学校|幼儿园|中心)(?=关于|印发|[“"《（(〔]|\d|二〇|年|教育|工作|事业|学前|义务|基础|职业|高中)/;
/** 济南市市中区 as well as 青溪县; 全市 and 社区 are no places. */
const AREA = /^(?![全本我各社校地])(?:[^省市县区州旗盟\d“]{0,8}[省市县区州旗盟]){1,4}/;
/** What may stand before the office in a title: 2024年, 关于印发《. */
const LEAD =
  /^(?:关于)?(?:印发|转发)?《?(?:(?:19|20)\d\d\s?(?:年度?|学年)?|二〇[〇一二三四五六七八九]{2}年)?/;

function issuerOf(plan: PlanDocument, name: string): string | undefined {
  const title = (plan.title?.text ?? "").replace(LEAD, "");
  const office = OFFICE.exec(title)?.[0];
  const front = plan.front.issuers[0]?.text.replace(/文件$/, "");
  const signed = plan.front.signatures.at(-1)?.text;
  const found =
    office ?? front ?? signed ?? OFFICE.exec(name.replace(LEAD, ""))?.[0] ?? AREA.exec(title)?.[0];
  return found?.replace(/\s+/g, "");
}
