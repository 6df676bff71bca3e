/** Classes of TypeScript and JavaScript as types: slots, members, constructors, statics. */
import { type Class, type ClassDeclaration, type ClassMethod, type Node, VISITOR_KEYS } from "@babel/types";
import type { Entity } from "../schemas/fable-output.ts";
import { constructorParameters, type PlainField, plainFields } from "./analyse/plain-constructors.ts";
import { coerce, initialOf, toAny } from "./coerce.ts";
import { FnContext } from "./context.ts";
import { cellTy } from "./emit/cells.ts";
import type { Resolved, SourceModule } from "./graph.ts";
import { any, type Expr, type IrFn, local, type Stmt, type Ty, undefinedValue } from "./ir/nodes.ts";
import type { Program } from "./program.ts";
import type { Binding } from "./scope.ts";
import { addMethod } from "./twins.ts";
import { builtinInfos, type MemberKind, newTypeInfo, refTo, slotIndex, type TypeInfo } from "./type-infos.ts";
import { lowerFunctionBody } from "./visit/functions.ts";

/** The name of a member: an identifier, a string, or a well-known symbol as `@@iterator`. */
export const memberName = (key: Node, computed: boolean): string | undefined => {
  if (!computed && key.type === "Identifier") return key.name;
  if (key.type === "StringLiteral") return key.value;
  if (computed && key.type === "MemberExpression" && key.object.type === "Identifier" && key.object.name === "Symbol" && key.property.type === "Identifier")
    return `@@${key.property.name}`;
  return undefined;
};

interface ClassFacts {
  readonly info: TypeInfo;
  readonly module: SourceModule;
  readonly node: Class;
  readonly outer: FnContext | undefined;
  readonly captured: readonly Binding[];
  ctor?: IrFn;
  plain?: { readonly fields: PlainField[] | undefined };
}

const extension = "$extension_";
/** Bases of .NET that give their classes no member that programs call. */
const memberlessBases: ReadonlySet<string> = new Set(["System.Attribute"]);

export class Classes {
  private readonly program: Program;
  private readonly infos = new Map<Binding, TypeInfo>();
  private readonly facts = new Map<TypeInfo, ClassFacts>();

  constructor(program: Program) {
    this.program = program;
  }

  /** The type of a class binding at the top of a module. */
  of(module: SourceModule, binding: Binding): TypeInfo | undefined {
    const known = this.infos.get(binding);
    if (known) return known;
    if (binding.node.type !== "ClassDeclaration") return undefined;
    const node = binding.node as ClassDeclaration;
    const entity = module.fable ? this.program.types.entityOfClass(module, binding.name) : undefined;
    if (entity) {
      const info = this.program.types.ofEntity(entity);
      this.infos.set(binding, info);
      return info;
    }
    return this.make(module, node, binding, undefined);
  }

  /** A class expression, or a class inside a function. */
  local(ctx: FnContext, node: Class): TypeInfo {
    for (const facts of this.facts.values()) if (facts.node === node) return facts.info;
    return this.make(ctx.module, node, undefined, ctx);
  }

  private make(module: SourceModule, node: Class, binding: Binding | undefined, outer: FnContext | undefined): TypeInfo {
    const parent = this.superInfo(module, node);
    const qualified = staticText(node, "$type") ?? this.program.qualified(module, node.id?.name ?? "class");
    const kind = node.id?.name.startsWith(extension) ? "extension" : parent?.kind === "exception" || qualified === "System.Exception" ? "exception" : "class";
    const info = newTypeInfo(qualified, kind, parent);
    if (binding) this.infos.set(binding, info);
    if (kind === "extension") {
      info.parent = builtinInfos[node.id!.name.slice(extension.length) as keyof typeof builtinInfos];
      info.slots = [];
    }
    this.fill(info, module, node, undefined, outer);
    return info;
  }

  private superInfo(module: SourceModule, node: Class): TypeInfo | undefined {
    if (!node.superClass) return undefined;
    if (node.superClass.type !== "Identifier") return undefined;
    const binding = module.scopes.bindings.get(node.superClass);
    if (!binding) return node.superClass.name === "Error" ? this.program.exceptionBase() : undefined;
    const resolved = this.program.resolveIn(module, binding);
    return resolved.kind === "binding" ? this.of(resolved.module, resolved.binding) : undefined;
  }

  /** The base that F# says where Fable prints none: of a class without a primary constructor. */
  private declaredBase(entity: Entity): TypeInfo | undefined {
    return entity.base === undefined ? undefined : this.program.types.named(this.program.types.parse(entity.base));
  }

