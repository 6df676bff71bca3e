// .NET's number formatting (invariant culture): standard format strings; custom ones are in format-custom.ts. Types are F# type texts; "" is a number of unknown type.
import { bigint_as_uint_n, bigint_to_string, number_to_string, object_type_name, str_char_code_at, str_repeat, str_slice, str_to_upper, value_class } from "fusabi:builtin";
import { FormatException } from "./exceptions.ts";
import { formatCustom } from "./format-custom.ts";
import { type Digits, float32Shortest, float64Shortest, floatDecimals, floatFixedText, floatSignificant, parseDigits, roundDigits } from "./number-digits.ts";

/** How many significant digits a shortest float may have in front of the point before it is written with an exponent. */
const float64Places: int32 = 17;
const float32Places: int32 = 9;

/** The bits of a fixed-size integer type, 0 for every other type. */
export const integerBits = (type: string): int32 => {
  switch (type) {
    case "int32":
    case "uint32":
      return 32;
    case "int64":
    case "uint64":
    case "nativeint":
    case "unativeint":
      return 64;
    case "int16":
    case "uint16":
      return 16;
    case "int8":
    case "uint8":
      return 8;
    default:
      return 0;
  }
};

export const isNumberType = (type: string): boolean => integerBits(type) !== 0 || type === "float64" || type === "float32" || type === "decimal" || type === "bigint";

/** The type that a value has by itself where its F# type is unknown; "" where it is no number. */
export const numberTypeOf = (value: any): string => {
  const valueClass: int32 = value_class(value);
  if (valueClass === 3) return "float64";
  if (valueClass === 4) {
    return value >= -9223372036854775808n && value <= 9223372036854775807n ? "int64" : "bigint";
  }
  return object_type_name(value) === "System.Decimal" ? "decimal" : "";
};

const nonFinite = (x: float64): string => {
  if (x !== x) return "NaN";
  return x > 0 ? "Infinity" : "-Infinity";
};

const isFinite = (x: float64): boolean => x - x === 0;

/** `ToString()` of a number. */
export function numberText(value: any, type: string): string {
  switch (type) {
    case "float64":
      return float64Text(value);
    case "float32":
      return float32Text(value);
    case "decimal":
      return value.toString();
    default:
      return value_class(value) === 3 ? number_to_string(value, 10) : bigint_to_string(value, 10);
  }
}

export function float64Text(x: float64): string {
  // JavaScript and .NET agree in this range
  if ((x >= 1e-4 && x < 1e17) || (x <= -1e-4 && x > -1e17)) return number_to_string(x, 10);
  if (x === 0) return 1 / x < 0 ? "-0" : "0";
  if (!isFinite(x)) return nonFinite(x);
  return general(float64Shortest(x), float64Places, "E");
}

export function float32Text(x: float64): string {
  if (!isFinite(x)) return nonFinite(x);
  return general(float32Shortest(x), float32Places, "E");
}

/** The digits of any number but a float, as they are. */
const exactDigits = (value: any, type: string): Digits => parseDigits(type === "decimal" ? value.toString() : numberText(value, type));

/** A number of unknown type that is asked for whole digits is an int32. */
const guessType = (value: any, format: string): string => {
  const type: string = numberTypeOf(value);
  const whole: boolean = type === "float64" && format !== "" && "dDxXbB".includes(format[0]) && value === Math.floor(value) && isFinite(value);
  return whole ? "int32" : type;
};

