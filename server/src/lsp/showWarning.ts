import {
  type Connection,
  MessageType,
  ShowMessageNotification,
  type ShowMessageParams,
} from "vscode-languageserver";

/** Says something to the user that asks for nothing: the connection's own way is a request, which waits for an answer. */
export function showWarning(connection: Connection, message: string): void {
  const params: ShowMessageParams = { type: MessageType.Warning, message };
  connection.sendNotification(ShowMessageNotification.type, params).catch(() => {
    // A client that is gone hears nothing more.
  });
}
