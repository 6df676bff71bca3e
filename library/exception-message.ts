// What `.Message` reads of an F# exception (`exception E of …`): its case and fields, as `%A` prints them.
import { value_class } from "fusabi:builtin";
import { structured } from "./format-structured.ts";
import { application, type Block, listOf, pageWidth, renderBlock, word } from "./layout.ts";
import { unknownType } from "./type-text.ts";

export const structuredMessage = (e: any): string => structured(e, unknownType);

/** The same of fields that are texts, bools and whole numbers, which needs little code; a suffix for each tells the type of a number. */
export function simpleMessage(name: string, fields: any, suffixes: any): string {
  const items: any = [];
  for (let i: int32 = 0; i < fields.length; i++) items.push(word(fieldText(fields[i], suffixes[i])));
  const argument: Block = items.length === 1 ? items[0] : listOf("(", items, ",", ")");
  return renderBlock(application(name, argument), pageWidth);
}

function fieldText(value: any, suffix: string): string {
  if (value == null) return "null";
  return value_class(value) === 5 ? '"' + value + '"' : "" + value + suffix;
}
