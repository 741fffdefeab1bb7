import { decodeText, decodeWith } from "../decode.js";
import type { Encoding, ReadHost } from "../model.js";

export interface DecodedPage {
  readonly text: string;
  readonly encoding: Encoding;
}

/**
 * The text of a page. Valid UTF-8 is believed before the page's own word, which is often left over from a template;
 * then the charset that it states, then the usual search.
 */
export function decodePage(bytes: Uint8Array, host: ReadHost): DecodedPage {
  const stated = statedCharset(bytes);
  if (stated === undefined || /^(?:utf-?8|utf-?16.*|gb.*|hz-gb.*|x-gbk)$/i.test(stated))
    return decodeText(bytes, host);
  const utf8 = decodeWith("utf-8", bytes);
  if (utf8 !== undefined) return { text: utf8, encoding: "utf-8" };
  const text = decodeWith(stated, bytes);
  return text === undefined ? decodeText(bytes, host) : { text, encoding: "utf-8" };
}

function statedCharset(bytes: Uint8Array): string | undefined {
  const head = new TextDecoder("latin1").decode(bytes.subarray(0, 4096));
  return /charset\s{0,9}=\s{0,9}["']?([a-z0-9_-]{2,20})/i.exec(head)?.[1];
}
