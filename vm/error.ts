/** What is thrown at who uses the API: one class, with a code from a closed table. */
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

/** Of asking for what a module does not export. */
export const noExport = (module: string, name: string, exported: readonly string[]): FusabiError =>
  new FusabiError("no_such_export", `${module} exports no ${name}; it exports ${exported.join(", ") || "nothing"}`);
