import { shift, type Span } from "../text/span.js";
import type { Department, Responsibility, ResponsibilityGroup } from "./model.js";

/** A responsibility of a paragraph at its place in the text. Most are never looked at between two edits, and none in all its parts. */
export class PlacedResponsibility implements Responsibility {
  private readonly found: Responsibility;
  private readonly by: number;
  private madeSpan: Span | undefined = undefined;
  private madeGroups: readonly ResponsibilityGroup[] | undefined = undefined;
  private madeDepartments: readonly Department[] | undefined = undefined;

  constructor(found: Responsibility, by: number) {
    this.found = found;
    this.by = by;
  }

  /** The one that was found in a line, moved on. */
  static after(one: Responsibility, by: number): PlacedResponsibility {
    return one instanceof PlacedResponsibility
      ? new PlacedResponsibility(one.found, one.by + by)
      : new PlacedResponsibility(one, by);
  }

  /** Where it begins. */
  static startOf(one: Responsibility): number {
    return one instanceof PlacedResponsibility ? one.found.span.start + one.by : one.span.start;
  }

  /** Its departments without their places. */
  static bodiesOf(one: Responsibility): readonly Omit<Department, "span">[] {
    return PlacedResponsibility.foundOf(one).departments;
  }

  /** Its 完成时限, as written. */
  static deadlineOf(one: Responsibility): string | undefined {
    return PlacedResponsibility.foundOf(one).deadline?.text;
  }

  /** As it was found in its line: what of it is asked of thousands need not be made at its place. */
  static foundOf(one: Responsibility): Responsibility {
    return one instanceof PlacedResponsibility ? one.found : one;
  }

  /** Where the line begins in which it was found. */
  static lineStartOf(one: Responsibility): number {
    return one instanceof PlacedResponsibility ? one.by : 0;
  }

  get form(): Responsibility["form"] {
    return this.found.form;
  }

  get span(): Span {
    return (this.madeSpan ??= shift(this.found.span, this.by));
  }

  get groups(): readonly ResponsibilityGroup[] {
    return (this.madeGroups ??= this.found.groups.map((group) => ({
      ...group,
      labelSpan: shift(group.labelSpan, this.by),
      namesSpan: shift(group.namesSpan, this.by),
      departments: placed(group.departments, this.by),
    })));
  }

  get departments(): readonly Department[] {
    return (this.madeDepartments ??= placed(this.found.departments, this.by));
  }

  get deadline(): Responsibility["deadline"] {
    const { deadline } = this.found;
    return deadline && { text: deadline.text, span: shift(deadline.span, this.by) };
  }
}

function placed(departments: readonly Department[], by: number): Department[] {
  return departments.map(({ name, span, role }) => ({ name, span: shift(span, by), role }));
}
