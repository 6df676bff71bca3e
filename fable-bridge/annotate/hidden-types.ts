/**
 * Generic functions that observe a type parameter (`sprintf "%A" (x: 'a)`, `box x`, `:? 'a`, `typeof<'a>`) take it as a hidden argument behind their own: a
 * type text. Fable erases generics but keeps what each call instantiates them with.
 *
 *     let show (x: 'a) = sprintf "%A" x      function show(x: a, type$a: string) { … format(`fn<${type$a},string>`, …) … }
 *     show 3.0                               show(3, "float64")
 *
 * A local function is curried instead, so that it may be used as a value: `inner("float64")(3)`. An object's methods have what its constructor was given:
 * where one observes a parameter of the class, the constructor keeps it in the object.
 */
import {
  type CallInfo,
  caseOf,
  type EntityRef,
  type Expr,
  type FableEntity,
  type Factory,
  type Ident,
  type List,
  type MemberDeclaration,
  type MemberRefInfo,
  type Node,
  type Type,
  toArray,
  withFields,
  withNodeFields,
} from "../tree.ts";
import { matchTypes } from "./instantiation.ts";
import { printType, withoutArity } from "./type-text.ts";

/** What callers need to know of a member that observes: how many arguments it has of its own, and which of its generic arguments follow them. */
export interface ObservingMember {
  readonly parameters: number;
  readonly positions: readonly number[];
}

/** Observing members of the files compiled so far, by `memberKey`. */
export type ObservingMembers = ReadonlyMap<string, ObservingMember>;

/** The generic parameters that a function has, and those among them that its body observes. */
interface Scope {
  readonly generics: readonly string[];
  readonly observed: Set<string>;
  readonly outer: Scope | undefined;
}

interface OpenCall {
  readonly key: string;
  /** Made here: gets the hidden arguments when all members of the file are known. */
  readonly info: CallInfo;
  readonly generics: readonly Type[];
  readonly scope: Scope | undefined;
}

interface OpenMember {
  readonly key: string;
  readonly declaration: MemberDeclaration;
  readonly scope: Scope;
}

/** A class of the file whose constructor can keep what methods of its objects observe. */
interface OpenClass {
  readonly entity: EntityRef;
  readonly maker: MemberDeclaration;
  readonly makerScope: Scope;
  readonly methods: readonly { readonly declaration: MemberDeclaration; readonly scope: Scope }[];
}

/** A local generic function, the places that use it, and its value, which becomes curried if it turns out to observe. */
interface LocalFunction {
  readonly ident: Ident;
  readonly scope: Scope;
  readonly uses: { readonly node: Node; readonly type: Type; readonly scope: Scope | undefined }[];
  value?: Expr;
}

