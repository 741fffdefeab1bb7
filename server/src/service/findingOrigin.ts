/** The same object for a finding in all versions of a draft in which it stands, wherever edits have moved it. */
export { originOf, standingOf } from "../check/movedFinding.js";
