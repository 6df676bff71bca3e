/**
 * Methods of a class that Fable gives one name: those of IComparable<T> and IComparable, or of two instances of a generic interface, `IHandle<Paid>` and
 * `IHandle<Shipped>`. One method stands for both and chooses by what its first argument is.
 */
import type { ClassMethod } from "@babel/types";
import type { SourceModule } from "./graph.ts";
import { any, bool, type Expr, type IrFn, local, prim, type Stmt, type Var } from "./ir/nodes.ts";
import type { Program } from "./program.ts";
import type { Member, TypeInfo } from "./type-infos.ts";

type Test = (value: Expr) => Expr;

/** How to see that a value may be a method's first argument; undefined where anything may be. */
const testOf = (program: Program, module: SourceModule, { params: [first] }: ClassMethod): Test | undefined => {
  const ty = program.types.annotation(module, first?.type === "Identifier" ? first.typeAnnotation : undefined);
  switch (ty.kind) {
    case "ref": {
      const info = ty.type;
      return info && ((value) => prim("is_type", bool, [value], { info: program.live(info) }));
    }
    case "str":
      return (value) => ({ op: "builtin", builtin: "is_text", args: [value], ty: bool });
    case "i32":
    case "f64":
      return (value) => ({ op: "builtin", builtin: "is_number", args: [value], ty: bool });
    default:
      return undefined;
  }
};

/** Adds a member of a class body to its type; `first` is the method of the same name before it. */
export const addMethod = (program: Program, module: SourceModule, info: TypeInfo, added: Member, node: ClassMethod, first: ClassMethod | undefined): void => {
  const at = first === undefined ? -1 : info.members.findIndex(({ name, kind }) => name === added.name && kind === added.kind);
  const known = info.members[at];
  if (known === undefined || first === undefined) {
    info.members.push(added);
    return;
  }
  const own = testOf(program, module, node);
  // `App.ISource`1.Get`: a member of a generic interface
  if (own === undefined && testOf(program, module, first) === undefined && /`\d+\./.test(added.name))
    program.refuse(
      module,
      node,
      `${added.name.replace(/`\d+/, "")} of two instances of the interface in one class, which no argument tells apart`,
      "give one of them to another class or to an object expression",
    );
  const make = own ? choosing(program, info, node, own, added, known) : choosing(program, info, node, testOf(program, module, first), known, added);
  info.members[at] = { ...added, make };
};

const choosing =
  (program: Program, info: TypeInfo, { params }: ClassMethod, test: Test | undefined, chosen: Member, other: Member) =>
  (): IrFn => {
    if (test === undefined) return other.make();
    const fn = program.newFn(`${info.name}.${chosen.name}`, any, true);
    fn.params.push(...["this", ...params.map((_, i) => `a${i}`)].map((name): Var => ({ name, ty: any, cell: false })));
    const args = fn.params.map(local);
    const by = ({ make }: Member): Stmt => ({ op: "return", value: { op: "call", fn: make(), args, ty: any } });
    fn.body = [{ op: "if", test: test(args[1]!), then: [by(chosen)], otherwise: [] }, by(other)];
    return fn;
  };
