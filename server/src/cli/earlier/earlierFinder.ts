import { tmpdir } from "node:os";
import { dirname, isAbsolute, relative, resolve } from "node:path";
import { homeFolder } from "../files/homeFolder.js";
import { statsOf } from "../files/statsOf.js";
import type { Against } from "../../compare/against.js";
import type { EarlierPlan } from "../../compare/comparePlans.js";
import type { PlanDocument } from "../../plan/model.js";
import { type Candidate, chooseEarlierYears, type EarlierChoice } from "../../service/earlierYears.js";
import { planFacts } from "../../service/planFacts.js";
import type { PlanService } from "../../service/planService.js";
import type { Call } from "../command.js";
import { findInputs, shownPath, type Unreadable } from "../inputs/findInputs.js";
import { isLongPlanName, isPlanName, isReadableName } from "../inputs/planNames.js";
import { readInput } from "../inputs/readInput.js";
import { createFolderIndex, type FolderIndex, type Listed } from "./folderIndex.js";

export interface SearchedDraft {
  readonly plan: PlanDocument;
  readonly path: string;
  /** Undefined for standard input. */
  readonly file: string | undefined;
}

/** The plans to hold a draft against, and what else was seen beside them. */
export interface EarlierFound {
  /** The nearest year first. */
  readonly plans: readonly EarlierPlan[];
  readonly around: Pick<EarlierChoice, "fiveYear" | "superior">;
  readonly unreadable: readonly Unreadable[];
}

/** Finds earlier years; what it has read once it does not read again. */
export interface EarlierFinder {
  /** In the files and folders that were named. A file is taken as it is, in a folder the right ones are chosen. */
  among(places: readonly string[], draft: SearchedDraft): Promise<EarlierFound>;
  /** In the draft's folder, else in the folders beside it: the years, or else the other plan that is asked for. */
  beside(draft: SearchedDraft, kind: Against): Promise<EarlierFound>;
}

/** Enough for a series; more would only make the report long. */
const MOST_YEARS = 6;
/** How many years are taken where nobody has named a place: 上年 and 前年. */
const USUAL_YEARS = 2;
/** From the folder that holds the draft's folder. */
const BESIDE_DEPTH = 3;

export function createEarlierFinder(
  call: Call,
  service: PlanService,
  draft: string | undefined,
): EarlierFinder {
  const index = createFolderIndex(call, draft);
  const texts = new Map<string, Promise<EarlierPlan | Unreadable>>();
  const read = (file: string, path: string, beside: PlanDocument): Promise<EarlierPlan | Unreadable> => {
    const parse = (text: string): PlanDocument => service.parseBeside(text, beside);
    const known = texts.get(file) ?? readPlan(file, path, { call, parse });
    texts.set(file, known);
    return known;
  };
  return {
    among: (places, of) => searched(places, of, { call, index, read }),
    beside: (of, kind) => besides(of, kind, { call, index, read }),
  };
}

interface Search {
  readonly call: Call;
  readonly index: FolderIndex;
  read(file: string, path: string, beside: PlanDocument): Promise<EarlierPlan | Unreadable>;
}

async function readPlan(
  file: string,
  path: string,
  { call, parse }: { readonly call: Call; parse(text: string): PlanDocument },
): Promise<EarlierPlan | Unreadable> {
  const input = await readInput({ path, file }, call);
  return "reason" in input ? input : { plan: parse(input.text), name: path };
}

async function searched(
  places: readonly string[],
  draft: SearchedDraft,
  search: Search,
): Promise<EarlierFound> {
  const { cwd } = search.call.terminal;
  const folders = places.filter((place) => isFolder(resolve(cwd, place)));
  const files = places.filter((place) => !folders.includes(place));
  const inputs = await findInputs(files, { cwd, locale: search.call.locale, stdinName: "-" });
  const named = inputs.sources.flatMap(({ file, path }) => (file === undefined ? [] : [{ file, path }]));
  const listed: Listed[] = [];
  for (const folder of folders) {
    listed.push(await search.index.list({ folder: resolve(cwd, folder), accepts: isReadableName }));
  }
  const choice = chosen(listed, draft, MOST_YEARS);
  const show = shownAs(places.find((place) => isAbsolute(place)) ?? "", cwd);
  const found = choice.years.map(({ path: file }) => ({ file, path: show(file) }));
  const unreadable = [...inputs.unreadable, ...listed.flatMap((one) => one.unreadable)];
  return await opened([...named, ...found], { draft, choice, unreadable, show }, search);
}

