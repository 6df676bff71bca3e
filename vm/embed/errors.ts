/** What embedding throws beside: guests' exceptions, spent limits and wrong values carry more. */
import { FusabiError } from "../error.ts";
import type { PauseReason } from "../limits.ts";
import { renderTrace, type TraceFrame, type Trap } from "../traps.ts";

export { type ErrorCode, errorCodes, FusabiError } from "../error.ts";

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
