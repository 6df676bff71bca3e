/**
 * The operations that fable-bridge writes into the emitted TypeScript in place of what Fable would print, so that the text says what F# means.
 * They are imported from `fusabi:op`. Types are string literals in the grammar of `schemas/fsharp-type` (T below); generic parameters are `'a`.
 * Operations are always called, never passed as values. Tag tests (`s.tag`), null tests of options and the constants of a `switch` stay as Fable prints
 * them; so do Fable's `| 0`, property reads such as `s.length`, and the arguments of library calls, except that what is formatted or becomes obj is boxed.
 *
 *     add_int32(multiply_int32(acc, 31), x)      new_union("App.Shape", 1, w, h)      get_union("App.Shape", 1, 0, s)
 */

/** The primitive types that operations are named after. An enum counts as its underlying type, a measured number as its number. */
export const primitives = [
  "int8",
  "uint8",
  "int16",
  "uint16",
  "int32",
  "uint32",
  "int64",
  "uint64",
  "nativeint",
  "unativeint",
  "float32",
  "float64",
  "char",
  "string",
  "bool",
] as const;
export type Primitive = (typeof primitives)[number];

/** `<operator>_<primitive>`: F#'s operator on operands of that type; shift counts are int32. The checked ones are of integers and raise OverflowException. */
export const operators = [
  "add",
  "sub",
  "mul",
  "div",
  "rem",
  "neg",
  "and",
  "or",
  "xor",
  "shl",
  "shr",
  "not",
  "eq",
  "ne",
  "lt",
  "le",
  "gt",
  "ge",
  "add_checked",
  "sub_checked",
  "mul_checked",
] as const;
export type Operator = (typeof operators)[number];

/**
 * The other operations: parameters in order. `T` a type text, `n` an integer literal, `s` a string literal, `e` an expression, `…` any number of expressions.
 * `convert_<from>_<to>(e)`, `convert_checked_<from>_<to>(e)`, which raises OverflowException where the value does not fit, and `literal_<primitive>(e)` (a numeric or char literal whose type is not int32, float64 included) are named by primitives too.
 */
export const annotations = {
  /** Union case n of type T with its fields. */
  new_union: ["T", "n", "…"],
  /** Field s-th (n) of case n of the union e. */
  get_union: ["T", "n", "n", "e"],
  new_record: ["T", "…"],
  /** `{ inherit Base(x); Field = y }`: the call of the base constructor and a `new_record` with the class's own fields. */
  inherit: ["e", "e"],
  /** The first argument of `super`: the function s that an explicit constructor became is what makes the object. */
  explicit_constructor: ["s"],
  /** Anonymous record; T is `anon:X:Y<int32,string>`. */
  new_anon: ["T", "…"],
  /** Field s of a record, anonymous record, exception or class instance of type T. */
  get_field: ["T", "s", "e"],
  set_field: ["T", "s", "e", "e"],
  new_tuple: ["T", "…"],
  /** Item n of a tuple; T may be `System.Collections.Generic.KeyValuePair<K,V>`, which is laid out as `tuple<K,V>`. */
  get_item: ["T", "n", "e"],
  /** Array element; T is the array's type. Index out of bounds raises. */
  get_element: ["T", "e", "e"],
  set_element: ["T", "e", "e", "e"],
  /** The char at an index of a string. */
  get_char: ["e", "e"],
  /** F# equality on a type that is no primitive; comparison and hash on any type. */
  equal: ["T", "e", "e"],
  /** … as Equals has it: NaN is equal to itself. */
  same: ["T", "e", "e"],
  compare: ["T", "e", "e"],
  /** … for `<` and `<=`: what meets a NaN is greater; for `>` and `>=`: less. */
  below: ["T", "e", "e"],
  above: ["T", "e", "e"],
  hash: ["T", "e"],
  /** A value of type T (number, char, bool, option, enum, tuple, array, …) becomes obj. */
  box: ["T", "e"],
  /** A value that holds others (list, tuple, Result, Dictionary, …) and their types go to what formats it, and nowhere else. */
  shown: ["T", "e"],
  /** An obj becomes T: raises InvalidCast / NullReference as .NET does. */
  unbox: ["T", "e"],
  /** An object expression, last, and the interface types it implements, inherited ones included: `implements("App.IDrawable", "App.INamed", {…})`. */
  implements: ["T", "…"],
  /** `:? T`. */
  is_type: ["T", "e"],
  /** `:?> T` between reference types. */
  cast: ["T", "e"],
  /** `typeof<T>`. */
  type_of: ["T"],
  /** `typedefof<T>`. */
  definition_of: ["T"],
  /** `e.GetType()`, where e is of static type T. */
  get_type: ["T", "e"],
  /** `e.ToString(format)`, where e is of static type T. */
  format_value: ["T", "e", "e"],
  /** `Unchecked.defaultof<T>`. */
  default_of: ["T"],
  /** What .NET's `ToString` of a T gives, `""` for null: `string x`, `x.ToString()`, the holes of `$"…"`. */
  to_string: ["T", "e"],
  /** The format of printf and its kin (e is Fable's `printf("…")`), with the F# function type its arguments have: `fn<int32,string,unit>`. */
  format: ["T", "e"],
} as const satisfies Record<string, readonly ("T" | "n" | "s" | "e" | "…")[]>;
