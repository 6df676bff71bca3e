import { object_tag } from "fusabi:builtin";
import { get_union, new_union } from "fusabi:op";
import { equals } from "./equality.ts";
import { empty, singleton } from "./list.ts";
import { some } from "./option.ts";

/** The functions of Result. The type is Fable's entity of FSharp.Core, like the project's own unions. */

const isOk = (result: any): boolean => object_tag(result) === 0;
const okOf = (result: any): any => get_union("Microsoft.FSharp.Core.FSharpResult", 0, 0, result);
const errorOf = (result: any): any => get_union("Microsoft.FSharp.Core.FSharpResult", 1, 0, result);

export function FSharpResult$2_Ok(value: any): any {
  return new_union("Microsoft.FSharp.Core.FSharpResult", 0, value);
}
export function FSharpResult$2_Error$(error: any): any {
  return new_union("Microsoft.FSharp.Core.FSharpResult", 1, error);
}
export function Result_Map(mapping: any, result: any): any {
  return isOk(result) ? FSharpResult$2_Ok(mapping(okOf(result))) : FSharpResult$2_Error$(errorOf(result));
}
export function Result_MapError(mapping: any, result: any): any {
  return isOk(result) ? FSharpResult$2_Ok(okOf(result)) : FSharpResult$2_Error$(mapping(errorOf(result)));
}
export function Result_Bind(binder: any, result: any): any {
  return isOk(result) ? binder(okOf(result)) : FSharpResult$2_Error$(errorOf(result));
}
export function Result_IsOk(result: any): boolean {
  return isOk(result);
}
export function Result_IsError(result: any): boolean {
  return !isOk(result);
}
export function Result_Contains(value: any, result: any): boolean {
  return isOk(result) && equals(okOf(result), value);
}
export function Result_Count(result: any): int32 {
  return isOk(result) ? 1 : 0;
}
export function Result_DefaultValue(fallback: any, result: any): any {
  return isOk(result) ? okOf(result) : fallback;
}
export function Result_DefaultWith(fallback: any, result: any): any {
  return isOk(result) ? okOf(result) : fallback(errorOf(result));
}
export function Result_Exists(predicate: any, result: any): any {
  return isOk(result) && predicate(okOf(result));
}
export function Result_ForAll(predicate: any, result: any): any {
  return !isOk(result) || predicate(okOf(result));
}
export function Result_Fold(folder: any, state: any, result: any): any {
  return isOk(result) ? folder(state, okOf(result)) : state;
}
export function Result_FoldBack(folder: any, result: any, state: any): any {
  return isOk(result) ? folder(okOf(result), state) : state;
}
export function Result_Iterate(action: any, result: any): void {
  if (isOk(result)) action(okOf(result));
}
export function Result_ToArray(result: any): any {
  return isOk(result) ? [okOf(result)] : [];
}
export function Result_ToList(result: any): any {
  return isOk(result) ? singleton(okOf(result)) : empty();
}
export function Result_ToOption(result: any): any {
  return isOk(result) ? some(okOf(result)) : undefined;
}
export function Result_ToValueOption(result: any): any {
  return isOk(result) ? some(okOf(result)) : undefined;
}
