// What crosses between the program and its host, where lowering/boundary makes no text of its own: see lowering/boundary/adapters.ts for the forms.
import { boxed_value, object_type_name } from "fusabi:builtin";
import { invoke as host_invoke, invoke_later as host_invoke_later } from "fusabi:host";
import type Decimal from "./decimal.ts";
import { parse, toString } from "./decimal.ts";
import { getEnumerator } from "./enumerators.ts";
import { Exception, getExceptionMessage, InvalidOperationException } from "./exceptions.ts";

const deepest: int32 = 400;

/** The depth inside a value; a value that contains itself never leaves. */
export function deeper(depth: int32): int32 {
  if (depth >= deepest) throw new InvalidOperationException("A value nests more than 400 levels deep, or contains itself, and cannot cross to the host.");
  return depth + 1;
}
export function unknown_case(): any {
  throw new InvalidOperationException("A union has no such case.");
}

/** The items of anything that can be enumerated. */
export function items(source: any): any {
  const made: any = [];
  const e: any = getEnumerator(source);
  while (e["System.Collections.IEnumerator.MoveNext"]()) made.push(e["System.Collections.Generic.IEnumerator`1.get_Current"]());
  return made;
}

export function decimal_outward(value: any, _depth: int32): any {
  return toString(value);
}
export function decimal_inward(text: any, _depth: int32): Decimal {
  return parse(text);
}
export function obj_outward(value: any, _depth: int32): any {
  return boxed_value(value);
}
export function exception_outward(value: any, _depth: int32): any {
  return [object_type_name(value), getExceptionMessage(value)];
}
export function exception_inward(value: any, _depth: int32): Exception {
  return new Exception(value[1]);
}

/** Calls a function of the host's. */
export function invoke(held: any, args: any): any {
  return host_invoke(held, args);
}
/** The same; gives a token. */
export function invoke_later(held: any, args: any): int32 {
  return host_invoke_later(held, args);
}
