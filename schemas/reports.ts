/** What `--json` and `--stats` print: schemas for whoever reads it. */
import { z } from "zod";

export const rangeReport = z.object({ startLine: z.int(), startColumn: z.int(), endLine: z.int(), endColumn: z.int() }).describe("lines from 1, columns from 0, end exclusive");

export const diagnosticReport = z.object({
  code: z.string(),
  severity: z.enum(["error", "warning", "info"]),
  message: z.string(),
  file: z.string().optional(),
  range: rangeReport.optional(),
  labels: z
    .array(z.object({ range: rangeReport, text: z.string() }))
    .readonly()
    .optional(),
  help: z.string().optional(),
});

const timesReport = z.object({ fable: z.number(), lowering: z.number(), writing: z.number() }).describe("milliseconds by stage");

const skippedReport = z.string().nullable().describe("why nothing was done, where that is no failure");

/** `fusabi build --json`. */
export const buildReport = z.object({
  succeeded: z.boolean(),
  milliseconds: z.number(),
  problems: z.array(diagnosticReport).describe("about the command line rather than a project"),
  projects: z.array(
    z.object({
      project: z.string(),
      artifact: z.object({ path: z.string(), bytes: z.int() }).nullable(),
      diagnostics: z.array(diagnosticReport),
      times: timesReport.nullable(),
      skipped: skippedReport,
      fault: z.string().nullable().describe("a bug of fusabi's"),
    }),
  ),
});

/** `fusabi check --json`. */
export const checkReport = z.object({
  succeeded: z.boolean(),
  problems: z.array(diagnosticReport),
  projects: z.array(z.object({ project: z.string(), diagnostics: z.array(diagnosticReport), skipped: skippedReport, fault: z.string().nullable() })),
});

/** `fusabi verify --json`. */
export const verifyReport = z.object({
  valid: z.boolean(),
  artifacts: z.array(
    z.object({
      path: z.string(),
      valid: z.boolean(),
      bytes: z.int().nullable(),
      error: z.object({ code: z.string(), offset: z.int(), message: z.string() }).nullable(),
    }),
  ),
});

/** `fusabi inspect --json`. */
export const inspectReport = z.object({
  path: z.string(),
  bytes: z.int(),
  name: z.string(),
  runnable: z.boolean().describe("has an entry point"),
  stripped: z.boolean(),
  costTable: z.int(),
  capabilities: z.array(z.string()),
  imports: z.array(z.object({ name: z.string(), capability: z.string(), fsharp: z.string() })),
  exports: z.array(z.object({ name: z.string(), fsharp: z.string() })),
  types: z.array(z.object({ name: z.string(), kind: z.string(), generics: z.array(z.string()), fields: z.array(z.string()), cases: z.array(z.string()) })),
  files: z.array(z.string()),
  counts: z.object({ types: z.int(), strings: z.int(), functions: z.int(), globals: z.int(), instructionWords: z.int() }),
});

/** `fusabi run --stats`, one line on stderr. */
export const statsReport = z.object({
  outcome: z.enum(["done", "unhandled", "limit", "refused", "interrupted", "failed"]),
  exitCode: z.int(),
  limit: z.string().nullable().describe("which limit was spent"),
  fuel: z.int().nullable(),
  peakBytes: z.int().nullable().describe("most live memory seen, as the machine counts it"),
  peakDepth: z.int().nullable().describe("most nested calls"),
  tiers: z
    .object({ functionsCompiled: z.int(), resumptionsCompiled: z.int(), entries: z.int(), replacements: z.int(), deoptimisations: z.int() })
    .nullable()
    .describe("what the compiled tier did; null without one"),
  milliseconds: z.object({ fable: z.number(), lowering: z.number(), load: z.number(), run: z.number() }),
});

export type BuildReport = z.infer<typeof buildReport>;
export type CheckReport = z.infer<typeof checkReport>;
export type VerifyReport = z.infer<typeof verifyReport>;
export type InspectReport = z.infer<typeof inspectReport>;
export type StatsReport = z.infer<typeof statsReport>;
