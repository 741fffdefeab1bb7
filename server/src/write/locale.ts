/** The languages that what we write speaks beside the draft's own words. */
export type WriteLocale = "zh-CN" | "en";