  /** Slots and members of a class body into an info; entities bring their own fields. */
  fill(info: TypeInfo, module: SourceModule, node: Class, entity: Entity | undefined, outer?: FnContext): void {
    const captured = [...(module.scopes.free.get(node) ?? [])].filter((binding) => outer !== undefined && binding.owner !== undefined);
    this.facts.set(info, { info, module, node, outer, captured });
    if (entity?.kind === "class") {
      // Fable gives a struct a base that prints it as a record
      info.parent = entity.isStruct ? undefined : (this.superInfo(module, node) ?? this.declaredBase(entity));
      if (info.parent) info.slots = [...info.parent.slots];
      else if (entity.base !== undefined && !entity.isStruct && !memberlessBases.has(entity.base))
        this.program.refuse(module, node, `a class that inherits ${entity.base}`, "keep an object of that type in the class instead");
    }
    if (!entity || entity.kind === "class") this.fillSlots(info, module, node, entity);
    for (const binding of captured) info.slots.push({ name: `@${binding.name}`, ty: any, fsharp: "", mutable: true });
    info.members = [];
    const methods = new Map<string, ClassMethod>();
    for (const member of node.body.body) {
      if (member.type !== "ClassMethod" || member.static || member.kind === "constructor") continue;
      const name = memberName(member.key, member.computed);
      if (name === undefined) {
        this.program.refuse(module, member, "a computed member name");
        continue;
      }
      const kind: MemberKind = member.kind === "get" ? "getter" : member.kind === "set" ? "setter" : "method";
      const first = methods.get(`${kind} ${name}`);
      if (first === undefined) methods.set(`${kind} ${name}`, member);
      addMethod(this.program, module, info, { name, kind, make: () => this.method(info, module, member, name) }, member, first);
    }
  }

  private fillSlots(info: TypeInfo, module: SourceModule, node: Class, entity: Entity | undefined): void {
    const add = (name: string, ty: Ty, fsharp = ""): void => {
      if (!info.slots.some((slot) => slot.name === name)) info.slots.push({ name, ty, fsharp, mutable: true });
    };
    for (const member of node.body.body) {
      if (member.type !== "ClassProperty" || member.static) continue;
      const name = memberName(member.key, member.computed ?? false);
      if (name === undefined) continue;
      const declared = entity?.fields.find((field) => field.name === name);
      add(name, this.program.types.annotation(module, member.typeAnnotation), declared?.type ?? "");
    }
    for (const name of assignedNames(node)) add(name, any);
  }

  private method(info: TypeInfo, module: SourceModule, member: ClassMethod, name: string): IrFn {
    const fn = this.program.newFn(`${info.name}.${name}`, any, true);
    fn.pos = this.program.positionOf(module, member);
    this.program.later(() => {
      const ctx = this.memberContext(info, module, member, fn);
      lowerFunctionBody(ctx, member, "any", this.receiver(ctx, info, fn));
    });
    return fn;
  }

  private memberContext(info: TypeInfo, module: SourceModule, member: ClassMethod, fn: IrFn): FnContext {
    const facts = this.facts.get(info);
    const ctx = new FnContext(this.program, module, fn, member, facts?.outer);
    ctx.cls = info;
    return ctx;
  }

  /** The receiver as first parameter, cast to its type, and the variables a local class captured. */
  private receiver(ctx: FnContext, info: TypeInfo, fn: IrFn): Stmt[] {
    const incoming = ctx.temp("this", any);
    fn.params.push(incoming);
    if (info.kind === "extension") {
      ctx.thisVar = incoming;
      return [];
    }
    this.program.live(info);
    const self = ctx.temp("this", refTo(info));
    ctx.thisVar = self;
    return [{ op: "let", local: self, value: coerce(local(incoming), self.ty) }, ...this.restoreCaptured(ctx, info)];
  }

  private restoreCaptured(ctx: FnContext, info: TypeInfo): Stmt[] {
    const facts = this.facts.get(info);
    if (!facts) return [];
    return facts.captured.flatMap((binding): Stmt[] => {
      const outer = facts.outer!.vars.get(binding);
      if (!outer) return [];
      const inner = { name: binding.name, ty: outer.ty, cell: outer.cell };
      ctx.vars.set(binding, inner);
      const slot = info.slots.findIndex((one) => one.name === `@${binding.name}`);
      const value: Expr = { op: "get_slot", object: local(ctx.thisVar!), slot, ty: any };
      return [outer.cell ? { op: "let_cell", local: inner, value } : { op: "let", local: inner, value: coerce(value, outer.ty) }];
    });
  }

