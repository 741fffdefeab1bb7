/** Inside the web views: shows what the extension sends, keeps the reader's place, and says what was clicked. */
import type { FromPage, ToPage } from "../messages.js";
import { createState, type PageState } from "./state.js";
import { sortTable } from "./sortTable.js";

interface Host {
  postMessage(message: FromPage): void;
  getState(): unknown;
  setState(state: PageState): void;
}

declare function acquireVsCodeApi(): Host;

const host = acquireVsCodeApi();
const state = createState(host);
const content = document.getElementById("content") ?? document.body;

window.addEventListener("message", ({ data }: MessageEvent<ToPage>) => {
  if (data.type === "content") show(data);
  else if (data.type === "filter") change({ hidden: data.hidden });
  else select(data.year, data.id);
});
document.addEventListener("click", ({ target }) => {
  const element = target instanceof Element ? target.closest<HTMLElement>("[data-do]") : null;
  const pair = target instanceof Element ? target.closest<HTMLElement>("article.pair") : null;
  if (pair) choose(pair);
  if (element) act(element);
});
document.addEventListener("change", ({ target }) => {
  if (target instanceof HTMLSelectElement && target.dataset["do"] === "against")
    host.postMessage({ type: "against", against: target.value });
});
document.addEventListener("keydown", (event) => onKey(event));
document.addEventListener("input", ({ target }) => {
  if (!(target instanceof HTMLInputElement) || target.dataset["do"] !== "search") return;
  state.update({ search: target.value });
  apply();
});
window.addEventListener("scroll", () => state.update({ scroll: window.scrollY }), { passive: true });
host.postMessage({ type: "ready", ...(state.get().uri === "" ? {} : { uri: state.get().uri }) });

function show({ content: number, uri, html }: ToPage & { readonly type: "content" }): void {
  const focused = document.activeElement?.closest<HTMLElement>("[data-id]")?.dataset["id"];
  // The fields of the head, which are made anew.
  const field = document.activeElement?.id ?? "";
  if (state.get().uri !== "" && state.get().uri !== uri) state.update({ year: "", selected: "", scroll: 0 });
  state.update({ uri });
  content.dataset["number"] = String(number);
  content.innerHTML = html;
  content.setAttribute("aria-busy", "false");
  const search = document.getElementById("search");
  if (search instanceof HTMLInputElement) search.value = state.get().search;
  const { sort } = state.get();
  if (sort) sortTable(content, sort);
  apply();
  window.scrollTo(0, state.get().scroll);
  if (field === "search" || field === "against") document.getElementById(field)?.focus();
  else if (focused !== undefined) element(`[data-id="${CSS.escape(focused)}"]`)?.focus();
}

/** Shows what the state says: one year or table, the fates that are wanted, the rows that hold the words. */
function apply(): void {
  const { year, hidden, search, selected } = state.get();
  const panels = all("[data-panel]");
  const current = panels.find((panel) => panel.dataset["panel"] === year) ?? panels[0];
  for (const panel of panels) panel.hidden = panel !== current;
  for (const tab of all('[role="tab"]')) {
    const isCurrent = tab.dataset["year"] === current?.dataset["panel"];
    tab.setAttribute("aria-selected", String(isCurrent));
    tab.tabIndex = isCurrent ? 0 : -1;
  }
  for (const chip of all(".chip"))
    chip.setAttribute("aria-pressed", String(!hidden.includes(chip.dataset["fate"] ?? "")));
  for (const pair of all("article.pair")) {
    pair.hidden = hidden.includes(pair.dataset["fate"] ?? "");
    pair.classList.toggle("selected", pair.dataset["id"] === selected);
  }
  const words = search.trim().toLowerCase().split(/\s+/);
  for (const row of all("table.ledger tbody tr")) {
    const text = row.textContent.toLowerCase();
    row.hidden = !words.every((word) => text.includes(word));
  }
  report(current);
}

function report(panel: HTMLElement | undefined): void {
  const rows = [...(panel?.querySelectorAll<HTMLElement>("article.pair, table.ledger tbody tr") ?? [])];
  const shown = rows.filter((row) => !row.hidden).length;
  const { selected } = state.get();
  host.postMessage({
    type: "shown",
    content: Number(content.dataset["number"] ?? 0),
    shown: { rows: shown, hidden: rows.length - shown, selected },
  });
}

