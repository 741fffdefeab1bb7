import { matchesIn } from "../text/matches.js";

/** What nobody wants more of. 无违规 and 防近视 have none of it, and 欠发达, 失业保险 are names of other things. */
const UNWANTED =
  /(?<![无零非未防])(?:近视|视力不良|肥胖|辍学|缺勤|旷课|流失|失业(?!保险)|事故|火灾|受害|死亡|伤亡|损失率|发生(?!额)|返贫|投诉|上访|信访(?:总?量|率)|大班额|(?<!标准)班额|生师比|超标(?!准)|不合格|不及格|不达标|不满意|不及时|不到位|未(?:整改|办结|完成|达标|覆盖|销号|就业|入学|落实)|不良(?:贷款)?率|欠(?!发达)|逾期|延误|晚点|违规|犯罪|发案|失信|能耗|(?:碳排放|排放)(?:总?量|强度)|(?<!离子)浓度|负担|(?:作业|等候|等待|候诊|办理|办事|审批|停电|拥堵|响应|处置|通关)时长|拥堵|停电|住院日|药占比|吸烟|(?:患|发)病率|感染率|检出|差错|故障率|空置|闲置率|漏损|产销差|撂荒|抛荒|负债率|债务率|(?:消费价格|零售价格|物价|CPI)(?:总?水平|总?指数)?(?:上?涨幅|上涨))/g;

/** What is done about it: the more of 投诉办结率, 水土流失治理面积, 近视防控达标学校 the better. */
const REMEDY =
  /(?<![未不])(?:办结|办理率|整改|整治|治理|处置|处理|查处|查办|再就业|就业|参保|筛查|监测|劝返|返校|复学|结案|破案|侦破|防控|防治|防范|预防|干预|矫正|矫治|调查|化解|调处|调解|消除|清零|清理|清欠|销号|回复|答复|反馈|回访|受理|排查|核查|检查|抽查|巡查|检测|召回|下架|救助|救治|救援|帮扶|帮教|安置|覆盖|达标|合格|完成|公开|登记率|建档|演练|(?:培训|教育|宣传|管理)[率面]|知晓|满意|追回|追缴|清偿|支付|兑付|恢复|修复|复耕|复垦|盘活|降幅|下降|降低|减少|压减|减轻|改善|好转)/;
/** The same in front of it: 拆除违规广告牌, 化解投诉. */
const AGAINST =
  /拆除|整治|查处|查办|清理|清缴|清收|取缔|化解|消除|整改|打击|侦破|破获|减轻|减少|压减|降低|追缴|处置|治理|排查|筛查|劝返|资助|帮扶|救助|救治|办结|受理|调处|调解|防止|防范|避免|挽回/;
/** A share of the unwanted itself, whatever is done: 降低近视率. */
const RATE = /(?:率|比|比例|比重|强度|浓度|时长)$/;

/** Whether an indicator is one of which less is better, by its name alone. */
export function lessIsBetter(name: string): boolean {
  const last = matchesIn(name, UNWANTED).at(-1);
  if (!last) return false;
  if (REMEDY.test(name.slice(last.index + last[0].length))) return false;
  return RATE.test(name) || !AGAINST.test(name.slice(0, last.index));
}

/** In front of a value that it is to be brought down to. */
const DOWN =
  /(?:压缩|压减|压降|缩短|缩减|缩小|收窄|精简|下降|下调|降低|减少|削减|降|减|控制)(?:至|到|在|为)[约近]?$/;
const REACH = 6;

/** Whether the words right before a value say so, 压缩至(1个工作日), of which every further day less is more. */
export function isBroughtDown(text: string, at: number): boolean {
  return DOWN.test(text.slice(Math.max(0, at - REACH), at));
}
