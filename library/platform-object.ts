import { array_is, array_is_typed, object_field, object_field_count, object_field_name, object_get, object_set, value_class } from "fusabi:builtin";
import { float64Text } from "./format-number.ts";
import { to_string } from "./format-text.ts";

/** JavaScript's Object and JSON on the machine's objects, and its conversion to text. */

export function Object_keys(x: any): any {
  const keys: any = [];
  const count: int32 = object_field_count(x);
  for (let i: int32 = 0; i < count; i++) keys.push(object_field_name(x, i));
  return keys;
}
export function Object_values(x: any): any {
  const values: any = [];
  const count: int32 = object_field_count(x);
  for (let i: int32 = 0; i < count; i++) values.push(object_field(x, i));
  return values;
}
export function Object_entries(x: any): any {
  const entries: any = [];
  const count: int32 = object_field_count(x);
  for (let i: int32 = 0; i < count; i++) entries.push([object_field_name(x, i), object_field(x, i)]);
  return entries;
}
/** Copies the fields that the target has too. */
export function Object_assign(target: any, source: any): any {
  const count: int32 = object_field_count(source);
  for (let i: int32 = 0; i < count; i++) object_set(target, object_field_name(source, i), object_field(source, i));
  return target;
}
export function Object_freeze(x: any): any {
  return x;
}

/** What a value becomes where JavaScript wants a text: as .NET's ToString has it. */
export function js_to_string(x: any): string {
  return typeof x === "string" ? x : to_string(x);
}

export function JSON_stringify(x: any): any {
  switch (value_class(x)) {
    case 0:
      return undefined;
    case 1:
      return "null";
    case 2:
      return x ? "true" : "false";
    case 3:
      return Number.isFinite(x) ? float64Text(x) : "null";
    case 4:
      return x.toString();
    case 5:
      return quote(x);
    default:
      return array_is(x) || array_is_typed(x) ? arrayText(x) : objectText(x);
  }
}

function arrayText(items: any): string {
  const parts: any = [];
  for (let i: int32 = 0; i < items.length; i++) parts.push(JSON_stringify(items[i]) ?? "null");
  return "[" + parts.join(",") + "]";
}

function objectText(x: any): any {
  if (object_get(x, "toJSON") != null) return JSON_stringify(x.toJSON());
  const parts: any = [];
  const count: int32 = object_field_count(x);
  for (let i: int32 = 0; i < count; i++) {
    const text: any = JSON_stringify(object_field(x, i));
    if (text !== undefined) parts.push(quote(object_field_name(x, i)) + ":" + text);
  }
  return "{" + parts.join(",") + "}";
}

const hexDigits: string = "0123456789abcdef";

function quote(text: string): string {
  let result: string = '"';
  for (let i: int32 = 0; i < text.length; i++) {
    const unit: int32 = text.charCodeAt(i);
    switch (unit) {
      case 34:
        result = result + '\\"';
        break;
      case 92:
        result = result + "\\\\";
        break;
      case 8:
        result = result + "\\b";
        break;
      case 9:
        result = result + "\\t";
        break;
      case 10:
        result = result + "\\n";
        break;
      case 12:
        result = result + "\\f";
        break;
      case 13:
        result = result + "\\r";
        break;
      default:
        if (unit < 32) result = result + "\\u00" + hexDigits.charAt(unit >> 4) + hexDigits.charAt(unit & 15);
        else result = result + text.charAt(i);
    }
  }
  return result + '"';
}
