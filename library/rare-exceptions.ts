// Exceptions that programs seldom make themselves, and rare ways to make common ones.
import { outOfRange } from "./argument-checks.ts";
import { ArgumentException, ArgumentOutOfRangeException, type Exception, MissingMethodException, ObjectDisposedException, SystemException } from "./exceptions.ts";
import { to_string } from "./format-text.ts";

class ArrayTypeMismatchException extends SystemException {
  static readonly $type: string = "System.ArrayTypeMismatchException";
  constructor(message?: any, innerException?: any) {
    super(message ?? "Attempted to access an element as a type incompatible with the array.", innerException);
  }
}

class TypeInitializationException extends SystemException {
  static readonly $type: string = "System.TypeInitializationException";
  TypeName: any;
  constructor(typeName: any, innerException?: any) {
    super("The type initializer for '" + (typeName ?? "") + "' threw an exception.", innerException);
    this.TypeName = typeName;
  }
}

class CultureNotFoundException extends ArgumentException {
  static readonly $type: string = "System.Globalization.CultureNotFoundException";
  constructor(message?: any, paramName?: any) {
    super(message ?? "Culture is not supported.", paramName);
  }
}

export const createArrayTypeMismatch = (message?: any, inner?: any): Exception => new ArrayTypeMismatchException(message, inner);
export const createTypeInitialization = (typeName: any, inner?: any): Exception => new TypeInitializationException(typeName, inner);
/** A message, or the parameter and the message. */
export const createCultureNotFound = (first?: any, second?: any): Exception =>
  typeof second === "string" ? new CultureNotFoundException(second, first) : new CultureNotFoundException(first);
export const createMissingMethod = (message?: any, inner?: any): Exception => new MissingMethodException(message, inner);
/** The object's name, before a message or an inner exception. */
export const createObjectDisposed = (name?: any, second?: any): Exception =>
  typeof second === "string" ? new ObjectDisposedException(name, second) : new ObjectDisposedException(name);
/** `ArgumentOutOfRangeException(parameter, value, message)`: nothing is said of a null. */
export const createOutOfRange = (parameter: any, value: any, message: any): Exception =>
  value == null ? new ArgumentOutOfRangeException(parameter, message) : outOfRange(parameter, to_string(value), message);
