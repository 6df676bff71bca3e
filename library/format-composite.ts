// .NET's composite formats: `String.Format("{0,10:F2}", x)`.
import { array_type, boxed_type, boxed_value, object_has, str_char_code_at, str_join, str_pad_end, str_pad_start, str_slice, value_class } from "fusabi:builtin";
import { enumText, flagsText, isEnum } from "./enum-names.ts";
import { ArgumentNullException, FormatException } from "./exceptions.ts";
import { formatNumber, isNumberType, numberTypeOf } from "./format-number.ts";
import { timeText, toStringOf } from "./format-text.ts";
import { toString as guidText } from "./guid.ts";
import { objectType, parseType, type TypeNode } from "./type-text.ts";

/** `x.ToString(format)` of a value of the F# type: what has no formats prints as it does without. */
export function formatValue(x: any, type: TypeNode, format: string): string {
  switch (value_class(x)) {
    case 0:
    case 1:
      return "";
    case 3:
    case 4:
      if (isNumberType(type.name)) return formatNumber(x, type.name, format);
      if (!isEnum(type.name)) return timeText(x, type.name, format) ?? formatNumber(x, "", format);
      if (format === "F" || format === "f") return flagsText(type.name, x);
      return format === "G" || format === "g" ? enumText(type.name, x) : formatNumber(x, "int32", format === "X" ? "X8" : format);
    case 5:
      return type.name === "System.Guid" ? guidText(x, format) : x;
    case 11:
      return formatValue(boxed_value(x), parseType(boxed_type(x)), format);
    case 15:
      if (isNumberType(type.name)) return formatNumber(x, type.name, format);
      if (numberTypeOf(x) !== "") return formatNumber(x, "", format);
      return object_has(x, "toFormat") ? x.toFormat(format) : formatObject(x, type, format);
    default:
      return formatObject(x, type, format);
  }
}

const formatObject = (x: any, type: TypeNode, format: string): string =>
  object_has(x, "System.IFormattable.ToString7B5A0AFE") ? x["System.IFormattable.ToString7B5A0AFE"](format, undefined) : toStringOf(x, type);

/** `x.ToString(format)`, `x.ToString(provider)` or `x.ToString(format, provider)` by the text of the type. */
export function format_typed(type: string, x: any, format: any, _provider?: any): string {
  return typeof format === "string" && format !== "" ? formatValue(x, parseType(type), format) : toStringOf(x, parseType(type));
}

const indexLimit: int32 = 1000000;
const openBrace: int32 = 123;
const closeBrace: int32 = 125;
const blank: int32 = 32;

const ending: string = "Format item ends prematurely.";
const digitExpected: string = "Expected an ASCII digit.";
const strayBrace: string = "Unexpected closing brace without a corresponding opening brace.";

class CompositeFormatter {
  text: string;
  args: any;
  at: int32 = 0;
  parts: any = [];
  /** The unit behind the number just read. */
  last: int32 = 0;

  constructor(text: string, args: any) {
    this.text = text;
    this.args = args;
  }

  fail(reason: string): FormatException {
    return new FormatException("Input string was not in a correct format. Failure to parse near offset " + this.at + ". " + reason);
  }

  /** The next unit; there must be one. */
  next(): int32 {
    this.at = this.at + 1;
    if (this.at >= this.text.length) throw this.fail(ending);
    return str_char_code_at(this.text, this.at);
  }

  skipBlanks(first: int32): int32 {
    let c: int32 = first;
    while (c === blank) c = this.next();
    return c;
  }

  /** The number that starts with the unit given; `at` stays on the unit behind it. */
  readNumber(first: int32): int32 {
    let c: int32 = first;
    if (c < 48 || c > 57) throw this.fail(digitExpected);
    let result: int32 = c - 48;
    c = this.next();
    while (c >= 48 && c <= 57 && result < indexLimit) {
      result = result * 10 + (c - 48);
      c = this.next();
    }
    this.last = this.skipBlanks(c);
    return result;
  }

  /** Text up to the next brace; whether an item follows, `at` being on its first unit. */
  readLiteral(): boolean {
    const text: string = this.text;
    const start: int32 = this.at;
    let end: int32 = start;
    while (end < text.length) {
      const c: int32 = str_char_code_at(text, end);
      if (c === openBrace || c === closeBrace) break;
      end = end + 1;
    }
    if (end > start) this.parts.push(str_slice(text, start, end));
    this.at = end;
    if (end >= text.length) return false;
    const brace: int32 = str_char_code_at(text, end);
    const after: int32 = this.next();
    if (brace === after) {
      this.parts.push(text[end]);
      this.at = this.at + 1;
      return this.readLiteral();
    }
    if (brace === closeBrace) throw this.fail(strayBrace);
    return true;
  }

  readItem(): void {
    const index: int32 = this.readNumber(str_char_code_at(this.text, this.at));
    let left: boolean = false;
    let width: int32 = 0;
    let format: string = "";
    if (this.text[this.at] === ",") {
      let c: int32 = this.skipBlanks(this.next());
      if (c === 45) {
        left = true;
        c = this.next();
      }
      width = this.readNumber(c);
    }
    if (this.last !== closeBrace) {
      if (this.text[this.at] !== ":") throw this.fail(ending);
      const start: int32 = this.at + 1;
      let c: int32 = this.next();
      while (c !== closeBrace) {
        if (c === openBrace) throw this.fail(ending);
        c = this.next();
      }
      format = str_slice(this.text, start, this.at);
    }
    this.at = this.at + 1;
    if (index >= this.args.length) {
      throw new FormatException("Index (zero based) must be greater than or equal to zero and less than the size of the argument list.");
    }
    const value: any = this.args[index];
    const text: string = format === "" ? toStringOf(value, objectType) : formatValue(value, objectType, format);
    this.parts.push(left ? str_pad_end(text, width, " ") : str_pad_start(text, width, " "));
  }

  run(): string {
    while (this.readLiteral()) this.readItem();
    return str_join(this.parts, "");
  }
}

export function formatComposite(text: any, args: any): string {
  if (text == null) throw new ArgumentNullException("format");
  return new CompositeFormatter(text, args).run();
}

/** `String.Format`; a format provider may come first and is always the invariant culture. */
export function format(text: any, ...args: any): string {
  if (text == null || typeof text === "string") return formatComposite(text, spread(args));
  return formatComposite(args[0], spread(args.slice(1)));
}

/** More than three arguments come as an array of obj; any other array is an argument. */
const spread = (args: any): any => (args.length === 1 && value_class(args[0]) === 6 && (array_type(args[0]) === "" || array_type(args[0]) === "array<obj>") ? args[0] : args);
