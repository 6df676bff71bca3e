/** The types that the dialect of this folder has without importing them: each says the kind of a register or slot. */
type int8 = number;
type uint8 = number;
type int16 = number;
type uint16 = number;
type int32 = number;
type uint32 = number;
type float32 = number;
type float64 = number;
type int64 = bigint;
type uint64 = bigint;
type nativeint = bigint;
type unativeint = bigint;
/** An F# array of whatever host class, or a ResizeArray. */
type MutableArray = any;
/** A string of one UTF-16 unit. */
type char = string;

declare module "fusabi:host" {
  export function write(text: string): void;
  export function write_error(text: string): void;
  export function arg_count(): int32;
  export function arg(index: int32): string;
  /** Text of standard input, null at its end. */
  export function read(): any;
  /** Ends the run; does not come back. */
  export function exit(code: int32): void;
  /** Null where there is none. */
  export function environment_variable(name: string): any;
  /** Of a file, behind a letter that says how it went (files.ts): its text; its bytes, a unit each. */
  export function read_file(path: string): string;
  export function read_bytes(path: string): string;
  export function file_exists(path: string): boolean;
  /** Comes back after so many milliseconds. */
  export function sleep(milliseconds: float64): void;
  /** Milliseconds since 1970. */
  export function now(): float64;
  /** A number of [0, 1). */
  export function random(): float64;
  /** Starts a sleep of so many milliseconds; gives the token of the call. */
  export function start_sleep(milliseconds: float64): int32;
  /** Waits until the host has answered a call that goes on meanwhile: its token, whether it succeeded, the answer or the message; undefined where no call is open. */
  export function settled(): any;
  /** Calls a function that the host gave. */
  export function invoke(held: any, args: any): any;
  export function invoke_later(held: any, args: any): int32;
}

declare module "fable-library/Set.js" {
  export class FSharpSet {
    comparer: any;
    tree: any;
  }
}

declare module "fable-library/Map.js" {
  export class FSharpMap {
    comparer: any;
    tree: any;
  }
}

declare module "fable-library/Seq.js" {
  export function cache(xs: any): any;
}

declare module "fable-library/Reflection.js" {
  export function class_type(fullName: string): any;
}

declare module "fable-library/System.Collections.Generic.js" {
  export function KeyNotFoundException_$ctor(): any;
}

declare module "fable-library/quotation.js" {
  export const ExprApplication: any;
  export const ExprCall: any;
  export const ExprFieldGet: any;
  export const ExprIfThenElse: any;
  export const ExprLambda: any;
  export const ExprLet: any;
  export const ExprNewRecord: any;
  export const ExprNewTuple: any;
  export const ExprNewUnion: any;
  export const ExprSequential: any;
  export const ExprTupleGet: any;
  export const ExprValue: any;
  export const ExprVarExpr: any;
}
