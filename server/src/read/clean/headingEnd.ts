/**
 * Where a heading ends that runs into its first sentence without any mark (加强领导完善区委…). Headings of plans are
 * verb and object and end in one of a few nouns; sentences open with a verb or a preposition. The first place where
 * such an end meets such an opening is taken.
 */
export function headingEnd(text: string): number | undefined {
  const stop = text.search(/[。；！？\n]/);
  // What is left of the sentence must be one: 加强宣传引导。 is a heading with its full stop.
  const limit = Math.min((stop === -1 ? text.length : stop) - SHORTEST_SENTENCE, LONGEST);
  for (let at = SHORTEST; at <= limit; at++) {
    if (ENDINGS.test(text.slice(Math.max(0, at - 2), at)) && opens(text.slice(at, at + 8))) return at;
  }
  return undefined;
}

const SHORTEST = 4;
const LONGEST = 48;
const SHORTEST_SENTENCE = 6;

const ENDINGS =
  /(?:建设|改革|发展|工程|计划|行动|体系|机制|制度|模式|能力|水平|力度|方式|教育|体育|美育|德育|融合|领导|投入|氛围|交流|合作|权利|权益|成就|成效|思想|目标|挑战|问题|原则|要求|任务|措施|保障|管理|治理|服务|监督|督导|考核|评价|宣传|落实|责任|安全|质量|均衡|提质|增效|扩容|头脑|育人|队伍|素质|素养|基础|环境|资源|格局|形势|现状|规划|方案|要点|意见|招生|教学|课程|培训|防控|稳定|协同|衔接|公平|普惠|优势|特色|品牌|文化|健康|作用|底线|方向|实效|渠道|载体|活力|短板|成果|战略|生态|阵地|性|版|化)$/;

const OPENINGS =
  /^(?:以|按|把|将|从|在|对|到(?=\d|二)|为(?=深入|贯彻|全面|进一步|认真|落实|加快|推动|切实)|根据|依托|依据|围绕|结合|通过|针对(?!性)|坚持|实施|完善|推进|加强|深化|落实|全面|继续|积极|大力|建立|健全|拓宽|完成|重点|加大|弘扬|保障|贯彻|深入|持续|进一步|切实|充分|严格|抓[好住紧实]|加快|强化|提升|提高|优化|推动|推行|构建|打造|扩大|促进|开展|组织|制定|统筹|发挥|鼓励|支持|引导|各|党的|[省市区县]委|我[省市区县国们]|当前|近年|牢固|牢牢|认真|紧紧|着力|探索|巩固|规范|做[好大优]|聚焦|立足|利用|成立|培育|新建|明确|随着|“|《|20\d\d年)/;

/** 能力提升工程, 投入保障机制: the verb belongs to a noun that the heading has not finished. */
const COMPOUND =
  /^(?:(?:提升|优化|强化|促进|提高|推进|培育|巩固)(?:工程|行动|计划|项目|活动)|(?:保障|支持|引导|组织|评价|推进|统筹)(?:机制|体系|制度|能力|力度|水平|方案|模式|作用|工作|领导|和|与|、))/;

function opens(text: string): boolean {
  return OPENINGS.test(text) && !COMPOUND.test(text);
}
