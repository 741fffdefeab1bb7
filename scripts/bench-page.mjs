/** docs/performance.md, and the same tables for the terminal, out of what `npm run bench` has measured. */

const number = (value) =>
  value >= 100 ? value.toFixed(0) : value >= 10 ? value.toFixed(1) : value.toFixed(2);

const MEASURES = {
  median: { name: "median, ms", sign: "≤" },
  p95: { name: "p95, ms", sign: "≤" },
  high: { name: "highest, ms", sign: "≤" },
  ratio: { name: "times its limit", sign: "≤" },
  rate: { name: "million characters a second", sign: "≥" },
};

/** 10 MB may cost so many times what 1 MB costs. */
const MOST_GROWTH = 11;
const LIVES_ON =
  "each pass over a long text finds that the caches of the processor have lost it since the pass before, and what is kept is copied twice before it is left in peace";

/** What a peer does of what Hegao does in the same row, where that is not its trade as a whole. */
const TRADES = [
  [/^textlint/, "one expression for brackets"],
  [/^pangu/, "blanks between scripts, without places"],
  [/^autocorrect/, "blanks and punctuation; Rust"],
  [/^markdownlint/, "the form of Markdown"],
  [/^zhlint/, "blanks and punctuation"],
  [/^diff /, "lines that went and came, nothing moved or edited"],
  [/^diff-match-patch/, "runs of characters"],
  [/^git /, "runs of lines and characters; C, without the start of Node"],
  [/^vscode-json/, "another language"],
  [/^vscode-languageserver/, "the library of the protocol, nothing else"],
  [/^readFileSync/, "the same"],
];

export function performanceTable(result) {
  const parts = [aimTable(result), peerTable(result), rowTable(result), growthTable(result)];
  return parts.filter((part) => part !== "").join("\n\n");
}

function aimTable({ aims }) {
  if (aims.length === 0) return "";
  const lines = aims.map(({ group, name, of, limit, value, missedBy, why }) => {
    const { name: measure, sign } = MEASURES[of];
    const verdict = missedBy === undefined ? "reached" : `missed, ${number(missedBy)} times`;
    const reason = missedBy === undefined ? "" : (why ?? "");
    return `| ${group}: ${name} | ${measure} | ${sign} ${limit} | ${number(value)} | ${verdict} | ${reason} |`;
  });
  return [
    "| what | measured in | aim | here | | why |",
    "| --- | --- | --- | --- | --- | --- |",
    ...lines,
  ].join("\n");
}

/** Every group with a peer in it: how many times as long it takes. */
function peerTable({ rows }) {
  const lines = rows.flatMap(({ group, name, median }) => {
    const [, trade] = TRADES.find(([named]) => named.test(name)) ?? [];
    const own = rows.find((row) => row.group === group && row.name.startsWith("hegao"));
    if (trade === undefined || own === undefined) return [];
    const times = median / own.median;
    const verdict = times > 1 ? `ahead, ${number(times)} times` : `behind, ${number(1 / times)} times`;
    return [`| ${group} | ${name} | ${verdict} | ${trade} |`];
  });
  if (lines.length === 0) return "";
  return ["| what | peer | Hegao is | what the peer does |", "| --- | --- | --- | --- |", ...lines].join(
    "\n",
  );
}

function rowTable({ rows }) {
  if (rows.length === 0) return "";
  const lines = ["| what | × its limit | median | lowest – highest | |", "| --- | --- | --- | --- | --- |"];
  let group = "";
  for (const row of rows) {
    if (row.group !== group) lines.push(`| **${row.group}** | | | | |`);
    group = row.group;
    const notes = [
      ...(row.p95 === undefined ? [] : [`p95 ${number(row.p95)} ms`]),
      ...(row.rate === undefined ? [] : [`${number(row.rate)} million characters a second`]),
    ];
    const spread = row.low === row.high ? "" : `${number(row.low)} – ${number(row.high)}`;
    const ratio = row.ratio === undefined ? "" : number(row.ratio);
    lines.push(
      `| ${row.name} | ${ratio} | ${number(row.median)} ${row.unit} | ${spread} | ${notes.join(", ")} |`,
    );
  }
  return lines.join("\n");
}

function growthTable({ growth }) {
  if (growth.length === 0) return "";
  const lines = growth.map(({ stage, one, others, ten }) => {
    const times = ten / one;
    const verdict = times > MOST_GROWTH ? `missed, ${number(times / MOST_GROWTH)} times` : "reached";
    const why = times > MOST_GROWTH ? LIVES_ON : "";
    const [alone, each, long] = [one, others / 10, ten].map((time) => `${number(time)} ms`);
    return `| ${stage} | ${alone} | ${each} | ${long} | ${number(times)} | ${verdict} | ${why} | ${number(ten / (others / 10))} |`;
  });
  const head = [
    "| stage | 1 MB, again and again | 1 MB, one of ten | 10 MB | times | | why | times one of ten |",
    "| --- | --- | --- | --- | --- | --- | --- | --- |",
  ];
  return [...head, ...lines].join("\n");
}

export function performancePage(result) {
  const missing = result.missing.map((line) => `- ${line}`).join("\n");
  return `# Performance

Written by \`npm run bench\` from its last run; not to be edited. Times differ from machine to machine, and on a busy
one from minute to minute: **the ratios are what counts**. Each is the median over rounds taken in turn in one run, of a
row to the first row of its group, which is the limit: a bare loop over the same text with twenty regular expressions
(“probe”), a bare \`node -e 0\`, a server that does nothing. The texts are made of examples/bureau by a fixed seed; 1 MB
is 367,959 characters.

## Aims

${aimTable(result)}

## Beside the peers

${peerTable(result)}

## Figures

${rowTable(result)}

## Ten times the text

Medians of seven rounds; eleven times is the aim. A text of 1 MB that is measured again and again lies in the caches of
the processor, and what is made of it is gone before anything is tidied up. Each of ten different ones, one after the
other, finds the processor as the long text does: the last column tells whether the steps grow in proportion.

${growthTable(result)}

${result.peers ? "" : "The peers were not installed in this run: `npm run bench -- --peers`."}
${missing === "" ? "" : `What could not be measured:\n\n${missing}\n`}
Node ${result.node}, ${result.cores} cores, ${result.cpu}.
`.replace(/\n{3,}/g, "\n\n");
}
