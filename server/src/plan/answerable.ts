import type { ResponsibilityRole } from "./model.js";
import { roleOfLabel } from "./labels.js";

/** 责任人 and 负责人, which should be followed by persons. */
const PERSON_LABEL = /^(?:主要|直接|具体)?(?:责任人|负责人)$/;
/** A body by its name alone. 李登科 is a person: of three letters it is one only by what it is in charge of. */
const LONG_BODY =
  /^(?!欧阳|上官|司马|司徒|诸葛|皇甫|尉迟|公孙|慕容|东方|令狐|夏侯|端木)[\u4e00-\u9fff]{2,14}(?:[\u4e00-\u9fff]科|[\u4e00-\u9fff]股|[\u4e00-\u9fff]处|[\u4e00-\u9fff]局|公室|研室|中心|[\u4e00-\u9fff]站|委员会|领导小组|专班)$/;
const SHORT_BODY =
  /^(?:人事|财务|计财|基教|职教|幼教|教务|政教|德育|总务|后勤|安全|宣传|组织|法规|综合|行政|规划|审计|统计|督导|招生|电教|党建|信访)[科股处室办部]$|^办公室$|^教研室$/;
const TITLED = /^(?:[王李张刘陈杨赵黄周吴徐孙胡朱高林何郭马罗][\u4e00-\u9fff]{0,2})?(?:局长|科长|主任|书记)/;

/** The role of those behind a label: 责任人：基础教育科、人事科 names departments, and no persons. */
export function roleOfNames(label: string, names: string): ResponsibilityRole {
  const role = roleOfLabel(label);
  return role === "person" && PERSON_LABEL.test(label) && namesBodies(names) ? "owner" : role;
}

function namesBodies(list: string): boolean {
  const names = list.split(/[、，,；;\s]+/);
  return names.every((name) => SHORT_BODY.test(name) || (LONG_BODY.test(name) && !TITLED.test(name)));
}
