import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";

/** 1 MiB of Chinese in UTF-8. */
export const MIB = 367_959;

/** The texts of the bench: the plans of examples/bureau, varied by a fixed seed. The same on every machine. */
const ROOT = join("examples", "bureau");

export function examplePlans(): string[] {
  return ["2024", "2025", "2026", "规划"].map((year) => {
    const folder = join(ROOT, year);
    return readFileSync(join(folder, readdirSync(folder)[0] ?? ""), "utf8");
  });
}

/** Numbers from 0 to 1, the same for the same seed (mulberry32). */
export function seeded(seed: number): () => number {
  let state = seed;
  return () => {
    state = (state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4294967296;
  };
}

const LETTERS = "教育学校建设工作推进完善落实提升质量管理服务发展加强改革创新安全保障体系机制教师课程评价";
const KEPT = "一二三四五六七八九十第年月日";

/** One character in 25 put for another, so that no two copies of an example are alike. */
function varied(text: string, random: () => number): string {
  const pick = (of: string): string => of[Math.floor(random() * of.length)] ?? "";
  return text.replace(/[\u4e00-\u9fff]|\d/g, (c) => {
    if (c >= "0" && c <= "9") return random() < 0.02 ? pick("0123456789") : c;
    return random() < 0.04 && !KEPT.includes(c) ? pick(LETTERS) : c;
  });
}

/** A text of exactly so many characters. */
export function textOf(length: number, seed = 1): string {
  const random = seeded(seed);
  const plans = examplePlans();
  const pieces: string[] = [];
  for (let i = 1, size = 0; size < length; i++) {
    const piece = `${varied(plans[i % plans.length] ?? "", random)}\n`;
    pieces.push(piece);
    size += piece.length;
  }
  return pieces.join("").slice(0, length);
}

/** A later year of a text: of the given share of its paragraphs half edited, others moved, dropped or added. */
export function laterYear(text: string, share: number, seed = 2): string {
  const random = seeded(seed);
  const lines = text.replaceAll("2026", "2027").split("\n");
  for (let n = Math.round(lines.length * share); n > 0; n--) {
    const at = Math.floor(random() * lines.length);
    const kind = random();
    const line = lines[at] ?? "";
    if (kind < 0.5) {
      const cut = Math.floor(random() * line.length);
      lines[at] = `${line.slice(0, cut)}进一步${line.slice(cut + 4)}`;
    } else if (kind < 0.65) lines.splice(Math.floor(random() * lines.length), 0, ...lines.splice(at, 1));
    else if (kind < 0.8) lines.splice(at, 1);
    else lines.splice(at, 0, varied(line, random));
  }
  return lines.join("\n");
}