  /** Allocates and runs the constructor: `new C(args)`. */
  construct(ctx: FnContext, info: TypeInfo, args: readonly Node[]): Expr {
    this.program.live(info);
    const facts = this.facts.get(info);
    const plain = this.constructPlain(ctx, info, args);
    if (plain) return plain;
    const made: Expr = { op: "object", info, tag: 0, slots: [], ty: refTo(info) };
    const ctor = this.constructorOf(info);
    if (!ctor && (facts?.captured.length ?? 0) === 0) return made;
    const self = ctx.temp("made", refTo(info));
    const body: Stmt[] = [{ op: "let", local: self, value: made }];
    for (const binding of facts?.captured ?? []) {
      const outer = ctx.vars.get(binding);
      if (!outer) continue;
      const slot = info.slots.findIndex((one) => one.name === `@${binding.name}`);
      body.push({ op: "set_slot", object: local(self), slot, value: toAny(outer.cell ? { op: "cell", local: outer, ty: cellTy(outer.ty) } : local(outer)) });
    }
    if (ctor) body.push({ op: "expr", value: { op: "call", fn: ctor.fn, args: this.arguments(ctx, ctor, local(self), args), ty: any } });
    return { op: "seq", body, value: local(self), ty: self.ty };
  }

  /** The fields that a plain constructor sets (analyse/plain-constructors); undefined for any other. */
  private plainFieldsOf(info: TypeInfo): PlainField[] | undefined {
    const facts = this.facts.get(info);
    if (!facts || facts.outer) return undefined;
    facts.plain ??= { fields: plainFields(facts.node, info.parent ? this.plainFieldsOf(info.parent) : facts.node.superClass ? undefined : []) };
    return facts.plain.fields;
  }

  /** `new C(args)` as one object with its slots, where the constructor only fills them. */
  private constructPlain(ctx: FnContext, info: TypeInfo, args: readonly Node[]): Expr | undefined {
    const fields = this.plainFieldsOf(info);
    const facts = this.facts.get(info)!;
    if (!fields || args.some((arg) => arg.type === "SpreadElement")) return undefined;
    const params = constructorParameters(facts.node);
    const held = this.program.calls.fit(
      ctx,
      params.map((param) => this.program.types.annotation(facts.module, param.typeAnnotation)),
      args,
    );
    const body: Stmt[] = [];
    const values = held.map((value, i): Expr => {
      if (value.op === "const") return value;
      const variable = ctx.temp(params[i]!.name, value.ty);
      body.push({ op: "let", local: variable, value });
      return local(variable);
    });
    const slots = info.slots.map((slot) => initialOf(slot.ty));
    for (const { name, value } of fields) {
      const slot = slotIndex(info, name);
      if (slot < 0) return undefined;
      slots[slot] = coerce("literal" in value ? ctx.expr(value.literal) : values[value.parameter]!, info.slots[slot]!.ty);
    }
    // Slots at the end that keep their initial value need not be given.
    while (slots.length > 0 && isInitial(slots[slots.length - 1]!)) slots.pop();
    const made: Expr = { op: "object", info, tag: 0, slots, ty: refTo(info) };
    return body.length === 0 ? made : { op: "seq", body, value: made, ty: made.ty };
  }

  declaration(info: TypeInfo): { readonly module: SourceModule; readonly node: Class } | undefined {
    return this.facts.get(info);
  }

  /** Runs a class's constructor on an object of the class or of one derived from it. */
  initialise(ctx: FnContext, info: TypeInfo, self: Expr, args: readonly Node[]): Expr {
    const ctor = this.constructorOf(info);
    return ctor ? { op: "call", fn: ctor.fn, args: this.arguments(ctx, ctor, self, args), ty: any } : undefinedValue;
  }

  private arguments(ctx: FnContext, ctor: { fn: IrFn; info: TypeInfo }, self: Expr, args: readonly Node[]): Expr[] {
    return [
      coerce(self, refTo(ctor.info)),
      ...this.program.calls.fit(
        ctx,
        ctor.fn.params.slice(1).map((param) => param.ty),
        args,
      ),
    ];
  }

  /** The constructor that runs for a class: its own, or the nearest base's. */
  constructorOf(info: TypeInfo): { fn: IrFn; info: TypeInfo } | undefined {
    for (let at: TypeInfo | undefined = info; at !== undefined; at = at.parent) {
      const facts = this.facts.get(at);
      if (!facts) continue;
      if (facts.ctor) return { fn: facts.ctor, info: at };
      const own = facts.node.body.body.find((member) => member.type === "ClassMethod" && member.kind === "constructor") as ClassMethod | undefined;
      const initialised = facts.node.body.body.some((member) => member.type === "ClassProperty" && !member.static && member.value);
      if (own || initialised) {
        facts.ctor = this.makeConstructor(at, facts, own);
        return { fn: facts.ctor, info: at };
      }
    }
    return undefined;
  }

