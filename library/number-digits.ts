// Numbers as decimal digits, and the rounding of .NET: floats round their exact value with ties to even, everything else rounds its digits half away from zero.
import {
  bigint_of,
  bigint_to_string,
  math_fround,
  number_to_exponential,
  number_to_fixed,
  number_to_precision,
  number_to_string,
  str_char_code_at,
  str_index_of,
  str_repeat,
  str_slice,
} from "fusabi:builtin";

/** The value 0.text × 10^point; text has no zeros at its ends, zero is the empty text with point 0. */
export class Digits {
  negative: boolean;
  text: string;
  point: int32;
  constructor(negative: boolean, text: string, point: int32) {
    this.negative = negative;
    this.text = text;
    this.point = point;
  }
}

const zero: int32 = 48;
const five: int32 = 53;

const isNegative = (x: float64): boolean => x < 0 || (x === 0 && 1 / x < 0);

/** Digits with leading and trailing zeros, where the decimal point follows the first `point` of them. */
const normalize = (negative: boolean, digits: string, point: int32): Digits => {
  let first: int32 = 0;
  let last: int32 = digits.length;
  while (first < last && str_char_code_at(digits, first) === zero) first = first + 1;
  while (last > first && str_char_code_at(digits, last - 1) === zero) last = last - 1;
  if (first === last) return new Digits(negative, "", 0);
  return new Digits(negative, str_slice(digits, first, last), point - first);
};

const decimalOf = (text: string): int32 => {
  let at: int32 = 0;
  let sign: int32 = 1;
  if (text[0] === "-") sign = -1;
  if (text[0] === "-" || text[0] === "+") at = 1;
  let result: int32 = 0;
  while (at < text.length) {
    result = result * 10 + (str_char_code_at(text, at) - zero);
    at = at + 1;
  }
  return result * sign;
};

/** Reads `-123.450` and `1.5e-7`. */
export function parseDigits(text: string): Digits {
  const negative: boolean = text[0] === "-";
  let start: int32 = 0;
  if (negative) start = 1;
  let mantissaEnd: int32 = str_index_of(text, "e", 0);
  let exponent: int32 = 0;
  if (mantissaEnd < 0) mantissaEnd = text.length;
  else exponent = decimalOf(str_slice(text, mantissaEnd + 1, undefined));
  const mantissa: string = str_slice(text, start, mantissaEnd);
  const dot: int32 = str_index_of(mantissa, ".", 0);
  if (dot < 0) return normalize(negative, mantissa, mantissa.length + exponent);
  return normalize(negative, str_slice(mantissa, 0, dot) + str_slice(mantissa, dot + 1, undefined), dot + exponent);
}

/** Whether the float x is a whole number of 10^-decimals. */
const isExact = (x: float64, decimals: int32): boolean => {
  if (decimals >= 0) {
    const scaled: float64 = x * 2 ** decimals;
    return scaled === Math.floor(scaled);
  }
  if (x !== Math.floor(x)) return false;
  const unit: any = bigint_of("1" + str_repeat("0", -decimals));
  const whole: any = bigint_of(x);
  const rest: any = whole % unit;
  return rest === 0n;
};

/** JavaScript rounds the exact value with ties up: where the digits behind were exactly 5 and the last one became odd, .NET has the digits without them. */
const isOddDigit = (digits: string): boolean => {
  let at: int32 = digits.length - 1;
  if (digits[at] === ".") at = at - 1;
  return (str_char_code_at(digits, at) & 1) === 1;
};

/** A finite float that is not negative with this many decimals, as `123.40`; ties to even. */
function floatFixed(x: float64, decimals: int32): string {
  if (x >= 1e21) {
    const whole: string = bigint_to_string(bigint_of(x), 10);
    return decimals > 0 ? whole + "." + str_repeat("0", decimals) : whole;
  }
  if (decimals > 100) return exactFixed(x, decimals);
  const rounded: string = number_to_fixed(x, decimals);
  if (decimals >= 100 || !isOddDigit(rounded) || !isExact(x, decimals + 1)) return rounded;
  const more: string = number_to_fixed(x, decimals + 1);
  if (str_char_code_at(more, more.length - 1) !== five) return rounded;
  const cut: string = str_slice(more, 0, more.length - 1);
  return decimals === 0 ? str_slice(cut, 0, cut.length - 1) : cut;
}

