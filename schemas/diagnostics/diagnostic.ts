/** What fusabi says about the user's program or command: collected by every stage, never thrown, shown at the end. */
export interface Diagnostic {
  /** Stable, from the table: `FZ0401`. */
  readonly code: string;
  readonly severity: Severity;
  /** One sentence, no final newline. */
  readonly message: string;
  /** The path as the stage knows it: F# source, project file or artifact. */
  readonly file?: string;
  readonly range?: Range;
  /** Secondary places of the same file. */
  readonly labels?: readonly Label[];
  /** The way out. */
  readonly help?: string;
}

export type Severity = "error" | "warning" | "info";

/** Lines from 1, columns from 0; the end is exclusive. */
export interface Range {
  readonly startLine: number;
  readonly startColumn: number;
  readonly endLine: number;
  readonly endColumn: number;
}

export interface Label {
  readonly range: Range;
  readonly text: string;
}

/** Where a diagnostic is. */
export interface Place {
  readonly file?: string | undefined;
  readonly range?: Range | undefined;
  readonly labels?: readonly Label[] | undefined;
}

/** A range of one point, drawn as one caret. */
export function pointRange(line: number, column: number): Range {
  return { startLine: line, startColumn: column, endLine: line, endColumn: column + 1 };
}

export function hasErrors(diagnostics: readonly Diagnostic[]): boolean {
  return diagnostics.some((diagnostic) => diagnostic.severity === "error");
}