/** `value.ToString(format)` for a number of the F# type. */
export function formatNumber(value: any, type: string, format: string): string {
  if (type === "") return formatNumber(value, guessType(value, format), format);
  const isFloat: boolean = type === "float64" || type === "float32";
  if (isFloat && !isFinite(value)) return nonFinite(value);
  if (format === "") return numberText(value, type);
  const precision: int32 = readPrecision(format);
  if (precision === notStandard) return formatCustom(customDigits(value, type), format, isFloat);
  const letter: string = format[0];
  switch (str_to_upper(letter)) {
    case "D":
      return padDigits(wholeText(value, type), precision);
    case "X":
      return radixText(value, type, 16, letter === "X", precision);
    case "B":
      return radixText(value, type, 2, true, precision);
    case "F":
      if (isFloat) return floatFixedText(value, precision < 0 ? 2 : precision);
      return fixed(decimalsOf(value, type, precision < 0 ? 2 : precision), precision < 0 ? 2 : precision, false);
    case "N":
      return fixed(decimalsOf(value, type, precision < 0 ? 2 : precision), precision < 0 ? 2 : precision, true);
    case "C":
      return currency(decimalsOf(value, type, precision < 0 ? 2 : precision), precision < 0 ? 2 : precision);
    case "P":
      return percent(value, type, precision < 0 ? 2 : precision);
    case "E": {
      const places: int32 = precision < 0 ? 6 : precision;
      const d: Digits = isFloat ? floatSignificant(value, places + 1) : roundDigits(exactDigits(value, type), places + 1);
      return scientific(d, places, letter, 3);
    }
    case "G":
      return generalOf(value, type, precision, letter === "g" ? "e" : "E");
    case "R":
      if (type === "decimal" || isFloat || type === "bigint" || integerBits(type) !== 0) return numberText(value, type);
      throw new FormatException("Format specifier was invalid.");
    default:
      throw new FormatException("Format specifier was invalid.");
  }
}

const notStandard: int32 = -2;

/** The precision of a standard format, -1 where it has none, `notStandard` for a custom format. */
function readPrecision(format: string): int32 {
  const first: int32 = str_char_code_at(format, 0) | 32;
  if (first < 97 || first > 122 || str_char_code_at(format, 0) < 65) return notStandard;
  if (format.length === 1) return -1;
  let result: int32 = 0;
  for (let i: int32 = 1; i < format.length; i++) {
    const digit: int32 = str_char_code_at(format, i) - 48;
    if (digit < 0 || digit > 9) return notStandard;
    if (result >= 100000000) throw new FormatException("Format specifier was invalid.");
    result = result * 10 + digit;
  }
  return result;
}

/** Text of a whole number; "D" and "X" refuse every other one. */
function wholeText(value: any, type: string): string {
  if (type === "float64" || type === "float32" || type === "decimal") {
    throw new FormatException("Format specifier was invalid.");
  }
  return value_class(value) === 3 ? number_to_string(value, 10) : bigint_to_string(value, 10);
}

/** Zeros between sign and digits up to this many digits. */
function padDigits(text: string, count: int32): string {
  const negative: boolean = text[0] === "-";
  const digits: string = negative ? str_slice(text, 1, undefined) : text;
  if (digits.length >= count) return text;
  return (negative ? "-" : "") + str_repeat("0", count - digits.length) + digits;
}

function radixText(value: any, type: string, radix: int32, upper: boolean, precision: int32): string {
  wholeText(value, type);
  let text: string = "";
  if (type === "bigint") text = bigRadixText(value, radix, precision);
  else text = unsignedText(value, type, radix);
  if (text.length < precision) text = str_repeat("0", precision - text.length) + text;
  return upper ? str_to_upper(text) : text;
}

/** Digits of the two's complement of an integer in the bits of its type. */
export function unsignedText(value: any, type: string, radix: int32): string {
  if (value_class(value) === 4) return bigint_to_string(bigint_as_uint_n(64, value), radix);
  const x: float64 = value;
  if (x >= 0) return number_to_string(x, radix);
  const bits: int32 = integerBits(type);
  return number_to_string(x + (bits === 8 ? 256 : bits === 16 ? 65536 : 4294967296), radix);
}

/** A bigint's two's complement in as few digits as keep its sign: 255 is 0FF, -1 is F. */
function bigRadixText(value: any, radix: int32, precision: int32): string {
  const one: any = 1n;
  const unit: int32 = radix === 16 ? 4 : 1;
  if (value >= 0n) {
    const text: string = bigint_to_string(value, radix);
    const first: string = text[0];
    return (radix === 2 && first === "1") || first >= "8" ? "0" + text : text;
  }
  const below: any = -value - one;
  let count: int32 = bigint_to_string(below, radix).length;
  const first: string = bigint_to_string(below, radix)[0];
  if (radix === 16 ? first >= "8" : first === "1") count = count + 1;
  const text: string = bigint_to_string(bigint_as_uint_n(count * unit, value), radix);
  return text.length < precision ? str_repeat(radix === 16 ? "f" : "1", precision - text.length) + text : text;
}

