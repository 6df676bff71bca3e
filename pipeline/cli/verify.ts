/** `fusabi verify`: what a host checks before it runs an artifact. */
import type { VerifyReport } from "../../schemas/reports.ts";
import { readArtifact } from "../artifact.ts";
import { exitCodes } from "../exit-codes.ts";
import { resolveInput } from "../inputs.ts";
import type { OptionValues } from "./options.ts";
import { exitCodeOf, printDiagnostics } from "./report.ts";

export async function verifyCommand(given: readonly string[], values: OptionValues): Promise<number> {
  const artifacts: VerifyReport["artifacts"] = [];
  let code: number = exitCodes.success;
  for (const path of given) {
    const resolved = resolveInput(path, ["artifact"]);
    const read = "input" in resolved ? readArtifact(resolved.input.path) : resolved;
    if ("module" in read) {
      artifacts.push({ path, valid: true, bytes: read.bytes, error: null });
      if (!values.json) process.stdout.write(`${path}: valid\n`);
      continue;
    }
    const { diagnostic } = read;
    const error = "error" in read ? read.error : undefined;
    const bytes = "bytes" in read ? (read.bytes ?? null) : null;
    artifacts.push({ path, valid: false, bytes, error: error === undefined ? null : { code: error.code, offset: error.offset, message: error.message } });
    printDiagnostics([diagnostic], values["message-format"]);
    if (code !== exitCodes.invalidArtifact) code = exitCodeOf([diagnostic]);
  }
  if (values.json) {
    const report: VerifyReport = { valid: artifacts.every((artifact) => artifact.valid), artifacts };
    process.stdout.write(`${JSON.stringify(report, undefined, 2)}\n`);
  }
  return code;
}
