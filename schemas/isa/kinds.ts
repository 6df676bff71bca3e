/**
 * The kind of a register, slot, parameter or global: what the validator knows about the values in it.
 *
 * i32   an integer in [-2^31, 2^31)       also int8 uint8 int16 uint16
 * u32   an integer in [0, 2^32)
 * f64   any JavaScript number             also float32, rounded after each operation
 * i64   a BigInt in [-2^63, 2^63)
 * u64   a BigInt in [0, 2^64)
 * bool  true or false
 * str   undefined (null), or a string      a char is a string of one UTF-16 unit
 * ref   undefined (null), or an object of the declared type or one derived from it
 * any   every guest value
 *
 * Codes are the wire format and are never reused.
 */
export const kinds = {
  i32: { code: 0, initial: "0" },
  u32: { code: 1, initial: "0" },
  f64: { code: 2, initial: "0" },
  i64: { code: 3, initial: "0n" },
  u64: { code: 4, initial: "0n" },
  bool: { code: 5, initial: "false" },
  str: { code: 6, initial: "undefined" },
  ref: { code: 7, initial: "undefined" },
  any: { code: 8, initial: "undefined" },
} as const;

export type Kind = keyof typeof kinds;

export const kindNames = Object.keys(kinds) as readonly Kind[];

/**
 * Types that every module has without declaring them: `ref` registers name them by these indices; a module's own types follow at `firstOwnType`.
 * `element` is the kind of what an array or a cell holds; `host` the JavaScript representation. The elements of a `packed` array look otherwise in the host, so
 * only instructions for any kind of array reach them.
 */
export const builtinTypes = {
  object: { index: 0 },
  array_any: { index: 1, element: "any", host: "Array" },
  array_i8: { index: 2, element: "i32", host: "Int8Array" },
  array_u8: { index: 3, element: "i32", host: "Uint8Array" },
  array_i16: { index: 4, element: "i32", host: "Int16Array" },
  array_u16: { index: 5, element: "i32", host: "Uint16Array" },
  array_i32: { index: 6, element: "i32", host: "Int32Array" },
  array_u32: { index: 7, element: "u32", host: "Uint32Array" },
  array_f32: { index: 8, element: "f64", host: "Float32Array" },
  array_f64: { index: 9, element: "f64", host: "Float64Array" },
  array_i64: { index: 10, element: "i64", host: "BigInt64Array" },
  array_u64: { index: 11, element: "u64", host: "BigUint64Array" },
  cell_i32: { index: 12, element: "i32" },
  cell_u32: { index: 13, element: "u32" },
  cell_f64: { index: 14, element: "f64" },
  cell_i64: { index: 15, element: "i64" },
  cell_u64: { index: 16, element: "u64" },
  cell_bool: { index: 17, element: "bool" },
  cell_str: { index: 18, element: "str" },
  cell_any: { index: 19, element: "any" },
  closure: { index: 20 },
  map: { index: 21 },
  set: { index: 22 },
  /** A value boxed with its F# type: the type's text and the value. */
  boxed: { index: 23 },
  /** A first-class type: what `typeof<T>` and a class used as a value are. */
  type: { index: 24 },
  weak_map: { index: 25 },
  /** An opaque value of the host. */
  handle: { index: 26 },
  /** Classes of primitives: never the type of a register, only what an `extension` adds methods to. */
  string: { index: 27 },
  number: { index: 28 },
  bigint: { index: 29 },
  boolean: { index: 30 },
  /** A byte for each. */
  array_bool: { index: 31, element: "bool", host: "BoolArray", packed: true },
} as const satisfies Record<string, { index: number; element?: Kind; host?: string; packed?: true }>;

export type BuiltinType = keyof typeof builtinTypes;

/** The index of a module's first own type; room is left for more built-in ones. */
export const firstOwnType = 64;
