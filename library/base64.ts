// Convert.ToBase64String and back.
import { str_char_code_at, str_from_char_code, str_index_of, str_join } from "fusabi:builtin";
import { checkNotNull } from "./argument-checks.ts";
import { checkBytes } from "./convert.ts";
import { FormatException } from "./exceptions.ts";

const alphabet: string = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/";

/** Of all bytes, or of `length` of them; the place of `offset` may be that of options, which are about lines. */
export function toBase64String(bytes: any, offset?: any, length?: any): string {
  if (length !== undefined) {
    checkBytes(bytes, offset, length);
    return toBase64String(bytes.slice(offset, offset + length));
  }
  checkNotNull(bytes, "inArray");
  const parts: any = [];
  const count: int32 = bytes.length;
  for (let i: int32 = 0; i < count; i += 3) {
    const left: int32 = count - i;
    const a: int32 = bytes[i];
    const b: int32 = left > 1 ? bytes[i + 1] : 0;
    const c: int32 = left > 2 ? bytes[i + 2] : 0;
    parts.push(alphabet[a >> 2], alphabet[((a & 3) << 4) | (b >> 4)]);
    parts.push(left > 1 ? alphabet[((b & 15) << 2) | (c >> 6)] : "=", left > 2 ? alphabet[c & 63] : "=");
  }
  return str_join(parts, "");
}

const invalid = (): FormatException =>
  new FormatException(
    "The input is not a valid Base-64 string as it contains a non-base 64 character, more than two padding characters, or an illegal character among the padding characters.",
  );

export function fromBase64String(text: any): any {
  checkNotNull(text, "s");
  const digits: any = [];
  let padding: int32 = 0;
  for (let i: int32 = 0; i < text.length; i++) {
    const code: int32 = str_char_code_at(text, i);
    if (code === 32 || code === 9 || code === 10 || code === 13) continue;
    if (code === 61) {
      padding = padding + 1;
      continue;
    }
    const digit: int32 = str_index_of(alphabet, str_from_char_code(code), 0);
    if (digit < 0 || padding > 0) throw invalid();
    digits.push(digit);
  }
  const count: int32 = digits.length;
  if (padding > 2 || ((count + padding) & 3) !== 0) throw invalid();
  const result: any = new Uint8Array((count * 3) >> 2);
  let at: int32 = 0;
  let bits: int32 = 0;
  for (let i: int32 = 0; i < count; i++) {
    const digit: int32 = digits[i];
    bits = ((bits << 6) | digit) & 0xffffff;
    const place: int32 = i & 3;
    if (place > 0) {
      result[at] = (bits >> (6 - place * 2)) & 255;
      at = at + 1;
    }
  }
  return result;
}
