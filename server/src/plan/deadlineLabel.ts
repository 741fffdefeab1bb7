/** What names a time by which something is to be done, at the head of a line or of a column: 完成时限：. */
export const DEADLINE_LABEL =
  /(?:完成时[限间]|时间节点|时限要求|完成期限|进度安排|时间安排|办结时限|实施时间|建设期限|建设年限)[：:]?/;
