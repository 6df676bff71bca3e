/** What the options of a command say about a compilation. */
import type { CompileRequest } from "../compile.ts";
import type { OptionValues } from "./options.ts";

export function compileRequest(project: string, values: OptionValues): CompileRequest {
  return {
    project,
    configuration: values.configuration ?? (values.release ? "Release" : "Debug"),
    defines: values.define ?? [],
    cracker: values.cracker ?? "auto",
    noCache: values["no-cache"] ?? false,
    strip: values.strip ?? false,
  };
}
