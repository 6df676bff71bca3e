/**
 * Entities of one name that several files of a project declare: .NET's compiler refuses them when all files are checked. The package notices them too, while it
 * checks the second file, and drops what it has to say, since that is placed in the first.
 */
import type { CompilerMessage } from "./messages.ts";
import { caseOf, type List, type Node, toArray } from "./tree.ts";

/** The declarations of a file, in the F# compiler's tree. */
export interface DeclaringFile {
  readonly path: string;
  readonly declarations: List<Node>;
}

interface Entity {
  readonly entity_logical_name: string;
  readonly entity_flags: { readonly flags: bigint };
  readonly entity_modul_type: Node;
  readonly entity_range: PackedRange;
}
/** File, start and end column from the low bits on; then the start line and the lines to the end. */
interface PackedRange {
  readonly code1: bigint;
  readonly code2: bigint;
}

type Kind = "namespace" | "module" | "type";

interface Declared {
  readonly kind: Kind;
  readonly entity: Entity;
  readonly file: string;
  readonly inner: Scope;
}
/** By names as .NET's metadata has them: `X` and `X<'a>` are two, and a module beside a type of its name is `XModule`. */
type Scope = Map<string, Declared>;

/** What .NET says, at the first declaration as it does, once for each. */
export const conflictsOf = (files: readonly DeclaringFile[]): CompilerMessage[] => {
  const root: Scope = new Map();
  const found = new Map<Declared, CompilerMessage>();
  const add = (scope: Scope, path: readonly string[], declarations: List<Node>, file: string): void => {
    for (const [entity, inside] of entitiesIn(declarations)) {
      const kind = kindOf(entity);
      const name = entity.entity_logical_name;
      const known = scope.get(name);
      const first = known ?? { kind, entity, file, inner: new Map() };
      const inner = [...path, shownName(first.entity)];
      if (known !== undefined && known.file !== file && (known.kind !== "namespace" || kind !== "namespace") && !found.has(known))
        found.set(known, messageAt(known, ...textOf(known.kind, kind, name, path.join("."), inner.join("."))));
      scope.set(name, first);
      add(first.inner, inner, inside, file);
    }
  };
  for (const { path, declarations } of files) add(root, [], declarations, path);
  return [...found.values()];
};

function* entitiesIn(declarations: List<Node>): Generator<readonly [Entity, List<Node>]> {
  for (const declaration of toArray(declarations)) {
    if (caseOf(declaration) !== "Entity") continue;
    const [symbol, inside] = declaration.fields as [{ readonly entity: { readonly binding?: Entity } }, List<Node>];
    if (symbol.entity.binding !== undefined) yield [symbol.entity.binding, inside];
  }
}

const moduleOrNamespace = 1n;

const containerOf = ({ entity_modul_type }: Entity): string => caseOf((entity_modul_type.fields[0] as { readonly kind: Node }).kind);

const kindOf = (entity: Entity): Kind => {
  if ((BigInt(entity.entity_flags.flags) & moduleOrNamespace) === 0n) return "type";
  return containerOf(entity) === "Namespace" ? "namespace" : "module";
};

/** Without the suffix of a module that stands beside a type. */
const shownName = (entity: Entity): string => {
  const suffixed = containerOf(entity) === "FSharpModuleWithSuffix";
  return suffixed ? entity.entity_logical_name.replace(/Module$/, "") : entity.entity_logical_name;
};

const textOf = (a: Kind, b: Kind, name: string, path: string, whole: string): [number: number, text: string] => {
  if (a === "namespace" || b === "namespace")
    return [247, `The name '${whole}' is used as both a namespace and a module in this assembly. Rename one of them to avoid the conflict.`];
  if (a === "module" && b === "module") return [248, `Two modules named '${whole}' occur in two parts of this assembly`];
  if (a === "type" && b === "type") return [249, `Two type definitions named '${name}' occur in namespace '${path}' in two parts of this assembly`];
  return [250, `A module and a type definition named '${name}' occur in namespace '${path}' in two parts of this assembly`];
};

const messageAt = ({ entity, file }: Declared, number: number, text: string): CompilerMessage => {
  const bits = (code: bigint, from: bigint, count: bigint): number => Number((BigInt(code) >> from) & ((1n << count) - 1n));
  const { code1, code2 } = entity.entity_range;
  const startLine = bits(code2, 0n, 31n);
  const endLine = startLine + bits(code2, 31n, 27n);
  return { origin: "fsharp", severity: "error", number, text, file, startLine, startColumn: bits(code1, 20n, 22n), endLine, endColumn: bits(code1, 42n, 22n) };
};
