import {
  array_is,
  array_is_typed,
  boxed_type,
  boxed_value,
  number_to_bits,
  number_to_bits_f32,
  object_equality,
  object_field,
  object_field_count,
  object_has,
  object_id,
  object_same_type,
  object_tag,
  object_type_name,
  str_char_code_at,
  str_compare_ordinal,
  str_hash,
  value_class,
} from "fusabi:builtin";
import { sameShape } from "./array-shape.ts";
import { ArgumentException, FSharpException } from "./exceptions.ts";

/*
 * F#'s structural equality, comparison and hash on values whose type is not known where they are compared.
 * The last field of an object is compared by a tail call, so that right-nested data needs no stack.
 * Value classes are those of the builtin `value_class`.
 */

/** Fields before this index are an exception's own (message, inner exception, stack trace). */
const firstExceptionField: int32 = 3;

/** F#'s `=`: NaN is not equal to itself. */
export function equals(x: any, y: any): boolean {
  return x === y || equalValues(x, y, false);
}
/** Equals, by which NaN is equal to itself, and arrays are equal to themselves only. */
export function same(x: any, y: any): boolean {
  return x === y || (!array_is(x) && !array_is_typed(x) && equalValues(x, y, true));
}

/** `reflexive` says whether NaN is equal to itself. */
function equalValues(x: any, y: any, reflexive: boolean): boolean {
  if (x == null || y == null) return x == null && y == null;
  switch (value_class(x)) {
    case 3:
      return reflexive && x !== x && y !== y;
    case 6:
    case 7:
      return equalArrays(x, y);
    case 11:
      return value_class(y) === 11 && boxed_type(x) === boxed_type(y) && equalParts(boxed_value(x), boxed_value(y), reflexive);
    case 13:
    case 14:
    case 17:
      if (object_equality(x) === 1) return x.Equals(y);
      if (object_equality(x) === 2) return false;
      if (!object_same_type(x, y) || object_tag(x) !== object_tag(y)) return false;
      return equalFields(x, y, 0, reflexive);
    case 15:
      if (object_has(x, "Equals")) return x.Equals(y);
      if (object_equality(x) === 0 && object_same_type(x, y)) return equalFields(x, y, 0, reflexive);
      return false;
    case 16:
      if (!(x instanceof FSharpException) || !object_same_type(x, y)) return false;
      return equalFields(x, y, firstExceptionField, reflexive);
    case 18:
      if (object_has(x, "Equals")) return x.Equals(y);
      if (object_equality(x) === 0 && object_same_type(x, y)) return equalFields(x, y, 0, reflexive);
      return false;
    default:
      return false;
  }
}

function equalParts(x: any, y: any, reflexive: boolean): boolean {
  return x === y || equalValues(x, y, reflexive);
}

function equalFields(x: any, y: any, from: int32, reflexive: boolean): boolean {
  const last: int32 = object_field_count(x) - 1;
  if (last < from) return true;
  for (let i: int32 = from; i < last; i++) {
    if (!equalParts(object_field(x, i), object_field(y, i), reflexive)) return false;
  }
  return equalParts(object_field(x, last), object_field(y, last), reflexive);
}

export function equalArraysWith(x: any, y: any, eq: any): boolean {
  if (x == null) return y == null;
  if (y == null) return false;
  const count: int32 = x.length;
  if (count !== y.length) return false;
  for (let i: int32 = 0; i < count; i++) {
    if (!eq(x[i], y[i])) return false;
  }
  return true;
}

export function equalArrays(x: any, y: any): boolean {
  if (x === y) return true;
  if (x == null || y == null) return x == null && y == null;
  if (!array_is(y) && !array_is_typed(y)) return false;
  const count: int32 = x.length;
  if (count !== y.length || !sameShape(x, y)) return false;
  for (let i: int32 = 0; i < count; i++) {
    if (!equals(x[i], y[i])) return false;
  }
  return true;
}

export function physicalEquals(x: any, y: any): boolean {
  return x === y;
}

/** F#'s `compare`: NaN is before all numbers. */
export function compare(x: any, y: any): int32 {
  return x === y ? 0 : compareValues(x, y, 0);
}
/** What `<` and `<=` ask: whatever meets a NaN is greater … */
export function compareBelow(x: any, y: any): int32 {
  return compareValues(x, y, 1);
}
/** … and `>` and `>=`: less. */
export function compareAbove(x: any, y: any): int32 {
  return compareValues(x, y, -1);
}

