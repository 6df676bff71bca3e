// The argument errors of .NET's string methods, with their texts.
import { ArgumentNullException, ArgumentOutOfRangeException, NullReferenceException } from "./exceptions.ts";

/** An ArgumentOutOfRangeException that also tells the value. */
export function outOfRange(parameter: string, value: any, message: string): ArgumentOutOfRangeException {
  const result: ArgumentOutOfRangeException = new ArgumentOutOfRangeException(parameter, message);
  result.message = result.message + "\nActual value was " + value + ".";
  return result;
}

export const checkNotNegative = (value: int32, parameter: string): void => {
  if (value < 0) throw outOfRange(parameter, value, parameter + " ('" + value + "') must be a non-negative value.");
};

export const checkNotNull = (value: any, parameter: string): void => {
  if (value == null) throw new ArgumentNullException(parameter);
};

/** The receiver of a method. */
export const checkReceiver = (value: any): void => {
  if (value == null) throw new NullReferenceException();
};
