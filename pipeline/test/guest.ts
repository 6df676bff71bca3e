/** Programs for tests, written in the annotated TypeScript that lowering takes; `write` prints. */
import { lower } from "../../lowering/index.ts";
import { verifyFunction } from "../../lowering/ir/verify.ts";
import type { FableOutput } from "../../schemas/fable-output.ts";
import { validate } from "../../schemas/fzb/validate.ts";
import { type LoadedModule, load } from "../../vm/index.ts";
import { openLibrarySource } from "../library-source.ts";

const output = (code: string): FableOutput => ({
  modules: [{ path: "App.fs", code: `import { write } from "fusabi:host";\n${code}`, source: "", mappings: [], own: true, members: [], imports: [] }],
  entities: [],
  outputKind: "exe",
  name: "App",
});

/** The program, lowered and verified; throws with what is wrong with it. */
export function guestModule(code: string): LoadedModule {
  const wrong: string[] = [];
  const { module, diagnostics } = lower(output(code), openLibrarySource(), { inspect: (fn) => wrong.push(...verifyFunction(fn)) });
  if (module === undefined || wrong.length > 0 || diagnostics.length > 0) throw new Error([...wrong, ...diagnostics.map(({ message }) => message)].join("\n"));
  return load(validate(module));
}
