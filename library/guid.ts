// System.Guid: its text in format D, in lower case.
import { number_parse, number_to_string, str_slice } from "fusabi:builtin";
import { ArgumentException, ArgumentNullException, FormatException } from "./exceptions.ts";
import { Math_random } from "./platform-host.ts";

const empty: string = "00000000-0000-0000-0000-000000000000";

function isHexadecimal(text: string): boolean {
  for (let i: int32 = 0; i < text.length; i++) if (!"0123456789abcdef".includes(text[i])) return false;
  return true;
}
const withDashes = (digits: string): string =>
  str_slice(digits, 0, 8) + "-" + str_slice(digits, 8, 12) + "-" + str_slice(digits, 12, 16) + "-" + str_slice(digits, 16, 20) + "-" + str_slice(digits, 20, 32);

/** The guid in any of the formats N, D, B, P, X; undefined where the text is none. */
function read(source: string): any {
  let text: string = source.trim().toLowerCase();
  const last: int32 = text.length - 1;
  if (text.startsWith("{0x")) {
    text = text.replaceAll("{", "").replaceAll("}", "");
    const widths: any = [8, 4, 4, 2, 2, 2, 2, 2, 2, 2, 2];
    const parts: any = text.split(",");
    let digits: string = "";
    if (parts.length !== widths.length) return undefined;
    for (let i: int32 = 0; i < parts.length; i++) {
      const part: string = parts[i].trim();
      if (!part.startsWith("0x")) return undefined;
      digits = digits + part.slice(2).padStart(widths[i], "0");
    }
    return digits.length === 32 && isHexadecimal(digits) ? withDashes(digits) : undefined;
  }
  if (last > 0 && ((text[0] === "{" && text[last] === "}") || (text[0] === "(" && text[last] === ")"))) text = str_slice(text, 1, last);
  if (text.length === 32) return isHexadecimal(text) ? withDashes(text) : undefined;
  if (text.length !== 36 || text[8] !== "-" || text[13] !== "-" || text[18] !== "-" || text[23] !== "-") return undefined;
  const digits: string = text.replaceAll("-", "");
  return digits.length === 32 && isHexadecimal(digits) ? text : undefined;
}

export function parse(text: any): string {
  if (text == null) throw new ArgumentNullException("input");
  const guid: any = read(text);
  if (guid === undefined) {
    const dashed: boolean = text.includes("-");
    throw new FormatException(dashed ? "Guid should contain 32 digits with 4 dashes (xxxxxxxx-xxxx-xxxx-xxxx-xxxxxxxxxxxx)." : "Unrecognized Guid format.");
  }
  return guid;
}
export function tryParse(text: any, result: any): boolean {
  const guid: any = text == null ? undefined : read(text);
  result.contents = guid ?? empty;
  return guid !== undefined;
}

export function toString(guid: string, format?: any, _provider?: any): string {
  switch (format ?? "D") {
    case "":
    case "D":
    case "d":
      return guid;
    case "N":
    case "n":
      return guid.replaceAll("-", "");
    case "B":
    case "b":
      return "{" + guid + "}";
    case "P":
    case "p":
      return "(" + guid + ")";
    case "X":
    case "x": {
      const digits: string = guid.replaceAll("-", "");
      const bytes: any = [];
      for (let i: int32 = 16; i < 32; i = i + 2) bytes.push("0x" + str_slice(digits, i, i + 2));
      return "{0x" + str_slice(digits, 0, 8) + ",0x" + str_slice(digits, 8, 12) + ",0x" + str_slice(digits, 12, 16) + ",{" + bytes.join(",") + "}}";
    }
    default:
      throw new FormatException('Format string can be only "D", "d", "N", "n", "P", "p", "B", "b", "X" or "x".');
  }
}

const hexadecimal = (value: int32): string => str_slice(number_to_string(256 + value, 16), 1, undefined);

export function newGuid(): string {
  let digits: string = "";
  for (let i: int32 = 0; i < 16; i++) {
    let byte: int32 = Math.floor(Math_random() * 256) | 0;
    if (i === 6) byte = (byte & 15) | 64;
    if (i === 8) byte = (byte & 63) | 128;
    digits = digits + hexadecimal(byte);
  }
  return withDashes(digits);
}

/** Where the bytes of a guid stand in its digits: the first three groups are little-endian. */
const places: any = [3, 2, 1, 0, 5, 4, 7, 6, 8, 9, 10, 11, 12, 13, 14, 15];

export function guidToArray(guid: string): any {
  const digits: string = guid.replaceAll("-", "");
  const bytes: any = new Uint8Array(16);
  for (let i: int32 = 0; i < 16; i++) bytes[i] = number_parse("0x" + str_slice(digits, 2 * places[i], 2 * places[i] + 2));
  return bytes;
}
export function arrayToGuid(bytes: any): string {
  if (bytes == null) throw new ArgumentNullException("b");
  if (bytes.length !== 16) throw new ArgumentException("Byte array for Guid must be exactly 16 bytes long.", "b");
  let digits: string = "";
  for (let i: int32 = 0; i < 16; i++) digits = digits + hexadecimal(bytes[places[i]]);
  return withDashes(digits);
}
