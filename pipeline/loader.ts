/** The module beside an artifact that gives hosts a typed instance of it: `import { load } from "./App.loader.js"`. */
import type { Module } from "../schemas/fzb/module.ts";
import { isHostImport } from "./declarations.ts";

export interface Loader {
  /** JavaScript; needs nothing but `fusabi/vm`. */
  readonly code: string;
  readonly declarations: string;
}

/** `name` is that of the declarations, without an extension; `artifact` the file beside them. */
export function loaderOf(module: Module, name: string, artifact: string): Loader {
  const optional = module.imports.some((wanted) => isHostImport(wanted) && wanted.module !== "scope") ? "" : "?";
  const header = `// Written by fusabi for ${module.name}.\n`;
  return {
    code: `${header}import { Engine } from "fusabi/vm";

/** An instance of ${module.name}, with the functions that it imports. */
export async function load(imports = {}, { engine = new Engine(), ...options } = {}) {
  const module = await engine.load(new URL(${JSON.stringify(`./${artifact}`)}, import.meta.url));
  return module.instantiateAsync({ ...options, functions: imports });
}
`,
    declarations: `${header}import type { Engine, Instance, InstanceOptions } from "fusabi/vm";
import type { Exports, Imports } from ${JSON.stringify(`./${name}.js`)};

export type { Exports, Imports };

export interface LoadOptions extends Omit<InstanceOptions, "functions"> {
  /** Gives limits, capabilities and output; a new one with its defaults where none is given. */
  readonly engine?: Engine;
}

/** An instance of ${module.name}, with the functions that it imports. */
export function load(imports${optional}: Imports, options?: LoadOptions): Promise<Instance<Exports>>;
`,
  };
}
