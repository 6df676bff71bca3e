/** How instructions and builtins raise guest exceptions: a host throw of `Raised`, which the run loop alone catches and turns into a guest object. */
import { type ExceptionName, exceptionSlots, exceptions } from "../schemas/isa/exceptions.ts";
import type { TypeDescriptor } from "./descriptor.ts";
import { makeObject, readSlot, writeSlot } from "./object.gen.ts";
import type { GuestObject } from "./object.ts";

export class Raised {
  readonly exception: ExceptionName;
  readonly message: string;
  constructor(exception: ExceptionName, message: string) {
    this.exception = exception;
    this.message = message;
  }
}

/** Thrown where an instruction asks for more than fuel or a limit leaves, before its first effect: it is run again when there is more. */
export class Refused {
  readonly status: number;
  /** Units of fuel it needs at once. */
  readonly fuel: number;
  constructor(status: number, fuel = 0) {
    this.status = status;
    this.fuel = fuel;
  }
}

export function raise(exception: ExceptionName, message: string = exceptions[exception].message): never {
  throw new Raised(exception, message);
}

const messageSlot = exceptionSlots.indexOf("message");
const traceSlot = exceptionSlots.indexOf("stackTrace");

/** The guest object of an exception the machine raises; undefined where the module has no such type. */
export function makeException(raised: Raised, typesByName: ReadonlyMap<string, TypeDescriptor>): GuestObject | undefined {
  const row: { readonly type: string; readonly parameter?: string } = exceptions[raised.exception];
  const type = typesByName.get(row.type);
  if (type === undefined || !isException(type)) return undefined;
  const made = makeObject(type, 0, [raised.message]);
  const named = type.slots.findIndex(({ name, kind }) => name === "paramName" && kind === "any");
  if (row.parameter !== undefined && named >= 0) writeSlot(made, named, row.parameter);
  return made;
}

/** Whether objects of the type have the slots of `exceptionSlots`, with a string for the message. */
export function isException(type: TypeDescriptor): boolean {
  return (
    type.line.some(({ kind }) => kind === "exception") &&
    exceptionSlots.every((name, index) => type.slots[index]?.name === name && type.slots[index]?.kind === (index === 0 ? "str" : "any"))
  );
}

const asException = (value: unknown): GuestObject | undefined => {
  if (typeof value !== "object" || value === null) return undefined;
  const object = value as GuestObject;
  return object.t !== undefined && isException(object.t) ? object : undefined;
};

/** The message of a thrown value, where it has one. */
export function messageOf(value: unknown): string {
  const exception = asException(value);
  if (exception !== undefined) return (readSlot(exception, messageSlot) as string | undefined) ?? "";
  return typeof value === "string" ? value : "";
}

/** Puts the trace into an exception that has none yet. */
export function giveTrace(value: unknown, trace: () => string): void {
  const exception = asException(value);
  if (exception !== undefined && typeof readSlot(exception, traceSlot) !== "string") writeSlot(exception, traceSlot, trace());
}

/** What the host itself threw, as the guest's exception where it stands for one. */
export const ofHost = (error: unknown): unknown =>
  error instanceof RangeError && /string length|BigInt|array length|Array buffer/i.test(error.message)
    ? new Raised("OutOfMemory", "Insufficient memory to continue the execution of the program.")
    : error;
