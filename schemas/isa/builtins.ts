/**
 * The native leaf functions of the machine: what JavaScript's platform gives and bytecode cannot. `call_builtin` names them by code; `methods` lists
 * the class and name under which `call_method` finds them on a receiver of that built-in class (the receiver is the first parameter).
 *
 * They never call guest code. A null string as a `str` argument raises NullReference. Arguments are checked against `params` (a missing one is undefined); `any` ones are checked by the function, which raises
 * a guest exception. Fuel is `fuel` plus the size of the argument `per[0]` (length of a string or array, value of a number) divided by `per[1]`, rounded up, charged
 * before the call. Codes are the wire format and are never reused.
 */
import type { Kind } from "./kinds.ts";

export interface BuiltinSpec {
  readonly code: number;
  readonly params: readonly Kind[];
  readonly result: Kind;
  readonly fuel: number;
  readonly per?: readonly [parameter: number, unit: number];
  readonly methods?: readonly string[];
  readonly raises?: readonly string[];
  readonly doc: string;
}

const define = <const T extends Record<string, BuiltinSpec>>(table: T): T => table;

export const builtins = define({
  // text: strings of UTF-16 units
  str_char_code_at: { code: 0, params: ["str", "i32"], result: "i32", fuel: 1, raises: ["IndexOutOfRange"], doc: "unit at index" },
  str_at: { code: 1, params: ["str", "i32"], result: "str", fuel: 1, raises: ["IndexOutOfRange"], doc: "the unit at index as a string (a char)" },
  str_js_char_code_at: { code: 2, params: ["str", "any"], result: "f64", fuel: 1, methods: ["string.charCodeAt"], doc: "JavaScript's charCodeAt" },
  str_char_at: { code: 3, params: ["str", "any"], result: "str", fuel: 1, methods: ["string.charAt"], doc: "JavaScript's charAt" },
  str_index_of: { code: 4, params: ["str", "str", "any"], result: "i32", fuel: 1, per: [0, 16], methods: ["string.indexOf"], doc: "first index of the part at or after from, or -1" },
  str_last_index_of: { code: 5, params: ["str", "str", "any"], result: "i32", fuel: 1, per: [0, 16], methods: ["string.lastIndexOf"], doc: "last index of the part, or -1" },
  str_substring: { code: 6, params: ["str", "any", "any"], result: "str", fuel: 2, methods: ["string.substring"], doc: "JavaScript's substring" },
  str_slice: { code: 7, params: ["str", "any", "any"], result: "str", fuel: 2, methods: ["string.slice"], doc: "JavaScript's slice" },
  str_substr: { code: 8, params: ["str", "any", "any"], result: "str", fuel: 2, methods: ["string.substr"], doc: "JavaScript's substr" },
  str_split: { code: 9, params: ["str", "any", "any"], result: "any", fuel: 1, per: [0, 2], doc: "parts between separators, at most limit; each unit where the separator is empty; the whole where it is undefined" },
  str_to_upper: { code: 10, params: ["str"], result: "str", fuel: 1, per: [0, 4], methods: ["string.toUpperCase", "string.toLocaleUpperCase"], doc: "upper case, invariant culture" },
  str_to_lower: { code: 11, params: ["str"], result: "str", fuel: 1, per: [0, 4], methods: ["string.toLowerCase", "string.toLocaleLowerCase"], doc: "lower case, invariant culture" },
  str_trim: { code: 12, params: ["str"], result: "str", fuel: 1, per: [0, 16], methods: ["string.trim"], doc: "without white space at both ends" },
  str_trim_start: { code: 13, params: ["str"], result: "str", fuel: 1, per: [0, 16], methods: ["string.trimStart", "string.trimLeft"], doc: "without white space at the start" },
  str_trim_end: { code: 14, params: ["str"], result: "str", fuel: 1, per: [0, 16], methods: ["string.trimEnd", "string.trimRight"], doc: "without white space at the end" },
  str_pad_start: { code: 15, params: ["str", "i32", "any"], result: "str", fuel: 1, per: [1, 16], methods: ["string.padStart"], raises: ["OutOfMemory"], doc: "padded on the left to a length" },
  str_pad_end: { code: 16, params: ["str", "i32", "any"], result: "str", fuel: 1, per: [1, 16], methods: ["string.padEnd"], raises: ["OutOfMemory"], doc: "padded on the right to a length" },
  str_repeat: { code: 17, params: ["str", "i32"], result: "str", fuel: 2, per: [1, 1], methods: ["string.repeat"], raises: ["OutOfMemory", "ArgumentOutOfRange"], doc: "n copies" },
  str_replace_all: { code: 18, params: ["str", "str", "str"], result: "str", fuel: 1, per: [0, 2], raises: ["OutOfMemory"], doc: "every occurrence replaced, literally" },
  str_starts_with: { code: 19, params: ["str", "str", "any"], result: "bool", fuel: 1, per: [1, 16], methods: ["string.startsWith"], doc: "" },
  str_ends_with: { code: 20, params: ["str", "str", "any"], result: "bool", fuel: 1, per: [1, 16], methods: ["string.endsWith"], doc: "" },
  str_includes: { code: 21, params: ["str", "str", "any"], result: "bool", fuel: 1, per: [0, 16], methods: ["string.includes"], doc: "" },
  str_code_point_at: { code: 22, params: ["str", "any"], result: "any", fuel: 1, methods: ["string.codePointAt"], doc: "JavaScript's codePointAt" },
  str_from_char_code: { code: 23, params: ["i32"], result: "str", fuel: 1, doc: "the unit (src & 0xffff) as a string" },
  str_from_code_point: { code: 24, params: ["i32"], result: "str", fuel: 1, raises: ["ArgumentOutOfRange"], doc: "the code point as a string" },
  str_normalize: { code: 25, params: ["str", "any"], result: "str", fuel: 1, per: [0, 1], methods: ["string.normalize"], doc: "Unicode normal form" },
  str_join: { code: 26, params: ["any", "str"], result: "str", fuel: 1, per: [0, 1], raises: ["InvalidCast", "OutOfMemory"], doc: "items of an array of strings, joined; other primitives as JavaScript prints them" },
  str_concat: { code: 27, params: ["str", "any"], result: "str", fuel: 1, methods: ["string.concat"], doc: "JavaScript's concat of one string" },
  str_compare: { code: 28, params: ["str", "str"], result: "i32", fuel: 1, per: [0, 32], methods: ["string.localeCompare"], doc: "-1, 0 or 1 by UTF-16 units" },
  str_hash: { code: 29, params: ["str"], result: "i32", fuel: 1, per: [0, 4], doc: "the fixed hash of a string" },
  str_of: { code: 30, params: ["any"], result: "str", fuel: 1, raises: ["InvalidCast"], doc: "JavaScript's String(src) of a primitive; an object raises InvalidCast" },
  str_length_any: { code: 31, params: ["any"], result: "any", fuel: 1, doc: "length of a string, array or typed array, undefined otherwise" },
  str_compare_ordinal: { code: 32, params: ["str", "str"], result: "i32", fuel: 1, per: [0, 16], doc: ".NET's String.CompareOrdinal: the difference of the first units that differ, else of the lengths" },
  char_category: { code: 33, params: ["i32"], result: "i32", fuel: 2, doc: ".NET's UnicodeCategory of a code point" },
  char_caseless: { code: 34, params: ["i32"], result: "str", fuel: 2, doc: "all units that differ from a unit in case only, itself among them; empty where there is no other" },
  str_find: { code: 35, params: ["i32", "str", "str", "i32"], result: "i32", fuel: 1, per: [0, 16], doc: "the index of a part that starts among as many units as the first says from an index on, or -1" },
  str_span: { code: 36, params: ["i32", "str", "i32", "any"], result: "i32", fuel: 1, per: [0, 8], raises: ["InvalidCast"], doc: "the first index, among as many as the first says from an index on, of a unit whose bit is not set in an Int32Array of four words; units from 128 on have none" },

  // numbers
  math_abs: { code: 100, params: ["f64"], result: "f64", fuel: 1, doc: "JavaScript's Math.abs" },
  math_floor: { code: 101, params: ["f64"], result: "f64", fuel: 1, doc: "JavaScript's Math.floor" },
  math_ceil: { code: 102, params: ["f64"], result: "f64", fuel: 1, doc: "JavaScript's Math.ceil" },
  math_round: { code: 103, params: ["f64"], result: "f64", fuel: 1, doc: "JavaScript's Math.round" },
  math_trunc: { code: 104, params: ["f64"], result: "f64", fuel: 1, doc: "JavaScript's Math.trunc" },
  math_sqrt: { code: 105, params: ["f64"], result: "f64", fuel: 1, doc: "JavaScript's Math.sqrt" },
  math_cbrt: { code: 106, params: ["f64"], result: "f64", fuel: 1, doc: "JavaScript's Math.cbrt" },
  math_exp: { code: 107, params: ["f64"], result: "f64", fuel: 1, doc: "JavaScript's Math.exp" },
  math_expm1: { code: 108, params: ["f64"], result: "f64", fuel: 1, doc: "JavaScript's Math.expm1" },
  math_log: { code: 109, params: ["f64"], result: "f64", fuel: 1, doc: "JavaScript's Math.log" },
  math_log2: { code: 110, params: ["f64"], result: "f64", fuel: 1, doc: "JavaScript's Math.log2" },
  math_log10: { code: 111, params: ["f64"], result: "f64", fuel: 1, doc: "JavaScript's Math.log10" },
  math_log1p: { code: 112, params: ["f64"], result: "f64", fuel: 1, doc: "JavaScript's Math.log1p" },
  math_sin: { code: 113, params: ["f64"], result: "f64", fuel: 1, doc: "JavaScript's Math.sin" },
  math_cos: { code: 114, params: ["f64"], result: "f64", fuel: 1, doc: "JavaScript's Math.cos" },
  math_tan: { code: 115, params: ["f64"], result: "f64", fuel: 1, doc: "JavaScript's Math.tan" },
  math_asin: { code: 116, params: ["f64"], result: "f64", fuel: 1, doc: "JavaScript's Math.asin" },
  math_acos: { code: 117, params: ["f64"], result: "f64", fuel: 1, doc: "JavaScript's Math.acos" },
  math_atan: { code: 118, params: ["f64"], result: "f64", fuel: 1, doc: "JavaScript's Math.atan" },
  math_sinh: { code: 119, params: ["f64"], result: "f64", fuel: 1, doc: "JavaScript's Math.sinh" },
  math_cosh: { code: 120, params: ["f64"], result: "f64", fuel: 1, doc: "JavaScript's Math.cosh" },
  math_tanh: { code: 121, params: ["f64"], result: "f64", fuel: 1, doc: "JavaScript's Math.tanh" },
  math_asinh: { code: 122, params: ["f64"], result: "f64", fuel: 1, doc: "JavaScript's Math.asinh" },
  math_acosh: { code: 123, params: ["f64"], result: "f64", fuel: 1, doc: "JavaScript's Math.acosh" },
  math_atanh: { code: 124, params: ["f64"], result: "f64", fuel: 1, doc: "JavaScript's Math.atanh" },
  math_sign: { code: 125, params: ["f64"], result: "f64", fuel: 1, doc: "JavaScript's Math.sign" },
  math_fround: { code: 126, params: ["f64"], result: "f64", fuel: 1, doc: "JavaScript's Math.fround" },
  math_pow: { code: 127, params: ["f64", "f64"], result: "f64", fuel: 1, doc: "JavaScript's Math.pow" },
  math_atan2: { code: 128, params: ["f64", "f64"], result: "f64", fuel: 1, doc: "JavaScript's Math.atan2" },
  math_min: { code: 129, params: ["f64", "f64"], result: "f64", fuel: 1, doc: "JavaScript's Math.min" },
  math_max: { code: 130, params: ["f64", "f64"], result: "f64", fuel: 1, doc: "JavaScript's Math.max" },
  math_hypot: { code: 131, params: ["f64", "f64"], result: "f64", fuel: 1, doc: "JavaScript's Math.hypot" },
  math_imul: { code: 132, params: ["i32", "i32"], result: "i32", fuel: 1, doc: "low 32 bits of the product" },
  math_clz32: { code: 133, params: ["i32"], result: "i32", fuel: 1, doc: "leading zero bits" },
  math_round_even: { code: 134, params: ["f64"], result: "f64", fuel: 1, doc: "to the nearest integer, ties to even" },

  // numbers and text
  number_parse: { code: 160, params: ["str"], result: "f64", fuel: 1, per: [0, 2], doc: "JavaScript's Number(text): NaN when it is no number" },
  number_parse_float: { code: 161, params: ["any"], result: "f64", fuel: 1, per: [0, 2], doc: "JavaScript's parseFloat" },
  number_parse_int: { code: 162, params: ["any", "any"], result: "f64", fuel: 1, per: [0, 2], doc: "JavaScript's parseInt" },
  number_to_string: { code: 163, params: ["f64", "any"], result: "str", fuel: 8, methods: ["number.toString"], doc: "shortest digits, in a radix" },
  number_to_fixed: { code: 164, params: ["f64", "any"], result: "str", fuel: 8, methods: ["number.toFixed"], raises: ["ArgumentOutOfRange"], doc: "JavaScript's toFixed" },
  number_to_exponential: { code: 165, params: ["f64", "any"], result: "str", fuel: 8, methods: ["number.toExponential"], raises: ["ArgumentOutOfRange"], doc: "JavaScript's toExponential" },
  number_to_precision: { code: 166, params: ["f64", "any"], result: "str", fuel: 8, methods: ["number.toPrecision"], raises: ["ArgumentOutOfRange"], doc: "JavaScript's toPrecision" },
  number_is_integer: { code: 167, params: ["any"], result: "bool", fuel: 1, doc: "" },
  number_is_nan: { code: 168, params: ["any"], result: "bool", fuel: 1, doc: "src is the number NaN" },
  number_is_finite: { code: 169, params: ["any"], result: "bool", fuel: 1, doc: "" },
  number_to_bits: { code: 170, params: ["f64"], result: "i64", fuel: 1, doc: "the 64 bits of a double" },
  number_from_bits: { code: 171, params: ["i64"], result: "f64", fuel: 1, doc: "the double of 64 bits" },
  number_to_bits_f32: { code: 172, params: ["f64"], result: "i32", fuel: 1, doc: "the 32 bits of a float32" },
  number_from_bits_f32: { code: 173, params: ["i32"], result: "f64", fuel: 1, doc: "the float32 of 32 bits" },
  number_of: { code: 174, params: ["any"], result: "f64", fuel: 1, raises: ["InvalidCast"], doc: "JavaScript's Number(src) of a primitive" },
  bigint_of: { code: 175, params: ["any"], result: "any", fuel: 4, raises: ["Format", "InvalidCast", "Overflow"], doc: "JavaScript's BigInt(src)" },
  bigint_to_string: { code: 176, params: ["any", "any"], result: "str", fuel: 16, per: [0, 1], methods: ["bigint.toString"], raises: ["InvalidCast", "ArgumentOutOfRange"], doc: "digits in a radix" },
  bigint_as_int_n: { code: 177, params: ["i32", "any"], result: "any", fuel: 2, raises: ["InvalidCast"], doc: "BigInt.asIntN" },
  bigint_as_uint_n: { code: 178, params: ["i32", "any"], result: "any", fuel: 2, raises: ["InvalidCast"], doc: "BigInt.asUintN" },
  bigint_to_number: { code: 179, params: ["any"], result: "f64", fuel: 1, raises: ["InvalidCast"], doc: "nearest double" },
  boolean_to_string: { code: 180, params: ["bool"], result: "str", fuel: 1, methods: ["boolean.toString"], doc: "true or false" },

  // arrays: `any` receivers may be Array or a typed array
  array_is: { code: 200, params: ["any"], result: "bool", fuel: 1, doc: "src is an array, not a typed one" },
  array_is_typed: { code: 201, params: ["any"], result: "bool", fuel: 1, doc: "src is a typed array" },
  array_js_length: { code: 202, params: ["any"], result: "i32", fuel: 1, raises: ["InvalidCast"], doc: "number of elements" },
  array_set_length: { code: 203, params: ["any", "i32"], result: "any", fuel: 1, per: [1, 8], raises: ["InvalidCast", "OutOfMemory"], doc: "truncates or extends an array by undefined" },
  array_push: { code: 204, params: ["any", "any"], result: "i32", fuel: 1, methods: ["array.push"], raises: ["InvalidCast", "OutOfMemory"], doc: "appends one item, gives the new length" },
  array_pop: { code: 205, params: ["any"], result: "any", fuel: 1, methods: ["array.pop"], raises: ["InvalidCast"], doc: "removes and gives the last item, or undefined" },
  array_shift: { code: 206, params: ["any"], result: "any", fuel: 1, per: [0, 16], methods: ["array.shift"], raises: ["InvalidCast"], doc: "removes and gives the first item, or undefined" },
  array_unshift: { code: 207, params: ["any", "any"], result: "i32", fuel: 1, per: [0, 16], methods: ["array.unshift"], raises: ["InvalidCast", "OutOfMemory"], doc: "puts one item in front" },
  array_slice: { code: 208, params: ["any", "any", "any"], result: "any", fuel: 1, per: [0, 4], methods: ["array.slice"], raises: ["InvalidCast"], doc: "copy of a part" },
  array_splice: { code: 209, params: ["any", "any", "any", "any"], result: "any", fuel: 1, per: [0, 4], raises: ["InvalidCast"], doc: "removes count items at start, inserts those of the fourth argument (an array or undefined), gives the removed" },
  array_concat: { code: 210, params: ["any", "any"], result: "any", fuel: 1, per: [0, 4], raises: ["InvalidCast", "OutOfMemory"], doc: "copy of the first followed by the second (an array, or one item)" },
  array_fill: { code: 211, params: ["any", "any", "any", "any"], result: "any", fuel: 1, per: [0, 8], methods: ["array.fill"], raises: ["InvalidCast"], doc: "fills a part with an item" },
  array_reverse: { code: 212, params: ["any"], result: "any", fuel: 1, per: [0, 4], methods: ["array.reverse"], raises: ["InvalidCast"], doc: "reverses in place" },
  array_index_of: { code: 213, params: ["any", "any", "any"], result: "i32", fuel: 1, per: [0, 8], methods: ["array.indexOf"], raises: ["InvalidCast"], doc: "first index of an item by ===, or -1" },
  array_last_index_of: { code: 214, params: ["any", "any"], result: "i32", fuel: 1, per: [0, 8], methods: ["array.lastIndexOf"], raises: ["InvalidCast"], doc: "last index of an item by ===, or -1" },
  array_includes: { code: 215, params: ["any", "any"], result: "bool", fuel: 1, per: [0, 8], methods: ["array.includes"], raises: ["InvalidCast"], doc: "contains an item" },
  array_join: { code: 216, params: ["any", "any"], result: "str", fuel: 1, per: [0, 1], methods: ["array.join"], raises: ["InvalidCast", "OutOfMemory"], doc: "items joined as strings, undefined and null empty" },
  array_copy_within: { code: 217, params: ["any", "i32", "i32", "any"], result: "any", fuel: 1, per: [0, 8], methods: ["array.copyWithin"], raises: ["InvalidCast"], doc: "JavaScript's copyWithin" },
  array_subarray: { code: 218, params: ["any", "any", "any"], result: "any", fuel: 1, per: [0, 8], methods: ["array.subarray"], raises: ["InvalidCast"], doc: "copy of a part of a typed array" },
  array_set_from: { code: 219, params: ["any", "any", "i32"], result: "any", fuel: 1, per: [1, 4], methods: ["array.set"], raises: ["InvalidCast", "ArgumentOutOfRange"], doc: "copies all items of an array into another at an offset" },
  array_new_like: { code: 220, params: ["any", "any"], result: "any", fuel: 1, per: [1, 8], raises: ["InvalidCast", "Overflow", "OutOfMemory"], doc: "an array of a length, of the host type of the first argument; an Array where that is undefined" },
  array_new: { code: 221, params: ["str", "i32"], result: "any", fuel: 1, per: [1, 8], raises: ["Overflow", "OutOfMemory"], doc: "an array of a length: Array, Int8Array, … by name" },
  array_from: { code: 222, params: ["any", "any"], result: "any", fuel: 1, per: [0, 4], raises: ["InvalidCast", "OutOfMemory"], doc: "copy of an array or typed array into one of the host type named (Array where undefined)" },
  array_type_name: { code: 223, params: ["any"], result: "str", fuel: 1, doc: "Array, Int32Array, …; empty for anything else" },
  array_sort_numbers: { code: 224, params: ["any"], result: "any", fuel: 1, per: [0, 1], raises: ["InvalidCast"], doc: "sorts a typed array in place, ascending" },

  // maps and sets: keys by JavaScript's SameValueZero, of maps not null; insertion order with .NET's free list
  map_new: { code: 260, params: [], result: "any", fuel: 4, doc: "an empty map" },
  map_get: { code: 261, params: ["any", "any"], result: "any", fuel: 4, methods: ["map.get"], raises: ["InvalidCast", "NullKey"], doc: "value of a key, or undefined" },
  map_set: { code: 262, params: ["any", "any", "any"], result: "any", fuel: 6, methods: ["map.set"], raises: ["InvalidCast", "NullKey", "OutOfMemory"], doc: "sets, gives the map" },
  map_has: { code: 263, params: ["any", "any"], result: "bool", fuel: 4, methods: ["map.has", "set.has"], raises: ["InvalidCast", "NullKey"], doc: "" },
  map_delete: { code: 264, params: ["any", "any"], result: "bool", fuel: 4, methods: ["map.delete", "set.delete"], raises: ["InvalidCast", "NullKey"], doc: "removes a key, gives whether it was there" },
  map_clear: { code: 265, params: ["any"], result: "any", fuel: 4, methods: ["map.clear", "set.clear"], raises: ["InvalidCast"], doc: "" },
  map_size: { code: 266, params: ["any"], result: "i32", fuel: 1, raises: ["InvalidCast"], doc: "number of entries of a map or set" },
  map_next: { code: 267, params: ["any", "i32"], result: "i32", fuel: 2, raises: ["InvalidCast"], doc: "index of the first live entry at or after an index, -1 at the end" },
  map_key_at: { code: 268, params: ["any", "i32"], result: "any", fuel: 1, raises: ["InvalidCast"], doc: "key of the entry at an index" },
  map_value_at: { code: 269, params: ["any", "i32"], result: "any", fuel: 1, raises: ["InvalidCast"], doc: "value of the entry at an index" },
  set_new: { code: 270, params: [], result: "any", fuel: 4, doc: "an empty set" },
  set_add: { code: 271, params: ["any", "any"], result: "any", fuel: 6, methods: ["set.add"], raises: ["InvalidCast", "OutOfMemory"], doc: "adds, gives the set" },
  weak_map_new: { code: 272, params: [], result: "any", fuel: 4, doc: "an empty weak map" },
  weak_map_get: { code: 273, params: ["any", "any"], result: "any", fuel: 4, methods: ["weak_map.get"], raises: ["InvalidCast"], doc: "" },
  weak_map_set: { code: 274, params: ["any", "any", "any"], result: "any", fuel: 6, methods: ["weak_map.set"], raises: ["InvalidCast"], doc: "" },
  weak_map_has: { code: 275, params: ["any", "any"], result: "bool", fuel: 4, methods: ["weak_map.has"], raises: ["InvalidCast"], doc: "" },
  map_is: { code: 277, params: ["any"], result: "bool", fuel: 1, doc: "whether a value is a map or set" },
  weak_map_delete: { code: 276, params: ["any", "any"], result: "bool", fuel: 4, methods: ["weak_map.delete"], raises: ["InvalidCast"], doc: "" },

  // objects: what the runtime library needs to know of a value
  value_class: { code: 320, params: ["any"], result: "i32", fuel: 1, doc: "0 undefined, 1 null, 2 bool, 3 number, 4 bigint, 5 string, 6 array, 7 typed array, 8 map, 9 set, 10 closure, 11 boxed, 12 type, 13 union, 14 record, 15 class, 16 exception, 17 tuple, 18 literal, 19 cell, 20 weak map, 21 handle" },
  object_tag: { code: 321, params: ["any"], result: "i32", fuel: 1, doc: "union tag, 0 for other objects, -1 for no object" },
  object_case: { code: 322, params: ["any"], result: "str", fuel: 1, doc: "name of the union case; empty for others" },
  object_type_name: { code: 323, params: ["any"], result: "str", fuel: 1, doc: "qualified name of an object's type; empty for others" },
  object_field_count: { code: 324, params: ["any"], result: "i32", fuel: 1, doc: "fields of an object: those of its case for a union, own and inherited slots otherwise" },
  object_field: { code: 325, params: ["any", "i32"], result: "any", fuel: 1, raises: ["IndexOutOfRange"], doc: "the field at an index" },
  object_field_name: { code: 326, params: ["any", "i32"], result: "str", fuel: 1, raises: ["IndexOutOfRange"], doc: "its name" },
  object_field_type: { code: 327, params: ["any", "i32"], result: "str", fuel: 1, raises: ["IndexOutOfRange"], doc: "its F# type text, generic parameters as 'a; empty where unknown" },
  object_type_generics: { code: 328, params: ["any"], result: "str", fuel: 1, doc: "the type's generic parameters, comma between" },
  object_equality: { code: 329, params: ["any"], result: "i32", fuel: 1, doc: "equality of its type: 0 structural, 1 custom, 2 reference, 3 none; 2 for others" },
  object_same_type: { code: 330, params: ["any", "any"], result: "bool", fuel: 1, doc: "both are objects of the very same type" },
  object_get: { code: 331, params: ["any", "str"], result: "any", fuel: 1, doc: "slot or method by name, undefined where there is none" },
  object_set: { code: 332, params: ["any", "str", "any"], result: "any", fuel: 1, raises: ["MissingMethod", "InvalidCast"], doc: "sets a slot by name" },
  object_has: { code: 333, params: ["any", "str"], result: "bool", fuel: 1, doc: "has a slot, method or getter of the name" },
  object_id: { code: 334, params: ["any"], result: "i32", fuel: 3, doc: "a number that stays the same for this object: its reference hash code" },
  box: { code: 335, params: ["str", "any"], result: "any", fuel: 3, doc: "the value boxed with its F# type text" },
  boxed_type: { code: 336, params: ["any"], result: "str", fuel: 1, doc: "F# type text of a boxed value; empty for others" },
  boxed_value: { code: 337, params: ["any"], result: "any", fuel: 1, doc: "what is in the box; other values as they are" },
  set_array_type: { code: 338, params: ["any", "str"], result: "any", fuel: 3, doc: "remembers the F# type text of an array that became obj; gives the array" },
  array_type: { code: 339, params: ["any"], result: "str", fuel: 1, doc: "the remembered F# type text; empty where none" },
  type_of_object: { code: 340, params: ["any"], result: "any", fuel: 1, doc: "the first-class type of an object, undefined for others" },
  type_name: { code: 341, params: ["any"], result: "str", fuel: 1, doc: "qualified name of a first-class type; empty for others" },
  closure_arity: { code: 342, params: ["any"], result: "i32", fuel: 1, doc: "number of parameters of a closure, -1 for others" },
  stack_trace: { code: 343, params: [], result: "str", fuel: 64, doc: "the guest's stack trace from the caller on" },
  object_implements: { code: 344, params: ["any", "str"], result: "bool", fuel: 2, doc: "the type of an object, or a base of it, declares the interface of the name; a name without type arguments matches any, a type parameter of the class's own any type" },
  is_number: { code: 345, params: ["any"], result: "bool", fuel: 1, doc: "whether a value is a number" },
  is_text: { code: 346, params: ["any"], result: "bool", fuel: 1, doc: "whether a value is a string" },
});

export type Builtin = keyof typeof builtins;
export const builtinNames = Object.keys(builtins) as readonly Builtin[];

/** With holes. */
export const builtinsByCode: readonly (BuiltinSpec | undefined)[] = (() => {
  const byCode: BuiltinSpec[] = [];
  for (const name in builtins) {
    const spec: BuiltinSpec = builtins[name as Builtin];
    byCode[spec.code] = spec;
  }
  return byCode;
})();
