/**
 * Static fields of generic classes, which each instantiation has for itself. Fable makes them properties of the one class; here the class's text leads to an object
 * with the fields, made and initialised when it is first asked for.
 *
 *     static let items = ResizeArray<'T>()     declareStatics("App.Bag", 1, () => ({ "items": undefined }), (type$T) => { staticsOf(`App.Bag<${type$T}>`).items = [] })
 */
import { type CallInfo, type ClassDeclaration, caseOf, declaredIn, type Expr, type FieldInfo, type Ident, type List, type Node, toArray } from "../tree.ts";
import type { Annotator } from "./annotator.ts";
import { withoutArity } from "./type-text.ts";

const preludeModule = "fusabi:prelude";
const initialiser = "__cctor";

interface GenericClass {
  readonly fullName: string;
  readonly generics: readonly string[];
  readonly fields: readonly string[];
}

export class GenericStatics {
  readonly #annotator: Annotator;
  /** Classes with static initialisers by their names in the file. */
  readonly #classes: ReadonlyMap<string, GenericClass>;

  constructor(declarations: List<Node>, annotator: Annotator) {
    this.#annotator = annotator;
    const all = declaredIn(declarations);
    const initialised = new Set(all.map(initialiserOf));
    const classes = all.flatMap((node) => (caseOf(node) === "ClassDeclaration" ? [node.fields[0] as ClassDeclaration] : []));
    this.#classes = new Map(
      classes.flatMap(({ Name, Entity }) => {
        const entity = initialised.has(Name) ? annotator.host.entity(Entity) : undefined;
        const generics = toArray(entity?.GenericParameters ?? annotator.factory.list([])).flatMap((parameter) => (parameter.IsMeasure ? [] : [parameter.Name]));
        const fields = toArray(entity?.FSharpFields ?? annotator.factory.list([])).flatMap((field) => (field.IsStatic ? [field.Name] : []));
        return generics.length === 0 ? [] : [[Name, { fullName: withoutArity(Entity.FullName), generics, fields }] as const];
      }),
    );
  }

  /** What stands for a class's initialiser; undefined for any other action. */
  declare(action: Expr, rewrite: (body: Expr) => Expr): Expr | undefined {
    const found = this.#classes.get(initialisedBy(action) ?? "");
    if (found === undefined) return undefined;
    const { factory, hidden } = this.#annotator;
    const fields = factory.emit(`() => ({ ${found.fields.map((name) => `${JSON.stringify(name)}: undefined`).join(", ")} })`, [], factory.types.any);
    const start = hidden.ofTypes(found.generics, () => rewrite((action.fields[0] as Expr).fields[1] as Expr));
    return factory.call("declareStatics", preludeModule, [factory.string(found.fullName), factory.int32(found.generics.length), fields, start], factory.types.unit, undefined);
  }

  /** The object with the fields that a read or an assignment is of; undefined where that is of no such field. */
  ownerOf(expr: Expr): Expr | undefined {
    const [owner, kind] = expr.fields as [Expr, Node];
    const found = caseOf(owner) === "IdentExpr" ? this.#classes.get((owner.fields[0] as Ident).Name) : undefined;
    const [key] = kind.fields as [string | FieldInfo];
    if (found === undefined || !found.fields.includes(typeof key === "string" ? key : key?.Name)) return undefined;
    const { factory, hidden } = this.#annotator;
    const text = hidden.filled(`${found.fullName}<${found.generics.map((name) => `'${name}`).join(",")}>`);
    return factory.call("staticsOf", preludeModule, [text], factory.types.any, undefined);
  }
}

/** The class that an action is the initialiser of: `(function C__cctor() {…})()`. */
const initialisedBy = (action: Expr): string | undefined => {
  const called = caseOf(action) === "Call" ? (action.fields[0] as Expr) : undefined;
  if (called === undefined || caseOf(called) !== "Delegate" || toArray((action.fields[1] as CallInfo).Args).length > 0) return undefined;
  const name = called.fields[2] as string | undefined;
  return name?.endsWith(initialiser) ? name.slice(0, -initialiser.length) : undefined;
};

const initialiserOf = (node: Node): string | undefined => (caseOf(node) === "ActionDeclaration" ? initialisedBy((node.fields[0] as { Body: Expr }).Body) : undefined);
