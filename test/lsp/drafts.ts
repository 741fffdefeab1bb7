/** A clean draft but for one skipped number: 四 after 二. */
export const GAP = `云岭市教育局2026年工作要点

一、总体要求
坚持立德树人，办好家门口的每一所学校。
二、重点任务
（一）扩大学前教育资源。新建公办幼儿园3所。
责任科室：基础教育科 规划财务科
（二）提升教师素质。培训骨干教师200人次。
责任科室：组织人事科
（三）守牢安全底线。开展校园安全演练2次。
责任科室：安全稳定科
四、保障措施
加强组织领导，强化督导检查。
`;

/** The same with 二 lost from its brackets too, which is mended without asking. */
export const LOST = GAP.replace("（二）", "（）");
