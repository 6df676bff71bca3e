// IComparable and IFormattable of any value: numbers, texts and what is one of both here have no members of their own.
import { boxed_value, object_has, str_char_code_at } from "fusabi:builtin";
import { checkReceiver } from "./argument-checks.ts";
import { compareByDefault } from "./collection-defaults.ts";
import { ArgumentException } from "./exceptions.ts";
import { formatValue } from "./format-composite.ts";
import { isPrimitive, typeTextOf } from "./type-test.ts";
import { dotnetName, parseType } from "./type-text.ts";

function failOtherType(own: string): any {
  if (own === "bigint") throw new ArgumentException("The parameter must be a BigInteger.", "obj");
  const name: string = dotnetName(parseType(own));
  throw new ArgumentException("Object must be of type " + name.slice(name.lastIndexOf(".") + 1) + ".");
}

/** `(x :> IComparable).CompareTo y`: small numbers and chars give their difference. */
export function compareUntyped(x: any, y: any): int32 {
  checkReceiver(x);
  const own: string = typeTextOf(x);
  if (!isPrimitive(own)) return object_has(x, "CompareTo") ? x.CompareTo(y) : compareByDefault(x, y);
  if (y == null) return 1;
  if (typeTextOf(y) !== own) return failOtherType(own);
  const left: any = boxed_value(x);
  const right: any = boxed_value(y);
  switch (own) {
    case "int8":
    case "uint8":
    case "int16":
    case "uint16":
      return left - right;
    case "char":
      return str_char_code_at(left, 0) - str_char_code_at(right, 0);
    default:
      return compareByDefault(left, right);
  }
}

/** `(x :> IFormattable).ToString(format, provider)`. */
export function formatUntyped(x: any, format: any, provider: any): string {
  checkReceiver(x);
  if (object_has(x, "System.IFormattable.ToString7B5A0AFE")) return x["System.IFormattable.ToString7B5A0AFE"](format, provider);
  return formatValue(x, parseType(typeTextOf(x)), format ?? "");
}
