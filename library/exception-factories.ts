import { object_type_name, value_class } from "fusabi:builtin";
import {
  AggregateException,
  ApplicationException,
  ArgumentException,
  ArgumentNullException,
  ArgumentOutOfRangeException,
  ArithmeticException,
  DivideByZeroException,
  Exception,
  FormatException,
  IndexOutOfRangeException,
  InvalidCastException,
  InvalidOperationException,
  KeyNotFoundException,
  MatchFailureException,
  NotFiniteNumberException,
  NotImplementedException,
  NotSupportedException,
  NullReferenceException,
  OperationCanceledException,
  OutOfMemoryException,
  OverflowException,
  RankException,
  StackOverflowException,
  SystemException,
  TaskCanceledException,
  TimeoutException,
} from "./exceptions.ts";

/** Where no case of a match fits. */
export function matchFailure(file: string, line: int32, column: int32): any {
  return new MatchFailureException(file, line, column);
}
export function createInvalidCast(message?: any, inner?: any): any {
  return new InvalidCastException(message, inner);
}
/** `AggregateException(inner…)`, with or without a message. */
export function createAggregate(first?: any, second?: any): any {
  const hasMessage: boolean = typeof first === "string";
  const given: any = hasMessage ? second : first;
  const inner: any = given == null ? [] : given instanceof Exception ? [given] : Array.from(given);
  return new AggregateException(inner, hasMessage ? first : undefined);
}
/** `OperationCanceledException(message, inner, token)`: each may be missing, the token comes last. */
export function createCanceled(first?: any, second?: any, third?: any): any {
  if (first != null && typeof first !== "string") return new OperationCanceledException(undefined, undefined, first);
  return second instanceof Exception || second == null ? new OperationCanceledException(first, second, third) : new OperationCanceledException(first, undefined, second);
}
export function createTaskCanceled(first?: any, second?: any): any {
  return new TaskCanceledException(typeof first === "string" ? first : undefined, second);
}

/** How F# code constructs .NET's exceptions: the names are Fable's. */
export function SystemException_$ctor(): any {
  return new SystemException();
}
export function SystemException_$ctor_Z721C83C5(message: any): any {
  return new SystemException(message);
}
export function SystemException_$ctor_68CE3CA2(message: any, innerException: any): any {
  return new SystemException(message, innerException);
}
export function ApplicationException_$ctor(): any {
  return new ApplicationException();
}
export function ApplicationException_$ctor_Z721C83C5(message: any): any {
  return new ApplicationException(message);
}
export function ApplicationException_$ctor_68CE3CA2(message: any, innerException: any): any {
  return new ApplicationException(message, innerException);
}
export function ArithmeticException_$ctor(): any {
  return new ArithmeticException();
}
export function ArithmeticException_$ctor_Z721C83C5(message: any): any {
  return new ArithmeticException(message);
}
export function ArithmeticException_$ctor_68CE3CA2(message: any, innerException: any): any {
  return new ArithmeticException(message, innerException);
}
export function DivideByZeroException_$ctor(): any {
  return new DivideByZeroException();
}
export function DivideByZeroException_$ctor_Z721C83C5(message: any): any {
  return new DivideByZeroException(message);
}
export function DivideByZeroException_$ctor_68CE3CA2(message: any, innerException: any): any {
  return new DivideByZeroException(message, innerException);
}
export function FormatException_$ctor(): any {
  return new FormatException();
}
export function FormatException_$ctor_Z721C83C5(message: any): any {
  return new FormatException(message);
}
export function FormatException_$ctor_68CE3CA2(message: any, innerException: any): any {
  return new FormatException(message, innerException);
}
export function IndexOutOfRangeException_$ctor(): any {
  return new IndexOutOfRangeException();
}
export function IndexOutOfRangeException_$ctor_Z721C83C5(message: any): any {
  return new IndexOutOfRangeException(message);
}
export function IndexOutOfRangeException_$ctor_68CE3CA2(message: any, innerException: any): any {
  return new IndexOutOfRangeException(message, innerException);
}
export function InvalidOperationException_$ctor(): any {
  return new InvalidOperationException();
}
export function InvalidOperationException_$ctor_Z721C83C5(message: any): any {
  return new InvalidOperationException(message);
}
export function InvalidOperationException_$ctor_68CE3CA2(message: any, innerException: any): any {
  return new InvalidOperationException(message, innerException);
}
export function NotFiniteNumberException_$ctor(): any {
  return new NotFiniteNumberException();
}
export function NotFiniteNumberException_$ctor_Z721C83C5(message: any): any {
  return new NotFiniteNumberException(message);
}
export function NotFiniteNumberException_$ctor_68CE3CA2(message: any, innerException: any): any {
  return new NotFiniteNumberException(message, innerException);
}
export function NotImplementedException_$ctor(): any {
  return new NotImplementedException();
}
export function NotImplementedException_$ctor_Z721C83C5(message: any): any {
  return new NotImplementedException(message);
}
export function NotImplementedException_$ctor_68CE3CA2(message: any, innerException: any): any {
  return new NotImplementedException(message, innerException);
}
export function NotSupportedException_$ctor(): any {
  return new NotSupportedException();
}
export function NotSupportedException_$ctor_Z721C83C5(message: any): any {
  return new NotSupportedException(message);
}
export function NotSupportedException_$ctor_68CE3CA2(message: any, innerException: any): any {
  return new NotSupportedException(message, innerException);
}
export function NullReferenceException_$ctor(): any {
  return new NullReferenceException();
}
export function NullReferenceException_$ctor_Z721C83C5(message: any): any {
  return new NullReferenceException(message);
}
export function NullReferenceException_$ctor_68CE3CA2(message: any, innerException: any): any {
  return new NullReferenceException(message, innerException);
}
export function OutOfMemoryException_$ctor(): any {
  return new OutOfMemoryException();
}
export function OutOfMemoryException_$ctor_Z721C83C5(message: any): any {
  return new OutOfMemoryException(message);
}
export function OutOfMemoryException_$ctor_68CE3CA2(message: any, innerException: any): any {
  return new OutOfMemoryException(message, innerException);
}
export function OverflowException_$ctor(): any {
  return new OverflowException();
}
export function OverflowException_$ctor_Z721C83C5(message: any): any {
  return new OverflowException(message);
}
export function OverflowException_$ctor_68CE3CA2(message: any, innerException: any): any {
  return new OverflowException(message, innerException);
}
export function RankException_$ctor(): any {
  return new RankException();
}
export function RankException_$ctor_Z721C83C5(message: any): any {
  return new RankException(message);
}
export function RankException_$ctor_68CE3CA2(message: any, innerException: any): any {
  return new RankException(message, innerException);
}
export function StackOverflowException_$ctor(): any {
  return new StackOverflowException();
}
export function StackOverflowException_$ctor_Z721C83C5(message: any): any {
  return new StackOverflowException(message);
}
export function StackOverflowException_$ctor_68CE3CA2(message: any, innerException: any): any {
  return new StackOverflowException(message, innerException);
}
export function TimeoutException_$ctor(): any {
  return new TimeoutException();
}
export function TimeoutException_$ctor_Z721C83C5(message: any): any {
  return new TimeoutException(message);
}
export function TimeoutException_$ctor_68CE3CA2(message: any, innerException: any): any {
  return new TimeoutException(message, innerException);
}
export function KeyNotFoundException_$ctor(): any {
  return new KeyNotFoundException();
}
export function KeyNotFoundException_$ctor_Z721C83C5(message: any): any {
  return new KeyNotFoundException(message);
}
export function KeyNotFoundException_$ctor_68CE3CA2(message: any, innerException: any): any {
  return new KeyNotFoundException(message, innerException);
}

