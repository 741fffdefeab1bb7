import { workerData } from "node:worker_threads";
import { type CompareTask, createTextComparer } from "../service/compareTexts.js";
import { loadNodeWords } from "../service/loadNodeWords.js";
import { answerInThread } from "./answerInThread.js";

/** What the thread is told when it starts. */
export interface WorkerStart {
  /** The folder of the bundles. */
  readonly folder: string;
  /** Names that no difference may tear. */
  readonly userWords: readonly string[];
}

/** The thread that compares: it cuts words with the segmenter, which is far too slow to load where somebody types. */
const { folder, userWords } = workerData as WorkerStart;
const ready = loadNodeWords({ folder, userWords }).then(({ words }) => createTextComparer(words));

answerInThread(async (task: CompareTask) => (await ready)(task));