function decimalsOf(value: any, type: string, places: int32): Digits {
  if (type === "float64" || type === "float32") return floatDecimals(value, places);
  const d: Digits = exactDigits(value, type);
  const rounded: Digits = roundDigits(d, d.point + places);
  // Only floats have a negative zero.
  if (rounded.text === "") rounded.negative = false;
  return rounded;
}

/** .NET's custom formats see at most 15 digits of a float64 and 7 of a float32. */
function customDigits(value: any, type: string): Digits {
  if (type === "float64") return floatSignificant(value, 15);
  if (type === "float32") return floatSignificant(value, 7);
  return exactDigits(value, type);
}

/** Digits in front of the point, at least one. */
const wholePart = (d: Digits): string => {
  if (d.point <= 0) return "0";
  if (d.point >= d.text.length) return d.text + str_repeat("0", d.point - d.text.length);
  return str_slice(d.text, 0, d.point);
};

/** Exactly `places` digits behind the point. */
const fraction = (d: Digits, places: int32): string => {
  let text: string = "";
  if (d.point < 0) text = str_repeat("0", -d.point < places ? -d.point : places) + d.text;
  else if (d.point < d.text.length) text = str_slice(d.text, d.point, undefined);
  if (text.length >= places) return str_slice(text, 0, places);
  return text + str_repeat("0", places - text.length);
};

export const groupThousands = (digits: string): string => {
  if (digits.length <= 3) return digits;
  let at: int32 = digits.length % 3;
  let result: string = str_slice(digits, 0, at);
  while (at < digits.length) {
    result = result === "" ? str_slice(digits, at, at + 3) : result + "," + str_slice(digits, at, at + 3);
    at = at + 3;
  }
  return result;
};

const magnitude = (d: Digits, places: int32, grouped: boolean): string => {
  const whole: string = grouped ? groupThousands(wholePart(d)) : wholePart(d);
  return places > 0 ? whole + "." + fraction(d, places) : whole;
};

const fixed = (d: Digits, places: int32, grouped: boolean): string => (d.negative ? "-" : "") + magnitude(d, places, grouped);

const currency = (d: Digits, places: int32): string => {
  const text: string = "¤" + magnitude(d, places, true);
  return d.negative ? "(" + text + ")" : text;
};

function percent(value: any, type: string, places: int32): string {
  const d: Digits = decimalsOf(value, type, places + 2);
  if (d.text !== "") d.point = d.point + 2;
  return fixed(d, places, true) + " %";
}

/** `E+05`, `e-012`: at least `width` digits. */
export const exponentText = (letter: string, exponent: int32, width: int32): string => {
  const digits: string = number_to_string(exponent < 0 ? -exponent : exponent, 10);
  const zeros: string = digits.length < width ? str_repeat("0", width - digits.length) : "";
  return letter + (exponent < 0 ? "-" : "+") + zeros + digits;
};

/** `-1.2300E+005`: one digit, `places` behind the point (all there are where it is negative), the exponent. */
function scientific(d: Digits, places: int32, letter: string, width: int32): string {
  const exponent: int32 = d.text === "" ? 0 : d.point - 1;
  let digits: string = d.text === "" ? "0" : d.text;
  if (digits.length <= places) digits = digits + str_repeat("0", places + 1 - digits.length);
  const sign: string = d.negative ? "-" : "";
  const tail: string = exponentText(letter, exponent, width);
  return digits.length > 1 ? sign + digits[0] + "." + str_slice(digits, 1, undefined) + tail : sign + digits + tail;
}

/** Plain digits, or an exponent where more than `places` digits stand in front of the point or four zeros behind it. */
function general(d: Digits, places: int32, letter: string): string {
  if (d.text !== "" && (d.point > places || d.point < -3)) return scientific(d, -1, letter, 2);
  const behind: int32 = d.text.length - d.point;
  return fixed(d, d.text === "" || behind < 0 ? 0 : behind, false);
}

function generalOf(value: any, type: string, precision: int32, letter: string): string {
  if (type === "bigint") return padDigits(numberText(value, type), precision);
  if (precision > 0) {
    const isFloat: boolean = type === "float64" || type === "float32";
    const d: Digits = isFloat ? floatSignificant(value, precision) : roundDigits(exactDigits(value, type), precision);
    return general(d, precision, letter);
  }
  if (type === "float64") return general(float64Shortest(value), float64Places, letter);
  if (type === "float32") return general(float32Shortest(value), float32Places, letter);
  return numberText(value, type);
}
