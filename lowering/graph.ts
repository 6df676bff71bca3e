/** Modules, parsed when first reached, and where a name comes from across imports and overrides. */
import type { Node, Statement } from "@babel/types";
import type { FableModule, FableOutput } from "../schemas/fable-output.ts";
import { type Boundary, boundaryPath } from "./boundary/index.ts";
import { type Exports, libraryOutline, type Outline, projectOutline } from "./outline.ts";
import { overrides } from "./overrides.ts";
import type { Binding, Scopes } from "./scope.ts";

/** Gives the text of `fable-library/List.js` or `library/list.ts`. */
export interface LibrarySource {
  read(path: string): string | undefined;
}

export interface SourceModule {
  readonly path: string;
  /** Set for modules of the project; undefined for library code. */
  readonly fable: FableModule | undefined;
  /** Plain JavaScript without types. */
  readonly untyped: boolean;
  /** The statements of a module of the project; a library's declarations are reached by name only. */
  readonly body: readonly Statement[];
  /** The specifiers it imports from, in order. */
  readonly imports: readonly string[];
  readonly scopes: Scopes;
  readonly exports: Exports;
  /** Index into the program's table of files. */
  readonly fileIndex: number;
}

/** What a name means in the end. `vm` names come from the pseudo-modules `fusabi:op`, `fusabi:builtin`, `fusabi:host`, `fusabi:import`. */
export type Resolved =
  | { readonly kind: "binding"; readonly module: SourceModule; readonly binding: Binding }
  | { readonly kind: "vm"; readonly from: string; readonly name: string }
  | { readonly kind: "namespace"; readonly module: SourceModule }
  | { readonly kind: "missing"; readonly from: string; readonly name: string };

const joinPath = (base: string, relative: string): string => {
  const parts = base.split("/").slice(0, -1);
  for (const part of relative.split("/")) {
    if (part === "..") parts.pop();
    else if (part !== ".") parts.push(part);
  }
  return parts.join("/");
};

/** What the F# prelude of fable-bridge imports from. */
const preludeModules: Readonly<Record<string, string>> = { "fusabi:prelude": "library/prelude.ts", "fusabi:regex": "library/regex.ts" };

export class ModuleGraph {
  readonly modules = new Map<string, SourceModule>();
  readonly files: string[] = [];
  private readonly user: ReadonlyMap<string, FableModule>;
  private readonly library: LibrarySource;
  private readonly boundary: Boundary;

  constructor(output: FableOutput, library: LibrarySource, boundary: Boundary) {
    this.user = new Map(output.modules.map((module) => [module.path, module]));
    this.library = library;
    this.boundary = boundary;
  }

  /** The module at a path, parsed on first use; undefined where there is none. Throws Babel's SyntaxError. */
  module(path: string): SourceModule | undefined {
    const known = this.modules.get(path);
    if (known) return known;
    const fable = this.user.get(path);
    const code = fable ? fable.code : path === boundaryPath ? this.boundary.text : this.library.read(path);
    if (code === undefined) return undefined;
    const outline: Outline = fable ? projectOutline(path, code) : libraryOutline(path, code);
    const module: SourceModule = { path, fable, untyped: path.endsWith(".js"), ...outline, fileIndex: this.files.push(path) - 1 };
    this.modules.set(path, module);
    return module;
  }

  /** Whether the file of an index is the project's own. */
  isProject(file: number): boolean {
    return this.user.has(this.files[file] ?? "");
  }

  /** The path an import specifier means. */
  importPath(from: SourceModule, specifier: string): string {
    if (specifier.startsWith("fable-library/")) return specifier.replace(/\.ts$/, ".js");
    if (!specifier.startsWith(".")) return specifier;
    const path = joinPath(from.path, specifier);
    if (this.user.has(path) || path.startsWith("fable-library/") || path.startsWith("library/")) return path;
    for (const extension of [".fs", ".fsx"]) {
      const named = path.replace(/\.(ts|js|fs)$/, "") + extension;
      if (this.user.has(named)) return named;
    }
    return path;
  }

  /** Our own definition of a name that a module of Fable's library exports, if there is one. */
  private override(path: string, name: string): Resolved | undefined {
    if (!path.startsWith("fable-library/")) return undefined;
    for (const ours of overrides[path.slice("fable-library/".length)] ?? []) {
      const module = this.module(ours);
      if (module?.exports.has(name)) return this.exported(module, name);
    }
    return undefined;
  }

  exported(module: SourceModule, name: string): Resolved {
    const found = module.exports.get(name);
    if (found === undefined) return { kind: "missing", from: module.path, name };
    if ("from" in found) return this.imported(module, found.from, found.name);
    return this.resolve(module, found);
  }

  imported(from: SourceModule, specifier: string, name: string): Resolved {
    const ours = preludeModules[specifier];
    if (ours) return this.exported(this.module(ours)!, name);
    if (specifier.startsWith("fusabi:")) return { kind: "vm", from: specifier, name };
    const path = this.importPath(from, specifier);
    const override = this.override(path, name);
    if (override) return override;
    const stub = this.boundary.stub(specifier, name);
    const module = this.module(stub ? boundaryPath : path);
    return module ? this.exported(module, stub ?? name) : { kind: "missing", from: specifier, name };
  }

  resolve(module: SourceModule, binding: Binding): Resolved {
    if (binding.source !== undefined) {
      const specifier: Node = binding.node;
      if (specifier.type === "ImportNamespaceSpecifier") {
        const target = this.module(this.importPath(module, binding.source));
        return target ? { kind: "namespace", module: target } : { kind: "missing", from: binding.source, name: "*" };
      }
      const name: string = specifier.type === "ImportSpecifier" ? (specifier.imported.type === "Identifier" ? specifier.imported.name : specifier.imported.value) : "default";
      return this.imported(module, binding.source, name);
    }
    if (binding.owner === undefined && module.path.startsWith("fable-library/")) {
      const ours = this.override(module.path, binding.name);
      if (ours) return ours;
    }
    return { kind: "binding", module, binding };
  }
}
