import type { ConnectionOptions, Message } from "vscode-languageserver";

type Handle = (message: Message) => void | Promise<void>;

/** Stands before a connection's messages: while it is closed they wait, and go on in their order when it opens. */
export interface MessageGate {
  /** For `createConnection`. */
  readonly options: ConnectionOptions;
  close(): void;
  open(): void;
  /** True once the client has asked for `shutdown`. */
  isEnding(): boolean;
}

export function createMessageGate(): MessageGate {
  let isOpen = true;
  let isEnding = false;
  let waiting: (() => void)[] = [];
  const handleMessage = (message: Message, handle: Handle): void | Promise<void> => {
    isEnding ||= "method" in message && message.method === "shutdown";
    if (isOpen) return handle(message);
    waiting.push(() => void handle(message));
  };
  return {
    options: { messageStrategy: { handleMessage } },
    isEnding: () => isEnding,
    close: () => void (isOpen = false),
    open() {
      isOpen = true;
      const held = waiting;
      waiting = [];
      for (const go of held) go();
    },
  };
}
