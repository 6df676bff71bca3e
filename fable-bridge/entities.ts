/** The table of types that the modules declare or mention. */
import type { Entity, EntityField, EntityKind, EqualityKind } from "../schemas/fable-output.ts";
import { type Mentions, printType, withoutArity } from "./annotate/type-text.ts";
import { displayOf } from "./display.ts";
import { type ClassDeclaration, caseOf, declaredIn, type EntityRef, type FableEntity, type EntityField as FableField, type List, type Node, type Type, toArray } from "./tree.ts";

type Lookup = (ref: EntityRef) => FableEntity | undefined;

/** Types of F#'s core library that Fable lays out like the user's own, and where their classes are. */
const libraryUnions: Readonly<Record<string, readonly [path: string, className: string]>> = Object.fromEntries([
  ["Microsoft.FSharp.Core.FSharpResult`2", ["fable-library/Result.js", "FSharpResult$2"]],
  ...[2, 3, 4, 5, 6, 7].map((n) => [`Microsoft.FSharp.Core.FSharpChoice\`${n}`, ["fable-library/Choice.js", `FSharpChoice$${n}`]]),
]);

export class EntityTable implements Mentions {
  readonly #entities = new Map<string, Entity>();
  readonly #visited = new Set<string>();
  readonly #lookup: Lookup;

  constructor(lookup: Lookup) {
    this.#lookup = lookup;
  }

