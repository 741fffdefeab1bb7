/** What a government sets as its budget and the times need it, 财政赤字 and 广义货币: less or more of it is no verdict. */
const NEUTRAL =
  /(?:赤字(?:率|总?规模|总?额|占[^占]{2,8}占比)?|(?:国债|债券|专项债|一般债|(?<!隐性)债务)(?:发行|限额|额度|总?规模|总?额|资金)*|广义货币(?:供应量)?|货币供应量|社会融资规模(?:余额|存量|增量)?|存款准备金率)$/;
/** What is done against debts, or to be given money, is to be done as much as may be. */
const STRIVEN_FOR = /化解|偿还|清偿|兑付|压降|压减|处置|争取/;

/** Whether an indicator is one of which neither more nor less is better, by its name alone. */
export function isNeutral(name: string): boolean {
  return NEUTRAL.test(name) && !STRIVEN_FOR.test(name);
}
