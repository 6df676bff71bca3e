import { map_size } from "fusabi:builtin";
import { RegexProgram } from "./regex-program.ts";

/** Programs by pattern and options, for static calls, literals, and constructors in loops. */
const programs: any = new Map();
const keptPrograms: int32 = 256;

export function programOf(pattern: string, options: int32): RegexProgram {
  const key: string = options + "/" + pattern;
  const known: any = programs.get(key);
  if (known) return known;
  const program: RegexProgram = new RegexProgram(pattern, options);
  if (map_size(programs) >= keptPrograms) programs.clear();
  programs.set(key, program);
  return program;
}
