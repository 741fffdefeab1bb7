import { parentPort } from "node:worker_threads";

/** Does in a thread what `createThread` asks for; what it throws is told, and ends nothing but the task. */
export function answerInThread<Task>(work: (task: Task) => unknown): void {
  parentPort?.on("message", (task: Task) => {
    Promise.resolve(task)
      .then(work)
      .then((answer) => parentPort?.postMessage({ answer }))
      .catch((error: unknown) => parentPort?.postMessage({ error: String(error) }));
  });
}
