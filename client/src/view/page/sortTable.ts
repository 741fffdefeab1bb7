import type { Sorting } from "./state.js";

/** Orders the rows of one table by one column; numbers and years as numbers, the rest as Chinese is ordered. */
export function sortTable(content: HTMLElement, { panel, column, order }: Sorting): void {
  const section = [...content.querySelectorAll<HTMLElement>("[data-panel]")].find(
    (one) => one.dataset["panel"] === panel,
  );
  const body = section?.querySelector("tbody");
  if (!section || !body) return;
  section.querySelectorAll("th").forEach((head, i) => {
    head.setAttribute("aria-sort", i === column ? order : "none");
  });
  const compare = new Intl.Collator("zh-CN", { numeric: true }).compare;
  const rows = [...body.rows].map((row) => ({ row, text: row.cells[column]?.textContent ?? "" }));
  const sign = order === "ascending" ? 1 : -1;
  rows.sort((a, b) => {
    // Empty cells stay at the end either way.
    if (a.text === "" || b.text === "") return Number(a.text === "") - Number(b.text === "");
    return sign * compare(a.text, b.text);
  });
  body.append(...rows.map(({ row }) => row));
}
