// The specifiers of printf's format strings (`%-5d`, `%08.3f`, `%A`): reading them, and the text of a value for one of them.
import { bigint_to_string, boxed_type, boxed_value, number_to_string, str_char_code_at, str_pad_end, str_pad_start, str_slice, value_class } from "fusabi:builtin";
import { outOfRange } from "./argument-checks.ts";
import { ArgumentException } from "./exceptions.ts";
import { formatValue } from "./format-composite.ts";
import { formatNumber, isNumberType, numberTypeOf, unsignedText } from "./format-number.ts";
import { formatStructured, pageWidth, sizeLimit } from "./format-structured.ts";
import { toStringOf } from "./format-text.ts";
import { type TypeNode, unknownType } from "./type-text.ts";

/** Width or precision that comes as an argument, and one that is not there. */
export const starred: int32 = -1;
export const missing: int32 = -2;

const defaultPrecision: int32 = 6;
const mostPrecision: int32 = 99;

/** One specifier and the text before it. */
export class Specifier {
  prefix: string;
  letter: string = "";
  left: boolean = false;
  zeros: boolean = false;
  plus: boolean = false;
  space: boolean = false;
  width: int32 = -2;
  precision: int32 = -2;
  /** .NET format of an interpolation hole `%P(F2)`. */
  format: string = "";
  type: TypeNode = unknownType;
  /** Neither flags nor width nor precision. */
  plain: boolean = true;
  constructor(prefix: string) {
    this.prefix = prefix;
  }

  /** Arguments it takes: one for each star, two for `%a`. */
  get arity(): int32 {
    let count: int32 = this.letter === "a" ? 2 : this.letter === "%" ? 0 : 1;
    if (this.width === starred) count = count + 1;
    if (this.precision === starred) count = count + 1;
    return count;
  }
}

/** Reads a format string into specifiers; `tail` is the text behind the last one. */
export class SpecifierReader {
  text: string;
  at: int32 = 0;
  tail: string = "";
  specifiers: any = [];

  constructor(text: string) {
    this.text = text;
  }

  readAll(): void {
    let literal: string = "";
    const text: string = this.text;
    while (this.at < text.length) {
      const mark: int32 = text.indexOf("%", this.at);
      if (mark < 0) break;
      literal = literal + str_slice(text, this.at, mark);
      this.at = mark + 1;
      if (this.at >= text.length) throw new ArgumentException("Missing format specifier");
      const specifier: Specifier = this.read(literal);
      if (specifier.letter === "%" && specifier.arity === 0) literal = literal + "%";
      else {
        this.specifiers.push(specifier);
        literal = "";
      }
    }
    this.tail = literal + str_slice(text, this.at, undefined);
  }

  peek(): string {
    return this.at < this.text.length ? this.text[this.at] : "";
  }

  readNumber(): int32 {
    let result: int32 = 0;
    while (this.at < this.text.length) {
      const digit: int32 = str_char_code_at(this.text, this.at) - 48;
      if (digit < 0 || digit > 9) break;
      result = result * 10 + digit;
      this.at = this.at + 1;
    }
    return result;
  }

  readSize(): int32 {
    const c: string = this.peek();
    if (c === "*") {
      this.at = this.at + 1;
      return starred;
    }
    return c >= "0" && c <= "9" ? this.readNumber() : missing;
  }

  read(prefix: string): Specifier {
    const result: Specifier = new Specifier(prefix);
    const start: int32 = this.at;
    let flags: boolean = true;
    while (flags) {
      switch (this.peek()) {
        case "-":
          result.left = true;
          break;
        case "0":
          result.zeros = true;
          break;
        case "+":
          result.plus = true;
          break;
        case " ":
          result.space = true;
          break;
        default:
          flags = false;
          break;
      }
      if (flags) this.at = this.at + 1;
    }
    result.width = this.readSize();
    if (this.peek() === ".") {
      this.at = this.at + 1;
      result.precision = this.readSize();
    }
    result.plain = this.at === start;
    result.letter = this.peek();
    this.at = this.at + 1;
    this.readHole(result);
    return result;
  }

  /** Interpolated strings: `%P(F2)` is a hole by itself, `%P()` follows another specifier. */
  readHole(result: Specifier): void {
    const text: string = this.text;
    if (result.letter === "P") {
      const end: int32 = this.peek() === "(" ? text.indexOf(")", this.at) : -1;
      if (end < 0) return;
      result.format = str_slice(text, this.at + 1, end);
      this.at = end + 1;
    } else if (text.startsWith("%P()", this.at)) this.at = this.at + 4;
  }
}

