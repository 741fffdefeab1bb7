import { toChinese } from "../../server/src/text/numerals.js";
import { chapters, clauses, departments, generalClauses, stockHeadings, type Topic } from "./topics.js";

/** A whole number from 0 up to, not including, `below`. */
export type Dice = (below: number) => number;

/** The same seed gives the same throws anywhere (mulberry32). */
export function dice(seed: number): Dice {
  let state = seed >>> 0;
  return (below) => {
    state = (state + 0x6d2b79f5) >>> 0;
    let t = Math.imul(state ^ (state >>> 15), 1 | state);
    t = (t + Math.imul(t ^ (t >>> 7), 61 | t)) ^ t;
    return Math.floor((((t ^ (t >>> 14)) >>> 0) / 4294967296) * below);
  };
}

export interface Task {
  /** Where its text comes from: ids of last year's tasks, empty for a new one. */
  readonly from: readonly string[];
  readonly id: string;
  readonly topic: Topic;
  readonly heading: string;
  readonly clauses: readonly string[];
  readonly departments: readonly string[];
}

export interface Chapter {
  readonly id: string;
  readonly heading: string;
  readonly tasks: readonly Task[];
}

export type Draft = readonly Chapter[];

function pick<T>(roll: Dice, from: readonly T[]): T {
  const found = from[roll(from.length)];
  if (found === undefined) throw new Error("nothing to pick from");
  return found;
}

export function shuffled<T>(roll: Dice, list: readonly T[]): T[] {
  const result = [...list];
  for (let i = result.length - 1; i > 0; i--) {
    const j = roll(i + 1);
    [result[i], result[j]] = [result[j] as T, result[i] as T];
  }
  return result;
}

function clause(roll: Dice, topic: Topic): string {
  if (roll(5) === 0) return pick(roll, generalClauses);
  return pick(roll, clauses)
    .replace("#", pick(roll, topic.things))
    .replace("@", String(2 + roll(97)));
}

export function newTask(roll: Dice, topic: Topic, id: string): Task {
  return {
    from: [],
    id,
    topic,
    heading: pick(roll, topic.headings),
    clauses: Array.from({ length: 4 + roll(6) }, () => clause(roll, topic)),
    departments: shuffled(roll, departments).slice(0, 1 + roll(3)),
  };
}

/** A plan of an earlier year: six chapters, 20 to 30 tasks, some under headings that any task may bear. */
export function inventedPlan(roll: Dice): Draft {
  return chapters.map((chapter, c) => ({
    id: `c${c}`,
    heading: pick(roll, chapter.headings),
    tasks: shuffled(roll, chapter.topics)
      .slice(0, 3 + roll(chapter.topics.length - 2))
      .map((topic, t) => {
        const task = newTask(roll, topic, `c${c}t${t}`);
        return roll(8) === 0 ? { ...task, heading: pick(roll, stockHeadings) } : task;
      }),
  }));
}

/** The task a year later: `share` (0 … 1) of its clauses said anew. */
export function edited(roll: Dice, task: Task, share: number): Task {
  const anew = task.clauses.map((old) => (roll(1000) < share * 1000 ? clause(roll, task.topic) : old));
  return { ...task, from: [task.id], clauses: anew };
}

export function renamed(roll: Dice, task: Task): Task {
  const others = [...task.topic.headings, ...stockHeadings].filter((heading) => heading !== task.heading);
  return { ...task, from: task.from.length > 0 ? task.from : [task.id], heading: pick(roll, others) };
}

/** Two tasks of one: each takes half of what it said, and says something more. */
export function split(roll: Dice, task: Task): Task[] {
  const middle = Math.ceil(task.clauses.length / 2);
  return [task.clauses.slice(0, middle), task.clauses.slice(middle)].map((half, i) => ({
    ...task,
    id: `${task.id}s${i}`,
    from: [task.id],
    heading: task.topic.headings[i] ?? task.heading,
    clauses: [...half, clause(roll, task.topic)],
  }));
}

export function merged(one: Task, other: Task): Task {
  return {
    ...one,
    id: `${one.id}+${other.id}`,
    from: [one.id, other.id],
    heading: `${one.heading}，${other.heading}`,
    clauses: [...one.clauses, ...other.clauses],
  };
}

