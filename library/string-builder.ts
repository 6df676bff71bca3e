// System.Text.StringBuilder: parts that are joined when the text is asked for, the last of them still growing. Overloads carry the suffixes that Fable gives them.
import { str_join, str_repeat, str_replace_all, str_slice } from "fusabi:builtin";
import { checkNotNegative, checkNotNull, checkReceiver, failIndex } from "./argument-checks.ts";
import { ArgumentException, IndexOutOfRangeException } from "./exceptions.ts";
import { formatComposite } from "./format-composite.ts";
import { float32Text } from "./format-number.ts";
import { to_string } from "./format-text.ts";
import { substring } from "./string.ts";

/** A part that is longer grows no more: up to here the machine asks nothing for the length of a concatenation. */
const partLength: int32 = 255;

export class StringBuilder {
  static readonly $type: string = "System.Text.StringBuilder";
  parts: any[];
  last: string;
  size: int32;

  constructor(value?: any, _capacity?: any) {
    this.parts = [];
    this.last = value ?? "";
    this.size = this.last.length;
  }

  add(text: string): StringBuilder {
    const added: int32 = text.length;
    const length: int32 = this.last.length;
    if (added <= partLength - length) this.last = this.last + text;
    else {
      this.parts.push(this.last);
      this.last = text;
    }
    this.size = this.size + added;
    return this;
  }

  /** The whole text, which becomes the only part. */
  text(): string {
    if (this.parts.length > 0) {
      this.parts.push(this.last);
      this.reset(str_join(this.parts, ""));
    }
    return this.last;
  }

  reset(text: string): StringBuilder {
    if (this.parts.length > 0) this.parts = [];
    this.last = text;
    this.size = text.length;
    return this;
  }

  Append(text: any): StringBuilder {
    return this.add(text == null ? "" : text);
  }

  toString(): string {
    return this.text();
  }
}

export function StringBuilder_$ctor_Z18115A39(value: any, capacity: any): StringBuilder {
  return new StringBuilder(value, capacity);
}
export function StringBuilder_$ctor_Z524259A4(capacity: int32): StringBuilder {
  checkNotNegative(capacity, "capacity");
  return new StringBuilder("");
}
export function StringBuilder_$ctor_Z721C83C5(value: any): StringBuilder {
  return new StringBuilder(value);
}
export function StringBuilder_$ctor(): StringBuilder {
  return new StringBuilder("");
}

/** string */
export function StringBuilder__Append_Z721C83C5(x: StringBuilder, text: any): StringBuilder {
  return x.add(text == null ? "" : text);
}
export function StringBuilder__Append_487EF8FB(x: StringBuilder, text: any, startIndex: int32, count: int32): StringBuilder {
  if (text == null) return x;
  if (startIndex > text.length - count) failIndex("startIndex", "or equal to ");
  return x.add(substring(text, startIndex, count));
}
/** char */
export function StringBuilder__Append_244C7CD6(x: StringBuilder, char: string): StringBuilder {
  return x.add(char);
}
export function StringBuilder__Append_61B1CA(x: StringBuilder, char: string, count: int32): StringBuilder {
  checkNotNegative(count, "repeatCount");
  return x.add(str_repeat(char, count));
}
/** int8, uint8, int16, uint16, int32 */
function appendInteger(x: StringBuilder, value: int32): StringBuilder {
  return x.add("" + value);
}

export {
  appendInteger as StringBuilder__Append_244D3E44,
  appendInteger as StringBuilder__Append_Z510FF069,
  appendInteger as StringBuilder__Append_Z524259A4,
  appendInteger as StringBuilder__Append_Z524259E6,
  appendInteger as StringBuilder__Append_Z6EF82811,
};
/** uint32, int64, uint64, float32, float64 */
export function StringBuilder__Append_Z6EF827D7(x: StringBuilder, value: uint32): StringBuilder {
  return x.add("" + value);
}
export function StringBuilder__Append_Z524259C1(x: StringBuilder, value: any): StringBuilder {
  return x.add(to_string(value));
}
export function StringBuilder__Append_Z6EF827B6(x: StringBuilder, value: any): StringBuilder {
  return x.add(to_string(value));
}
export function StringBuilder__Append_Z7138B98C(x: StringBuilder, value: any): StringBuilder {
  return x.add(float32Text(value));
}
export function StringBuilder__Append_5E38073B(x: StringBuilder, value: any): StringBuilder {
  return x.add(to_string(value));
}
/** bool */
export function StringBuilder__Append_Z1FBCCD16(x: StringBuilder, value: boolean): StringBuilder {
  return x.add(value ? "True" : "False");
}
/** obj */
export function StringBuilder__Append_4E60E31B(x: StringBuilder, value: any): StringBuilder {
  return x.add(to_string(value));
}
/** char array */
export function StringBuilder__Append_Z372E4D23(x: StringBuilder, chars: any): StringBuilder {
  return x.add(chars == null ? "" : str_join(chars, ""));
}
/** another builder */
export function StringBuilder__Append_43A65C09(x: StringBuilder, other: any): StringBuilder {
  return x.add(other == null ? "" : other.toString());
}