  /** Adds the types that a file declares. */
  addFile(declarations: List<Node>): void {
    for (const node of declaredIn(declarations)) {
      if (caseOf(node) === "ClassDeclaration") {
        const { Name, Entity: ref } = node.fields[0] as ClassDeclaration;
        this.#add(ref, Name);
      }
    }
  }
  /** Adds a type that is mentioned, if it needs an entry without being declared here: enums and the unions of F#'s core library. */
  entity(ref: EntityRef): void {
    if (this.#visited.has(ref.FullName)) return;
    this.#visited.add(ref.FullName);
    const place = libraryUnions[ref.FullName];
    if (place !== undefined) this.#add(ref, place[1], place[0]);
    else if (this.#lookup(ref)?.IsEnum === true) this.#add(ref, "");
  }
  print(type: Type): string {
    return printType(type, this);
  }
  entities(): Entity[] {
    return [...this.#entities.values()];
  }

  #add(ref: EntityRef, className: string, path = sourcePath(ref)): void {
    const entity = this.#lookup(ref);
    if (entity === undefined || this.#entities.has(ref.FullName)) return;
    const field = (of: FableField): EntityField => ({ name: of.Name, type: this.print(of.FieldType), mutable: of.IsMutable });
    const kind = kindOf(entity);
    const fields = toArray(entity.FSharpFields);
    const base = entity.BaseType;
    const interfaces = [...entity.AllInterfaces].filter((type) => type.Entity.FullName !== ref.FullName).map((type) => this.#declared(type.Entity, type.GenericArgs));
    this.#entities.set(ref.FullName, {
      fullName: withoutArity(ref.FullName),
      ...(entity.DeclaringEntity === undefined ? {} : { dotnetName: this.#dotnetName(ref, entity) }),
      kind,
      path,
      className,
      generics: toArray(entity.GenericParameters)
        .filter((parameter) => !parameter.IsMeasure)
        .map((parameter) => parameter.Name),
      fields: kind === "enum" || kind === "union" ? [] : fields.filter((of) => !of.IsStatic).map(field),
      cases: kind === "union" ? toArray(entity.UnionCases).map((of) => ({ name: of.Name, fields: toArray(of.UnionCaseFields).map(field) })) : [],
      values:
        kind === "enum" ? fields.filter((of) => of.LiteralValue !== undefined && of.LiteralValue !== null).map((of) => ({ name: of.Name, value: Number(of.LiteralValue) })) : [],
      ...(base === undefined || base.Entity.FullName === "System.Object" ? {} : { base: this.#declared(base.Entity, base.GenericArgs) }),
      interfaces,
      ...underlyingOf(
        fields.find((of) => of.Name === "value__"),
        (type) => this.print(type),
      ),
      ...(attributesOf(entity).has("System.Flags") ? { isFlags: true } : {}),
      ...equalityOf(entity, kind),
      isStruct: entity.IsValueType,
      ...displayOf(entity, (type) => this.print(type)),
    });
  }
  #dotnetName(ref: EntityRef, entity: FableEntity): string {
    const outer = entity.DeclaringEntity;
    const declaring = outer === undefined ? undefined : this.#lookup(outer);
    if (outer === undefined || declaring === undefined) return ref.FullName;
    const join = declaring.IsNamespace ? "." : "+";
    return `${this.#dotnetName(outer, declaring)}${join}${ref.FullName.slice(outer.FullName.length + 1)}`;
  }
  #declared(ref: EntityRef, args: List<Type>): string {
    this.entity(ref);
    const kept = toArray(args).map((arg) => this.print(arg));
    const name = withoutArity(ref.FullName);
    return kept.length === 0 ? name : `${name}<${kept.join(",")}>`;
  }
}

/** The tables of all files as one, in order of name; `fullName` with the number of generics is unique. */
export const mergeEntities = (all: readonly Entity[]): Entity[] => {
  const key = (entity: Entity): string => `${entity.fullName}\u0000${entity.generics.length}`;
  return [...new Map(all.map((entity) => [key(entity), entity])).entries()].sort(([a], [b]) => (a < b ? -1 : 1)).map(([, entity]) => entity);
};

/** What an enum's values are. */
const underlyingOf = (value: FableField | undefined, print: (type: Type) => string): { underlying?: string } => (value === undefined ? {} : { underlying: print(value.FieldType) });

const sourcePath = (ref: EntityRef): string => (caseOf(ref.Path) === "SourcePath" ? (ref.Path.fields[0] as string).replace(/^\//, "") : "");

const kindOf = (entity: FableEntity): EntityKind => {
  if (entity.IsFSharpUnion) return "union";
  if (entity.IsFSharpRecord) return "record";
  if (entity.IsFSharpExceptionDeclaration) return "exception";
  if (entity.IsInterface) return "interface";
  return entity.IsEnum ? "enum" : "class";
};

const attributesOf = (entity: FableEntity): ReadonlySet<string> =>
  new Set([...entity.Attributes].map((attribute) => attribute.Entity.FullName.replace("Microsoft.FSharp.Core.", "").replace("Attribute", "")));

const equalityOf = (entity: FableEntity, kind: EntityKind): { equality: EqualityKind; comparison: EqualityKind } => {
  const attributes = attributesOf(entity);
  const interfaces = new Set([...entity.AllInterfaces].map((type) => type.Entity.FullName));
  const overrides = (name: string): boolean =>
    [...entity.MembersFunctionsAndValues].some((member) => member.IsOverrideOrExplicitInterfaceImplementation && member.DisplayName === name);
  const structural = kind === "union" || kind === "record" || (kind === "class" && entity.IsValueType);
  const equality = (): EqualityKind => {
    if (kind === "enum" || kind === "exception") return "structural";
    if (attributes.has("NoEquality")) return "none";
    if (attributes.has("ReferenceEquality")) return "reference";
    if (attributes.has("CustomEquality") || (kind === "class" && overrides("Equals"))) return "custom";
    return structural ? "structural" : "reference";
  };
  const comparison = (): EqualityKind => {
    if (kind === "enum") return "structural";
    if (attributes.has("NoComparison") || attributes.has("ReferenceEquality")) return "none";
    if (attributes.has("CustomComparison")) return "custom";
    if (!interfaces.has("System.IComparable")) return "none";
    return structural ? "structural" : "custom";
  };
  return { equality: equality(), comparison: comparison() };
};
