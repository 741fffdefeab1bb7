import type { Answering } from "./clients.js";
import type { Message } from "./rawServer.js";

/** Where messages go and come from: a process, or a thread that stands for a browser's worker. */
export interface Wire {
  send(message: object): void;
  onMessage(take: (message: Message) => void): void;
  /** How it has ended, where it has. */
  ended(): string | undefined;
  /** What it has complained of aloud. */
  complaints(): string;
  stop(): Promise<void>;
}

/** A conversation in which every question is to be answered once, and nothing else. */
export interface Talk {
  readonly wire: Wire;
  notify(method: string, params: unknown): void;
  /** Undefined where no answer came in time. */
  ask(method: string, params: unknown): Promise<Message | undefined>;
  /** Answers to nothing that was asked, or the second to the same. */
  readonly strays: readonly Message[];
  /** The drafts whose findings were told unasked. */
  readonly told: ReadonlySet<unknown>;
  /** What was not answered in time. */
  readonly late: readonly string[];
  /** Answers what the client has left unanswered, and from now on everything. */
  relent(answering: Answering): void;
}

const SHOWN = 300;

export function talkOver(wire: Wire, first: Answering, patience: number): Talk {
  let answering = first;
  const left: Message[] = [];
  const waiting = new Map<number, (message: Message) => void>();
  const strays: Message[] = [];
  const late: string[] = [];
  const told = new Set<unknown>();
  wire.onMessage((message) => {
    const { id, method } = message;
    if (method !== undefined) {
      if (id !== undefined) reply(message);
      if (method === "textDocument/publishDiagnostics")
        told.add((message.params as { readonly uri: unknown }).uri);
      return;
    }
    const take = typeof id === "number" ? waiting.get(id) : undefined;
    if (take) take(message);
    else strays.push(message);
  });
  const reply = (question: Message): void => {
    const answer = answering(question);
    if (answer) wire.send({ jsonrpc: "2.0", id: question.id, ...answer });
    else left.push(question);
  };
  let count = 0;
  const ask: Talk["ask"] = (method, params) =>
    new Promise((done) => {
      const id = ++count;
      const tooLate = setTimeout(() => {
        late.push(`${method} ${JSON.stringify(params)}`.slice(0, SHOWN));
        done(undefined);
      }, patience);
      waiting.set(id, (message) => {
        clearTimeout(tooLate);
        waiting.delete(id);
        done(message);
      });
      wire.send({ jsonrpc: "2.0", id, method, params });
    });
  return {
    wire,
    ask,
    strays,
    late,
    told,
    relent(from) {
      answering = from;
      left.splice(0).forEach(reply);
    },
    notify: (method, params) => wire.send({ jsonrpc: "2.0", method, params }),
  };
}
