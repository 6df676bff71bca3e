import { array_fill, array_is, array_is_typed, array_set_from, array_set_length, array_slice, map_clear, map_size, math_round_even, object_has, value_class } from "fusabi:builtin";
import { getEnumerator } from "./enumerators.ts";
import { compare } from "./equality.ts";
import { ArgumentException, ArgumentOutOfRangeException, ArithmeticException, Exception, InvalidOperationException } from "./exceptions.ts";

export function isArrayLike(x: any): boolean {
  return array_is(x) || array_is_typed(x);
}
export function isMutableArray(x: any): boolean {
  return array_is(x) || array_is_typed(x);
}
export function isComparer(x: any): boolean {
  return x != null && object_has(x, "Compare");
}
export function isComparable(x: any): boolean {
  return x != null && object_has(x, "CompareTo");
}
export function isEquatable(x: any): boolean {
  return x != null && object_has(x, "Equals");
}
export function isHashable(x: any): boolean {
  return x != null && object_has(x, "GetHashCode");
}
export function isDisposable(x: any): boolean {
  return x != null && object_has(x, "Dispose");
}
export function disposeSafe(x: any): void {
  if (x != null && object_has(x, "Dispose")) x.Dispose();
}
export function defaultOf(): any {
  return undefined;
}

export class Comparer {
  Compare: any;
  constructor(f?: any) {
    this.Compare = f ?? compare;
  }
}

export function comparerFromEqualityComparer(comparer: any): any {
  if (isComparer(comparer)) return new Comparer((x: any, y: any): any => comparer.Compare(x, y));
  return new Comparer((x: any, y: any): any => {
    const xHash: int32 = comparer.GetHashCode(x);
    const yHash: int32 = comparer.GetHashCode(y);
    if (xHash === yHash) return comparer.Equals(x, y) ? 0 : -1;
    return xHash < yHash ? -1 : 1;
  });
}

/** As .NET's Lazy: the factory runs once, what it raises is raised again each time. */
export class Lazy {
  static readonly $type: string = "System.Lazy";
  factory: any;
  created: any;
  failure: any;
  /** 0 not started, 1 running, 2 created, 3 failed */
  state: int32;

  constructor(factory: any) {
    this.factory = factory;
    this.created = undefined;
    this.failure = undefined;
    this.state = 0;
  }

  get Value(): any {
    if (this.state === 2) return this.created;
    if (this.state === 3) throw this.failure;
    if (this.state === 1) throw new InvalidOperationException("ValueFactory attempted to access the Value property of this instance.");
    this.state = 1;
    try {
      this.created = this.factory();
    } catch (e) {
      this.failure = e;
      this.state = 3;
      throw e;
    }
    this.factory = undefined;
    this.state = 2;
    return this.created;
  }

  get IsValueCreated(): boolean {
    return this.state === 2;
  }

  toString(): string {
    return this.state === 2 ? "" + this.created : "Value is not created.";
  }
}

export function lazyFromValue(value: any): Lazy {
  const lazy: Lazy = new Lazy(undefined);
  lazy.created = value;
  lazy.state = 2;
  return lazy;
}

export function assertEqual(actual: any, expected: any, message?: any): void {
  if (compareForAssert(actual, expected)) return;
  throw new Exception(message ?? "Expected and actual values differ.");
}
export function assertNotEqual(actual: any, expected: any, message?: any): void {
  if (!compareForAssert(actual, expected)) return;
  throw new Exception(message ?? "Expected and actual values are the same.");
}
function compareForAssert(actual: any, expected: any): boolean {
  return compare(actual, expected) === 0;
}

/** .NET's Math.Round: ties to even. */
/** Math.Round; the mode is a System.MidpointRounding. */
export function round(value: any, digits?: any, mode?: any): any {
  const places: int32 = digits ?? 0;
  if (places < 0 || places > 15) throw new ArgumentOutOfRangeException("digits", "Rounding digits must be between 0 and 15, inclusive.");
  const way: int32 = mode ?? 0;
  if (places === 0) return roundWhole(value, way);
  if (!(Math.abs(value) < 1e16)) return value;
  const power: float64 = 10 ** places;
  return roundWhole(value * power, way) / power;
}
function roundWhole(x: float64, mode: int32): float64 {
  switch (mode) {
    case 0:
      return math_round_even(x);
    case 1:
      return Math.trunc(x + (x < 0 ? -0.49999999999999994 : 0.49999999999999994));
    case 2:
      return Math.trunc(x);
    case 3:
      return Math.floor(x);
    default:
      return Math.ceil(x);
  }
}

export function signOfFloat(x: float64): int32 {
  if (x !== x) throw new ArithmeticException("Function does not accept floating point Not-a-Number values.");
  return x > 0 ? 1 : x < 0 ? -1 : 0;
}

export function sign(x: any): any {
  return x > 0 ? 1 : x < 0 ? -1 : 0;
}

/** The Count of anything enumerable. */
export function count(collection: any): int32 {
  switch (value_class(collection)) {
    case 6:
    case 7:
      return collection.length;
    case 8:
    case 9:
      return map_size(collection);
    default: {
      let n: int32 = 0;
      const e: any = getEnumerator(collection);
      while (e["System.Collections.IEnumerator.MoveNext"]()) n++;
      return n;
    }
  }
}

export function clear(collection: any): void {
  switch (value_class(collection)) {
    case 6:
      array_set_length(collection, 0);
      break;
    case 7:
      array_fill(collection, 0, 0, collection.length);
      break;
    case 8:
    case 9:
      map_clear(collection);
      break;
    default:
      collection.clear();
  }
}

function failCopy(paramName: string, rule: string, value: int32): void {
  const e: ArgumentOutOfRangeException = new ArgumentOutOfRangeException(paramName, paramName + " ('" + value + "') " + rule + ".");
  e.message = e.message + "\nActual value was " + value + ".";
  throw e;
}
export function copyToArray(source: any, sourceIndex: int32, target: any, targetIndex: int32, count: int32): void {
  if (count < 0) failCopy("length", "must be a non-negative value", count);
  if (sourceIndex < 0) failCopy("sourceIndex", "must be greater than or equal to '0'", sourceIndex);
  if (targetIndex < 0) failCopy("destinationIndex", "must be greater than or equal to '0'", targetIndex);
  const sourceEnd: int32 = sourceIndex + count;
  const targetEnd: int32 = targetIndex + count;
  if (sourceEnd > source.length) {
    throw new ArgumentException("Source array was not long enough. Check the source index, length, and the array's lower bounds.", "sourceArray");
  }
  if (targetEnd > target.length) {
    throw new ArgumentException("Destination array was not long enough. Check the destination index, length, and the array's lower bounds.", "destinationArray");
  }
  array_set_from(target, array_slice(source, sourceIndex, sourceEnd), targetIndex);
}
