import { failNullReceiver } from "./argument-checks.ts";
import { compare, equals, structuralHash } from "./equality.ts";
import { ArgumentException, InvalidOperationException } from "./exceptions.ts";

/** Some of a value that is None or Some itself: other options are erased. */
export class Some {
  value: any;
  constructor(value: any) {
    this.value = value;
  }
  GetHashCode(): int32 {
    return structuralHash(this.value);
  }
  Equals(other: any): boolean {
    return other instanceof Some && equals(this.value, other.value);
  }
  CompareTo(other: any): int32 {
    if (other == null) return 1;
    return compare(this.value, other instanceof Some ? other.value : other);
  }
}

export function some(x: any): any {
  return x == null || x instanceof Some ? new Some(x) : x;
}
/** What is raised stands beside it, so that reading a value is small enough to be in its callers. */
function noValue(): void {
  throw new ArgumentException("The option value was None", "option");
}
export function value(x: any): any {
  if (x == null) noValue();
  return x instanceof Some ? (x as Some).value : x;
}
/** `x.Value` of an option: None is null. */
export function optionValue(x: any): any {
  if (x == null) failNullReceiver();
  return unwrap(x);
}
function noStructValue(): void {
  throw new InvalidOperationException("ValueOption.Value");
}
export function valueOptionValue(x: any): any {
  if (x == null) noStructValue();
  return unwrap(x);
}
export function unwrap(option: any): any {
  return option instanceof Some ? (option as Some).value : option;
}
export function nonNullValue(x: any): any {
  if (x == null) throw new InvalidOperationException("Nullable object must have a value.");
  return x;
}
export function ofNullable(x: any): any {
  return x == null ? undefined : x;
}
export function toNullable(x: any): any {
  return x == null ? undefined : value(x);
}
export function flatten(x: any): any {
  return x == null ? undefined : value(x);
}
export function toArray(option: any): any {
  return option == null ? [] : [value(option)];
}
export function defaultArg(option: any, fallback: any): any {
  return option == null ? fallback : value(option);
}
export function orElse(option: any, ifNone: any): any {
  return option == null ? ifNone : option;
}
export function map(mapping: any, option: any): any {
  return option == null ? undefined : some(mapping(value(option)));
}
export function tryOp(op: any, arg: any): any {
  try {
    return some(op(arg));
  } catch (_e) {
    return undefined;
  }
}
