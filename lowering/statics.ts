/** Static members of classes: methods are functions, properties are globals. */
import type { Class, ClassMethod, ClassProperty, Node } from "@babel/types";
import { memberName } from "./classes.ts";
import { FnContext } from "./context.ts";
import type { SourceModule } from "./graph.ts";
import { any, type IrFn, type IrGlobal, type Stmt } from "./ir/nodes.ts";
import type { Program } from "./program.ts";
import type { TypeInfo } from "./type-infos.ts";
import { lowerFunctionBody } from "./visit/functions.ts";

export class Statics {
  private readonly program: Program;
  private readonly methods = new Map<Node, IrFn>();
  private readonly properties = new Map<Node, IrGlobal>();

  constructor(program: Program) {
    this.program = program;
  }

  method(info: TypeInfo, module: SourceModule, node: Node, name: string): IrFn {
    const known = this.methods.get(node);
    if (known) return known;
    const fn = this.program.newFn(`${info.name}.${name}`, any);
    this.methods.set(node, fn);
    fn.pos = this.program.positionOf(module, node);
    const ctx = new FnContext(this.program, module, fn, node as ClassMethod);
    ctx.cls = info;
    lowerFunctionBody(ctx, node as ClassMethod, "typed", []);
    return fn;
  }

  /** The global behind a static property, if the class has one of that name. */
  property(ctx: FnContext, info: TypeInfo, name: string): IrGlobal | undefined {
    const member = this.program.classes.staticMember(ctx.module, info, name);
    if (member?.node.type !== "ClassProperty") return undefined;
    const known = this.properties.get(member.node);
    if (known) return known;
    const node = member.node;
    const ty = this.program.types.annotation(member.module, node.typeAnnotation);
    const global = this.program.newGlobal(`${info.name}.${name}`, ty);
    this.properties.set(node, global);
    if (!member.module.fable) {
      const entry = { global, module: member.module, at: node.start ?? 0, body: undefined as Stmt[] | undefined };
      this.program.inits.push(entry);
      this.program.later(() => {
        entry.body = this.initialiser(member.module, node, global);
      });
    }
    return global;
  }

  private initialiser(module: SourceModule, node: ClassProperty, global: IrGlobal): Stmt[] {
    if (!node.value) return [];
    const fn = this.program.newFn(`${global.name}..init`, any);
    this.program.dropFn(fn);
    return [{ op: "set_global", global, value: new FnContext(this.program, module, fn, undefined).to(node.value, global.ty) }];
  }

  /** What a class declaration of the project runs when its file is initialised. */
  initialise(ctx: FnContext, info: TypeInfo, node: Class): Stmt[] {
    if (info.kind === "union") return [];
    return node.body.body.flatMap((member): Stmt[] => {
      if (member.type !== "ClassProperty" || !member.static || !member.value) return [];
      const name = memberName(member.key, member.computed ?? false);
      const global = name === undefined ? undefined : this.property(ctx, info, name);
      return global ? [{ op: "set_global", global, value: ctx.to(member.value, global.ty) }] : [];
    });
  }
}
