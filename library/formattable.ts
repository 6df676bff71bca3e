// FormattableString: the tagged templates that Fable makes of it.
import { str_replace_all } from "fusabi:builtin";
import { formatComposite } from "./format-composite.ts";

class Formattable {
  static readonly $type: string = "System.Runtime.CompilerServices.FormattableStringFactory.ConcreteFormattableString";
  strs: any;
  args: any;
  fmts: any;
  constructor(strs: any, args: any, fmts: any) {
    this.strs = strs;
    this.args = args;
    this.fmts = fmts;
  }
  toString(): string {
    return formatComposite(getFormat(this), this.args);
  }
}

export function fmt(strs: any, args: any): any {
  return new Formattable(strs, args, undefined);
}

export function fmtWith(fmts: any): any {
  return (strs: any, args: any) => new Formattable(strs, args, fmts);
}

/** The composite format: `{0} of {1:F2}`. */
export function getFormat(s: any): string {
  let result: string = "";
  for (let i: int32 = 0; i < s.strs.length; i++) {
    if (i > 0) result = result + "{" + (i - 1) + (s.fmts === undefined ? "" : s.fmts[i - 1]) + "}";
    result = result + str_replace_all(str_replace_all(s.strs[i], "{", "{{"), "}", "}}");
  }
  return result;
}
