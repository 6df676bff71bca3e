/**
 * What a module declares, imports and exports. A module of the project is parsed whole. A module of the library is cut into its top-level declarations by
 * its text alone (they begin at the start of a line, and nothing else there begins with their words), and each is parsed when something first asks for its
 * node: a program reaches a small part of the library.
 */
import type { Node, Statement } from "@babel/types";
import { parse } from "./parse.ts";
import { analyseScopes, type Binding, type BindingKind, newScopes, type Scopes } from "./scope.ts";

export type Exports = ReadonlyMap<string, Binding | { readonly from: string; readonly name: string }>;

export interface Outline {
  readonly body: readonly Statement[];
  readonly imports: readonly string[];
  readonly scopes: Scopes;
  readonly exports: Exports;
}

const declaredNames = (declaration: Node): string[] => {
  if (declaration.type === "VariableDeclaration") return declaration.declarations.flatMap((one) => (one.id.type === "Identifier" ? [one.id.name] : []));
  return "id" in declaration && declaration.id?.type === "Identifier" ? [declaration.id.name] : [];
};

const addExports = (statements: readonly Statement[], scopes: Scopes, out: Map<string, Binding | { from: string; name: string }>): void => {
  const add = (exported: string, local: string): void => {
    const binding = scopes.top.get(local);
    if (binding) out.set(exported, binding);
  };
  for (const statement of statements) {
    if (statement.type === "ExportDefaultDeclaration") {
      const { declaration } = statement;
      for (const name of declaration.type === "Identifier" ? [declaration.name] : declaredNames(declaration)) add("default", name);
    }
    if (statement.type !== "ExportNamedDeclaration") continue;
    if (statement.declaration) for (const name of declaredNames(statement.declaration)) add(name, name);
    for (const one of statement.specifiers) {
      if (one.type !== "ExportSpecifier") continue;
      const name = one.exported.type === "Identifier" ? one.exported.name : one.exported.value;
      if (statement.source) out.set(name, { from: statement.source.value, name: one.local.name });
      else add(name, one.local.name);
    }
  }
};

const importsOf = (statements: readonly Statement[]): string[] => statements.flatMap((one) => (one.type === "ImportDeclaration" ? [one.source.value] : []));

export const projectOutline = (path: string, code: string): Outline => {
  const body = parse(path, code);
  const scopes = newScopes();
  analyseScopes(body, code, scopes);
  const exports = new Map();
  addExports(body, scopes, exports);
  return { body, imports: importsOf(body), scopes, exports };
};

/** A declaration at the top of a library module that is parsed when its node is first asked for. */
class DeferredBinding implements Binding {
  readonly name: string;
  readonly kind: BindingKind;
  readonly owner = undefined;
  readonly ready = 0;
  assignments: Node[] = [];
  captured = false;
  cell = false;
  early = false;
  onlyCalled = true;
  uses = 0;
  private readonly parseStatements: () => readonly Statement[];
  private parsed: Node | undefined;

  constructor(name: string, kind: BindingKind, parseStatements: () => readonly Statement[]) {
    this.name = name;
    this.kind = kind;
    this.parseStatements = parseStatements;
  }

  get node(): Node {
    this.parsed ??= this.declaration();
    return this.parsed;
  }

  private declaration(): Node {
    for (const raw of this.parseStatements()) {
      const statement = (raw.type === "ExportNamedDeclaration" || raw.type === "ExportDefaultDeclaration") && raw.declaration ? raw.declaration : raw;
      if (!declaredNames(statement).includes(this.name)) continue;
      if (statement.type !== "VariableDeclaration") return statement;
      const declarator = statement.declarations[0]!;
      // Others that assign it may not be parsed yet.
      if (this.kind !== "const") this.assignments.push(declarator);
      return declarator;
    }
    throw new Error(`no declaration of ${this.name} where the outline found one`);
  }
}

const startOfStatement = /^(?:export|import|async|function|class|abstract|const|let|var|interface|type|declare)\b.*$/gm;
const singleName = /^(export )?(?:async )?(function|class|abstract class|const|let|var) ([\w$]+)(?! *,)/;

const outlineLibrary = (path: string, code: string): Outline => {
  const scopes = newScopes();
  const exports = new Map<string, Binding | { from: string; name: string }>();
  const others: (() => readonly Statement[])[] = [];
  const starts = [...code.matchAll(startOfStatement)];
  let line = 1;
  let counted = 0;
  for (const [i, { 0: firstLine, index }] of starts.entries()) {
    const text = code.slice(index, starts[i + 1]?.index);
    for (let at = code.indexOf("\n", counted); at >= 0 && at < index; at = code.indexOf("\n", at + 1)) line++;
    counted = index;
    const start = { line, index };
    const named = singleName.exec(firstLine);
    if (named) {
      const [, exported, word, name] = named as unknown as [string, string | undefined, string, string];
      const binding: Binding = new DeferredBinding(name, word.replace("abstract ", "") as BindingKind, () => {
        const statements = parse(path, text, start);
        analyseScopes(statements, text, scopes);
        return statements;
      });
      scopes.top.set(name, binding);
      if (exported) exports.set(name, binding);
    } else others.push(() => parse(path, text, start));
  }
  const statements = others.flatMap((parsed) => parsed());
  analyseScopes(statements, code, scopes);
  addExports(statements, scopes, exports);
  return { body: [], imports: importsOf(statements), scopes, exports };
};

/** Library texts rarely change: outlines, and what of them is parsed, are kept between builds in a warm process. */
const outlines = new Map<string, { readonly code: string; readonly outline: Outline }>();

export const libraryOutline = (path: string, code: string): Outline => {
  const known = outlines.get(path);
  if (known?.code === code) return known.outline;
  const outline = outlineLibrary(path, code);
  outlines.set(path, { code, outline });
  return outline;
};
