/** `fusabi inspect`: what an artifact contains. */
import type { Module, TypeDef } from "../../schemas/fzb/module.ts";
import type { InspectReport } from "../../schemas/reports.ts";
import { readArtifact } from "../artifact.ts";
import { exitCodes } from "../exit-codes.ts";
import { resolveInput } from "../inputs.ts";
import type { OptionValues } from "./options.ts";
import { exitCodeOf, printDiagnostics } from "./report.ts";

export async function inspectCommand(given: string, values: OptionValues): Promise<number> {
  const resolved = resolveInput(given, ["artifact"]);
  const read = "input" in resolved ? readArtifact(resolved.input.path) : resolved;
  if ("diagnostic" in read) {
    printDiagnostics([read.diagnostic], values["message-format"]);
    return exitCodeOf([read.diagnostic]);
  }
  const report = inspectModule(given, read.module, read.bytes);
  process.stdout.write(values.json ? `${JSON.stringify(report, undefined, 2)}\n` : describe(report));
  return exitCodes.success;
}

function inspectModule(path: string, module: Module, bytes: number): InspectReport {
  return {
    path,
    bytes,
    name: module.name,
    runnable: module.entry >= 0,
    stripped: module.debug === undefined,
    costTable: module.costTable,
    capabilities: [...module.capabilities],
    imports: module.imports.map(({ module: from, name, capability, fsharp }) => ({ name: `${from}.${name}`, capability, fsharp })),
    exports: module.exports.map(({ name, fsharp }) => ({ name, fsharp })),
    types: module.types.map(describeType),
    files: [...(module.debug?.files ?? [])],
    counts: {
      types: module.types.length,
      strings: module.strings.length,
      functions: module.functions.length,
      globals: module.globals.length,
      instructionWords: module.functions.reduce((sum, fn) => sum + fn.code.length, 0),
    },
  };
}

function describeType(type: TypeDef): InspectReport["types"][number] {
  const typed = (name: string, fsharp: string) => (fsharp === "" ? name : `${name}: ${fsharp}`);
  return {
    name: type.name,
    kind: type.kind,
    generics: [...type.generics],
    fields: type.cases.length > 0 ? [] : type.slots.map((slot) => typed(slot.name, slot.fsharp)),
    cases: type.cases.map((unionCase) =>
      unionCase.fields.length === 0 ? unionCase.name : `${unionCase.name} of ${unionCase.fields.map((field) => typed(field.name, field.fsharp)).join(" * ")}`,
    ),
  };
}

function describe(report: InspectReport): string {
  const section = (title: string, lines: readonly string[]) => (lines.length === 0 ? "" : `\n${title}\n${lines.map((line) => `  ${line}\n`).join("")}`);
  const { counts } = report;
  return [
    `${report.name} (${report.bytes} bytes, cost table ${report.costTable}, ${report.runnable ? "runnable" : "library"}${report.stripped ? ", stripped" : ""})\n`,
    `${counts.functions} functions, ${counts.instructionWords} instruction words, ${counts.types} types, ${counts.strings} strings, ${counts.globals} globals\n`,
    section("capabilities", report.capabilities),
    section(
      "imports",
      report.imports.map(({ name, capability, fsharp }) => `${name}${fsharp === "" ? "" : `: ${fsharp}`} (${capability})`),
    ),
    section(
      "exports",
      report.exports.map(({ name, fsharp }) => `${name}${fsharp === "" ? "" : `: ${fsharp}`}`),
    ),
    section(
      "types",
      report.types.map(({ name, kind, generics, fields, cases }) => {
        const members = [...fields, ...cases];
        return `${kind} ${name}${generics.length === 0 ? "" : `<${generics.join(", ")}>`}${members.length === 0 ? "" : ` { ${members.join("; ")} }`}`;
      }),
    ),
    section("files", report.files),
  ].join("");
}
