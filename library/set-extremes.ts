import { SetTreeModule_maximumElementOpt, SetTreeModule_minimumElementOpt } from "fable-library/Set.js";
import { ArgumentException } from "./exceptions.ts";
import { value } from "./option.ts";

/** Set.minElement and maxElement, with FSharp.Core's error for an empty set. */

function elementOf(found: any): any {
  if (found == null) throw new ArgumentException("Set contains no elements.", "s");
  return value(found);
}
export function SetTreeModule_minimumElement(tree: any): any {
  return elementOf(SetTreeModule_minimumElementOpt(tree));
}
export function SetTreeModule_maximumElement(tree: any): any {
  return elementOf(SetTreeModule_maximumElementOpt(tree));
}
