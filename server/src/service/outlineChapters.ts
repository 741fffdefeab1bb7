/** The outline for who asks for it again after every edit. */
export { type OutlineChapter, outlineChapters } from "../outline/outlineChapters.js";
