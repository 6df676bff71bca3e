/** F#'s Array2D and Array3D beside what the prelude of fable-bridge writes in F#. */
import { array_new_like, array_slice } from "fusabi:builtin";
import { knownShape, mark, Shape, shapeOf } from "./array-shape.ts";
import { getEnumerator } from "./enumerators.ts";
import { ArgumentException, IndexOutOfRangeException, OverflowException } from "./exceptions.ts";

/** The number of items of so many rows and columns. */
export function checkLengths(first: int32, second: int32): int32 {
  if (first < 0) throw new ArgumentException("The input must be non-negative.\nlength1 = " + first, "length1");
  if (second < 0) throw new ArgumentException("The input must be non-negative.\nlength2 = " + second, "length2");
  return first * second;
}
export function checkLengths3(first: int32, second: int32, third: int32): int32 {
  if (first < 0 || second < 0 || third < 0) throw new OverflowException();
  return first * second * third;
}
export function shape2(items: any, first: int32, second: int32): any {
  return mark(items, new Shape(2, first, second, 1, 0, 0));
}
export function shape2Based(items: any, base1: int32, base2: int32, first: int32, second: int32): any {
  return mark(items, new Shape(2, first, second, 1, base1, base2));
}
export function shape3(items: any, first: int32, second: int32, third: int32): any {
  return mark(items, new Shape(3, first, second, third, 0, 0));
}
export function shapeLike(items: any, other: any): any {
  return mark(items, shapeOf(other));
}

export function cloneArray(items: any): any {
  const shape: any = knownShape(items);
  const copy: any = array_slice(items, 0, undefined);
  return shape === undefined ? copy : mark(copy, shape);
}

const inside = (index: int32, length: int32): int32 => {
  if (index < 0 || index >= length) throw new IndexOutOfRangeException();
  return index;
};
const place2 = (array: any, i: int32, j: int32): int32 => {
  const shape: Shape = shapeOf(array);
  return inside(i - shape.base1, shape.length1) * shape.length2 + inside(j - shape.base2, shape.length2);
};
const place3 = (array: any, i: int32, j: int32, k: int32): int32 => {
  const shape: Shape = shapeOf(array);
  return (inside(i, shape.length1) * shape.length2 + inside(j, shape.length2)) * shape.length3 + inside(k, shape.length3);
};

export function get2(array: any, i: int32, j: int32): any {
  return array[place2(array, i, j)];
}
export function set2(array: any, i: int32, j: int32, value: any): void {
  array[place2(array, i, j)] = value;
}
export function get3(array: any, i: int32, j: int32, k: int32): any {
  return array[place3(array, i, j, k)];
}
export function set3(array: any, i: int32, j: int32, k: int32, value: any): void {
  array[place3(array, i, j, k)] = value;
}
export function lengthOf(array: any, dimension: int32): int32 {
  const shape: any = knownShape(array);
  const rank: int32 = shape === undefined ? 1 : shape.rank;
  if (dimension < 0 || dimension >= rank) throw new IndexOutOfRangeException("Array does not have that many dimensions.");
  if (shape === undefined) return array.length;
  return dimension === 0 ? shape.length1 : dimension === 1 ? shape.length2 : shape.length3;
}
export function baseOf(array: any, dimension: int32): int32 {
  const shape: any = knownShape(array);
  return shape === undefined ? 0 : dimension === 0 ? shape.base1 : dimension === 1 ? shape.base2 : 0;
}
export function upperBoundOf(array: any, dimension: int32): int32 {
  return lengthOf(array, dimension) + baseOf(array, dimension) - 1;
}
export function rankOf(array: any): int32 {
  const shape: any = knownShape(array);
  return shape === undefined ? 1 : shape.rank;
}

