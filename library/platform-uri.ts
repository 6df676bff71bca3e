// JavaScript's functions for parts of URIs.
import { str_at, str_index_of, str_join, str_slice } from "fusabi:builtin";
import { hexByte, toHexString } from "./convert.ts";
import { get_UTF8 } from "./encoding.ts";

const unreserved: string = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-_.!~*'()";

function escaped(text: string, kept: string): string {
  const parts: any = [];
  for (const char of text) {
    if (char.length === 1 && str_index_of(kept, char, 0) >= 0) {
      parts.push(char);
      continue;
    }
    const digits: string = toHexString(get_UTF8().getBytes(char));
    for (let i: int32 = 0; i < digits.length; i += 2) parts.push("%" + str_slice(digits, i, i + 2));
  }
  return str_join(parts, "");
}

export const encodeURIComponent = (text: any): string => escaped(text, unreserved);
export const encodeURI = (text: any): string => escaped(text, unreserved + ";/?:@&=+$,#");

/** Escapes that are none, or that are no UTF-8, stay as .NET leaves them. */
export function decodeURIComponent(text: any): string {
  const parts: any = [];
  let at: int32 = 0;
  while (at < text.length) {
    const bytes: any = [];
    const start: int32 = at;
    while (at + 2 < text.length && str_at(text, at) === "%" && hexByte(text, at + 1) >= 0) {
      bytes.push(hexByte(text, at + 1));
      at += 3;
    }
    if (bytes.length === 0) {
      parts.push(str_at(text, at));
      at++;
      continue;
    }
    const decoded: string = get_UTF8().getString(bytes);
    parts.push(decoded.includes("\ufffd") ? str_slice(text, start, at) : decoded);
  }
  return str_join(parts, "");
}
