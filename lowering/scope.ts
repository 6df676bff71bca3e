/**
 * Names to bindings, for the accepted subset, in one walk over a module: which declaration an identifier means, where it is assigned, and which functions
 * capture it. A binding needs a cell when a closure captures it and it is, or may be, assigned after the closure was made.
 */
import type { Class, Function as FunctionNode, Identifier, LVal, Node, Statement } from "@babel/types";
import { VISITOR_KEYS } from "@babel/types";
import { outVariable } from "./analyse/out-arguments.ts";

export type BindingKind = "import" | "function" | "class" | "const" | "let" | "var" | "param" | "catch";

export interface Binding {
  readonly name: string;
  readonly kind: BindingKind;
  /** Declarator, function, class, import specifier, parameter or catch clause. */
  readonly node: Node;
  /** Innermost function around the declaration; undefined at the top of the module. */
  readonly owner: FunctionNode | undefined;
  /** Position from which the binding has its value; 0 for parameters. */
  readonly ready: number;
  assignments: Node[];
  captured: boolean;
  /** Captured before it has its value, or assigned at all while captured. */
  cell: boolean;
  /** A closure may capture it before its declaration has run: its cell is made at the start of its block. */
  early: boolean;
  /** Every use is the callee of a call. */
  onlyCalled: boolean;
  uses: number;
  /** The specifier an import is from. */
  readonly source?: string;
}

export interface Scopes {
  readonly bindings: Map<Node, Binding>;
  readonly top: Map<string, Binding>;
  /** Free variables of each function, class bodies counting to the functions around them, in order of first use. */
  readonly free: Map<Node, Set<Binding>>;
  /** Functions that mention `this` or `super` outside inner ordinary functions. */
  readonly usesThis: Set<Node>;
}

type Scope = { readonly names: Map<string, Binding>; readonly parent: Scope | undefined; readonly fn: FunctionNode | undefined; readonly cls: Class | undefined };

const newBinding = (name: string, kind: BindingKind, node: Node, owner: FunctionNode | undefined, ready: number, source: string | undefined): Binding => ({
  name,
  kind,
  node,
  owner,
  ready,
  assignments: [],
  captured: false,
  cell: false,
  early: false,
  onlyCalled: true,
  uses: 0,
  ...(source === undefined ? {} : { source }),
});

export const newScopes = (): Scopes => ({ bindings: new Map(), top: new Map(), free: new Map(), usesThis: new Set() });

const isFunction = (node: Node): node is FunctionNode =>
  node.type === "FunctionDeclaration" ||
  node.type === "FunctionExpression" ||
  node.type === "ArrowFunctionExpression" ||
  node.type === "ObjectMethod" ||
  node.type === "ClassMethod";

const patternNames = (pattern: Node | null | undefined, out: Identifier[] = []): Identifier[] => {
  if (!pattern) return out;
  switch (pattern.type) {
    case "Identifier":
      out.push(pattern);
      break;
    case "AssignmentPattern":
      patternNames(pattern.left, out);
      break;
    case "RestElement":
      patternNames(pattern.argument, out);
      break;
    case "ArrayPattern":
      for (const element of pattern.elements) patternNames(element, out);
      break;
    case "ObjectPattern":
      for (const property of pattern.properties) patternNames(property.type === "RestElement" ? property : property.value, out);
      break;
    case "TSParameterProperty":
      patternNames(pattern.parameter, out);
      break;
  }
  return out;
};

const skipped = new Set([
  "TSInterfaceDeclaration",
  "TSTypeAliasDeclaration",
  "TSDeclareFunction",
  "TypeAnnotation",
  "TSTypeAnnotation",
  "TSTypeParameterInstantiation",
  "TSTypeParameterDeclaration",
]);

