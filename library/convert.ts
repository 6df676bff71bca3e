// Members of System.Convert that Fable refuses; fable-bridge/prelude/instead.ts names them.
import { bigint_as_uint_n, bigint_of, bigint_to_string, boxed_value, str_char_code_at, str_join } from "fusabi:builtin";
import { checkMost, checkNotNegative, checkNotNull } from "./argument-checks.ts";
import { ArgumentException, FormatException, InvalidCastException } from "./exceptions.ts";
import { parseBool } from "./number-parse.ts";
import type { TypeInfo } from "./type-info.ts";
import { is_type, isValueType, typeTextOf } from "./type-test.ts";
import { dotnetName, parseType } from "./type-text.ts";

/** The bytes of which Convert makes a text: some of an array. */
export function checkBytes(bytes: any, offset: int32, length: int32): void {
  checkNotNull(bytes, "inArray");
  checkNotNegative(length, "length");
  checkNotNegative(offset, "offset");
  checkMost(offset, bytes.length - length, "offset");
}

const hexText = (bytes: any, digits: string, offset: any, length: any): string => {
  checkNotNull(bytes, "inArray");
  const start: int32 = offset ?? 0;
  const count: int32 = length ?? bytes.length;
  checkBytes(bytes, start, count);
  const parts: any = [];
  for (let i: int32 = start; i < start + count; i++) {
    parts.push(digits[bytes[i] >> 4]);
    parts.push(digits[bytes[i] & 15]);
  }
  return str_join(parts, "");
};
export const toHexString = (bytes: any, offset?: any, length?: any): string => hexText(bytes, "0123456789ABCDEF", offset, length);
export const toHexStringLower = (bytes: any, offset?: any, length?: any): string => hexText(bytes, "0123456789abcdef", offset, length);

export function fromHexString(text: any): Uint8Array {
  checkNotNull(text, "s");
  if ((text.length & 1) !== 0) throw new FormatException("The input is not a valid hex string as its length is not a multiple of 2.");
  const bytes: Uint8Array = new Uint8Array(text.length >> 1);
  for (let i: int32 = 0; i < bytes.length; i++) {
    const byte: int32 = hexByte(text, 2 * i);
    if (byte < 0) throw new FormatException("The input is not a valid hex string as it contains a non-hex character.");
    bytes[i] = byte;
  }
  return bytes;
}

/** The byte of two hexadecimal digits, negative where they are none. */
export const hexByte = (text: string, at: int32): int32 => (hexDigit(text, at) << 4) | hexDigit(text, at + 1);

function hexDigit(text: string, at: int32): int32 {
  const code: int32 = str_char_code_at(text, at);
  if (code >= 48 && code <= 57) return code - 48;
  const letter: int32 = code | 32;
  return letter >= 97 && letter <= 102 ? letter - 87 : -1;
}

/** Of a text, a bool or a number. */
export function toBoolean(value: any): boolean {
  if (value == null) return false;
  if (typeof value === "string") return parseBool(value);
  const held: any = boxed_value(value);
  if (typeof held === "string") return failConversion(value, "Boolean");
  return typeof held === "boolean" ? held : held != 0;
}

/** Convert.ChangeType of null. */
export function changeNull(type: TypeInfo): any {
  if (isValueType(type.node.name) || type.node.name === "System.DateTime") throw new InvalidCastException("Null object cannot be converted to a value type.");
  return null;
}

/** Between types that .NET knows, none of whose values becomes the other. */
export function failBetween(source: string, target: string): any {
  throw new InvalidCastException("Invalid cast from '" + source + "' to '" + target + "'.");
}

/** An object that is neither null nor a text becomes no date. */
export function failDate(value: any): any {
  const name: string = dotnetName(parseType(typeTextOf(value)));
  return isValueType(typeTextOf(value)) ? failBetween(name.slice(7), "DateTime") : failConversion(value, "DateTime");
}

/** `Convert.ToString(number, base)`: negative numbers as a two's complement. */
export function radixText(value: any, radix: int32, bits: int32): string {
  if (radix !== 2 && radix !== 8 && radix !== 10 && radix !== 16) throw new ArgumentException("Invalid Base.");
  const whole: any = bigint_of(value);
  return bigint_to_string(radix === 10 ? whole : bigint_as_uint_n(bits, whole), radix);
}

/** Of an object that has no value of the type. */
export function failConversion(value: any, target: string): any {
  const name: string = dotnetName(parseType(typeTextOf(value)));
  if (is_type(value, "System.IConvertible")) return failBetween(name.slice(7), target);
  throw new InvalidCastException("Unable to cast object of type '" + name + "' to type 'System.IConvertible'.");
}