  private makeConstructor(info: TypeInfo, facts: ClassFacts, own: ClassMethod | undefined): IrFn {
    const fn = this.program.newFn(`${info.name}..ctor`, any);
    fn.pos = this.program.positionOf(facts.module, own ?? facts.node);
    const ctx = new FnContext(this.program, facts.module, fn, own, facts.outer);
    ctx.cls = info;
    const self = ctx.temp("this", refTo(info));
    ctx.thisVar = self;
    fn.params.push(self);
    const fields = (): Stmt[] =>
      facts.node.body.body.flatMap((member): Stmt[] => {
        if (member.type !== "ClassProperty" || member.static || !member.value) return [];
        const slot = info.slots.findIndex((one) => one.name === memberName(member.key, member.computed ?? false));
        return slot < 0 ? [] : [{ op: "set_slot", object: local(self), slot, value: ctx.to(member.value, info.slots[slot]!.ty) }];
      });
    ctx.hasSuper = facts.node.superClass != null;
    if (own) lowerFunctionBody(ctx, own, "typed", this.restoreCaptured(ctx, info), fields);
    else {
      const parent = info.parent && this.constructorOf(info.parent);
      if (parent) {
        const passed = parent.fn.params.slice(1).map((param) => ctx.temp(param.name, param.ty));
        fn.params.push(...passed);
        fn.body.push({ op: "expr", value: { op: "call", fn: parent.fn, args: [coerce(local(self), refTo(parent.info)), ...passed.map(local)], ty: any } });
      }
      fn.body.push(...this.restoreCaptured(ctx, info), ...fields(), { op: "return", value: undefinedValue });
    }
    return fn;
  }

  /** `super.name(args)`: the base's method, called directly. */
  superMethod(ctx: FnContext, name: string, kind: MemberKind): IrFn | undefined {
    for (let at = ctx.cls?.parent; at !== undefined; at = at.parent) {
      const member = at.members.find((one) => one.name === name && one.kind === kind);
      if (member) {
        this.program.live(at);
        member.fn ??= member.make();
        return member.fn;
      }
    }
    return undefined;
  }

  /** A static method or property of a class. */
  staticMember(module: SourceModule, info: TypeInfo, name: string): { module: SourceModule; node: Node } | undefined {
    const facts = this.facts.get(info);
    const member = facts?.node.body.body.find(
      (one) => (one.type === "ClassMethod" || one.type === "ClassProperty") && one.static && memberName(one.key, one.computed ?? false) === name,
    );
    return member ? { module: facts?.module ?? module, node: member } : undefined;
  }

  resolvedClass(resolved: Resolved): TypeInfo | undefined {
    return resolved.kind === "binding" && resolved.binding.kind === "class" ? this.of(resolved.module, resolved.binding) : undefined;
  }
}

const isInitial = (value: Expr): boolean =>
  value.op === "const" && (value.value === undefined || (value.value === 0 && !Object.is(value.value, -0)) || value.value === 0n || value.value === false);

const staticText = (node: Class, name: string): string | undefined => {
  for (const member of node.body.body) {
    if (member.type === "ClassProperty" && member.static && member.key.type === "Identifier" && member.key.name === name && member.value?.type === "StringLiteral")
      return member.value.value;
  }
  return undefined;
};

/** Trees of library modules are kept between builds, and with them what was found in them. */
const assignedCache = new WeakMap<Class, readonly string[]>();

/** Names that methods assign on `this` and that no setter takes, in order. */
const assignedNames = (node: Class): readonly string[] => {
  const known = assignedCache.get(node);
  if (known) return known;
  const setters = new Set(node.body.body.flatMap((member) => (member.type === "ClassMethod" && member.kind === "set" ? [memberName(member.key, member.computed)] : [])));
  const names = new Set<string>();
  const scan = (at: Node): void => {
    if (at.type === "FunctionExpression" || at.type === "ClassExpression") return;
    if (at.type === "AssignmentExpression" && at.left.type === "MemberExpression" && at.left.object.type === "ThisExpression") {
      const name = memberName(at.left.property, at.left.computed);
      if (name !== undefined && !setters.has(name)) names.add(name);
    }
    for (const key of VISITOR_KEYS[at.type] ?? []) {
      const child = (at as unknown as Record<string, Node | (Node | null)[] | null>)[key];
      if (Array.isArray(child)) {
        for (const one of child) if (one) scan(one);
      } else if (child) scan(child);
    }
  };
  for (const member of node.body.body) if (member.type === "ClassMethod" && !member.static) scan(member.body);
  const found = [...names];
  assignedCache.set(node, found);
  return found;
};
