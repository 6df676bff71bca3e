// How .NET writes the names of types that are inside of modules and of other types.
import { str_index_of, str_slice, str_split } from "fusabi:builtin";

const nesting: any = new Set();

/** Modules and types that others are nested in, `App,App.Inner`: in the names of those .NET writes a plus behind them. */
export function declareNesting(names: string): void {
  for (const name of str_split(names, ",", undefined)) nesting.add(name);
}

/** `App+Inner+Type` of `App.Inner.Type`. */
export function nestedName(name: string): string {
  let text: string = name;
  for (let at: int32 = str_index_of(name, ".", 0); at >= 0; at = str_index_of(name, ".", at + 1)) {
    if (nesting.has(str_slice(name, 0, at))) text = str_slice(text, 0, at) + "+" + str_slice(text, at + 1, undefined);
  }
  return text;
}