/** Beyond what JavaScript prints: x = whole / 2^n, its decimals by long division. */
function exactFixed(x: float64, decimals: int32): string {
  let scale: any = 1n;
  let whole: float64 = x;
  while (whole !== Math.floor(whole)) {
    whole = whole * 2;
    scale = scale + scale;
  }
  const scaled: any = bigint_of(whole) * bigint_of("1" + str_repeat("0", decimals));
  let quotient: any = scaled / scale;
  const rest: any = scaled - quotient * scale;
  const twice: any = rest + rest;
  const last: any = quotient % bigint_of(2);
  if (twice > scale || (twice === scale && last === 1n)) quotient = quotient + bigint_of(1);
  let digits: string = bigint_to_string(quotient, 10);
  if (digits.length <= decimals) digits = str_repeat("0", decimals + 1 - digits.length) + digits;
  return str_slice(digits, 0, digits.length - decimals) + "." + str_slice(digits, digits.length - decimals, undefined);
}

/** A finite float rounded to this many decimals. */
export function floatDecimals(x: float64, decimals: int32): Digits {
  const result: Digits = parseDigits(floatFixed(Math.abs(x), decimals));
  result.negative = isNegative(x);
  return result;
}

/** `-123.40`: a finite float with this many decimals; a zero keeps its sign. */
export function floatFixedText(x: float64, decimals: int32): string {
  return isNegative(x) ? "-" + floatFixed(Math.abs(x), decimals) : floatFixed(x, decimals);
}

/** A finite float rounded to this many significant digits, at least 1. */
export function floatSignificant(x: float64, count: int32): Digits {
  const y: float64 = Math.abs(x);
  const negative: boolean = isNegative(x);
  if (y === 0) return new Digits(negative, "", 0);
  if (count > 100) {
    const all: Digits = floatDecimals(x, 1100);
    return roundDigits(all, count);
  }
  let text: string = number_to_exponential(y, count - 1);
  const result: Digits = parseDigits(text);
  result.negative = negative;
  if (count >= 100) return result;
  const mark: int32 = str_index_of(text, "e", 0);
  if (!isOddDigit(str_slice(text, 0, mark))) return result;
  text = number_to_exponential(y, count);
  const end: int32 = str_index_of(text, "e", 0);
  if (str_char_code_at(text, end - 1) !== five) return result;
  const exponent: int32 = decimalOf(str_slice(text, end + 1, undefined));
  if (!isExact(y, count - exponent)) return result;
  let cut: string = str_slice(text, 0, end - 1);
  if (count === 1) cut = str_slice(cut, 0, cut.length - 1);
  const down: Digits = parseDigits(cut);
  return new Digits(negative, down.text, down.point + exponent);
}

/** The fewest digits that give the float64 back. */
export function float64Shortest(x: float64): Digits {
  const result: Digits = parseDigits(number_to_string(Math.abs(x), 10));
  result.negative = isNegative(x);
  return result;
}

/** The fewest digits that give the float32 back. */
export function float32Shortest(x: float64): Digits {
  const y: float64 = Math.abs(x);
  let text: string = number_to_string(y, 10);
  for (let count: int32 = 1; count < 10; count++) {
    const candidate: string = number_to_precision(y, count);
    if (math_fround(+candidate) === y) {
      text = candidate;
      break;
    }
  }
  const result: Digits = parseDigits(text);
  result.negative = isNegative(x);
  return result;
}

/** Keeps the first `count` digits, half away from zero. */
export function roundDigits(d: Digits, count: int32): Digits {
  if (count >= d.text.length) return d;
  if (count < 0) return new Digits(d.negative, "", 0);
  const kept: string = str_slice(d.text, 0, count);
  if (str_char_code_at(d.text, count) < five) return normalize(d.negative, kept, d.point);
  let last: int32 = count - 1;
  while (last >= 0 && kept[last] === "9") last = last - 1;
  if (last < 0) return new Digits(d.negative, "1", d.point + 1);
  const next: string = String.fromCharCode(str_char_code_at(kept, last) + 1);
  return new Digits(d.negative, str_slice(kept, 0, last) + next, d.point);
}