const bare = (name: string): string => name.replace(/^[$']/, "");

export class HiddenTypes {
  readonly #factory: Factory;
  readonly #lookup: (ref: EntityRef) => FableEntity | undefined;
  readonly #known: ObservingMembers;
  readonly #print: (type: Type) => string;
  readonly #calls: OpenCall[] = [];
  readonly #members: OpenMember[] = [];
  readonly #classes: OpenClass[] = [];
  readonly #openLocals: LocalFunction[] = [];
  /** Local functions by the names that they have here. */
  readonly #locals = new Map<string, LocalFunction>();
  #scope: Scope | undefined;

  constructor(factory: Factory, lookup: (ref: EntityRef) => FableEntity | undefined, known: ObservingMembers, print: (type: Type) => string) {
    this.#factory = factory;
    this.#lookup = lookup;
    this.#known = known;
    this.#print = print;
  }

  /** … of a type that is printed already. */
  filled(text: string): Expr {
    return this.#filled(text, this.#scope);
  }

  /** The text of a type as an expression: constant but for the parameters that the enclosing functions are given. */
  text(type: Type): Expr {
    return this.#text(type, this.#scope);
  }

  /** A member's declaration with its body rewritten; what it observes it is given in `finish`. */
  member(declaration: MemberDeclaration, rewrite: (body: Expr) => Expr): MemberDeclaration {
    const scope: Scope = { generics: this.#genericsOf(declaration), observed: new Set(), outer: undefined };
    this.#scope = scope;
    const now = withFields(declaration, { Body: rewrite(declaration.Body) });
    this.#scope = undefined;
    const key = memberKey(declaration.MemberRef);
    if (key !== undefined && scope.generics.length > 0) this.#members.push({ key, declaration: now, scope });
    return now;
  }

  /** A class's primary constructor and the methods of its objects. */
  classMembers(
    entity: EntityRef,
    maker: MemberDeclaration | undefined,
    methods: List<MemberDeclaration>,
    rewriteMaker: (body: Expr) => Expr,
    rewrite: (body: Expr) => Expr,
  ): { readonly maker: MemberDeclaration | undefined; readonly methods: List<MemberDeclaration> } {
    const now = maker && this.member(maker, rewriteMaker);
    const opened = this.#members.at(-1);
    const scopes = toArray(methods).map((declaration) => {
      const generics = now !== undefined && opened?.declaration === now ? opened.scope.generics : [];
      const scope: Scope = { generics, observed: new Set(), outer: undefined };
      this.#scope = scope;
      const body = rewrite(declaration.Body);
      this.#scope = undefined;
      return { declaration: withFields(declaration, { Body: body }), scope };
    });
    if (now !== undefined && opened?.declaration === now) this.#classes.push({ entity, maker: now, makerScope: opened.scope, methods: scopes });
    return { maker: now, methods: this.#factory.list(scopes.map(({ declaration }) => declaration)) };
  }

  /** A function of the texts of a generic type's parameters. */
  ofTypes(generics: readonly string[], rewrite: () => Expr): Expr {
    this.#scope = { generics, observed: new Set(), outer: undefined };
    const body = rewrite();
    this.#scope = undefined;
    return this.#factory.expr("Delegate", [this.#factory.list(generics.map((name) => this.#ident(name))), body, undefined, this.#factory.list([])]);
  }

  /** A call, its parts already rewritten, of a member that may turn out to observe. */
  call(call: Expr): Expr {
    const callee = call.fields[0] as Expr;
    const info = call.fields[1] as CallInfo;
    const key = info.MemberRef === undefined ? undefined : memberKey(info.MemberRef);
    const generics = toArray(info.GenericArgs);
    if (key === undefined || generics.length === 0 || !["IdentExpr", "Import"].includes(caseOf(callee))) return call;
    const open = withFields(info, {});
    this.#calls.push({ key, info: open, generics, scope: this.#scope });
    return withNodeFields(call, [callee, open, ...call.fields.slice(2)]);
  }

  /** The bindings of a `let` with their values rewritten and what they are bound in. */
  bindings(bindings: readonly (readonly [Ident, Expr])[], rewrite: (expr: Expr) => Expr, body: Expr): { readonly values: readonly Expr[]; readonly body: Expr } {
    const outer = this.#scope;
    const locals = bindings.map(([ident, value]): LocalFunction | undefined => {
      const generics = ["Lambda", "Delegate"].includes(caseOf(value)) ? this.#ownGenerics(ident.Type) : [];
      return generics.length === 0 ? undefined : { ident, scope: { generics, observed: new Set(), outer }, uses: [] };
    });
    const shadowed = bindings.map(([ident]) => [ident.Name, this.#locals.get(ident.Name)] as const);
    bindings.forEach(([ident], at) => {
      const local = locals[at];
      if (local === undefined) this.#locals.delete(ident.Name);
      else this.#locals.set(ident.Name, local);
    });
    const values = bindings.map(([, value], at) => {
      this.#scope = locals[at]?.scope ?? outer;
      const now = rewrite(value);
      this.#scope = outer;
      return now;
    });
    const now = rewrite(body);
    for (const [name, local] of shadowed) {
      if (local === undefined) this.#locals.delete(name);
      else this.#locals.set(name, local);
    }
    return { values: values.map((value, at) => this.#openValue(value, locals[at])), body: now };
  }

  #openValue(value: Expr, local: LocalFunction | undefined): Expr {
    if (local === undefined) return value;
    local.value = this.#copy(value);
    this.#openLocals.push(local);
    return local.value;
  }

  /** A use of a name: of a local generic function a node of its own, so that it can be instantiated once that is known to observe. */
  use(expr: Expr): Expr {
    const ident = expr.fields[0] as Ident;
    const local = this.#locals.get(ident.Name);
    if (local === undefined) return expr;
    const node = this.#factory.expr("IdentExpr", [ident]);
    local.uses.push({ node, type: ident.Type, scope: this.#scope });
    return node;
  }

  /** Hands the hidden arguments out, to calls and declarations, once every body of the file has been seen. Gives the members that observe. */
  finish(): ObservingMembers {
    const own = new Map<string, ObservingMember>();
    const find = (key: string): ObservingMember | undefined => own.get(key) ?? this.#known.get(key);
    const scopes = [...this.#members, ...this.#openLocals, ...this.#classes.flatMap(({ methods }) => methods)].map(({ scope }) => scope);
    for (let before = -1, count = 0; before !== count; count = scopes.reduce((sum, { observed }) => sum + observed.size, 0)) {
      before = count;
      for (const { makerScope, methods } of this.#classes) for (const { scope } of methods) for (const name of scope.observed) makerScope.observed.add(name);
      for (const { key, declaration, scope } of this.#members) {
        const positions = scope.generics.flatMap((name, at) => (scope.observed.has(name) ? [at] : []));
        if (positions.length > 0) own.set(key, { parameters: toArray(declaration.Args).length, positions });
      }
      for (const call of this.#calls)
        for (const position of find(call.key)?.positions ?? []) if (call.generics[position] !== undefined) this.#text(call.generics[position], call.scope);
      for (const local of this.#openLocals) for (const use of local.uses) for (const type of this.#instantiation(local, use.type)) this.#text(type, use.scope);
    }
    for (const local of this.#openLocals) this.#curry(local);
    for (const one of this.#classes) this.#keep(one);
    for (const { info, key, generics, scope } of this.#calls) {
      const member = find(key);
      if (member === undefined) continue;
      const args = toArray(info.Args);
      const missing = member.parameters - args.length - (info.ThisArg === undefined ? 0 : 1);
      for (let i = 0; i < missing; i++) args.push(this.#factory.unit());
      const texts = member.positions.map((position) => (generics[position] === undefined ? this.#factory.string("obj") : this.#text(generics[position], scope)));
      Object.assign(info, { Args: this.#factory.list([...args, ...texts]) });
    }
    for (const { key, declaration, scope } of this.#members) {
      const hidden = (own.get(key)?.positions ?? []).map((position) => this.#ident(scope.generics[position]));
      if (hidden.length > 0) Object.assign(declaration, { Args: this.#factory.list([...toArray(declaration.Args), ...hidden]) });
    }
    return own;
  }

  /** Has the constructor keep what methods observe: `this["App.Box.T"] = type$T`. */
  #keep({ entity, maker, methods }: OpenClass): void {
    const { unit, string } = this.#factory.types;
    const field = (name: string): string => `this[${JSON.stringify(`${withoutArity(entity.FullName)}.${name}`)}]`;
    const kept = new Set<string>();
    for (const { declaration, scope } of methods) {
      const body = [...scope.observed].reduce(
        (inner, name) => this.#factory.expr("Let", [this.#ident(name), this.#factory.emit(`(${field(name)} as string)`, [], string), inner]),
        declaration.Body,
      );
      Object.assign(declaration, { Body: body });
      for (const name of scope.observed) kept.add(name);
    }
    const steps = [...kept].map((name) => this.#factory.emit(`${field(name)} = $0`, [this.#factory.expr("IdentExpr", [this.#ident(name)])], unit));
    if (steps.length > 0) Object.assign(maker, { Body: this.#factory.expr("Sequential", [this.#factory.list([...steps, maker.Body])]) });
  }

  #text(type: Type, scope: Scope | undefined): Expr {
    return this.#filled(this.#print(type), scope);
  }

  /** A type's text as it is printed, with the parameters that enclosing functions are given for their names. */
  #filled(text: string, scope: Scope | undefined): Expr {
    const parts: string[] = [""];
    const holes: Expr[] = [];
    for (const piece of text.split(/('[^<>,]+)/)) {
      const owner = piece.startsWith("'") ? ownerOf(bare(piece), scope) : undefined;
      if (owner === undefined) parts[parts.length - 1] += piece;
      else {
        owner.observed.add(bare(piece));
        holes.push(this.#factory.expr("IdentExpr", [this.#ident(bare(piece))]));
        parts.push("");
      }
    }
    if (holes.length === 0) return this.#factory.string(parts[0]);
    return holes.length === 1 && parts.every((part) => part === "") ? holes[0] : this.#factory.template(parts, holes);
  }

  #ident(name: string): Ident {
    return this.#factory.ident(`type$${name}`, this.#factory.types.string, undefined);
  }

  #genericsOf(declaration: MemberDeclaration): string[] {
    if (caseOf(declaration.MemberRef) !== "MemberRef") return [];
    const [owner, info] = declaration.MemberRef.fields as [EntityRef, MemberRefInfo];
    const entity = this.#lookup(owner);
    const member = entity?.TryFindMember(info);
    return entity === undefined || member === undefined ? [] : [...toArray(entity.GenericParameters), ...toArray(member.GenericParameters)].map(({ Name }) => bare(Name));
  }

  /** Generic parameters in a local function's type that no enclosing function has. */
  #ownGenerics(type: Type): string[] {
    const names = [...printType(type, { entity() {} }).matchAll(/'([^<>,]+)/g)].map((match) => match[1]);
    return [...new Set(names)].filter((name) => ownerOf(name, this.#scope) === undefined);
  }

  /** What a use instantiates the observed parameters with, in their order. */
  #instantiation(local: LocalFunction, use: Type): Type[] {
    if (local.scope.observed.size === 0) return [];
    const found = matchTypes(local.ident.Type, use);
    return local.scope.generics.filter((name) => local.scope.observed.has(name)).map((name) => found.get(name) ?? this.#factory.types.any);
  }

  /** Curries a function that observes, and gives its uses what they instantiate it with. */
  #curry(local: LocalFunction): void {
    const names = local.scope.generics.filter((name) => local.scope.observed.has(name));
    if (names.length === 0 || local.value === undefined) return;
    for (const { node, type, scope } of local.uses) {
      const texts = this.#instantiation(local, type).map((one) => this.#text(one, scope));
      this.#become(node, this.#factory.expr("CurriedApply", [this.#copy(node), this.#factory.list(texts), type, undefined]));
    }
    const curried = names.reduceRight((inner, name) => this.#factory.expr("Lambda", [this.#ident(name), inner, undefined]), this.#copy(local.value));
    this.#become(local.value, curried);
  }

  #copy(node: Expr): Expr {
    return this.#factory.expr(caseOf(node), node.fields);
  }

  #become(node: Node, { tag, fields }: Expr): void {
    Object.assign(node, { tag, fields });
  }
}

const ownerOf = (name: string, scope: Scope | undefined): Scope | undefined => {
  for (let at = scope; at !== undefined; at = at.outer) if (at.generics.includes(name)) return at;
  return undefined;
};

/** Tells members apart, overloads included; undefined for what is no member of the source. */
export const memberKey = (ref: Node): string | undefined => {
  if (caseOf(ref) !== "MemberRef") return undefined;
  const [owner, info] = ref.fields as [EntityRef, MemberRefInfo];
  const types = info.NonCurriedArgTypes === undefined ? "" : toArray(info.NonCurriedArgTypes).map((type) => printType(type, { entity() {} }));
  return `${owner.FullName}|${info.CompiledName}|${info.IsInstance}|${types}`;
};
