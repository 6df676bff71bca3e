import { ArgumentException, ArgumentOutOfRangeException, IndexOutOfRangeException, InvalidOperationException, KeyNotFoundException } from "./exceptions.ts";

/** The exceptions of FSharp.Core's List, Array and Seq modules, with its texts. Each returns `any` so that it can stand where a value is expected. */

const elements = (n: int32): string => (n === 1 ? "element" : "elements");

export function failEmptyList(): any {
  throw new ArgumentException("The input list was empty.", "list");
}
export function failEmptyListMember(): any {
  throw new InvalidOperationException("The input list was empty.");
}
export function failEmptySequence(paramName: string): any {
  throw new ArgumentException("The input sequence was empty.", paramName);
}
export function failEmptyArray(): any {
  throw new ArgumentException("The input array was empty.", "array");
}
export function failTooLong(paramName: string): any {
  throw new ArgumentException("The input sequence contains more than one element.", paramName);
}
export function failNotFound(): any {
  throw new KeyNotFoundException("An index satisfying the predicate was not found in the collection.");
}
export function failIndexOutsideList(paramName: string): any {
  throw new ArgumentException("The index was outside the range of elements in the list.", paramName);
}
export function failIndexOutOfRange(): any {
  throw new IndexOutOfRangeException();
}
export function failWithinBounds(what: string): any {
  throw new ArgumentException("index must be within bounds of the " + what, "index");
}
export function failPermutation(): any {
  throw new ArgumentException("The function did not compute a permutation.", "indexMap");
}
export function failNotEnough(paramName: string): any {
  throw new ArgumentException("The input sequence has an insufficient number of elements.", paramName);
}
export function failNotEnoughElements(): any {
  throw new InvalidOperationException("The input sequence has an insufficient number of elements.");
}
export function failShorterThanIndex(missing: int32): any {
  throw new InvalidOperationException("The input sequence has an insufficient number of elements.\nThe list was " + missing + " " + elements(missing) + " shorter than the index");
}
export function failSeqTake(missing: int32, count: int32): any {
  throw new InvalidOperationException(
    "The input sequence has an insufficient number of elements.: tried to take " +
      missing +
      " " +
      elements(missing) +
      " past the end of the seq. Use Seq.truncate to get " +
      count +
      " or less elements",
  );
}
export function failSeqSkip(missing: int32): any {
  throw new InvalidOperationException("tried to skip The input sequence has an insufficient number of elements. " + missing + " past the end of the seq");
}
export function failSeqItem(missing: int32): any {
  throw new ArgumentException("The input sequence has an insufficient number of elements.\nseq was short by " + missing + " " + elements(missing), "index");
}
export function failSkip(count: int32, distance: int32): any {
  throw new ArgumentOutOfRangeException("count", "The index is outside the legal range.\ncount = " + count + ", distance past the list = " + distance);
}
export function failArrayRange(count: int32, length: int32): any {
  throw new ArgumentOutOfRangeException("count", "The index is outside the legal range.\ncount = " + count + ", array.Length = " + length);
}
export function requireNonNegative(value: int32, paramName: string): void {
  if (value < 0) throw new ArgumentException("The input must be non-negative.\n" + paramName + " = " + value, paramName);
}
export function requirePositive(value: int32, paramName: string): void {
  if (value <= 0) throw new ArgumentException("The input must be positive.\n" + paramName + " = " + value, paramName);
}
export function failShorterList(shorter: string, longer: string, by: int32): any {
  throw new ArgumentException("The lists had different lengths.\n" + shorter + " is " + by + " " + elements(by) + " shorter than " + longer, shorter);
}
export function failTwoLists(first: int32, second: int32): any {
  throw new ArgumentException("The lists had different lengths.\nlist1.Length = " + first + ", list2.Length = " + second, "list1, list2");
}
export function failThreeLists(first: int32, second: int32, third: int32): any {
  throw new ArgumentException("The lists had different lengths.\n list1.Length = " + first + ", list2.Length = " + second + ", list3.Length = " + third, "list1, list2, list3");
}
export function failTwoArrays(first: int32, second: int32): any {
  throw new ArgumentException("The arrays have different lengths.\narray1.Length = " + first + ", array2.Length = " + second, "array1");
}
export function failThreeArrays(first: int32, second: int32, third: int32): any {
  throw new ArgumentException(
    "The arrays have different lengths.\n array1.Length = " + first + ", array2.Length = " + second + ", array3.Length = " + third,
    "array1, array2, array3",
  );
}
