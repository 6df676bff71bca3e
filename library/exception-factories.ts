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

/** How F# code constructs .NET's exceptions: the exported names are Fable's, one for each overload. */
function createSystem(message?: any, innerException?: any): any {
  return new SystemException(message, innerException);
}
function createApplication(message?: any, innerException?: any): any {
  return new ApplicationException(message, innerException);
}
function createArithmetic(message?: any, innerException?: any): any {
  return new ArithmeticException(message, innerException);
}
function createDivideByZero(message?: any, innerException?: any): any {
  return new DivideByZeroException(message, innerException);
}
function createFormat(message?: any, innerException?: any): any {
  return new FormatException(message, innerException);
}
function createIndexOutOfRange(message?: any, innerException?: any): any {
  return new IndexOutOfRangeException(message, innerException);
}
function createInvalidOperation(message?: any, innerException?: any): any {
  return new InvalidOperationException(message, innerException);
}
function createNotFiniteNumber(message?: any, innerException?: any): any {
  return new NotFiniteNumberException(message, innerException);
}
function createNotImplemented(message?: any, innerException?: any): any {
  return new NotImplementedException(message, innerException);
}
function createNotSupported(message?: any, innerException?: any): any {
  return new NotSupportedException(message, innerException);
}
function createNullReference(message?: any, innerException?: any): any {
  return new NullReferenceException(message, innerException);
}
function createOutOfMemory(message?: any, innerException?: any): any {
  return new OutOfMemoryException(message, innerException);
}
function createOverflow(message?: any, innerException?: any): any {
  return new OverflowException(message, innerException);
}
function createRank(message?: any, innerException?: any): any {
  return new RankException(message, innerException);
}
function createStackOverflow(message?: any, innerException?: any): any {
  return new StackOverflowException(message, innerException);
}
function createTimeout(message?: any, innerException?: any): any {
  return new TimeoutException(message, innerException);
}
function createKeyNotFound(message?: any, innerException?: any): any {
  return new KeyNotFoundException(message, innerException);
}

export {
  createApplication as ApplicationException_$ctor,
  createApplication as ApplicationException_$ctor_68CE3CA2,
  createApplication as ApplicationException_$ctor_Z721C83C5,
  createArithmetic as ArithmeticException_$ctor,
  createArithmetic as ArithmeticException_$ctor_68CE3CA2,
  createArithmetic as ArithmeticException_$ctor_Z721C83C5,
  createDivideByZero as DivideByZeroException_$ctor,
  createDivideByZero as DivideByZeroException_$ctor_68CE3CA2,
  createDivideByZero as DivideByZeroException_$ctor_Z721C83C5,
  createFormat as FormatException_$ctor,
  createFormat as FormatException_$ctor_68CE3CA2,
  createFormat as FormatException_$ctor_Z721C83C5,
  createIndexOutOfRange as IndexOutOfRangeException_$ctor,
  createIndexOutOfRange as IndexOutOfRangeException_$ctor_68CE3CA2,
  createIndexOutOfRange as IndexOutOfRangeException_$ctor_Z721C83C5,
  createInvalidOperation as InvalidOperationException_$ctor,
  createInvalidOperation as InvalidOperationException_$ctor_68CE3CA2,
  createInvalidOperation as InvalidOperationException_$ctor_Z721C83C5,
  createKeyNotFound as KeyNotFoundException_$ctor,
  createKeyNotFound as KeyNotFoundException_$ctor_68CE3CA2,
  createKeyNotFound as KeyNotFoundException_$ctor_Z721C83C5,
  createNotFiniteNumber as NotFiniteNumberException_$ctor,
  createNotFiniteNumber as NotFiniteNumberException_$ctor_68CE3CA2,
  createNotFiniteNumber as NotFiniteNumberException_$ctor_Z721C83C5,
  createNotImplemented as NotImplementedException_$ctor,
  createNotImplemented as NotImplementedException_$ctor_68CE3CA2,
  createNotImplemented as NotImplementedException_$ctor_Z721C83C5,
  createNotSupported as NotSupportedException_$ctor,
  createNotSupported as NotSupportedException_$ctor_68CE3CA2,
  createNotSupported as NotSupportedException_$ctor_Z721C83C5,
  createNullReference as NullReferenceException_$ctor,
  createNullReference as NullReferenceException_$ctor_68CE3CA2,
  createNullReference as NullReferenceException_$ctor_Z721C83C5,
  createOutOfMemory as OutOfMemoryException_$ctor,
  createOutOfMemory as OutOfMemoryException_$ctor_68CE3CA2,
  createOutOfMemory as OutOfMemoryException_$ctor_Z721C83C5,
  createOverflow as OverflowException_$ctor,
  createOverflow as OverflowException_$ctor_68CE3CA2,
  createOverflow as OverflowException_$ctor_Z721C83C5,
  createRank as RankException_$ctor,
  createRank as RankException_$ctor_68CE3CA2,
  createRank as RankException_$ctor_Z721C83C5,
  createStackOverflow as StackOverflowException_$ctor,
  createStackOverflow as StackOverflowException_$ctor_68CE3CA2,
  createStackOverflow as StackOverflowException_$ctor_Z721C83C5,
  createSystem as SystemException_$ctor,
  createSystem as SystemException_$ctor_68CE3CA2,
  createSystem as SystemException_$ctor_Z721C83C5,
  createTimeout as TimeoutException_$ctor,
  createTimeout as TimeoutException_$ctor_68CE3CA2,
  createTimeout as TimeoutException_$ctor_Z721C83C5,
};

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
