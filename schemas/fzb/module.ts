/**
 * A module in memory: what lowering makes, `fzb/binary` writes and reads, `fzb/validate` checks and the VM loads. Plain data, indices for references.
 * Type indices below `firstOwnType` are the built-in ones of `isa/kinds`; `types[i]` has index `firstOwnType + i`.
 */
import type { Kind } from "../isa/kinds.ts";

/** A kind, and for `ref` the index of the type. */
export interface KindOf {
  readonly kind: Kind;
  readonly type: number;
}

export interface Slot extends KindOf {
  readonly name: string;
  /** F# type text, "" where there is none (library code). */
  readonly fsharp: string;
  readonly mutable: boolean;
}

export interface UnionCase {
  readonly name: string;
  /** Fields in declared order; `slot` says where each lives: cases share slots of the same kind. */
  readonly fields: readonly { readonly name: string; readonly slot: number; readonly fsharp: string }[];
}

export interface Method {
  readonly name: string;
  readonly kind: "method" | "getter" | "setter";
  /** Takes the receiver first; parameters and result are any. */
  readonly fn: number;
}

export type TypeKind = "record" | "union" | "class" | "interface" | "exception" | "tuple" | "literal" | "extension";
export type Equality = "structural" | "custom" | "reference" | "none";

export interface TypeDef {
  /** Stable qualified name: `App.Shape`. */
  readonly name: string;
  readonly kind: TypeKind;
  readonly generics: readonly string[];
  /** Base type's index; 0 is the root. Inherited slots come first in `slots`, methods are inherited. An `extension` adds methods to the built-in type `parent`. */
  readonly parent: number;
  readonly interfaces: readonly string[];
  readonly slots: readonly Slot[];
  readonly cases: readonly UnionCase[];
  readonly methods: readonly Method[];
  readonly equality: Equality;
  readonly comparison: Equality;
}

export interface Import {
  readonly module: string;
  readonly name: string;
  /** What the host must grant: "stdout", "host:log". */
  readonly capability: string;
  readonly params: readonly Kind[];
  readonly result: Kind;
  readonly fsharp: string;
  /** Of the parameters in order, for messages and declarations; "" where one has no name. */
  readonly names: readonly string[];
}

export interface Fn {
  /** Qualified name; "" when stripped. */
  readonly name: string;
  /** The first `params` registers are the parameters. */
  readonly params: number;
  readonly registers: readonly KindOf[];
  readonly captures: readonly KindOf[];
  readonly result: KindOf;
  /** Whether a closure or method call passes the receiver as first parameter. */
  readonly receiver: boolean;
  /** Words of schemas/isa/table. */
  readonly code: Int32Array;
}

export interface Global extends KindOf {
  readonly name: string;
}

export interface Export {
  readonly name: string;
  readonly fn: number;
  readonly fsharp: string;
  /** As an import has them. */
  readonly names: readonly string[];
}

/** Numbers of a position: word offset in the code, file index, line (1-based), column (0-based), from that word on. */
export const positionWords = 4;

export interface Debug {
  readonly files: readonly string[];
  /** Per function its positions one after the other, in order of offset. */
  readonly positions: readonly Int32Array[];
}

export interface Module {
  readonly name: string;
  readonly costTable: number;
  readonly types: readonly TypeDef[];
  readonly strings: readonly string[];
  readonly doubles: readonly number[];
  /** int64, uint64 and bigint constants. */
  readonly integers: readonly bigint[];
  readonly imports: readonly Import[];
  readonly globals: readonly Global[];
  readonly functions: readonly Fn[];
  readonly exports: readonly Export[];
  /** The function that runs initialisers and the entry point, no parameters, result any; -1 for a library without initialisers. */
  readonly entry: number;
  /** Sorted capability names. */
  readonly capabilities: readonly string[];
  readonly debug: Debug | undefined;
}
