/** Modules, parsed when first reached, and where a name comes from across imports and overrides. */
import type { File, Node, Statement } from "@babel/types";
import type { FableModule, FableOutput } from "../schemas/fable-output.ts";
import { overrides } from "./overrides.ts";
import { parse } from "./parse.ts";
import { analyseScopes, type Binding, type Scopes } from "./scope.ts";

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
  readonly file: File;
  readonly scopes: Scopes;
  readonly exports: ReadonlyMap<string, Binding | { readonly from: string; readonly name: string }>;
  /** Index into the program's table of files. */
  readonly fileIndex: number;
}

/** What a name means in the end. `vm` names come from the pseudo-modules `fusabi:op`, `fusabi:builtin`, `fusabi:host`. */
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

/** Library texts rarely change: trees and scopes are kept between builds in a warm process. */
const parsed = new Map<string, { readonly code: string; readonly file: File; readonly scopes: Scopes }>();

const parseCached = (path: string, code: string): { file: File; scopes: Scopes } => {
  const known = parsed.get(path);
  if (known?.code === code) return known;
  const file = parse(path, code);
  const fresh = { code, file, scopes: analyseScopes(file, code) };
  parsed.set(path, fresh);
  return fresh;
};

const exportsOf = (file: File, scopes: Scopes): SourceModule["exports"] => {
  const out = new Map<string, Binding | { from: string; name: string }>();
  for (const statement of file.program.body) {
    if (statement.type === "ExportDefaultDeclaration" && statement.declaration.type === "Identifier") {
      const binding = scopes.top.get(statement.declaration.name);
      if (binding) out.set("default", binding);
    }
    if ((statement.type === "ExportNamedDeclaration" || statement.type === "ExportDefaultDeclaration") && statement.declaration) {
      const declaration = statement.declaration;
      const names =
        declaration.type === "VariableDeclaration"
          ? declaration.declarations.flatMap((one) => (one.id.type === "Identifier" ? [one.id.name] : []))
          : "id" in declaration && declaration.id?.type === "Identifier"
            ? [declaration.id.name]
            : [];
      for (const name of names) {
        const binding = scopes.top.get(name);
        if (binding) out.set(statement.type === "ExportDefaultDeclaration" ? "default" : name, binding);
      }
    }
    if (statement.type === "ExportNamedDeclaration") {
      for (const one of statement.specifiers) {
        if (one.type !== "ExportSpecifier") continue;
        const name = one.exported.type === "Identifier" ? one.exported.name : one.exported.value;
        if (statement.source) out.set(name, { from: statement.source.value, name: one.local.name });
        else {
          const binding = scopes.top.get(one.local.name);
          if (binding) out.set(name, binding);
        }
      }
    }
  }
  return out;
};

export class ModuleGraph {
  readonly modules = new Map<string, SourceModule>();
  readonly files: string[] = [];
  private readonly user: ReadonlyMap<string, FableModule>;
  private readonly library: LibrarySource;

  constructor(output: FableOutput, library: LibrarySource) {
    this.user = new Map(output.modules.map((module) => [module.path, module]));
    this.library = library;
  }

  /** The module at a path, parsed on first use; undefined where there is none. Throws Babel's SyntaxError. */
  module(path: string): SourceModule | undefined {
    const known = this.modules.get(path);
    if (known) return known;
    const fable = this.user.get(path);
    const code = fable ? fable.code : this.library.read(path);
    if (code === undefined) return undefined;
    const { file, scopes } = fable ? ((f) => ({ file: f, scopes: analyseScopes(f, code) }))(parse(path, code)) : parseCached(path, code);
    const module: SourceModule = { path, fable, untyped: path.endsWith(".js"), file, scopes, exports: exportsOf(file, scopes), fileIndex: this.files.push(path) - 1 };
    this.modules.set(path, module);
    return module;
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
    if (specifier === "fusabi:prelude") return this.exported(this.module("library/prelude.ts")!, name);
    if (specifier.startsWith("fusabi:")) return { kind: "vm", from: specifier, name };
    const path = this.importPath(from, specifier);
    const ours = this.override(path, name);
    if (ours) return ours;
    const module = this.module(path);
    return module ? this.exported(module, name) : { kind: "missing", from: specifier, name };
  }

  resolve(module: SourceModule, binding: Binding): Resolved {
    if (binding.kind === "import") {
      const declaration = module.file.program.body.find((one: Statement) => one.type === "ImportDeclaration" && one.specifiers.includes(binding.node as never));
      if (declaration?.type !== "ImportDeclaration") throw new Error(`import of ${binding.name} not found in ${module.path}`);
      const specifier = binding.node as Node;
      if (specifier.type === "ImportNamespaceSpecifier") {
        const target = this.module(this.importPath(module, declaration.source.value));
        return target ? { kind: "namespace", module: target } : { kind: "missing", from: declaration.source.value, name: "*" };
      }
      const name = specifier.type === "ImportSpecifier" ? (specifier.imported.type === "Identifier" ? specifier.imported.name : specifier.imported.value) : "default";
      return this.imported(module, declaration.source.value, name);
    }
    if (binding.owner === undefined && module.path.startsWith("fable-library/")) {
      const ours = this.override(module.path, binding.name);
      if (ours) return ours;
    }
    return { kind: "binding", module, binding };
  }
}
