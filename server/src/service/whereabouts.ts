/** Where an offset stands in a plan, for those who report on it. */
export { itemAt, markerPath } from "../plan/model.js";