/** `array2D rows`: the items of all rows, in an array that `collect` makes of them. */
export function fromRows(rows: any, collect: any): any {
  const items: any = [];
  let count: int32 = 0;
  let width: int32 = 0;
  const outer: any = getEnumerator(rows);
  while (outer["System.Collections.IEnumerator.MoveNext"]()) {
    const before: int32 = items.length;
    const inner: any = getEnumerator(outer["System.Collections.Generic.IEnumerator`1.get_Current"]());
    while (inner["System.Collections.IEnumerator.MoveNext"]()) items.push(inner["System.Collections.Generic.IEnumerator`1.get_Current"]());
    const length: int32 = items.length - before;
    if (count === 0) width = length;
    else if (width !== length) {
      throw new ArgumentException("The arrays have different lengths.", "vals");
    }
    count++;
  }
  return shape2(collect(items), count, width);
}

export function blit2(source: any, i: int32, j: int32, target: any, k: int32, l: int32, rows: int32, columns: int32): void {
  checkPart(source, i, j, rows, columns, "source");
  checkPart(target, k, l, rows, columns, "target");
  const copy: any = part(source, i, j, rows, columns);
  put(copy, target, k, l, rows, columns);
}
function checkPart(array: any, i: int32, j: int32, rows: int32, columns: int32, name: string): void {
  const first: int32 = i - baseOf(array, 0);
  const second: int32 = j - baseOf(array, 1);
  if (first < 0 || second < 0 || rows < 0 || columns < 0) throw new ArgumentException("The input must be non-negative.", name);
  if (first + rows > lengthOf(array, 0) || second + columns > lengthOf(array, 1)) throw new ArgumentException("The index was outside the range of elements in the array.", name);
}

/** The items of a part, row after row. */
function part(array: any, i: int32, j: int32, rows: int32, columns: int32): any {
  const items: any = array_new_like(array, rows * columns);
  for (let row: int32 = 0; row < rows; row++) {
    for (let column: int32 = 0; column < columns; column++) items[row * columns + column] = get2(array, i + row, j + column);
  }
  return items;
}
function put(items: any, target: any, i: int32, j: int32, rows: int32, columns: int32): void {
  for (let row: int32 = 0; row < rows; row++) {
    for (let column: int32 = 0; column < columns; column++) set2(target, i + row, j + column, items[row * columns + column]);
  }
}

/** Where a slice begins in a dimension: open ends and ends beyond the array are cut. */
const startOf = (array: any, dimension: int32, start: any): int32 => Math.max(start ?? baseOf(array, dimension), baseOf(array, dimension)) | 0;
const countOf = (array: any, dimension: int32, start: any, end: any): int32 => {
  const last: int32 = Math.min(end ?? upperBoundOf(array, dimension), upperBoundOf(array, dimension)) | 0;
  return Math.max(last - startOf(array, dimension, start) + 1, 0) | 0;
};

export function slice2(array: any, start1: any, end1: any, start2: any, end2: any): any {
  const rows: int32 = countOf(array, 0, start1, end1);
  const columns: int32 = countOf(array, 1, start2, end2);
  return shape2(part(array, startOf(array, 0, start1), startOf(array, 1, start2), rows, columns), rows, columns);
}
/** `a.[i, x..y]` */
export function sliceRow(array: any, row: int32, start: any, end: any): any {
  return part(array, row, startOf(array, 1, start), 1, countOf(array, 1, start, end));
}
/** `a.[x..y, j]` */
export function sliceColumn(array: any, start: any, end: any, column: int32): any {
  return part(array, startOf(array, 0, start), column, countOf(array, 0, start, end), 1);
}
export function setSlice2(array: any, start1: any, end1: any, start2: any, end2: any, values: any): void {
  const rows: int32 = countOf(array, 0, start1, end1);
  const columns: int32 = countOf(array, 1, start2, end2);
  put(part(values, baseOf(values, 0), baseOf(values, 1), rows, columns), array, startOf(array, 0, start1), startOf(array, 1, start2), rows, columns);
}
export function setRow(array: any, row: int32, start: any, end: any, values: any): void {
  const columns: int32 = countOf(array, 1, start, end);
  if (columns > values.length) throw new IndexOutOfRangeException();
  put(values, array, row, startOf(array, 1, start), 1, columns);
}
export function setColumn(array: any, start: any, end: any, column: int32, values: any): void {
  const rows: int32 = countOf(array, 0, start, end);
  if (rows > values.length) throw new IndexOutOfRangeException();
  put(values, array, startOf(array, 0, start), column, rows, 1);
}