export function ArgumentException_$ctor(): any {
  return new ArgumentException();
}
export function ArgumentException_$ctor_Z721C83C5(message: any): any {
  return new ArgumentException(message);
}
export function ArgumentException_$ctor_Z384F8060(message: any, paramName: any): any {
  return new ArgumentException(message, paramName);
}
export function ArgumentException_$ctor_68CE3CA2(message: any, innerException: any): any {
  return new ArgumentException(message, undefined, innerException);
}
export function ArgumentException_$ctor_Z60A2B367(message: any, paramName: any, innerException: any): any {
  return new ArgumentException(message, paramName, innerException);
}
export function ArgumentException__get_ParamName(e: ArgumentException): any {
  return e.paramName;
}
export function ArgumentNullException_$ctor(): any {
  return new ArgumentNullException();
}
export function ArgumentNullException_$ctor_Z721C83C5(paramName: any): any {
  return new ArgumentNullException(paramName);
}
export function ArgumentNullException_$ctor_Z384F8060(paramName: any, message: any): any {
  return new ArgumentNullException(paramName, message);
}
export function ArgumentOutOfRangeException_$ctor(): any {
  return new ArgumentOutOfRangeException();
}
export function ArgumentOutOfRangeException_$ctor_Z721C83C5(paramName: any): any {
  return new ArgumentOutOfRangeException(paramName);
}
export function ArgumentOutOfRangeException_$ctor_Z384F8060(paramName: any, message: any): any {
  return new ArgumentOutOfRangeException(paramName, message);
}

/** What a `catch` may hold is always a guest exception. */
export function isException(x: any): boolean {
  return value_class(x) === 16;
}
export function isPromise(_x: any): boolean {
  return false;
}
export function ensureErrorOrException(e: any): any {
  return value_class(e) === 16 ? e : new Exception(String(e));
}

export function Operators_Failure(message: any): any {
  return new Exception(message);
}
/** `Failure message` matches exceptions of the very type System.Exception. */
export function Operators_FailurePattern(e: any): any {
  return object_type_name(e) === "System.Exception" ? e.message : undefined;
}
export function Operators_NullArg(paramName: any): any {
  throw new ArgumentNullException(paramName);
}
export function Operators_InvalidArg(paramName: any, message: any): any {
  throw new ArgumentException(message, paramName);
}
export function Operators_InvalidOp(message: any): any {
  throw new InvalidOperationException(message);
}
export function Operators_NullArgCheck(paramName: any, value: any): any {
  if (value == null) throw new ArgumentNullException(paramName);
  return value;
}
