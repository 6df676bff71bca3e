import { NullReferenceException } from "./exceptions.ts";

/** `isNull` and its kin ask for the reference, never for what a type calls equal. */

export function Operators_IsNull(value: any): boolean {
  return value == null;
}
export function Operators_IsNotNull(value: any): boolean {
  return value != null;
}
export function Operators_NonNull(value: any): any {
  return value ?? failNull();
}
function failNull(): any {
  throw new NullReferenceException();
}
