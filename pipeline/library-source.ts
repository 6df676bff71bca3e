/** The runtime library's text for lowering: Fable's from npm, ours from `library/`. */
import { existsSync, readFileSync } from "node:fs";
import { createRequire } from "node:module";
import path from "node:path";
import { packageRoot } from "./package-root.ts";

export interface LibrarySource {
  /** The text of `fable-library/List.js` or `library/exceptions.ts`; undefined where there is none. */
  read(path: string): string | undefined;
}

export function openLibrarySource(): LibrarySource {
  const compiler = createRequire(import.meta.url).resolve("@fable-org/fable-compiler-js/package.json");
  const folders: Readonly<Record<string, string>> = {
    "fable-library": path.join(path.dirname(compiler), "dist", "fable-library-js"),
    library: path.join(packageRoot(), "library"),
  };
  const texts = new Map<string, string | undefined>();
  return {
    read(wanted) {
      if (!texts.has(wanted)) texts.set(wanted, readBelow(folders, wanted));
      return texts.get(wanted);
    },
  };
}

function readBelow(folders: Readonly<Record<string, string>>, wanted: string): string | undefined {
  const slash = wanted.indexOf("/");
  const folder = folders[wanted.slice(0, slash)];
  if (folder === undefined) return undefined;
  const file = path.join(folder, wanted.slice(slash + 1));
  if (path.relative(folder, file).startsWith("..") || !existsSync(file)) return undefined;
  return readFileSync(file, "utf8");
}