/** The text of a value; width and precision as given or as they came by star. */
export function formatArgument(s: Specifier, value: any, width: int32, precision: int32): string {
  switch (s.letter) {
    case "d":
    case "i":
      if (s.plain && value_class(value) === 3) return number_to_string(value, 10);
      return integer(s, value, width);
    case "s":
      return pad(s, value == null ? "" : typeof value === "string" ? value : toStringOf(value, s.type), width);
    case "f":
    case "F":
    case "e":
    case "E":
    case "g":
    case "G":
    case "M":
      return float(s, value, width, precision);
    case "u":
    case "x":
    case "X":
    case "o":
    case "B":
      return integer(s, value, width);
    case "b":
      return pad(s, boxed_value(value) ? "true" : "false", width);
    case "c":
      return pad(s, boxed_value(value), width);
    case "O":
      return pad(s, isNull(value, s.type) ? "<null>" : toStringOf(value, s.type), width);
    case "A":
      return formatStructured(value, s.type, s.zeros ? 0 : width >= 0 ? width : pageWidth, precision >= 0 ? precision : sizeLimit);
    case "P":
      if (isNull(value, s.type)) return pad(s, "", width);
      return pad(s, s.format === "" ? toStringOf(value, s.type) : formatValue(value, s.type, s.format), width);
    default:
      throw new ArgumentException("Bad format specifier");
  }
}

const isNull = (value: any, type: TypeNode): boolean => value == null && type.name !== "voption";

/** The type whose digits a value has: the declared one, or what the value tells. */
function numberType(s: Specifier, value: any): string {
  if (value_class(value) === 11) return boxed_type(value);
  if (isNumberType(s.type.name)) return s.type.name;
  const type: string = numberTypeOf(value);
  return type === "float64" && "diuxXoB".includes(s.letter) ? (value > 2147483647 ? "uint32" : "int32") : type;
}

const checkWidth = (width: int32): void => {
  if (width < 0) throw outOfRange("totalWidth", width, "totalWidth ('" + width + "') must be a non-negative value.");
};

function padText(text: string, width: int32, left: boolean, filler: string): string {
  checkWidth(width);
  return left ? str_pad_end(text, width, filler) : str_pad_start(text, width, filler);
}

const pad = (s: Specifier, text: string, width: int32): string => (s.width === missing ? text : padText(text, width, s.left, " "));

function integerText(letter: string, value: any, type: string): string {
  switch (letter) {
    case "u":
      return unsignedText(value, type, 10);
    case "x":
      return unsignedText(value, type, 16);
    case "X":
      return unsignedText(value, type, 16).toUpperCase();
    case "o":
      return unsignedText(value, type, 8);
    case "B":
      return unsignedText(value, type, 2);
    default:
      return value_class(value) === 3 ? number_to_string(value, 10) : bigint_to_string(value, 10);
  }
}

function integer(s: Specifier, argument: any, width: int32): string {
  const value: any = boxed_value(argument);
  const text: string = integerText(s.letter, value, numberType(s, argument));
  const positive: boolean = (s.letter !== "d" && s.letter !== "i") || text[0] !== "-";
  if (s.width === missing) return positive ? sign(s) + text : text;
  if (s.left) return padText(positive ? sign(s) + text : text, width, true, " ");
  return rightAligned(s, text, positive, width);
}

const sign = (s: Specifier): string => (s.plus ? "+" : s.space ? " " : "");

/** Zeros go between sign and digits. */
function rightAligned(s: Specifier, text: string, positive: boolean, width: int32): string {
  if (!s.zeros) return padText(positive ? sign(s) + text : text, width, false, " ");
  if (positive) {
    const mark: string = sign(s);
    if (width === 0) return mark + text;
    return mark + padText(text, width - mark.length, false, "0");
  }
  if (text[0] !== "-") return padText(text, width, false, "0");
  const digits: string = str_slice(text, 1, undefined);
  return width === 0 ? text : "-" + padText(digits, width - 1, false, "0");
}

function float(s: Specifier, argument: any, width: int32, precision: int32): string {
  const type: string = numberType(s, argument);
  const value: any = boxed_value(argument);
  const places: int32 = precision === missing ? defaultPrecision : precision < 0 ? 0 : precision > mostPrecision ? mostPrecision : precision;
  const text: string = formatNumber(value, type, s.letter === "M" ? "G" : s.letter + places);
  if (s.plain) return text;
  const isNumber: boolean = type === "decimal" || value - value === 0;
  // a negative zero counts as positive, so that its sign stays with its digits
  const positive: boolean = type === "decimal" ? text[0] !== "-" : value >= 0;
  if (s.width === missing) return isNumber && positive ? sign(s) + text : text;
  if (!isNumber) return padText(text, width, s.left, " ");
  if (!s.left) return rightAligned(s, text, positive, width);
  const general: boolean = s.letter === "g" || s.letter === "G" || s.letter === "M";
  const whole: boolean = general && !text.includes(".");
  return padText(positive ? sign(s) + text : text, width, true, s.zeros && !whole ? "0" : " ");
}