/** In the draft's own folder first; a folder above is looked into only where it surely holds drafts. */
async function besides(draft: SearchedDraft, kind: Against, search: Search): Promise<EarlierFound> {
  const show = shownAs(draft.path, search.call.terminal.cwd);
  const unreadable: Unreadable[] = [];
  let choice: EarlierChoice = { years: [], fiveYear: undefined, superior: undefined };
  for (const folder of draft.file === undefined ? [] : foldersOf(draft.file)) {
    const accepts = kind === "five-year" ? isLongPlanName : isPlanName;
    const listed = await search.index.list({ folder, accepts, depth: BESIDE_DEPTH });
    unreadable.push(...listed.unreadable.filter((one) => !unreadable.some(({ path }) => path === one.path)));
    const here = chosen([listed], draft, USUAL_YEARS);
    choice = {
      years: choice.years.length > 0 ? choice.years : here.years,
      fiveYear: choice.fiveYear ?? here.fiveYear,
      superior: choice.superior ?? here.superior,
    };
    if (isFound(choice, kind)) break;
  }
  const years = kind === "earlier" ? choice.years : [];
  const files = years.map(({ path: file }) => ({ file, path: show(file) }));
  return await opened(files, { draft, choice, unreadable, show }, search);
}

function foldersOf(file: string): string[] {
  const own = dirname(file);
  const above = dirname(own);
  return [dirname(above), homeFolder(), tmpdir(), own].includes(above) ? [own] : [own, above];
}

function isFound({ years, fiveYear, superior }: EarlierChoice, kind: Against): boolean {
  if (kind === "earlier") return years.length > 0;
  return (kind === "superior" ? superior : fiveYear) !== undefined;
}

function chosen(listed: readonly Listed[], draft: SearchedDraft, most: number): EarlierChoice {
  const facts: Candidate = {
    path: draft.file ?? draft.path,
    ...planFacts(draft.plan, draft.file ?? draft.path),
  };
  const all = listed.flatMap(({ candidates }) => candidates);
  const choice = chooseEarlierYears(facts, all);
  if (choice.years.length > 0) return { ...choice, years: choice.years.slice(0, most) };
  // A folder named for the one plan in it means that plan, whatever it says of itself.
  const only = listed
    .map(({ candidates }) => candidates.filter(({ path }) => path !== facts.path))
    .flatMap((candidates) => (candidates.length === 1 ? candidates : []));
  return { ...choice, years: most === MOST_YEARS ? only : [] };
}

async function opened(
  files: readonly { readonly file: string; readonly path: string }[],
  known: {
    readonly draft: SearchedDraft;
    readonly choice: EarlierChoice;
    readonly unreadable: readonly Unreadable[];
    show(file: string): string;
  },
  search: Search,
): Promise<EarlierFound> {
  const once = new Map(files.map(({ file, path }) => [file, path]));
  if (known.draft.file !== undefined) once.delete(known.draft.file);
  const plans: EarlierPlan[] = [];
  const unreadable = [...known.unreadable];
  for (const [file, path] of once) {
    const one = await search.read(file, path, known.draft.plan);
    if ("plan" in one) plans.push(one);
    else unreadable.push(one);
  }
  return { plans, around: aroundOf(known.choice, known.show), unreadable };
}

function aroundOf(
  { fiveYear, superior }: EarlierChoice,
  show: (file: string) => string,
): EarlierFound["around"] {
  const named = (one: Candidate | undefined): Candidate | undefined =>
    one && { ...one, path: show(one.path) };
  return { fiveYear: named(fiveYear), superior: named(superior) };
}

/** Paths are shown as the call gave one: absolute where that was. */
function shownAs(given: string, cwd: string): (file: string) => string {
  return (file) => shownPath(given, file, cwd);
}

/** The places of the team's file, which are absolute, as a call for a draft would name them. */
export function configuredPlaces(places: readonly string[], draft: SearchedDraft, cwd: string): string[] {
  return isAbsolute(draft.path) ? [...places] : places.map((place) => relative(cwd, place) || ".");
}

function isFolder(path: string): boolean {
  return statsOf(path)?.isDirectory() ?? false;
}
