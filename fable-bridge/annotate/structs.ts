/**
 * Structs whose fields can change are copied where .NET copies them: where a variable, a field, an element or what a collection holds is read as a value. Fable
 * shares one object.
 *
 *     let mutable q = p        let q = new_record("App.P", get_field("App.P", "X", p), get_field("App.P", "Y", p))
 */
import {
  type CallInfo,
  caseOf,
  type EntityRef,
  type Expr,
  type FableEntity,
  type FieldInfo,
  type Ident,
  type ImportInfo,
  type List,
  type Type,
  toArray,
  typeOf,
  withFields,
  withNodeFields,
} from "../tree.ts";
import type { Annotator } from "./annotator.ts";
import { mapChildren, mapList } from "./children.ts";
import { libraryCall } from "./conversions.ts";

export class StructCopies {
  readonly #annotator: Annotator;
  readonly #known = new Map<string, FableEntity | undefined>();
  /** Nodes may be shared between places of the tree: the same node gets the same answer. */
  readonly #values = new Map<Expr, Expr>();
  readonly #places = new Map<Expr, Expr>();

  constructor(annotator: Annotator) {
    this.#annotator = annotator;
  }

  /** The expression with copies of what is read in it as a value. */
  add(expr: Expr): Expr {
    const known = this.#values.get(expr);
    if (known !== undefined) return known;
    const now = this.#inside(expr);
    const type = this.#reads(expr) ? typeOf(expr, this.#annotator.factory) : undefined;
    const struct = type === undefined ? undefined : this.#mutableStruct(type);
    const value = struct === undefined ? now : this.#copy(now, type!, struct);
    this.#values.set(expr, value);
    return value;
  }

  /** As `add`, but what stands here itself is looked into or changed in place. */
  #inside(expr: Expr): Expr {
    const known = this.#places.get(expr);
    if (known !== undefined) return known;
    const place = this.#rewrite(expr);
    this.#places.set(expr, place);
    return place;
  }

  #rewrite(expr: Expr): Expr {
    const { factory } = this.#annotator;
    const places = placesOf(expr);
    const call = libraryCall(expr, this.#annotator);
    if (call?.selector === "FSharpRef" && call.args.length === 2) return this.#reference(expr);
    if (isPlaceOfByref(expr)) return this.#throughByref(expr);
    return mapChildren(expr, (child) => (places === "all" || places.includes(child) ? this.#inside(child) : this.add(child)), factory);
  }

  /** `FSharpRef(() => place, value => place = value)`, which is F#'s address of a place. */
  #reference(expr: Expr): Expr {
    const { factory } = this.#annotator;
    const info = expr.fields[1] as CallInfo;
    const args = mapList(info.Args as List<Expr>, (arg) => mapChildren(arg, (body) => this.#inside(body), factory), factory);
    return withNodeFields(expr, [expr.fields[0], withFields(info, { Args: args }), ...expr.fields.slice(2)]);
  }

  /** `x.Field` of a parameter that is a byref: Fable asks the reference for the field, not what it refers to. */
  #throughByref(expr: Expr): Expr {
    const { factory } = this.#annotator;
    const [target, kind, ...rest] = expr.fields as [Expr, ...unknown[]];
    const [type] = toArray(typeOf(target, factory).fields[1] as List<Type>);
    return this.#inside(withNodeFields(expr, [factory.emit("$0.contents", [target], type), kind, ...rest]));
  }

  /** Whether an expression may give an object that something else holds too; what a function of the project gives is its own. */
  #reads(expr: Expr): boolean {
    switch (caseOf(expr)) {
      case "IdentExpr":
      case "Get":
      case "Emit":
        return true;
      case "Call":
        return givesShared(expr);
      default:
        return false;
    }
  }

  #mutableStruct(type: Type): FableEntity | undefined {
    if (caseOf(type) !== "DeclaredType") return undefined;
    const ref = type.fields[0] as EntityRef;
    if (!this.#known.has(ref.FullName)) {
      const entity = this.#annotator.laidOut(ref);
      this.#known.set(ref.FullName, entity?.IsValueType && fieldsOf(entity).some((field) => field.IsMutable) ? entity : undefined);
    }
    return this.#known.get(ref.FullName);
  }

  #copy(expr: Expr, type: Type, struct: FableEntity): Expr {
    const { factory } = this.#annotator;
    const text = factory.string(this.#annotator.print(type));
    const held = factory.ident(this.#annotator.freshName("struct"), type, undefined);
    const source = factory.expr("IdentExpr", [held]);
    const fields = fieldsOf(struct).map(({ Name, FieldType }) => {
      const value = this.#annotator.operation("get_field", [text, factory.string(Name), source], FieldType, undefined);
      const nested = this.#mutableStruct(FieldType);
      return nested === undefined ? value : this.#copy(value, FieldType, nested);
    });
    return factory.expr("Let", [held, expr, this.#annotator.operation("new_record", [text, ...fields], type, undefined)]);
  }
}

/** Whether a field of a byref parameter is read or written; `this` of a struct's member is the object itself. */
const isPlaceOfByref = (expr: Expr): boolean => {
  const [target, kind] = expr.fields as readonly Expr[];
  if (!["Get", "Set"].includes(caseOf(expr)) || !["FieldGet", "FieldSet"].includes(caseOf(kind)) || caseOf(target) !== "IdentExpr") return false;
  const { Type, IsThisArgument } = target.fields[0] as Ident;
  const field = kind.fields[0] as string | FieldInfo;
  return (
    !IsThisArgument && (typeof field === "string" ? field : field.Name) !== "contents" && caseOf(Type) === "DeclaredType" && byrefs.test((Type.fields[0] as EntityRef).FullName)
  );
};
const byrefs = /^Microsoft\.FSharp\.Core\.(byref|inref|outref)`/;

/** Whether a call gives what it has, rather than a value of its own: members of objects, functions of Fable's library, and mutable variables of modules, which are called. */
const givesShared = (call: Expr): boolean => {
  const callee = call.fields[0] as Expr;
  switch (caseOf(callee)) {
    case "Get":
      return true;
    case "Import":
      return (callee.fields[0] as ImportInfo).Selector !== "createAtom";
    case "IdentExpr":
      return caseOf((callee.fields[0] as Ident).Type) === "DeclaredType";
    default:
      return false;
  }
};

/** Instance fields without the one that F# adds to see whether an object is complete. */
const fieldsOf = (entity: FableEntity) => toArray(entity.FSharpFields).filter((field) => !field.IsStatic && !field.Name.startsWith("init@"));

/** The children of an expression that it only looks into or changes. */
const placesOf = (expr: Expr): readonly unknown[] | "all" => {
  switch (caseOf(expr)) {
    case "Get":
    case "Set":
      return [expr.fields[0]];
    case "Call":
      return [expr.fields[0], (expr.fields[1] as CallInfo).ThisArg];
    case "Operation":
    case "Test":
      return "all";
    default:
      return [];
  }
};
