/** Money that somebody spends, and how it is told: 市财政拟投入, 总投资, 安排专项资金, 各地可增加到. */
const MONEY =
  /^(?:中央|国家|省级|市级|区级|县级|[省市区县]|各级|各地|地方|本级|财政|政府|预计|计划|年度|拟|将|要|可|再|继续|共计|共|总计|合计|累计|另|还|安排|投入|筹集|筹措|下达|拨付|增加|新增|争取|整合|统筹|落实|完成|提供|给予|专项|建设|发展|各类|总|项目|资金|经费|投资|金额|额|规模|费用|款|支出|为此|从|到|至|为|近|约|的)+$/;
/** All that is spent is an indicator of its own. */
const ALL_SPENT = /(?:财政|政府|本级|总)支出$/;

/**
 * Whether a name does not tell what is counted: 投入资金 of one year and 投入资金 of the next are for two things, and
 * neither is lost where it is not said again. Nor is a name of one character one.
 */
export function isUnnamed(name: string): boolean {
  return name.length < 2 || (MONEY.test(name) && !ALL_SPENT.test(name));
}
