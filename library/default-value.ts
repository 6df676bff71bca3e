import { minValue as firstDateTimeOffset } from "./date-offset.ts";
import { minValue as firstDate } from "./date-only.ts";
import { minValue as firstDateTime } from "./date-time.ts";
import { get_Zero } from "./decimal.ts";
import { isEnum } from "./enum-names.ts";
import { tupleOf } from "./tuple.ts";
import { isValueType, nameOf } from "./type-test.ts";
import { parseType } from "./type-text.ts";

/** `Unchecked.defaultof` of a type known at run time. */
export function default_of(type: string): any {
  const name: string = nameOf(type);
  if (name === "struct_tuple" || name === "System.Collections.Generic.KeyValuePair") return tupleOf(parseType(type).args.map((one: any): any => default_of(one.text)));
  if (!isValueType(name)) return defaultStruct(name);
  switch (name) {
    case "bool":
      return false;
    case "char":
      return "\0";
    case "int64":
    case "uint64":
    case "nativeint":
    case "unativeint":
    case "bigint":
      return 0n;
    case "decimal":
      return get_Zero;
    default:
      return 0;
  }
}
function defaultStruct(name: string): any {
  switch (name) {
    case "System.DateTime":
      return firstDateTime();
    case "System.DateTimeOffset":
      return firstDateTimeOffset();
    case "System.DateOnly":
      return firstDate();
    case "System.TimeSpan":
    case "System.TimeOnly":
      return 0;
    case "System.Guid":
      return "00000000-0000-0000-0000-000000000000";
    default:
      return isEnum(name) ? 0 : null;
  }
}
