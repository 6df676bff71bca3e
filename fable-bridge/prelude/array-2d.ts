/** F# for arrays of several dimensions, which Fable refuses: they are arrays of all items that the library marks with a shape (library/array-shape.ts). */

/** Functions of library/prelude.ts, by the members of .NET that they are. */
export const arrayMembers: Readonly<Record<string, string>> = {
  "FSharp.Core.LanguagePrimitives.IntrinsicFunctions.GetArray2D": "get2",
  "FSharp.Core.LanguagePrimitives.IntrinsicFunctions.SetArray2D": "set2",
  "FSharp.Core.LanguagePrimitives.IntrinsicFunctions.GetArray3D": "get3",
  "FSharp.Core.LanguagePrimitives.IntrinsicFunctions.SetArray3D": "set3",
  "FSharp.Core.Operators.OperatorIntrinsics.GetArraySlice2D": "slice2",
  "FSharp.Core.Operators.OperatorIntrinsics.GetArraySlice2DFixed1": "sliceRow",
  "FSharp.Core.Operators.OperatorIntrinsics.GetArraySlice2DFixed2": "sliceColumn",
  "FSharp.Core.Operators.OperatorIntrinsics.SetArraySlice2D": "setSlice2",
  "FSharp.Core.Operators.OperatorIntrinsics.SetArraySlice2DFixed1": "setRow",
  "FSharp.Core.Operators.OperatorIntrinsics.SetArraySlice2DFixed2": "setColumn",
  "FSharp.Collections.Array2DModule.get": "get2",
  "FSharp.Collections.Array2DModule.set": "set2",
  "FSharp.Collections.Array2DModule.blit": "blit2",
  "FSharp.Collections.Array3DModule.get": "get3",
  "FSharp.Collections.Array3DModule.set": "set3",
  "System.Array.GetLength": "lengthOf",
  "System.Array.GetLowerBound": "baseOf",
  "System.Array.GetUpperBound": "upperBoundOf",
  "System.Array.get_Rank": "rankOf",
};

