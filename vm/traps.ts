/** The final ends of a run that are not values. */

/** One guest frame; file "" and line 0 where the module carries no debug information. */
export interface TraceFrame {
  readonly function: string;
  readonly file: string;
  readonly line: number;
  readonly column: number;
}

export const trapCodes = {
  unhandled_exception: "a guest exception that nothing caught",
  import_missing: "an import that the host did not grant",
  import_result: "a host function gave a value of another kind than the import declares",
} as const;

export type TrapCode = keyof typeof trapCodes;

/** What the host did not grant. */
export interface Ungranted {
  readonly capability: string;
  /** What of it: a variable's name, a path, a host. */
  readonly scope?: string;
}

export interface Trap {
  readonly code: TrapCode;
  readonly message: string;
  /** Qualified name of the exception's type, where one was thrown. */
  readonly exceptionType?: string;
  /** Where the code is `import_missing`. */
  readonly refused?: Ungranted;
  /** Innermost frame first. */
  readonly trace: readonly TraceFrame[];
}

/** A trace as .NET prints it. */
export const renderTrace = (trace: readonly TraceFrame[]): string =>
  trace.map(({ function: name, file, line }) => `   at ${name === "" ? "<unknown>" : name}()${file === "" ? "" : ` in ${file}:line ${line}`}`).join("\n");