/** `unordered` is the answer about NaN, 0 where it is ordered. */
function compareValues(x: any, y: any, unordered: int32): int32 {
  if (x == null) return y == null ? 0 : -1;
  if (y == null) return 1;
  switch (value_class(x)) {
    case 2:
    case 3:
    case 4:
      if (x < y) return -1;
      if (x > y) return 1;
      if (x === y) return 0;
      return unordered === 0 ? comparePrimitives(x, y) : unordered;
    case 5:
      return typeof y === "string" ? str_compare_ordinal(x, y) : failComparison(x);
    case 6:
    case 7:
      return array_is(y) || array_is_typed(y) ? compareArraysWith(x, y, unordered === 0 ? compare : unordered > 0 ? compareBelow : compareAbove) : failComparison(x);
    case 11:
      return compareValues(boxed_value(x), boxed_value(y), unordered);
    case 13:
    case 14:
    case 17: {
      const kind: int32 = object_equality(x);
      if (kind !== 0) return object_has(x, "CompareTo") ? x.CompareTo(y) : failComparison(x);
      if (!object_same_type(x, y)) return failComparison(x);
      const difference: int32 = object_tag(x) - object_tag(y);
      return difference === 0 ? compareFields(x, y, 0, unordered) : difference;
    }
    default:
      if (object_has(x, "CompareTo")) return x.CompareTo(y);
      if (object_equality(x) === 0 && object_same_type(x, y)) return compareFields(x, y, 0, unordered);
      return failComparison(x);
  }
}

function compareFields(x: any, y: any, from: int32, unordered: int32): int32 {
  const last: int32 = object_field_count(x) - 1;
  if (last < from) return 0;
  for (let i: int32 = from; i < last; i++) {
    const order: int32 = compareValues(object_field(x, i), object_field(y, i), unordered);
    if (order !== 0) return order;
  }
  return compareValues(object_field(x, last), object_field(y, last), unordered);
}

function failComparison(x: any): int32 {
  throw new ArgumentException(
    "Failure during generic comparison: the type '" +
      object_type_name(x) +
      "' does not implement the System.IComparable interface. This error may be arise from the use of a function such as 'compare', 'max' or 'min' or a data structure such as 'Set' or 'Map' whose keys contain instances of this type.",
  );
}

/** NaN is equal to itself and less than every other number, as Double.CompareTo says. */
export function comparePrimitives(x: any, y: any): int32 {
  if (x < y) return -1;
  if (x > y) return 1;
  if (x === y) return 0;
  if (x == null || y == null) return x == null ? (y == null ? 0 : -1) : 1;
  if (x !== x) return y !== y ? 0 : -1;
  return 1;
}

export function compare_float(x: float64, y: float64): int32 {
  if (x < y) return -1;
  if (x > y) return 1;
  if (x === y) return 0;
  if (x === x) return 1;
  return y === y ? -1 : 0;
}
export function compare_float_below(x: float64, y: float64): int32 {
  if (x < y) return -1;
  return x === y ? 0 : 1;
}
export function compare_float_above(x: float64, y: float64): int32 {
  if (x > y) return 1;
  return x === y ? 0 : -1;
}
export function same_float(x: float64, y: float64): boolean {
  return x === y || (x !== x && y !== y);
}
export function compare_string(x: string, y: string): int32 {
  if (x == null) return y == null ? 0 : -1;
  return y == null ? 1 : str_compare_ordinal(x, y);
}

export function compareArraysWith(x: any, y: any, comparer: any): int32 {
  if (x == null) return y == null ? 0 : -1;
  if (y == null) return 1;
  const count: int32 = x.length;
  const other: int32 = y.length;
  if (count !== other) return count < other ? -1 : 1;
  for (let i: int32 = 0; i < count; i++) {
    const order: int32 = comparer(x[i], y[i]);
    if (order !== 0) return order;
  }
  return 0;
}

export function compareArrays(x: any, y: any): int32 {
  return compareArraysWith(x, y, compare);
}

export function min(comparer: any, x: any, y: any): any {
  return comparer(x, y) < 0 ? x : y;
}
export function max(comparer: any, x: any, y: any): any {
  return comparer(x, y) < 0 ? y : x;
}
export function clamp(comparer: any, value: any, low: any, high: any): any {
  return comparer(value, low) < 0 ? low : comparer(value, high) > 0 ? high : value;
}

/** How many elements of an array or list a hash looks at. */
export const hashedElements: int32 = 18;
const goldenRatio: int32 = -1640531527;

