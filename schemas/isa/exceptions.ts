/**
 * The .NET exceptions that the machine itself raises: the names instructions and builtins give in `raises`, the guest type each becomes and its message.
 * The runtime library (library/exceptions.ts) declares these types; a module that can raise one contains it. `parameter` is what its `paramName` holds.
 */
export const exceptions = {
  Exception: { type: "System.Exception", message: "Exception of type 'System.Exception' was thrown." },
  DivideByZero: { type: "System.DivideByZeroException", message: "Attempted to divide by zero." },
  Overflow: { type: "System.OverflowException", message: "Arithmetic operation resulted in an overflow." },
  IndexOutOfRange: { type: "System.IndexOutOfRangeException", message: "Index was outside the bounds of the array." },
  ItemOutOfRange: {
    type: "System.ArgumentOutOfRangeException",
    message: "Index was out of range. Must be non-negative and less than the size of the collection. (Parameter 'index')",
    parameter: "index",
  },
  NullKey: { type: "System.ArgumentNullException", message: "Value cannot be null. (Parameter 'key')", parameter: "key" },
  ArgumentOutOfRange: { type: "System.ArgumentOutOfRangeException", message: "Specified argument was out of the range of valid values." },
  NullReference: { type: "System.NullReferenceException", message: "Object reference not set to an instance of an object." },
  InvalidCast: { type: "System.InvalidCastException", message: "Specified cast is not valid." },
  MissingMethod: { type: "System.MissingMethodException", message: "Attempted to access a missing member." },
  Format: { type: "System.FormatException", message: "One of the identified items was in an invalid format." },
  OutOfMemory: { type: "System.OutOfMemoryException", message: "Insufficient memory to continue the execution of the program." },
  OperationCanceled: { type: "System.OperationCanceledException", message: "The operation was canceled." },
} as const;

export type ExceptionName = keyof typeof exceptions;

/** Slots that every exception type starts with, in this order: message (str), inner exception (any), stack trace (any: a string once thrown). */
export const exceptionSlots = ["message", "innerException", "stackTrace"] as const;

/** The method of an exception type that gives its message, where that is not the slot; what leaves the program is asked for it. */
export const messageMethod = "System.Exception.get_Message";

/** The global, a bool, that tells the runtime library's event loop that the host gave up a run. */
export const abandonedGlobal = "event-loop.abandoned";