/** Adds what top-level statements declare and use to the scopes of their module; names of the top that are known stay what they are. */
export const analyseScopes = (statements: readonly Statement[], code: string, scopes: Scopes): void => {
  const hasVar = /\bvar\b/.test(code);
  const { bindings, free, usesThis } = scopes;
  const found = new Set<Binding>();
  const enclosing = new Map<Node, { fn: FunctionNode | undefined; cls: Class | undefined }>();
  const top: Scope = { names: scopes.top, parent: undefined, fn: undefined, cls: undefined };

  const declare = (scope: Scope, id: Identifier, kind: BindingKind, node: Node, ready: number, source?: string): void => {
    let binding = scope.names.get(id.name);
    if (!binding || (kind !== "var" && binding.kind !== "param" && scope !== top)) {
      binding = newBinding(id.name, kind, node, scope.fn, ready, source);
      scope.names.set(id.name, binding);
    }
    found.add(binding);
    bindings.set(id, binding);
  };

  const use = (scope: Scope, id: Identifier, _at: number, called: boolean): Binding | undefined => {
    let binding: Binding | undefined;
    for (let s: Scope | undefined = scope; s && !binding; s = s.parent) binding = s.names.get(id.name);
    if (!binding) return undefined;
    bindings.set(id, binding);
    binding.uses++;
    if (!called) binding.onlyCalled = false;
    // What a block at the top of a module declares belongs to the module's initialiser; what the module itself declares is no capture.
    if (binding.owner !== scope.fn && binding.kind !== "import" && (binding.owner !== undefined || top.names.get(binding.name) !== binding)) {
      binding.captured = true;
      let fn: FunctionNode | undefined = scope.fn;
      let outermost: Node | undefined;
      while (fn && fn !== binding.owner) {
        outermost = fn;
        let set = free.get(fn);
        if (!set) free.set(fn, (set = new Set()));
        set.add(binding);
        const around = enclosing.get(fn)!;
        if (around.cls) {
          let classSet = free.get(around.cls);
          if (!classSet) free.set(around.cls, (classSet = new Set()));
          classSet.add(binding);
        }
        fn = around.fn;
      }
      // A function declaration is made at the start of its block.
      if (outermost && binding.ready > (outermost.type === "FunctionDeclaration" ? 0 : (outermost.start ?? 0))) binding.cell = binding.early = true;
    }
    return binding;
  };

  const hoist = (scope: Scope, statements: readonly Node[]): void => {
    for (const raw of statements) {
      const statement = (raw.type === "ExportNamedDeclaration" || raw.type === "ExportDefaultDeclaration") && raw.declaration ? raw.declaration : raw;
      if (statement.type === "FunctionDeclaration" && statement.id) declare(scope, statement.id, "function", statement, statement.end ?? 0);
      else if (statement.type === "ClassDeclaration" && statement.id) declare(scope, statement.id, "class", statement, 0);
      else if (statement.type === "VariableDeclaration") {
        for (const one of statement.declarations) for (const id of patternNames(one.id)) declare(scope, id, statement.kind as BindingKind, one, one.end ?? 0);
      } else if (statement.type === "ImportDeclaration") for (const one of statement.specifiers) declare(scope, one.local, "import", one, 0, statement.source.value);
    }
  };

  const hoistVars = (scope: Scope, node: Node): void => {
    if (isFunction(node) || node.type === "ClassDeclaration" || node.type === "ClassExpression") return;
    if (node.type === "VariableDeclaration" && node.kind === "var")
      for (const one of node.declarations) for (const id of patternNames(one.id)) declare(scope, id, "var", one, one.end ?? 0);
    for (const key of VISITOR_KEYS[node.type] ?? []) {
      const child = (node as unknown as Record<string, unknown>)[key];
      if (Array.isArray(child)) {
        for (const one of child) if (one) hoistVars(scope, one as Node);
      } else if (child) hoistVars(scope, child as Node);
    }
  };

  const assigned = (scope: Scope, target: Node, node: Node): void => {
    for (const id of patternNames(target as LVal)) {
      const binding = use(scope, id, id.start ?? 0, false);
      if (binding) binding.assignments.push(node);
    }
  };

  const walkFunction = (fn: FunctionNode, outer: Scope): void => {
    enclosing.set(fn, { fn: outer.fn, cls: outer.cls });
    const scope: Scope = { names: new Map(), parent: outer, fn, cls: undefined };
    if (fn.type === "FunctionExpression" && fn.id) declare(scope, fn.id, "function", fn, 0);
    for (const param of fn.params) for (const id of patternNames(param)) declare(scope, id, "param", param, 0);
    for (const param of fn.params) walkPattern(param, scope);
    if ((fn.type === "ObjectMethod" || fn.type === "ClassMethod") && fn.computed) walk(fn.key, outer);
    if (fn.body.type === "BlockStatement") {
      if (hasVar) hoistVars(scope, fn.body);
      hoist(scope, fn.body.body);
      for (const one of fn.body.body) walk(one, scope);
    } else walk(fn.body, scope);
  };

  /** Defaults inside a pattern are expressions. */
  const walkPattern = (pattern: Node | null, scope: Scope): void => {
    if (!pattern) return;
    if (pattern.type === "AssignmentPattern") {
      walk(pattern.right, scope);
      walkPattern(pattern.left, scope);
    } else if (pattern.type === "ArrayPattern") for (const one of pattern.elements) walkPattern(one, scope);
    else if (pattern.type === "ObjectPattern") for (const one of pattern.properties) walkPattern(one.type === "RestElement" ? one.argument : one.value, scope);
  };

  const walkClass = (cls: Class, outer: Scope): void => {
    enclosing.set(cls, { fn: outer.fn, cls: outer.cls });
    if (cls.superClass) walk(cls.superClass, outer);
    const scope: Scope = { names: new Map(), parent: outer, fn: outer.fn, cls };
    if (cls.type === "ClassExpression" && cls.id) declare(scope, cls.id, "class", cls, 0);
    for (const member of cls.body.body) walk(member, scope);
  };

  const walkAll = (nodes: readonly (Node | null | undefined)[], scope: Scope): void => {
    for (const one of nodes) if (one) walk(one, scope);
  };

  const walk = (node: Node, scope: Scope): void => {
    if (skipped.has(node.type)) return;
    if (isFunction(node)) {
      walkFunction(node, scope);
      return;
    }
    switch (node.type) {
      case "Identifier":
        use(scope, node, node.start ?? 0, false);
        return;
      case "ThisExpression":
      case "Super": {
        for (let fn = scope.fn; fn; fn = enclosing.get(fn)?.fn) {
          usesThis.add(fn);
          if (fn.type !== "ArrowFunctionExpression") break;
        }
        return;
      }
      case "ClassDeclaration":
      case "ClassExpression":
        walkClass(node, scope);
        return;
      case "BlockStatement":
      case "StaticBlock": {
        const inner: Scope = { names: new Map(), parent: scope, fn: scope.fn, cls: scope.cls };
        hoist(inner, node.body);
        walkAll(node.body, inner);
        return;
      }
      case "ForStatement":
      case "ForOfStatement":
      case "ForInStatement": {
        const inner: Scope = { names: new Map(), parent: scope, fn: scope.fn, cls: scope.cls };
        const first = node.type === "ForStatement" ? node.init : node.left;
        if (first?.type === "VariableDeclaration") {
          hoist(inner, [first]);
          if (node.type !== "ForStatement")
            for (const one of first.declarations) for (const id of patternNames(one.id)) (inner.names.get(id.name) as { ready: number }).ready = first.end ?? 0;
          walk(first, inner);
        } else if (first) {
          if (node.type === "ForStatement") walk(first, inner);
          else assigned(inner, first, node);
        }
        if (node.type === "ForStatement") walkAll([node.test, node.update], inner);
        else walk(node.right, inner);
        walk(node.body, inner);
        return;
      }
      case "SwitchStatement": {
        walk(node.discriminant, scope);
        const inner: Scope = { names: new Map(), parent: scope, fn: scope.fn, cls: scope.cls };
        for (const one of node.cases) hoist(inner, one.consequent);
        for (const one of node.cases) walkAll([one.test, ...one.consequent], inner);
        return;
      }
      case "CatchClause": {
        const inner: Scope = { names: new Map(), parent: scope, fn: scope.fn, cls: scope.cls };
        if (node.param) for (const id of patternNames(node.param)) declare(inner, id, "catch", node, 0);
        walk(node.body, inner);
        return;
      }
      case "VariableDeclaration":
        for (const one of node.declarations) {
          walkPattern(one.id, scope);
          if (one.init) walk(one.init, scope);
        }
        return;
      case "AssignmentExpression":
        if (node.left.type === "MemberExpression") walk(node.left, scope);
        else {
          walkPattern(node.left, scope);
          assigned(scope, node.left, node);
        }
        walk(node.right, scope);
        return;
      case "UpdateExpression":
        if (node.argument.type === "Identifier") assigned(scope, node.argument, node);
        else walk(node.argument, scope);
        return;
      case "MemberExpression":
      case "OptionalMemberExpression":
        walk(node.object, scope);
        if (node.computed) walk(node.property, scope);
        return;
      case "CallExpression":
      case "OptionalCallExpression": {
        const callee = node.callee.type === "Identifier" ? use(scope, node.callee, node.start ?? 0, true) : undefined;
        if (node.callee.type !== "Identifier") walk(node.callee, scope);
        const out = node.type === "CallExpression" ? outVariable(node, callee) : undefined;
        if (out) assigned(scope, out, node);
        walkAll(out ? node.arguments.slice(0, 2) : node.arguments, scope);
        return;
      }
      case "ObjectProperty":
        if (node.computed) walk(node.key, scope);
        walk(node.value, scope);
        return;
      case "ClassProperty":
        if (node.computed) walk(node.key, scope);
        if (node.value) walk(node.value, scope);
        return;
      case "LabeledStatement":
        walk(node.body, scope);
        return;
      case "BreakStatement":
      case "ContinueStatement":
      case "ImportDeclaration":
        return;
      case "ExportNamedDeclaration":
        if (node.declaration) walk(node.declaration, scope);
        else for (const one of node.specifiers) if (one.type === "ExportSpecifier") use(scope, one.local, 0, false);
        return;
      case "TSAsExpression":
      case "TSNonNullExpression":
      case "TSTypeAssertion":
      case "TSSatisfiesExpression":
        walk(node.expression, scope);
        return;
      default:
        for (const key of VISITOR_KEYS[node.type] ?? []) {
          const child = (node as unknown as Record<string, unknown>)[key];
          if (Array.isArray(child)) walkAll(child as Node[], scope);
          else if (child) walk(child as Node, scope);
        }
    }
  };

  hoist(top, statements);
  for (const one of statements) walk(one, top);
  for (const binding of found) if (binding.captured && binding.assignments.length > 0) binding.cell = true;
};