export function StringBuilder__AppendFormat_433E080(x: StringBuilder, format: any, a: any): StringBuilder {
  return x.add(formatComposite(format, [a]));
}
export function StringBuilder__AppendFormat_Z3B30EC65(x: StringBuilder, format: any, a: any, b: any): StringBuilder {
  return x.add(formatComposite(format, [a, b]));
}
export function StringBuilder__AppendFormat_10D165E0(x: StringBuilder, format: any, a: any, b: any, c: any): StringBuilder {
  return x.add(formatComposite(format, [a, b, c]));
}
export function StringBuilder__AppendFormat_Z17053F5(x: StringBuilder, format: any, args: any): StringBuilder {
  return x.add(formatComposite(format, args));
}
export function StringBuilder__AppendFormat_Z696D8D1B(x: StringBuilder, _provider: any, format: any, a: any): StringBuilder {
  return x.add(formatComposite(format, [a]));
}
export function StringBuilder__AppendFormat_26802C9E(x: StringBuilder, _provider: any, format: any, a: any, b: any): StringBuilder {
  return x.add(formatComposite(format, [a, b]));
}
export function StringBuilder__AppendFormat_Z471ADCBB(x: StringBuilder, _provider: any, format: any, a: any, b: any, c: any): StringBuilder {
  return x.add(formatComposite(format, [a, b, c]));
}
export function StringBuilder__AppendFormat_6C2E3E6E(x: StringBuilder, _provider: any, format: any, args: any): StringBuilder {
  return x.add(formatComposite(format, args));
}

export function StringBuilder__AppendLine(x: StringBuilder): StringBuilder {
  return x.add("\n");
}
export function StringBuilder__AppendLine_Z721C83C5(x: StringBuilder, text: any): StringBuilder {
  return x.add(text == null ? "" : text).add("\n");
}
export function StringBuilder__Clear(x: StringBuilder): StringBuilder {
  return x.reset("");
}

export function StringBuilder__get_Length(x: StringBuilder): int32 {
  return x.size;
}
export function StringBuilder__get_Chars_Z524259A4(x: StringBuilder, index: int32): string {
  if (index < 0 || index >= x.size) throw new IndexOutOfRangeException();
  return x.text()[index];
}
export function StringBuilder__set_Chars_413E0D0A(x: StringBuilder, index: int32, char: string): void {
  if (index < 0 || index >= x.size) failIndex("index", "");
  const text: string = x.text();
  x.reset(str_slice(text, 0, index) + char + str_slice(text, index + 1, undefined));
}

const replaced = (x: StringBuilder, search: any, replacement: any): StringBuilder => {
  checkNotNull(search, "oldValue");
  if (search === "") throw new ArgumentException("The value cannot be an empty string.", "oldValue");
  return x.reset(str_replace_all(x.text(), search, replacement ?? ""));
};
/** char */
export function StringBuilder__Replace_Z766F94C0(x: StringBuilder, search: any, replacement: any): StringBuilder {
  return replaced(x, search, replacement);
}
/** string */
export function StringBuilder__Replace_Z384F8060(x: StringBuilder, search: any, replacement: any): StringBuilder {
  return replaced(x, search, replacement);
}
export function StringBuilder__ToString_Z37302880(x: StringBuilder, startIndex: int32, length: int32): string {
  checkReceiver(x);
  return substring(x.text(), startIndex, length);
}
