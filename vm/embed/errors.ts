/** What embedding throws: one class, with a code from a closed table; guests' exceptions and spent limits carry more. */
import type { PauseReason } from "../limits.ts";
import { renderTrace, type TraceFrame, type Trap } from "../traps.ts";

export const errorCodes = {
  bad_value: "a value has not the F# type that the program declares",
  bad_import: "what the host registered is not what the module imports",
  missing_import: "the module imports what the host has not registered or granted",
  not_compiled: "the F# source has errors",
  no_such_export: "the module exports no such name",
  busy: "the instance is running or waiting for something else",
  reentrant_suspend: "a guest function that a host function called would have to pause or wait",
  would_wait: "a synchronous call came to wait for a host's promise",
  limit: "a limit was spent",
  guest_exception: "an F# exception that nothing caught",
  trapped: "the run ended at something that the host did not allow",
  cancelled: "the run was cancelled",
  dropped: "the run was dropped, or the instance closed",
  misuse: "the API was used wrongly",
} as const;

export type ErrorCode = keyof typeof errorCodes;

export class FusabiError extends Error {
  // A field, for an assignment would meet a frozen Error.prototype.
  static override readonly name: string = "FusabiError";
  override readonly name: string = "FusabiError";
  readonly code: ErrorCode;

  constructor(code: ErrorCode, message: string, options?: { readonly cause?: unknown }) {
    super(message, options);
    this.code = code;
  }

  override toString(): string {
    return `${this.name} (${this.code}): ${this.message}`;
  }
}

/** A value at the boundary has the wrong type. */
export class BoundaryError extends FusabiError {
  static override readonly name: string = "BoundaryError";
  override readonly name: string = "BoundaryError";
  /** Where: `order.lines[3].price`. */
  readonly path: string;

  constructor(path: string, problem: string, options?: { readonly cause?: unknown }) {
    super("bad_value", path === "" ? problem : `${path}: ${problem}`, options);
    this.path = path;
  }
}

/** A run that ended without a value: an F# exception that nothing caught, or a call that was not allowed. */
export class GuestError extends FusabiError {
  static override readonly name: string = "GuestError";
  override readonly name: string = "GuestError";
  /** .NET's name of the exception's type, "" where none was thrown. */
  readonly exceptionType: string;
  /** F# positions, innermost first. */
  readonly trace: readonly TraceFrame[];

  constructor({ code, message, exceptionType, trace }: Trap) {
    super(code === "unhandled_exception" ? "guest_exception" : "trapped", message);
    this.exceptionType = exceptionType ?? "";
    this.trace = trace;
  }

  override toString(): string {
    const title = this.exceptionType === "" ? this.message : `${this.exceptionType}: ${this.message}`;
    return this.trace.length === 0 ? title : `${title}\n${renderTrace(this.trace)}`;
  }
}

/** A synchronous call met a limit. The instance is usable afterwards; to raise the limit and go on instead, start an executor. */
export class LimitError extends FusabiError {
  static override readonly name: string = "LimitError";
  override readonly name: string = "LimitError";
  readonly limit: PauseReason;
  /** Where the guest was. */
  readonly trace: readonly TraceFrame[];

  constructor(limit: PauseReason, trace: readonly TraceFrame[]) {
    super("limit", `the ${limit} limit was spent${trace.length === 0 ? "" : `\n${renderTrace(trace)}`}`);
    this.limit = limit;
    this.trace = trace;
  }
}

/** `instanceof` for what may be a hostile proxy. */
export function isInstance<T>(value: unknown, of: abstract new (...args: never[]) => T): value is T {
  try {
    return value instanceof of;
  } catch {
    return false;
  }
}
