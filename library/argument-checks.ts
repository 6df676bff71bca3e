// The argument errors that .NET's methods share, with their texts.
import { ArgumentException, ArgumentNullException, ArgumentOutOfRangeException, NullReferenceException } from "./exceptions.ts";

/** An ArgumentOutOfRangeException that also tells the value. */
export function outOfRange(parameter: string, value: any, message: string): ArgumentOutOfRangeException {
  const result: ArgumentOutOfRangeException = new ArgumentOutOfRangeException(parameter, message);
  result.message = result.message + "\nActual value was " + value + ".";
  return result;
}

// What raises is a function of its own, so that a check is small enough to stand where it is asked for.

export const checkNotNegative = (value: int32, parameter: string): void => {
  if (value < 0) failNegative(value, parameter);
};
const failNegative = (value: int32, parameter: string): void => {
  throw outOfRange(parameter, value, parameter + " ('" + value + "') must be a non-negative value.");
};

export const checkNotNull = (value: any, parameter: string): void => {
  if (value == null) failNull(parameter);
};
const failNull = (parameter: string): void => {
  throw new ArgumentNullException(parameter);
};

/** The receiver of a method. */
export const checkReceiver = (value: any): void => {
  if (value == null) failNullReceiver();
};
export const failNullReceiver = (): void => {
  throw new NullReferenceException();
};

/** The same of arrays and their parts, which .NET says in other words. */
export const checkSign = (value: int32, parameter: string): void => {
  if (value < 0) throw new ArgumentOutOfRangeException(parameter, "Non-negative number required.");
};

/** … and of capacities, with no words of its own. */
export const checkInRange = (value: int32, parameter: string): void => {
  if (value < 0) throw new ArgumentOutOfRangeException(parameter);
};

/** Of copying a collection to a part of an array. */
export const checkRoom = (target: any, index: int32, count: int32, parameter: string): void => {
  checkNotNull(target, "array");
  checkNotNegative(index, parameter);
  if (count > target.length - index) failRoom();
};
const failRoom = (): void => {
  throw new ArgumentException("Destination array is not long enough to copy all the items in the collection. Check array index and length.");
};

export const checkMost = (value: int32, most: int32, parameter: string): void => {
  if (value > most) throw outOfRange(parameter, value, parameter + " ('" + value + "') must be less than or equal to '" + most + "'.");
};

/** Of an index among items or units; `end` is "or equal to " where the place behind the last one is admitted. */
export const failIndex = (parameter: string, end: string): void => {
  throw new ArgumentOutOfRangeException(parameter, "Index was out of range. Must be non-negative and less than " + end + "the size of the collection.");
};
/** Of a part that reaches behind the end. */
export const failPart = (): void => {
  throw new ArgumentException("Offset and length were out of bounds for the array or count is greater than the number of elements from index to the end of the source collection.");
};
export const failCount = (): void => {
  throw new ArgumentOutOfRangeException("count", "Count must be positive and count must refer to a location within the string/array/collection.");
};
export const checkStart = (start: int32, size: int32): void => {
  if (start < 0 || start > size) failIndex("startIndex", "or equal to ");
};
/** Of a search for `count` of them from `start` on. */
export const checkForward = (start: int32, count: int32, size: int32): void => {
  checkStart(start, size);
  if (count < 0 || count > size - start) failCount();
};
