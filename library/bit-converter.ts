// System.BitConverter, little-endian.
import {
  bigint_as_int_n,
  bigint_as_uint_n,
  bigint_of,
  bigint_to_number,
  number_from_bits,
  number_from_bits_f32,
  number_to_bits,
  number_to_bits_f32,
  number_to_string,
  str_char_code_at,
  str_from_char_code,
} from "fusabi:builtin";
import { failIndex } from "./argument-checks.ts";
import { ArgumentException, ArgumentNullException } from "./exceptions.ts";

function bytesOf(bits: any, count: int32): any {
  const bytes: any = new Uint8Array(count);
  let rest: any = bits;
  for (let i: int32 = 0; i < count; i++) {
    bytes[i] = bigint_to_number(bigint_as_uint_n(8, rest));
    rest = rest >> 8n;
  }
  return bytes;
}

/** The bits of some bytes from an index on, unsigned. */
function bitsAt(bytes: any, start: int32, count: int32): any {
  if (bytes == null) throw new ArgumentNullException("value");
  if (start < 0 || start >= bytes.length) failIndex("startIndex", "or equal to ");
  if (start > bytes.length - count) throw new ArgumentException("The array starting from the specified index is not long enough to read a value of the specified type.", "value");
  let bits: any = 0n;
  for (let i: int32 = count - 1; i >= 0; i--) bits = (bits << 8n) | bigint_of(bytes[start + i]);
  return bits;
}

export function isLittleEndian(): boolean {
  return true;
}
export function getBytesBoolean(value: boolean): any {
  return bytesOf(value ? 1n : 0n, 1);
}
export function getBytesChar(value: any): any {
  return bytesOf(bigint_of(str_char_code_at(value, 0)), 2);
}
export function getBytesInt16(value: any): any {
  return bytesOf(bigint_of(value), 2);
}
export function getBytesInt32(value: any): any {
  return bytesOf(bigint_of(value), 4);
}
export function getBytesInt64(value: any): any {
  return bytesOf(value, 8);
}
export { getBytesInt16 as getBytesUInt16, getBytesInt32 as getBytesUInt32, getBytesInt64 as getBytesUInt64 };
export function getBytesSingle(value: any): any {
  return bytesOf(bigint_of(number_to_bits_f32(value)), 4);
}
export function getBytesDouble(value: any): any {
  return bytesOf(number_to_bits(value), 8);
}
export function int64BitsToDouble(value: any): any {
  return number_from_bits(value);
}
export function doubleToInt64Bits(value: any): any {
  return number_to_bits(value);
}

const signedAt = (bytes: any, start: int32, count: int32): any => bigint_as_int_n(8 * count, bitsAt(bytes, start, count));

export function toBoolean(bytes: any, start: int32): boolean {
  return bitsAt(bytes, start, 1) !== 0n;
}
export function toChar(bytes: any, start: int32): any {
  return str_from_char_code(bigint_to_number(bitsAt(bytes, start, 2)) | 0);
}
export function toInt16(bytes: any, start: int32): any {
  return bigint_to_number(signedAt(bytes, start, 2));
}
export function toInt32(bytes: any, start: int32): any {
  return bigint_to_number(signedAt(bytes, start, 4));
}
export function toInt64(bytes: any, start: int32): any {
  return signedAt(bytes, start, 8);
}
export function toUInt16(bytes: any, start: int32): any {
  return bigint_to_number(bitsAt(bytes, start, 2));
}
export function toUInt32(bytes: any, start: int32): any {
  return bigint_to_number(bitsAt(bytes, start, 4));
}
export function toUInt64(bytes: any, start: int32): any {
  return bitsAt(bytes, start, 8);
}
export function toSingle(bytes: any, start: int32): any {
  return number_from_bits_f32(bigint_to_number(signedAt(bytes, start, 4)) | 0);
}
export function toDouble(bytes: any, start: int32): any {
  return number_from_bits(signedAt(bytes, start, 8));
}

/** `01-AB`. */
export function toString(bytes: any, start?: any, count?: any): string {
  if (bytes == null) throw new ArgumentNullException("value");
  const from: int32 = start ?? 0;
  const end: int32 = count == null ? bytes.length : from + count;
  if (from < 0 || end > bytes.length) failIndex("startIndex", "or equal to ");
  const parts: any = [];
  for (let i: int32 = from; i < end; i++)
    parts.push(
      number_to_string(256 + bytes[i], 16)
        .slice(1)
        .toUpperCase(),
    );
  return parts.join("-");
}
