// System.Text.Encoding: UTF-8, UTF-16 and ASCII. What is ill-formed becomes U+FFFD, or a question mark in ASCII.
import { str_char_code_at, str_code_point_at, str_from_char_code, str_from_code_point, str_join, str_slice } from "fusabi:builtin";
import { checkNotNull } from "./argument-checks.ts";
import { ArgumentOutOfRangeException } from "./exceptions.ts";

const replacement: int32 = 0xfffd;

function checkRange(size: int32, index: int32, count: int32): void {
  if (index < 0) throw new ArgumentOutOfRangeException("index", "Non-negative number required.");
  if (count < 0) throw new ArgumentOutOfRangeException("count", "Non-negative number required.");
  if (index + count > size) throw new ArgumentOutOfRangeException("bytes", "Index and count must refer to a location within the buffer.");
}

function toBytes(items: any): Uint8Array {
  const bytes: Uint8Array = new Uint8Array(items.length);
  for (let i: int32 = 0; i < bytes.length; i++) bytes[i] = items[i];
  return bytes;
}

class Encoding {
  getBytes(chars: any, index?: any, count?: any): Uint8Array {
    checkNotNull(chars, "s");
    const text: string = typeof chars === "string" ? chars : str_join(chars, "");
    if (index === undefined) return toBytes(this.encode(text));
    checkRange(text.length, index, count);
    return toBytes(this.encode(str_slice(text, index, index + count)));
  }
  getString(bytes: any, index?: any, count?: any): string {
    checkNotNull(bytes, "bytes");
    const start: int32 = index ?? 0;
    const size: int32 = count ?? bytes.length - start;
    checkRange(bytes.length, start, size);
    return str_join(this.decode(bytes, start, start + size), "");
  }
  getByteCount(chars: any): int32 {
    return this.getBytes(chars).length;
  }
  getCharCount(bytes: any): int32 {
    return this.getString(bytes).length;
  }
  getChars(bytes: any): any {
    return this.getString(bytes).split("");
  }
  encode(_text: string): any {
    return [];
  }
  decode(_bytes: any, _start: int32, _end: int32): any {
    return [];
  }
}

class Utf8Encoding extends Encoding {
  static readonly $type: string = "System.Text.UTF8Encoding";
  encode(text: string): any {
    const bytes: any = [];
    for (let i: int32 = 0; i < text.length; i++) {
      let point: int32 = str_code_point_at(text, i);
      if (point >= 0x10000) i++;
      else if (point >= 0xd800 && point < 0xe000) point = replacement;
      if (point < 0x80) bytes.push(point);
      else {
        if (point < 0x800) bytes.push(0xc0 | (point >> 6));
        else {
          if (point < 0x10000) bytes.push(0xe0 | (point >> 12));
          else {
            bytes.push(0xf0 | (point >> 18));
            bytes.push(0x80 | ((point >> 12) & 63));
          }
          bytes.push(0x80 | ((point >> 6) & 63));
        }
        bytes.push(0x80 | (point & 63));
      }
    }
    return bytes;
  }

  /** Of an ill-formed sequence, the longest part that could begin one becomes one replacement. */
  decode(bytes: any, start: int32, end: int32): any {
    const parts: any = [];
    let at: int32 = start;
    while (at < end) {
      const lead: int32 = bytes[at];
      at++;
      if (lead < 0x80) {
        parts.push(str_from_char_code(lead));
        continue;
      }
      const more: int32 = lead >= 0xc2 && lead < 0xe0 ? 1 : lead >= 0xe0 && lead < 0xf0 ? 2 : lead >= 0xf0 && lead < 0xf5 ? 3 : 0;
      let point: int32 = more === 0 ? replacement : lead & (63 >> more);
      for (let i: int32 = 0; i < more; i++) {
        const low: int32 = i > 0 ? 0x80 : lead === 0xe0 ? 0xa0 : lead === 0xf0 ? 0x90 : 0x80;
        const high: int32 = i > 0 ? 0xbf : lead === 0xed ? 0x9f : lead === 0xf4 ? 0x8f : 0xbf;
        if (at >= end || bytes[at] < low || bytes[at] > high) {
          point = replacement;
          break;
        }
        point = (point << 6) | (bytes[at] & 63);
        at++;
      }
      parts.push(str_from_code_point(point));
    }
    return parts;
  }
}

class Utf16Encoding extends Encoding {
  static readonly $type: string = "System.Text.UnicodeEncoding";
  encode(text: string): any {
    const bytes: any = [];
    for (let i: int32 = 0; i < text.length; i++) {
      let unit: int32 = str_char_code_at(text, i);
      if (unit >= 0xd800 && unit < 0xe000 && !isPaired(text, i)) unit = replacement;
      bytes.push(unit & 255);
      bytes.push(unit >> 8);
    }
    return bytes;
  }
  decode(bytes: any, start: int32, end: int32): any {
    const units: any = [];
    for (let at: int32 = start; at + 1 < end; at += 2) units.push(str_from_char_code(bytes[at] | (bytes[at + 1] << 8)));
    if (((end - start) & 1) !== 0) units.push("\ufffd");
    const text: string = str_join(units, "");
    return units.map((unit: string, i: int32) => (unit >= "\ud800" && unit < "\ue000" && !isPaired(text, i) ? "\ufffd" : unit));
  }
}

/** Whether a surrogate has its other half. */
function isPaired(text: string, at: int32): boolean {
  if (str_char_code_at(text, at) < 0xdc00) return str_code_point_at(text, at) >= 0x10000;
  return at > 0 && str_code_point_at(text, at - 1) >= 0x10000;
}

class AsciiEncoding extends Encoding {
  static readonly $type: string = "System.Text.ASCIIEncoding";
  encode(text: string): any {
    const bytes: any = [];
    for (let i: int32 = 0; i < text.length; i++) bytes.push(str_char_code_at(text, i) < 128 ? str_char_code_at(text, i) : 63);
    return bytes;
  }
  decode(bytes: any, start: int32, end: int32): any {
    const parts: any = [];
    for (let at: int32 = start; at < end; at++) parts.push(bytes[at] < 128 ? str_from_char_code(bytes[at]) : "?");
    return parts;
  }
}

const utf8: any = new Utf8Encoding();
const utf16: any = new Utf16Encoding();
const ascii: any = new AsciiEncoding();

export const get_UTF8 = (): any => utf8;
export const get_Unicode = (): any => utf16;
export const get_ASCII = (): any => ascii;
