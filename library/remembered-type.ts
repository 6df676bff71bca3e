// The F# types that generic objects had where they became obj: a list does not tell what its items are.
import { object_field_count, set_array_type, value_class, weak_map_get, weak_map_new, weak_map_set } from "fusabi:builtin";
import { FSharpList } from "./list.ts";
import { parseType, type TypeNode, unknownType } from "./type-text.ts";

const types: any = weak_map_new();
let rememberedAny: boolean = false;

/** Unions, records, objects of classes, tuples, and the machine's maps and sets; what holds nothing may be one object for all types. */
const canRemember = (x: any): boolean => {
  switch (value_class(x)) {
    case 8:
    case 9:
      return true;
    case 13:
    case 14:
    case 15:
    case 17:
      return x instanceof FSharpList ? x.tail != null : object_field_count(x) > 0;
    default:
      return false;
  }
};

/** The object, which has the type from now on wherever nothing else tells it. */
export function remember(x: any, type: string): any {
  if (value_class(x) === 6) return set_array_type(x, type);
  if (!canRemember(x)) return x;
  rememberedAny = true;
  if (weak_map_get(types, x) === undefined) weak_map_set(types, x, type);
  return x;
}

/** The text of an object's type, empty where nothing is known. */
export function rememberedText(x: any): string {
  if (!rememberedAny || !canRemember(x)) return "";
  return weak_map_get(types, x) ?? "";
}

/** The type of a value: where its static type is obj, what the object had before. */
export const ownType = (x: any, type: TypeNode): TypeNode => {
  if (type.args.length > 0 || (type !== unknownType && type.name !== "obj")) return type;
  const text: string = rememberedText(x);
  return text === "" ? type : parseType(text);
};
