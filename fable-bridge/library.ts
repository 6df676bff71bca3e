/** Where the installed Fable packages are, and the reference assemblies in them. */
import { existsSync, readFileSync } from "node:fs";
import { createRequire } from "node:module";
import { dirname, join } from "node:path";

const require = createRequire(import.meta.url);

export const packageFolder = (name: string): string => dirname(require.resolve(`${name}/package.json`));

/** The assemblies that Fable's own command line references; the others of the package would shadow user names. */
export const referenceAssemblies = (): string[] => {
  const list = readFileSync(join(packageFolder("@fable-org/fable-compiler-js"), "temp", "Fable.Transforms", "Global", "Metadata.js"), "utf8");
  const names = [...list.matchAll(/"([^"]+)"/g)].map((match) => match[1]);
  const folder = join(packageFolder("@fable-org/fable-metadata"), "lib");
  return names.filter((name) => existsSync(join(folder, `${name}.dll`)));
};

export const readAssembly = (name: string): Uint8Array => readFileSync(join(packageFolder("@fable-org/fable-metadata"), "lib", name.endsWith(".dll") ? name : `${name}.dll`));
