import { object_has, object_type_name } from "fusabi:builtin";
import { nestedName } from "./type-nesting.ts";

/** Every exception starts with these slots, in this order: the machine fills them when it raises one itself. */
export class Exception {
  static readonly $type: string = "System.Exception";
  message: string;
  innerException: any;
  stackTrace: any;

  constructor(message?: any, innerException?: any) {
    this.message = message ?? "Exception of type '" + nestedName(object_type_name(this)) + "' was thrown.";
    this.innerException = innerException ?? undefined;
    this.stackTrace = undefined;
  }

  toString(): string {
    return describeException(this);
  }
}

/** What `.Message` reads. */
export function getExceptionMessage(e: any): string {
  if (object_has(e, "System.Exception.get_Message")) return e["System.Exception.get_Message"]();
  return e.message ?? "";
}

/** The innermost exception. */
export function baseException(e: any): any {
  let inner: any = e;
  while (inner.innerException != null) inner = inner.innerException;
  return inner;
}

/** What .NET's ToString gives: the type, the message, inner exceptions, the stack trace. */
export function describeException(e: any): string {
  const message: string = getExceptionMessage(e);
  let text: string = nestedName(object_type_name(e));
  if (message !== "") text = text + ": " + message;
  if (e.innerException != null) {
    text = text + "\n ---> " + e.innerException.toString() + "\n   --- End of inner exception stack trace ---";
  }
  return e.stackTrace == null || e.stackTrace === "" ? text : text + "\n" + e.stackTrace;
}

/** F# exceptions (`exception E of …`): equality is structural over the fields that follow an exception's own slots. */
export class FSharpException extends Exception {
  static readonly $type: string = "Microsoft.FSharp.Core.FSharpException";
  constructor() {
    super("");
  }
}

export class MatchFailureException extends FSharpException {
  static readonly $type: string = "Microsoft.FSharp.Core.MatchFailureException";
  arg1: any;
  arg2: int32;
  arg3: int32;

  constructor(arg1: any, arg2: any, arg3: any) {
    super();
    this.arg1 = arg1;
    this.arg2 = arg2 | 0;
    this.arg3 = arg3 | 0;
  }

  "System.Exception.get_Message"(): string {
    return "The match cases were incomplete";
  }
}

export class SystemException extends Exception {
  static readonly $type: string = "System.SystemException";
  constructor(message?: any, innerException?: any) {
    super(message ?? "System error.", innerException);
  }
}

export class ApplicationException extends Exception {
  static readonly $type: string = "System.ApplicationException";
  constructor(message?: any, innerException?: any) {
    super(message ?? "Error in the application.", innerException);
  }
}

export class ArithmeticException extends SystemException {
  static readonly $type: string = "System.ArithmeticException";
  constructor(message?: any, innerException?: any) {
    super(message ?? "Overflow or underflow in the arithmetic operation.", innerException);
  }
}

export class DivideByZeroException extends ArithmeticException {
  static readonly $type: string = "System.DivideByZeroException";
  constructor(message?: any, innerException?: any) {
    super(message ?? "Attempted to divide by zero.", innerException);
  }
}

export class NotFiniteNumberException extends ArithmeticException {
  static readonly $type: string = "System.NotFiniteNumberException";
  constructor(message?: any, innerException?: any) {
    super(message ?? "Number encountered was not a finite quantity.", innerException);
  }
}

export class OverflowException extends ArithmeticException {
  static readonly $type: string = "System.OverflowException";
  constructor(message?: any, innerException?: any) {
    super(message ?? "Arithmetic operation resulted in an overflow.", innerException);
  }
}

/** What System.Convert raises: `an Int32`. */
export function failOverflow(type: string): any {
  throw new OverflowException("Value was either too large or too small for " + type + ".");
}

export class FormatException extends SystemException {
  static readonly $type: string = "System.FormatException";
  constructor(message?: any, innerException?: any) {
    super(message ?? "One of the identified items was in an invalid format.", innerException);
  }
}

export class IndexOutOfRangeException extends SystemException {
  static readonly $type: string = "System.IndexOutOfRangeException";
  constructor(message?: any, innerException?: any) {
    super(message ?? "Index was outside the bounds of the array.", innerException);
  }
}

export class InvalidOperationException extends SystemException {
  static readonly $type: string = "System.InvalidOperationException";
  constructor(message?: any, innerException?: any) {
    super(message ?? "Operation is not valid due to the current state of the object.", innerException);
  }
}

export class InvalidCastException extends SystemException {
  static readonly $type: string = "System.InvalidCastException";
  constructor(message?: any, innerException?: any) {
    super(message ?? "Specified cast is not valid.", innerException);
  }
}

export class NotImplementedException extends SystemException {
  static readonly $type: string = "System.NotImplementedException";
  constructor(message?: any, innerException?: any) {
    super(message ?? "The method or operation is not implemented.", innerException);
  }
}

export class NotSupportedException extends SystemException {
  static readonly $type: string = "System.NotSupportedException";
  constructor(message?: any, innerException?: any) {
    super(message ?? "Specified method is not supported.", innerException);
  }
}