export interface Rendered {
  readonly text: string;
  /** The ids of the items, chapters and tasks, in reading order. */
  readonly ids: readonly string[];
}

export function rendered(draft: Draft, year: number): Rendered {
  const lines = [`云岭市教育局${year}年工作要点`];
  const ids: string[] = [];
  draft.forEach((chapter, c) => {
    lines.push(`${toChinese(c + 1)}、${chapter.heading}`);
    ids.push(chapter.id);
    chapter.tasks.forEach((task, t) => {
      lines.push(`（${toChinese(t + 1)}）${task.heading}。${sentences(task.clauses)}`);
      lines.push(`责任科室：${task.departments.join("、")}`);
      ids.push(task.id);
    });
  });
  return { text: lines.join("\n") + "\n", ids };
}

function sentences(parts: readonly string[]): string {
  return parts.map((part, i) => part + (i % 3 === 2 || i === parts.length - 1 ? "。" : "，")).join("");
}

export interface Variant {
  readonly earlier: Rendered;
  readonly draft: Rendered;
  /** `earlier id → draft id`, chapters included. */
  readonly pairs: ReadonlySet<string>;
  /** The earlier ids of the tasks that were moved to another chapter or renamed. */
  readonly movedOrRenamed: ReadonlySet<string>;
}

/** A plan and the plan of the year after: every kind of change at once, edits of 10 to 60 per cent. */
export function variant(seed: number): Variant {
  const roll = dice(seed);
  const earlier = inventedPlan(roll);
  const movedOrRenamed = new Set<string>();
  const chaptersNow = earlier.map((chapter, c) => {
    const tasks: Task[] = [];
    for (let t = 0; t < chapter.tasks.length; t++) {
      const task = chapter.tasks[t] as Task;
      const next = chapter.tasks[t + 1];
      const throwOf = roll(20);
      if (throwOf === 0) continue;
      if (throwOf === 1 && task.clauses.length >= 6) tasks.push(...split(roll, task));
      else if (throwOf === 2 && next) {
        tasks.push(merged(task, next));
        t++;
      } else if (throwOf < 8) {
        tasks.push(renamed(roll, edited(roll, task, (10 + roll(41)) / 100)));
        movedOrRenamed.add(task.id);
      } else if (throwOf < 17) tasks.push(edited(roll, task, (10 + roll(51)) / 100));
      else tasks.push({ ...task, from: [task.id] });
    }
    const unused =
      chapters[c]?.topics.filter((topic) => !chapter.tasks.some((task) => task.topic === topic)) ?? [];
    if (unused.length > 0 && roll(2) === 0) tasks.push(newTask(roll, pick(roll, unused), `n${c}`));
    const heading = roll(3) === 0 ? pick(roll, chapters[c]?.headings ?? []) : chapter.heading;
    return { id: chapter.id, heading, tasks: roll(3) === 0 ? shuffled(roll, tasks) : tasks };
  });
  for (const id of moveSome(roll, chaptersNow)) movedOrRenamed.add(id);
  const order = roll(3) === 0 ? shuffled(roll, chaptersNow) : chaptersNow;
  const pairs = new Set(order.map((chapter) => `${chapter.id} → ${chapter.id}`));
  for (const task of order.flatMap((chapter) => chapter.tasks)) {
    for (const from of task.from) pairs.add(`${from} → ${task.id}`);
  }
  return { earlier: rendered(earlier, 2025), draft: rendered(order, 2026), pairs, movedOrRenamed };
}

/** Moves up to three tasks to other chapters; gives the earlier ids of what they come from. */
function moveSome(roll: Dice, draft: readonly { readonly tasks: Task[] }[]): string[] {
  const moved: string[] = [];
  for (let n = roll(4); n > 0; n--) {
    const [from, to] = [pick(roll, draft), pick(roll, draft)];
    if (from === to || from.tasks.length < 2) continue;
    const taken = from.tasks.splice(roll(from.tasks.length), 1);
    to.tasks.splice(roll(to.tasks.length + 1), 0, ...taken);
    moved.push(...taken.flatMap((task) => task.from));
  }
  return moved;
}
