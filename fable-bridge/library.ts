/** Where the installed Fable packages are. */
import { createRequire } from "node:module";
import { dirname, join } from "node:path";

const require = createRequire(import.meta.url);

export const packageFolder = (name: string): string => dirname(require.resolve(`${name}/package.json`));

/** The folder of Fable's runtime library as JavaScript, which lowering compiles. */
export const libraryPath = (): string => join(packageFolder("@fable-org/fable-compiler-js"), "dist", "fable-library-js");