export class NullReferenceException extends SystemException {
  static readonly $type: string = "System.NullReferenceException";
  constructor(message?: any, innerException?: any) {
    super(message ?? "Object reference not set to an instance of an object.", innerException);
  }
}

export class OutOfMemoryException extends SystemException {
  static readonly $type: string = "System.OutOfMemoryException";
  constructor(message?: any, innerException?: any) {
    super(message ?? "Insufficient memory to continue the execution of the program.", innerException);
  }
}

export class RankException extends SystemException {
  static readonly $type: string = "System.RankException";
  constructor(message?: any, innerException?: any) {
    super(message ?? "Attempted to operate on an array with the incorrect number of dimensions.", innerException);
  }
}

export class StackOverflowException extends SystemException {
  static readonly $type: string = "System.StackOverflowException";
  constructor(message?: any, innerException?: any) {
    super(message ?? "Operation caused a stack overflow.", innerException);
  }
}

export class TimeoutException extends SystemException {
  static readonly $type: string = "System.TimeoutException";
  constructor(message?: any, innerException?: any) {
    super(message ?? "The operation has timed out.", innerException);
  }
}

export class MemberAccessException extends SystemException {
  static readonly $type: string = "System.MemberAccessException";
  constructor(message?: any, innerException?: any) {
    super(message ?? "Cannot access member.", innerException);
  }
}

export class MissingMemberException extends MemberAccessException {
  static readonly $type: string = "System.MissingMemberException";
  constructor(message?: any, innerException?: any) {
    super(message ?? "Attempted to access a missing member.", innerException);
  }
}

export class MissingMethodException extends MissingMemberException {
  static readonly $type: string = "System.MissingMethodException";
  constructor(message?: any, innerException?: any) {
    super(message ?? "Attempted to access a missing member.", innerException);
  }
}

export class ObjectDisposedException extends InvalidOperationException {
  static readonly $type: string = "System.ObjectDisposedException";
  objectName: any;
  constructor(objectName?: any, message?: any) {
    const text: string = message ?? "Cannot access a disposed object.";
    super(objectName == null || objectName === "" ? text : text + "\nObject name: '" + objectName + "'.");
    this.objectName = objectName;
  }
}

export class OperationCanceledException extends SystemException {
  static readonly $type: string = "System.OperationCanceledException";
  CancellationToken: any;
  constructor(message?: any, innerException?: any, token?: any) {
    super(message ?? "The operation was canceled.", innerException);
    this.CancellationToken = token;
  }
}

export class TaskCanceledException extends OperationCanceledException {
  static readonly $type: string = "System.Threading.Tasks.TaskCanceledException";
  constructor(message?: any, innerException?: any) {
    super(message ?? "A task was canceled.", innerException);
  }
}

/** Several exceptions; the message lists theirs. */
export class AggregateException extends Exception {
  static readonly $type: string = "System.AggregateException";
  innerExceptions: any;
  /** The message without theirs. */
  own: string;
  constructor(innerExceptions: any, message?: any) {
    const own: string = message ?? "One or more errors occurred.";
    let text: string = own;
    for (const e of innerExceptions) text = text + " (" + getExceptionMessage(e) + ")";
    super(text, innerExceptions[0]);
    this.innerExceptions = innerExceptions;
    this.own = own;
  }
  get InnerExceptions(): any {
    return this.innerExceptions;
  }
  /** The innermost exceptions of aggregates inside it, level by level. */
  Flatten(): AggregateException {
    const flat: any = [];
    const aggregates: any = [this];
    for (let i: int32 = 0; i < aggregates.length; i++) {
      for (const e of aggregates[i].innerExceptions) {
        if (e instanceof AggregateException) aggregates.push(e);
        else flat.push(e);
      }
    }
    return new AggregateException(flat, this.own);
  }
  GetBaseException(): any {
    let e: any = this;
    while (e instanceof AggregateException && e.innerExceptions.length === 1) e = e.innerExceptions[0];
    return e;
  }
  Handle(handles: any): void {
    const rest: any = this.innerExceptions.filter((e: any): any => !handles(e));
    if (rest.length > 0) throw new AggregateException(rest);
  }
}

export class KeyNotFoundException extends SystemException {
  static readonly $type: string = "System.Collections.Generic.KeyNotFoundException";
  constructor(message?: any, innerException?: any) {
    super(message ?? "The given key was not present in the dictionary.", innerException);
  }
}

export class ArgumentException extends SystemException {
  static readonly $type: string = "System.ArgumentException";
  paramName: any;
  constructor(message?: any, paramName?: any, innerException?: any) {
    const text: string = message ?? "Value does not fall within the expected range.";
    super(paramName == null || paramName === "" ? text : text + " (Parameter '" + paramName + "')", innerException);
    this.paramName = paramName ?? undefined;
  }
}

export class ArgumentNullException extends ArgumentException {
  static readonly $type: string = "System.ArgumentNullException";
  constructor(paramName?: any, message?: any) {
    super(message ?? "Value cannot be null.", paramName);
  }
}

export class ArgumentOutOfRangeException extends ArgumentException {
  static readonly $type: string = "System.ArgumentOutOfRangeException";
  constructor(paramName?: any, message?: any) {
    super(message ?? "Specified argument was out of the range of valid values.", paramName);
  }
}