export const arrayPrelude = `
module internal FusabiArrays =
  open Fable.Core

  [<Import("checkLengths", "fusabi:prelude")>]
  let checkLengths (first: int, second: int) : int = jsNative
  [<Import("checkLengths3", "fusabi:prelude")>]
  let checkLengths3 (first: int, second: int, third: int) : int = jsNative
  [<Import("shape2", "fusabi:prelude")>]
  let shape2 (items: 'T[], first: int, second: int) : 'T[] = jsNative
  [<Import("shape2Based", "fusabi:prelude")>]
  let shape2Based (items: 'T[], base1: int, base2: int, first: int, second: int) : 'T[] = jsNative
  [<Import("shape3", "fusabi:prelude")>]
  let shape3 (items: 'T[], first: int, second: int, third: int) : 'T[] = jsNative
  [<Import("shapeLike", "fusabi:prelude")>]
  let shapeLike (items: 'T[], other: 'U[]) : 'T[] = jsNative
  [<Import("lengthOf", "fusabi:prelude")>]
  let lengthOf (array: 'T[], dimension: int) : int = jsNative
  [<Import("baseOf", "fusabi:prelude")>]
  let baseOf (array: 'T[], dimension: int) : int = jsNative
  [<Import("fromRows", "fusabi:prelude")>]
  let fromRows (rows: 'R seq, collect: 'T[] -> 'T[]) : 'T[] = jsNative

  let inline \`\`FSharp.Core.ExtraTopLevelOperators.array2D\`\` (rows: 'R seq when 'R :> 'T seq) : 'T[] = fromRows (rows, Array.map id)
  let inline \`\`FSharp.Collections.Array2DModule.length1\`\` (array: 'T[]) : int = lengthOf (array, 0)
  let inline \`\`FSharp.Collections.Array2DModule.length2\`\` (array: 'T[]) : int = lengthOf (array, 1)
  let inline \`\`FSharp.Collections.Array2DModule.base1\`\` (array: 'T[]) : int = baseOf (array, 0)
  let inline \`\`FSharp.Collections.Array2DModule.base2\`\` (array: 'T[]) : int = baseOf (array, 1)
  let inline \`\`FSharp.Collections.Array2DModule.zeroCreate\`\` (n: int) (m: int) : 'T[] = shape2 (Array.zeroCreate<'T> (checkLengths (n, m)), n, m)
  let inline \`\`FSharp.Collections.Array2DModule.create\`\` (n: int) (m: int) (value: 'T) : 'T[] = shape2 (Array.create (checkLengths (n, m)) value, n, m)
  let inline \`\`FSharp.Collections.Array2DModule.init\`\` (n: int) (m: int) (f: int -> int -> 'T) : 'T[] =
    shape2 (Array.init (checkLengths (n, m)) (fun at -> f (at / m) (at % m)), n, m)
  let inline \`\`FSharp.Collections.Array2DModule.zeroCreateBased\`\` (b1: int) (b2: int) (n: int) (m: int) : 'T[] =
    shape2Based (Array.zeroCreate<'T> (checkLengths (n, m)), b1, b2, n, m)
  let inline \`\`FSharp.Collections.Array2DModule.createBased\`\` (b1: int) (b2: int) (n: int) (m: int) (value: 'T) : 'T[] =
    shape2Based (Array.create (checkLengths (n, m)) value, b1, b2, n, m)
  let inline \`\`FSharp.Collections.Array2DModule.initBased\`\` (b1: int) (b2: int) (n: int) (m: int) (f: int -> int -> 'T) : 'T[] =
    shape2Based (Array.init (checkLengths (n, m)) (fun at -> f (b1 + at / m) (b2 + at % m)), b1, b2, n, m)
  let inline \`\`FSharp.Collections.Array2DModule.copy\`\` (array: 'T[]) : 'T[] = shapeLike (Array.copy array, array)
  let inline \`\`FSharp.Collections.Array2DModule.rebase\`\` (array: 'T[]) : 'T[] = shape2 (Array.copy array, lengthOf (array, 0), lengthOf (array, 1))
  let inline \`\`FSharp.Collections.Array2DModule.map\`\` (f: 'T -> 'U) (array: 'T[]) : 'U[] = shapeLike (Array.map f array, array)
  let inline \`\`FSharp.Collections.Array2DModule.mapi\`\` (f: int -> int -> 'T -> 'U) (array: 'T[]) : 'U[] =
    let columns = lengthOf (array, 1)
    let b1, b2 = baseOf (array, 0), baseOf (array, 1)
    shapeLike (Array.mapi (fun at x -> f (b1 + at / columns) (b2 + at % columns) x) array, array)
  let inline \`\`FSharp.Collections.Array2DModule.iter\`\` (f: 'T -> unit) (array: 'T[]) : unit = Array.iter f array
  let inline \`\`FSharp.Collections.Array2DModule.iteri\`\` (f: int -> int -> 'T -> unit) (array: 'T[]) : unit =
    let columns = lengthOf (array, 1)
    let b1, b2 = baseOf (array, 0), baseOf (array, 1)
    Array.iteri (fun at x -> f (b1 + at / columns) (b2 + at % columns) x) array

  let inline \`\`FSharp.Collections.Array3DModule.length1\`\` (array: 'T[]) : int = lengthOf (array, 0)
  let inline \`\`FSharp.Collections.Array3DModule.length2\`\` (array: 'T[]) : int = lengthOf (array, 1)
  let inline \`\`FSharp.Collections.Array3DModule.length3\`\` (array: 'T[]) : int = lengthOf (array, 2)
  let inline \`\`FSharp.Collections.Array3DModule.zeroCreate\`\` (n: int) (m: int) (o: int) : 'T[] = shape3 (Array.zeroCreate<'T> (checkLengths3 (n, m, o)), n, m, o)
  let inline \`\`FSharp.Collections.Array3DModule.create\`\` (n: int) (m: int) (o: int) (value: 'T) : 'T[] = shape3 (Array.create (checkLengths3 (n, m, o)) value, n, m, o)
  let inline \`\`FSharp.Collections.Array3DModule.init\`\` (n: int) (m: int) (o: int) (f: int -> int -> int -> 'T) : 'T[] =
    shape3 (Array.init (checkLengths3 (n, m, o)) (fun at -> f (at / (m * o)) (at / o % m) (at % o)), n, m, o)
  let inline \`\`FSharp.Collections.Array3DModule.map\`\` (f: 'T -> 'U) (array: 'T[]) : 'U[] = shapeLike (Array.map f array, array)
  let inline \`\`FSharp.Collections.Array3DModule.mapi\`\` (f: int -> int -> int -> 'T -> 'U) (array: 'T[]) : 'U[] =
    let m, o = lengthOf (array, 1), lengthOf (array, 2)
    shapeLike (Array.mapi (fun at x -> f (at / (m * o)) (at / o % m) (at % o) x) array, array)
  let inline \`\`FSharp.Collections.Array3DModule.iter\`\` (f: 'T -> unit) (array: 'T[]) : unit = Array.iter f array
  let inline \`\`FSharp.Collections.Array3DModule.iteri\`\` (f: int -> int -> int -> 'T -> unit) (array: 'T[]) : unit =
    let m, o = lengthOf (array, 1), lengthOf (array, 2)
    Array.iteri (fun at x -> f (at / (m * o)) (at / o % m) (at % o) x) array
`;
