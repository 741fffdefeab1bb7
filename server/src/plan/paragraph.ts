import { skipSpaces } from "../text/characters.js";
import { enumerationsIn } from "./enumerations.js";
import { plainRole } from "./front.js";
import { headingIn } from "./headings.js";
import { innerMarkers } from "./innerMarkers.js";
import { lineMarker } from "./markers.js";
import type { MarkerPool } from "./markerPool.js";
import type { Paragraph } from "./model.js";
import { openBracket } from "./openBracket.js";
import { responsibilitiesIn } from "./responsibility.js";
import { SIGN, signsIn } from "./signs.js";
import { targetsIn } from "./targets.js";
import { dueYears, TIMED } from "./years.js";

/** Everything that can be told from one line alone. Depends on nothing but the characters given. */
export function readParagraph(text: string, markers?: MarkerPool): Paragraph {
  const blank = skipSpaces(text, 0) >= text.length;
  if (blank) {
    return {
      text,
      blank,
      marker: undefined,
      inner: [],
      responsibilities: [],
      targets: [],
      years: [],
      enumerations: [],
      role: "blank",
      heading: undefined,
      openBracket: -1,
      timed: false,
    };
  }
  const written = lineMarker(text);
  const marker = written && markers ? markers(text, written) : written;
  const head = marker?.span.end ?? 0;
  // What the marker itself shows, no marker behind it needs.
  const behind = signsIn(text, head);
  const signs = head === 0 ? behind : behind | signsIn(text, 0, head);
  const years = dueYears(text, signs);
  const responsibilities = responsibilitiesIn(text, signs);
  const targets = targetsIn(text, years, signs);
  return {
    text,
    blank,
    marker,
    inner: innerMarkers(text, head, behind),
    responsibilities,
    targets,
    years,
    enumerations: enumerationsIn(text, signs),
    role:
      plainRole(text, signs) ??
      (isResponsibilityLine({ text, marker, responsibilities }) ? "responsibility" : "body"),
    heading: marker && headingIn(text, marker.span.end, text.length),
    openBracket: (signs & SIGN.opener) === 0 ? -1 : openBracket(text),
    timed: (signs & SIGN.timed) !== 0 && text.length < SHORT_LINE && targets.length === 0 && TIMED.test(text),
  };
}

/** A line that long says more than a time, so that 年度 somewhere in it dates nothing that follows. */
const SHORT_LINE = 200;

function isResponsibilityLine({
  text,
  marker,
  responsibilities,
}: Pick<Paragraph, "text" | "marker" | "responsibilities">): boolean {
  const only = responsibilities[0];
  // `1.甲。（责任科室：基教科）` is a task, however short.
  if (!only || marker || responsibilities.length > 1) return false;
  return text.trim().length - (only.span.end - only.span.start) <= 4;
}