/** F#'s `hash`. */
export function structuralHash(x: any): int32 {
  if (x == null) return 0;
  switch (value_class(x)) {
    case 2:
      return x ? 1 : 0;
    case 3:
      return numberHash(x);
    case 4:
      return bigintHash(x);
    case 5:
      return str_hash(x);
    case 6:
    case 7:
      return arrayHash(x);
    case 11:
      return structuralHash(boxed_value(x));
    case 17:
      return tupleHash(x);
    case 13:
    case 14:
      if (object_equality(x) === 1) return x.GetHashCode();
      if (object_equality(x) === 2) return object_id(x);
      return fieldsHash(x, 0);
    case 15:
    case 18:
      if (object_has(x, "GetHashCode")) return x.GetHashCode();
      if (object_equality(x) === 0) return fieldsHash(x, 0);
      return object_id(x);
    case 16:
      return x instanceof FSharpException ? fieldsHash(x, firstExceptionField) : object_id(x);
    default:
      return object_id(x);
  }
}

function fieldsHash(x: any, from: int32): int32 {
  let hash: int32 = object_tag(x);
  for (let i: int32 = object_field_count(x) - 1; i >= from; i--) {
    hash = (goldenRatio + ((structuralHash(object_field(x, i)) + (((hash << 6) + (hash >> 2)) | 0)) | 0)) | 0;
  }
  return hash;
}

function tupleHash(x: any): int32 {
  const count: int32 = object_field_count(x);
  if (count === 0) return 0;
  let hash: int32 = structuralHash(object_field(x, 0));
  if (count >= 4) {
    hash = combineTwo(combineTwo(hash, structuralHash(object_field(x, 1))), combineTwo(structuralHash(object_field(x, 2)), structuralHash(object_field(x, 3))));
    for (let i: int32 = 4; i < count; i++) hash = combineTwo(hash, structuralHash(object_field(x, i)));
    return hash;
  }
  for (let i: int32 = 1; i < count; i++) hash = combineTwo(hash, structuralHash(object_field(x, i)));
  return hash;
}

function combineTwo(first: int32, second: int32): int32 {
  return (((first << 5) + first) | 0) ^ second;
}

export function combineHashCodes(hashes: any): int32 {
  let hash: int32 = 0;
  const count: int32 = hashes.length;
  for (let i: int32 = 0; i < count; i++) hash = combineTwo(hash, hashes[i]);
  return hash;
}

export function arrayHash(x: any): int32 {
  let i: int32 = x.length - 1;
  if (i > hashedElements) i = hashedElements;
  let hash: int32 = 0;
  while (i >= 0) {
    hash = ((hash << 1) + structuralHash(x[i]) + Math.imul(631, i)) | 0;
    i--;
  }
  return hash;
}

export function numberHash(x: any): int32 {
  const integer: int32 = x | 0;
  if (integer === x) return integer;
  if (x !== x) return 2146435072;
  return bigintHash(number_to_bits(x));
}

/** Hashes of primitives as their .NET types have them; without its type an integer is its own. */
export function hash_int8(x: int32): int32 {
  return x ^ (x << 8);
}
export function hash_int16(x: int32): int32 {
  return (x & 65535) | (x << 16);
}
export function hash_uint32(x: uint32): int32 {
  return x | 0;
}
export function hash_char(x: string): int32 {
  const unit: int32 = str_char_code_at(x, 0);
  return unit | (unit << 16);
}
/** Both zeros and every NaN have one hash each. */
export function hash_float64(x: float64): int32 {
  if (x !== x) return 2146435072;
  return x === 0 ? 0 : bigintHash(number_to_bits(x));
}
export function hash_float32(x: float64): int32 {
  if (x !== x) return 2139095040;
  return x === 0 ? 0 : number_to_bits_f32(x);
}

export function bigintHash(x: any): int32 {
  const low: int32 = Number(BigInt.asIntN(32, x));
  const high: int32 = Number(BigInt.asIntN(32, x >> 32n));
  return low ^ high;
}

export function hash_string(x: string): int32 {
  return x == null ? 0 : str_hash(x);
}
export function stringHash(x: string): int32 {
  return str_hash(x);
}

export function fastStructuralHash(x: any): int32 {
  return structuralHash(x);
}

export function safeHash(x: any): int32 {
  return structuralHash(x);
}

/** `x.GetHashCode()`: arrays have that of their identity. */
export function identityHash(x: any): int32 {
  const kind: int32 = value_class(x);
  return kind === 6 || kind === 7 ? object_id(x) : structuralHash(x);
}

/** The hash of LanguagePrimitives.PhysicalHash and of HashIdentity.Reference. */
export function physicalHash(x: any): int32 {
  if (x == null) return 0;
  switch (value_class(x)) {
    case 2:
    case 3:
    case 4:
    case 5:
      return structuralHash(x);
    default:
      return object_id(x);
  }
}

export function sameConstructor(x: any, y: any): boolean {
  return object_same_type(x, y);
}
