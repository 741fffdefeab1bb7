/**
 * How the report looks: on a screen in the reader's own light or dark, on paper in black on white. Marks never depend on
 * colour alone, for many offices print in black. `STYLE_HASH` lets this one style and no other through the page's
 * Content-Security-Policy; a test holds the two together.
 */
export const STYLE = `:root{color-scheme:light dark;--ink:#1c2430;--soft:#5b6675;--line:#d5dbe3;--paper:#fff;--panel:#f5f7fa;--ins:#e0f2e5;--ins-ink:#0f5a2a;--del:#fbe4e2;--del-ink:#8c1d18;--accent:#1f5fa8;--warn:#9a5b00}
@media (prefers-color-scheme:dark){:root{--ink:#e4e9f0;--soft:#a1acba;--line:#39424e;--paper:#15191f;--panel:#1e242c;--ins:#143a24;--ins-ink:#a5e3bb;--del:#4a1e1c;--del-ink:#f5b6b1;--accent:#85b8f2;--warn:#e9b366}}
*{box-sizing:border-box}
body{margin:0 auto;max-width:1080px;padding:32px 24px 64px;background:var(--paper);color:var(--ink);font:15px/1.75 "PingFang SC","Microsoft YaHei","Noto Sans CJK SC","Source Han Sans SC",sans-serif;overflow-wrap:anywhere}
h1{font-size:26px;line-height:1.4;margin:0 0 4px}
h2{font-size:20px;margin:44px 0 12px;padding-bottom:6px;border-bottom:2px solid var(--line)}
h3{font-size:17px;margin:30px 0 8px}
h4{font-size:15px;margin:0 0 6px}
p{margin:6px 0}
a{color:var(--accent);text-decoration:none}
a:hover,a:focus{text-decoration:underline}
.soft{color:var(--soft)}
nav{margin:14px 0 0;display:flex;flex-wrap:wrap;gap:4px 18px}
.counts{display:flex;flex-wrap:wrap;gap:10px;margin:14px 0;padding:0;list-style:none}
.counts li{min-width:92px;padding:8px 14px;border:1px solid var(--line);border-radius:8px;background:var(--panel);text-align:center}
.counts b{display:block;font-size:24px;line-height:1.3}
.counts .bad b{color:var(--del-ink)}
.counts .good b{color:var(--ins-ink)}
table{width:100%;border-collapse:collapse;font-size:14px}
th,td{padding:5px 8px;border-bottom:1px solid var(--line);text-align:left;vertical-align:top}
th{color:var(--soft);font-weight:600;white-space:nowrap}
.tree{table-layout:fixed}
.tree th:nth-child(1),.tree th:nth-child(3){width:34%}
.tree th:nth-child(2){width:84px}
.l2{padding-left:28px}.l3{padding-left:48px}.l4{padding-left:68px}
.l1{font-weight:600}
.fate{display:inline-block;padding:0 8px;border:1px solid var(--line);border-radius:10px;font-size:13px;white-space:nowrap}
.fate.dropped,.fate.lowered{background:var(--del);color:var(--del-ink);border-color:currentColor}
.fate.added,.fate.raised,.fate.new{background:var(--ins);color:var(--ins-ink);border-color:currentColor}
.fate.moved,.fate.renamed,.fate.split,.fate.merged{color:var(--warn);border-color:currentColor}
.fate.same,.fate.kept{color:var(--soft)}
:is(.five-year,.superior) :is(.fate.dropped,.fate.lowered,.fate.added,.fate.raised,.fate.new){background:none;color:inherit;border-color:var(--line)}
:is(.five-year,.superior) .counts b{color:inherit}
ul.items{margin:8px 0;padding-left:20px}
ul.items li{margin:8px 0}
.pair{margin:16px 0;padding:12px 16px;border:1px solid var(--line);border-radius:8px;break-inside:avoid}
.sides{display:grid;grid-template-columns:1fr 1fr;gap:0 22px}
.side{min-width:0}
.words{white-space:pre-line}
.side .head{display:block;color:var(--soft);font-size:13px}
ins{background:var(--ins);color:var(--ins-ink);text-decoration:underline;text-underline-offset:3px}
del{background:var(--del);color:var(--del-ink);text-decoration:line-through}
.series{display:grid;grid-template-columns:270px 1fr;gap:8px 22px;align-items:center;margin:14px 0;padding:12px 16px;border:1px solid var(--line);border-radius:8px;break-inside:avoid}
.series h4,.series.bare>*{grid-column:1/-1}
.chart{width:100%;height:auto;display:block}
.axis{stroke:var(--line);stroke-width:1}
.line{fill:none;stroke:var(--accent);stroke-width:2}
.dot{fill:var(--paper);stroke:var(--accent);stroke-width:2}
.dot.draft{fill:var(--accent)}
.chart text{fill:var(--ink);font-size:12px;text-anchor:middle}
.chart .year{fill:var(--soft)}
.chart .value{paint-order:stroke;stroke:var(--paper);stroke-width:4px}
h4 .soft{font-weight:400}
.severity{font-weight:600}
.severity.error{color:var(--del-ink)}
.severity.warning{color:var(--warn)}
@media (max-width:720px){.sides,.series{grid-template-columns:1fr}}
@media print{:root{color-scheme:light;--ink:#000;--soft:#444;--line:#999;--paper:#fff;--panel:#fff;--ins:#fff;--ins-ink:#000;--del:#fff;--del-ink:#000;--accent:#000;--warn:#000}
@page{size:A4;margin:18mm 16mm}
body{max-width:none;padding:0;font-size:10.5pt;line-height:1.6}
nav{display:none}
table{font-size:9.5pt}
th,td{padding:3px 6px}
a{color:inherit}
h2,h3,h4{break-after:avoid}
tr,.counts li{break-inside:avoid}
thead{display:table-header-group}
.sides{grid-template-columns:1fr 1fr}
.series{grid-template-columns:60mm 1fr}
ins{font-weight:600}}
`;

export const STYLE_HASH = "sha256-rMM2bKk8u2LEPfsJ8Wpn9JU9rGD62tW17KDq/lgTVJ8=";
