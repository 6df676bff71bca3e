/** `fusabi diff`: what changes for a host between two artifacts. */
import type { Module } from "../../schemas/fzb/module.ts";
import { exitCodes } from "../exit-codes.ts";
import { Output } from "../output.ts";
import { loadGiven } from "./load-input.ts";
import type { OptionValues } from "./options.ts";
import { exitCodeOf } from "./report.ts";

/** What hosts see of a module, by section: names and their types. */
const facts = (module: Module): Readonly<Record<string, ReadonlyMap<string, string>>> => ({
  capabilities: new Map(module.capabilities.map((name) => [name, ""])),
  imports: new Map(module.imports.filter(({ fsharp }) => fsharp !== "").map(({ module: from, name, fsharp }) => [`${from}.${name}`, fsharp])),
  exports: new Map(module.exports.map(({ name, fsharp }) => [name, fsharp])),
  types: new Map(
    module.types
      .filter(({ kind }) => kind === "record" || kind === "union")
      .map(({ name, slots, cases }) => [
        name,
        cases.length > 0
          ? cases.map((one) => `${one.name}(${one.fields.map((field) => field.fsharp).join(", ")})`).join(" | ")
          : slots.map((slot) => `${slot.name}: ${slot.fsharp}`).join("; "),
      ]),
  ),
});

/** `-` is gone, `+` is new, both where a type changed; empty when hosts see no difference. */
export function differencesOf(before: Module, after: Module): string {
  const [old, now] = [facts(before), facts(after)];
  const sections = Object.keys(old).map((section) => {
    const [a, b] = [old[section] ?? new Map(), now[section] ?? new Map()];
    const line = (sign: string, name: string, type: string | undefined): string => `  ${sign} ${name}${type === "" ? "" : `: ${type}`}\n`;
    const lines = [...new Set([...a.keys(), ...b.keys()])].sort().map((name) => {
      if (a.get(name) === b.get(name)) return "";
      return (a.has(name) ? line("-", name, a.get(name)) : "") + (b.has(name) ? line("+", name, b.get(name)) : "");
    });
    const text = lines.join("");
    return text === "" ? "" : `${section}\n${text}`;
  });
  return sections.filter((text) => text !== "").join("\n");
}

export async function diffCommand(given: readonly string[], values: OptionValues): Promise<number> {
  const modules: Module[] = [];
  for (const each of given) {
    const { module, diagnostics } = await loadGiven(each, ["artifact", "project", "script"], values);
    if (module === undefined) return exitCodeOf(diagnostics);
    modules.push(module);
  }
  const [before, after, ...more] = modules;
  if (before === undefined || after === undefined || more.length > 0) {
    process.stderr.write("error: diff takes two inputs, the older first\n");
    return exitCodes.usage;
  }
  const output = new Output();
  output.write(differencesOf(before, after));
  output.flush();
  return exitCodes.success;
}