function act(element: HTMLElement): void {
  const { do: what, uri = "", place = "", year = "", fate = "", column = "" } = element.dataset;
  const pair = element.closest<HTMLElement>("article.pair");
  const of = { year: pair?.dataset["year"] ?? "", id: pair?.dataset["id"] ?? "" };
  if (what === "open") host.postMessage({ type: "open", uri, place });
  else if (what === "diff") host.postMessage({ type: "diff", ...of });
  else if (what === "export") host.postMessage({ type: "export", what: exportOf(element) });
  else if (what === "answer" && pair) host.postMessage({ type: "answer", ...of, ...answerOf(pair) });
  else if (what === "year") change({ year, scroll: 0 });
  else if (what === "fate") change({ hidden: toggled(state.get().hidden, fate) });
  else if (what === "sort") sort(element, Number(column));
}

function change(part: Partial<PageState>): void {
  state.update(part);
  apply();
}

function toggled(list: readonly string[], one: string): string[] {
  return list.includes(one) ? list.filter((other) => other !== one) : [...list, one];
}

/** A .csv holds one table: the one that is in sight. */
function exportOf(element: HTMLElement): string {
  const what = element.dataset["what"] ?? "";
  const table = all("[data-panel]").find((panel) => !panel.hidden)?.dataset["panel"] ?? "";
  return what === "csv" ? table : what;
}

function answerOf(pair: HTMLElement): { kind: string; note: string } {
  const kind = pair.querySelector<HTMLSelectElement>('[data-answer="kind"]')?.value ?? "";
  const note = pair.querySelector<HTMLInputElement>('[data-answer="note"]')?.value ?? "";
  return { kind, note };
}

function sort(element: HTMLElement, column: number): void {
  const panel = element.closest<HTMLElement>("[data-panel]")?.dataset["panel"] ?? "";
  const last = state.get().sort;
  const same = last?.panel === panel && last.column === column;
  const order = same && last.order === "ascending" ? "descending" : "ascending";
  state.update({ sort: { panel, column, order } });
  sortTable(content, { panel, column, order });
}

function onKey(event: KeyboardEvent): void {
  const { target, key } = event;
  if (!(target instanceof HTMLElement) || event.ctrlKey || event.metaKey || event.altKey) return;
  if (target.role === "tab" && (key === "ArrowRight" || key === "ArrowLeft")) return turnTab(target, key);
  if (/^(?:INPUT|SELECT|TEXTAREA)$/.test(target.tagName)) return;
  if (key === "n" || key === "p") step(key === "n" ? 1 : -1);
  else if (key === "d" && target.matches("article.pair"))
    act(target.querySelector('[data-do="diff"]') ?? target);
  else if (key === "Enter" && target.matches("article.pair"))
    act(target.querySelector('[data-do="open"]') ?? target);
  else if (key === "Enter" && target.matches("tr[data-do]")) act(target);
  else if ((key === "ArrowDown" || key === "ArrowUp") && target.matches("tr[data-do]"))
    nextRow(event, target);
}

function turnTab(tab: HTMLElement, key: string): void {
  const tabs = all('[role="tab"]');
  const next = tabs[(tabs.indexOf(tab) + (key === "ArrowRight" ? 1 : tabs.length - 1)) % tabs.length];
  next?.focus();
  next?.click();
}

function nextRow(event: KeyboardEvent, row: HTMLElement): void {
  const rows = all("table.ledger tbody tr").filter((one) => one.offsetParent !== null);
  event.preventDefault();
  rows[rows.indexOf(row) + (event.key === "ArrowDown" ? 1 : -1)]?.focus();
}

/** To the next or the previous change that is in sight. */
function step(by: number): void {
  const pairs = all("article.pair").filter(
    (one) => one.offsetParent !== null && one.dataset["fate"] !== "same",
  );
  const at = pairs.findIndex((one) => one.dataset["id"] === state.get().selected);
  const next = pairs[at === -1 ? (by === 1 ? 0 : pairs.length - 1) : at + by];
  if (!next) return;
  next.focus();
  next.scrollIntoView({ block: "center" });
  choose(next);
}

function choose(pair: HTMLElement): void {
  const { id = "", year = "" } = pair.dataset;
  if (state.get().selected === id) return;
  change({ selected: id });
  host.postMessage({ type: "selected", year, id });
}

/** Chosen elsewhere: in the tree, or by a command. */
function select(year: string, id: string): void {
  change({ selected: id, year });
  element(`article.pair[data-year="${CSS.escape(year)}"][data-id="${CSS.escape(id)}"]`)?.scrollIntoView({
    block: "center",
  });
}

function all(selector: string): HTMLElement[] {
  return [...content.querySelectorAll<HTMLElement>(selector)];
}

function element(selector: string): HTMLElement | null {
  return content.querySelector<HTMLElement>(selector);
}
