/**
 * Fable names the members of a project's interfaces without the interface, so that those of two interfaces on one class would be one; where an interface has
 * `[<Mangle>]` it names them in full (`App.IShape.Area`), as it does those of abstract classes. Here every interface has it, in the F# compiler's tree, but for
 * those with other attributes of Fable's, and those with properties that are functions.
 */
import { mangledInterface } from "./prelude/index.ts";
import { caseOf, isList, isNode, type List, type Node, prepend, toArray } from "./tree.ts";

/** An attribute of the F# compiler: its first field refers to the attribute's type. */
type Attribute = Node;
interface Entity {
  readonly entity_logical_name: string;
  readonly entity_tycon_repr: Node;
  readonly entity_modul_type: Node;
  readonly entity_opt_data?: { readonly entity_tycon_abbrev?: Node };
  entity_attribs: List<Attribute>;
}

/** Takes the declarations of the prelude, which has an interface with the attribute, those of files, and the contents of the whole project, in which files see what others declare; false where their shape is another. */
export const mangleInterfaces = (prelude: List<Node>, files: readonly List<Node>[], project: object): boolean => {
  const mark = [...declaredIn(prelude)].find(isMarked)?.entity_attribs.head;
  const known = [...heldBy(project)];
  if (mark === undefined || !known.some(isMarked)) return false;
  for (const entity of [...files.flatMap((file) => [...declaredIn(file)]), ...known])
    if (isInterface(entity) && !toArray(entity.entity_attribs).some(isFables) && !hasFunctionProperty(entity)) entity.entity_attribs = prepend(mark, entity.entity_attribs);
  return true;
};

const isMarked = ({ entity_logical_name }: Entity): boolean => entity_logical_name === mangledInterface;

function* declaredIn(declarations: List<Node>): Generator<Entity> {
  for (const declaration of toArray(declarations)) {
    if (caseOf(declaration) !== "Entity") continue;
    const [symbol, inner] = declaration.fields as [{ readonly entity: { readonly binding?: Entity } }, List<Node>];
    if (symbol.entity.binding !== undefined) yield symbol.entity.binding;
    yield* declaredIn(inner);
  }
}

function* heldBy(contents: object): Generator<Entity> {
  for (const entity of fieldOf(contents, "entities") as Iterable<Entity>) {
    yield entity;
    const [inner] = entity.entity_modul_type.fields as [object];
    yield* heldBy(caseOf(entity.entity_modul_type) === "Strict" ? inner : forced(inner));
  }
}

/** What the F# compiler computes when it is first asked for, here and now. */
const forced = (lazy: object): object => {
  const make = fieldOf(lazy, "valueFactory") as (() => object) | undefined;
  if (make) Object.assign(lazy, { [keyOf(lazy, "value")]: make(), [keyOf(lazy, "valueFactory")]: undefined });
  return fieldOf(lazy, "value") as object;
};

/** Private fields have a number behind their name. */
const keyOf = (owner: object, name: string): string => Object.keys(owner).find((key) => key.startsWith(`${name}@`)) ?? name;
const fieldOf = (owner: object, name: string): unknown => (owner as Record<string, unknown>)[keyOf(owner, name)];

const isInterface = ({ entity_tycon_repr }: Entity): boolean => {
  const [model] = entity_tycon_repr.fields as [{ readonly fsobjmodel_kind?: Node } | undefined];
  return model?.fsobjmodel_kind !== undefined && caseOf(model.fsobjmodel_kind) === "TFSharpInterface";
};

/** A function that such a property holds takes its arguments at once in an object expression and one by one in a class: Fable tells them apart by the short name only. */
const hasFunctionProperty = ({ entity_tycon_repr }: Entity): boolean =>
  toArray((entity_tycon_repr.fields[0] as { readonly fsobjmodel_vslots: List<{ readonly binding?: Slot }> }).fsobjmodel_vslots).some(
    ({ binding }) => binding?.val_logical_name.startsWith("get_") && functionsIn(binding.val_type) > functionsOfGetter,
  );

interface Slot {
  readonly val_logical_name: string;
  readonly val_type: Node;
}
/** A getter is a function of the object that gives one of unit. */
const functionsOfGetter = 2;

/** How many function types there are in a type, in what an abbreviation stands for too. */
const functionsIn = (type: Node): number => {
  const [reference] = type.fields as [{ readonly binding?: Entity }];
  const abbreviated = caseOf(type) === "TType_app" ? reference.binding?.entity_opt_data?.entity_tycon_abbrev : undefined;
  const inner = [...type.fields.flatMap((field) => (isList(field) ? toArray(field) : [field])), abbreviated].filter(isType);
  return inner.reduce((sum, each) => sum + functionsIn(each), caseOf(type) === "TType_fun" ? 1 : 0);
};
const isType = (value: unknown): value is Node => isNode(value) && caseOf(value).startsWith("TType_");

const isFables = ({ fields: [type] }: Attribute): boolean => {
  const path = (type as { readonly nlr?: Node }).nlr?.fields[1];
  return Array.isArray(path) && path[0] === "Fable";
};
