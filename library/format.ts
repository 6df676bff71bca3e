// printf and its kin: a format is read once, its printer takes the arguments one by one.
import { closure_arity, str_join } from "fusabi:builtin";
import { write_error } from "fusabi:host";
import { write_text } from "./console.ts";
import { Exception } from "./exceptions.ts";
import { formatArgument, type Specifier, SpecifierReader, starred } from "./format-specifier.ts";
import { objectType, parametersOf, parseType } from "./type-text.ts";

export { format } from "./format-composite.ts";

/** Arguments collected so far, last first: a printer that has some may be applied again. */
class Arguments {
  value: any;
  previous: any;
  constructor(value: any, previous: any) {
    this.value = value;
    this.previous = previous;
  }
}

export class Format {
  static readonly $type: string = "Microsoft.FSharp.Core.PrintfFormat";
  input: string;
  specifiers: any;
  tail: string;
  /** Arguments that a printer takes. */
  arity: int32;

  constructor(text: string, type: string) {
    const reader: SpecifierReader = new SpecifierReader(text);
    reader.readAll();
    this.input = text;
    this.specifiers = reader.specifiers;
    this.tail = reader.tail;
    this.arity = 0;
    const types: any = parametersOf(parseType(type));
    for (const specifier of this.specifiers) {
      const s: Specifier = specifier;
      const count: int32 = s.arity;
      const last: int32 = this.arity + count - 1;
      if (type === "obj") s.type = objectType;
      else if (last < types.length && s.letter !== "%") s.type = types[last];
      this.arity = this.arity + count;
    }
  }

  /** The printer: gives what `finish` makes of the text. */
  cont(finish: any): any {
    switch (this.arity) {
      case 0:
        return finish(this.tail);
      case 1:
        return (a: any) => finish(this.render([a]));
      case 2:
        return (a: any) => (b: any) => finish(this.render([a, b]));
      case 3:
        return (a: any) => (b: any) => (c: any) => finish(this.render([a, b, c]));
      default:
        return this.collect(finish, undefined, this.arity);
    }
  }

  collect(finish: any, before: any, left: int32): any {
    return (value: any) => {
      const all: Arguments = new Arguments(value, before);
      if (left > 1) return this.collect(finish, all, left - 1);
      const args: any = new Array(this.arity);
      let at: int32 = this.arity - 1;
      let link: any = all;
      while (link !== undefined) {
        args[at] = link.value;
        link = link.previous;
        at = at - 1;
      }
      return finish(this.render(args));
    };
  }

  render(args: any): string {
    const parts: any = [];
    let at: int32 = 0;
    for (const specifier of this.specifiers) {
      const s: Specifier = specifier;
      parts.push(s.prefix);
      let width: int32 = s.width;
      let precision: int32 = s.precision;
      if (width === starred) {
        width = args[at];
        at = at + 1;
      }
      if (precision === starred) {
        precision = args[at];
        at = at + 1;
      }
      if (s.letter === "a") {
        parts.push(printedBy(args[at], args[at + 1]));
        at = at + 2;
      } else if (s.letter === "t") {
        parts.push(args[at](undefined) ?? "");
        at = at + 1;
      } else if (s.letter === "%") parts.push("%");
      else {
        parts.push(formatArgument(s, args[at], width, precision));
        at = at + 1;
      }
    }
    parts.push(this.tail);
    return str_join(parts, "");
  }

  /** Interpolated strings bring the values of all holes. */
  fill(values: any): string {
    const parts: any = [];
    let at: int32 = 0;
    for (const specifier of this.specifiers) {
      const s: Specifier = specifier;
      const value: any = values[at];
      parts.push(s.prefix);
      parts.push(formatArgument(s, value, s.width, s.precision));
      at = at + 1;
    }
    parts.push(this.tail);
    return str_join(parts, "");
  }

  toString(): string {
    return this.input;
  }
}

/** `%a`: the printing function may take its two arguments at once or one after the other. */
const printedBy = (print: any, value: any): string => (closure_arity(print) === 2 ? print(undefined, value) : print(undefined)(value)) ?? "";

/** The text of one value by a format that is a single specifier. */
export function formatOne(format: Format, value: any): string {
  const s: Specifier = format.specifiers[0];
  return formatArgument(s, value, s.width, s.precision);
}

const formats: any = new Map();

/** The format of printf and its kin, with the F# function type its arguments have: `fn<int32,string,unit>`. */
export function typed_format(text: string, type: string): Format {
  const key: string = type + "\n" + text;
  const known: any = formats.get(key);
  if (known !== undefined) return known;
  const made: Format = new Format(text, type);
  formats.set(key, made);
  return made;
}

const formatOf = (input: any): Format => (typeof input === "string" ? typed_format(input, "") : input);

export function printf(input: any): any {
  return formatOf(input);
}

export function fsFormat(input: any): any {
  return (finish: any) => formatOf(input).cont(finish);
}

/** `kprintf`: ready text, which `$"{x}"` is to Fable, is printed as it is. */
export function continuePrint(finish: any, format: any): any {
  return typeof format === "string" ? finish(format) : format.cont(finish);
}

const writeLine = (text: string): void => write_text(text + "\n");
const writeErrorLine = (text: string): void => write_error(text + "\n");
const writeErrorText = (text: string): void => write_error(text);
const give = (text: string): string => text;
const raise = (text: string): any => {
  throw new Exception(text);
};

/** printfn */
export function toConsole(format: any): any {
  return continuePrint(writeLine, format);
}
/** eprintfn */
export function toConsoleError(format: any): any {
  return continuePrint(writeErrorLine, format);
}
/** printf */
export function toConsoleText(format: any): any {
  return continuePrint(write_text, format);
}
/** eprintf */
export function toConsoleErrorText(format: any): any {
  return continuePrint(writeErrorText, format);
}
/** sprintf */
export function toText(format: any): any {
  return continuePrint(give, format);
}
/** failwithf */
export function toFail(format: any): any {
  return continuePrint(raise, format);
}
/** `$"%d{x} {y:F2}"`: the template has `%P()` for its holes, or comes as a format that knows the holes' types. */
export function interpolate(template: any, values: any): string {
  const format: Format = typeof template === "string" ? typed_format(template, "obj") : template;
  return format.fill(values);
}
