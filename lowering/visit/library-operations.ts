/** Annotations whose meaning is a function of our runtime library. */
import { any, bool, i32, str, type Ty } from "../ir/nodes.ts";

/** The type text is the last argument. */
export const libraryOperations: Readonly<Record<string, { module: string; name: string; result: Ty }>> = {
  equal: { module: "library/equality.ts", name: "equals", result: bool },
  same: { module: "library/equality.ts", name: "same", result: bool },
  compare: { module: "library/equality.ts", name: "compare", result: i32 },
  below: { module: "library/equality.ts", name: "compareBelow", result: i32 },
  above: { module: "library/equality.ts", name: "compareAbove", result: i32 },
  hash: { module: "library/equality.ts", name: "structuralHash", result: i32 },
  unbox: { module: "library/type-test.ts", name: "unbox", result: any },
  is_type: { module: "library/type-test.ts", name: "is_type", result: bool },
  cast: { module: "library/type-test.ts", name: "cast", result: any },
  type_of: { module: "library/type-info.ts", name: "type_of", result: any },
  definition_of: { module: "library/type-info.ts", name: "definition_of", result: any },
  get_type: { module: "library/type-info.ts", name: "get_type", result: any },
  format_value: { module: "library/format-composite.ts", name: "format_typed", result: str },
  format: { module: "library/format.ts", name: "typed_format", result: any },
  to_string: { module: "library/format-text.ts", name: "to_string_typed", result: str },
};

/** … where the type is known at run time only. */
export const openOperations: typeof libraryOperations = {
  box: { module: "library/type-test.ts", name: "box_as", result: any },
  default_of: { module: "library/default-value.ts", name: "default_of", result: any },
};

/** Operations that may be on a type known at run time only. */
export const openable = new Set(Object.keys({ ...libraryOperations, ...openOperations }));

/** Operations whose library function takes the type text first. */
export const typeFirst = new Set(["format_value", "to_string"]);
