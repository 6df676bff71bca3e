/** What fable-bridge hands to lowering: annotated TypeScript per F# file, F# positions and the project's F# types. */
export interface FableOutput {
  /** In project order, dependencies first (referenced projects, packages, then the project's own files). */
  readonly modules: readonly FableModule[];
  /**
   * Every record, union, class, interface, exception and enum that the modules declare, the enums of .NET that they mention, and the unions of F#'s core
   * library (Result, Choice) with `path` in `fable-library/`. `fullName` with the number of `generics` is unique. Anonymous records say all in their type.
   */
  readonly entities: readonly Entity[];
  /** An executable runs its files' initialisers in order and then its entry point; a library runs a file's on first access. */
  readonly outputKind: "exe" | "library";
  /** The assembly's name. */
  readonly name: string;
}

export interface FableModule {
  /** F# source path, forward slashes, relative to the build's root folder: the same on every machine. */
  readonly path: string;
  /**
   * TypeScript. Imports of other F# files keep the F# path relative to the importing file's folder (`./Util.fs`, `../Shared/Geo.fs`); joined with
   * that folder they are the other module's `path`. Of Fable's library `fable-library/List.js`; of annotations `fusabi:op`; of hosts what the source says.
   */
  readonly code: string;
  /** The F# text, for diagnostics and traces. */
  readonly source: string;
  /** [generated line (1-based), generated column (0-based), F# line (1-based), F# column (0-based)], in order of generated position. */
  readonly mappings: readonly (readonly [number, number, number, number])[];
  /** Whether the file belongs to the project itself rather than to a reference. */
  readonly own: boolean;
  /** The members of the file's F# modules, in order of declaration. */
  readonly members: readonly FableMember[];
  /** What of the host the file calls. */
  readonly imports: readonly FableImport[];
}

/** A member that the host provides: `[<Import("log", "host")>] let log (s: string): unit = jsNative`. */
export interface FableImport {
  /** The path in the attribute: `host`. */
  readonly module: string;
  readonly name: string;
  /** F# type as declared, as in `FableMember`; a function for every import. */
  readonly type: string;
  readonly parameters: ParameterNames;
}

/** By curried argument the names of the parameters that it became: `f (a, b) c` has [["a", "b"], ["c"]], a unit argument [], a value none; "" where a pattern has no name. */
export type ParameterNames = readonly (readonly string[])[];

/** A function or value of an F# module. */
export interface FableMember {
  /** F# full name: `App.Geometry.area`. */
  readonly name: string;
  /** The name it is bound to in `code`. The entry point has no binding there: it is the function of the last statement, `(function (argv) {…})(…)`. */
  readonly binding: string;
  /** F# type as declared, tuples not yet split: `fn<tuple<int32,int32>,int32>`. */
  readonly type: string;
  readonly parameters: ParameterNames;
  readonly isPublic: boolean;
  /** Bound to an atom: `x()` reads, `x(v)` writes. */
  readonly isMutable: boolean;
  readonly isEntryPoint: boolean;
}

export type EntityKind = "record" | "union" | "class" | "interface" | "exception" | "enum";
export type EqualityKind = "structural" | "custom" | "reference" | "none";

export interface EntityField {
  readonly name: string;
  /** `schemas/fsharp-type` text, generic parameters as `'a`. */
  readonly type: string;
  readonly mutable: boolean;
}

/** What `%A` prints of a type: a text before, between and after the values of its properties. */
export interface EntityDisplay {
  readonly texts: readonly string[];
  readonly properties: readonly { readonly name: string; readonly type: string }[];
}

export interface Entity {
  /** `App.Shape`, no arity suffix. */
  readonly fullName: string;
  /** As .NET writes it, with `+` between nested types and the arity: `App+Tree\`1`; absent where it is the full name. */
  readonly dotnetName?: string;
  readonly kind: EntityKind;
  /** Path of the module that declares it, and the name of the TypeScript class there. */
  readonly path: string;
  readonly className: string;
  readonly generics: readonly string[];
  /** Records, exceptions and classes (their instance fields as Fable lays them out). */
  readonly fields: readonly EntityField[];
  /** Unions: cases in tag order. */
  readonly cases: readonly { readonly name: string; readonly fields: readonly EntityField[] }[];
  /** Enums: names and values. */
  readonly values: readonly { readonly name: string; readonly value: number }[];
  /** Enums: what the values are. */
  readonly underlying?: string;
  /** Enums: whether they have the attribute Flags. */
  readonly isFlags?: boolean;
  readonly base?: string;
  readonly interfaces: readonly string[];
  readonly equality: EqualityKind;
  readonly comparison: EqualityKind;
  readonly isStruct: boolean;
  /** From `StructuredFormatDisplay`. */
  readonly display?: EntityDisplay;
}
