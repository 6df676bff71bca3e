/** Arrays and typed arrays. Typed ones take values of their own kind only. */

import { builtinTypes } from "../../schemas/isa/kinds.ts";
import { longText, textOf } from "../dynamic.ts";
import { raise } from "../exceptions.ts";
import { type ArrayClass, arrayClasses, BoolArray, emptyArray, type GuestArray, isArray, itemAt, makeArray, makeTyped, type TypedArray, typedArrayName } from "../value.ts";
import { array, integer, list, relative, reserveArray } from "./arguments.ts";
import type { BuiltinContext, BuiltinFunction } from "./context.ts";
import { join } from "./text.ts";

const isBig = (host: ArrayClass): boolean => host === "BigInt64Array" || host === "BigUint64Array";

/** Whether an array takes the value. */
function admit(to: GuestArray, value: unknown): void {
  const host = typedArrayName(to);
  if (host === undefined || (host === "BoolArray" && typeof value === "boolean")) return;
  if (typeof value !== (isBig(host) ? "bigint" : "number")) raise("InvalidCast");
}

/** Whether a typed array takes every element of the other. */
function admitAll(to: GuestArray, from: GuestArray): void {
  const host = typedArrayName(to);
  if (host === undefined) return;
  const other = typedArrayName(from);
  if (other !== undefined) {
    if (isBig(host) !== isBig(other)) raise("InvalidCast");
  } else for (let index = 0; index < from.length; index++) admit(to, from[index]);
}

/** An array of the named host class, or Array; its elements are initial. */
function make(context: BuiltinContext, host: string | undefined, length: number): GuestArray {
  if (length < 0) raise("Overflow");
  reserveArray(context, length);
  if (host === undefined || host === "Array") return makeArray(builtinTypes.array_any.index, length);
  return Object.hasOwn(arrayClasses, host) ? makeTyped(host as ArrayClass, length) : raise("InvalidCast");
}

const writable = (to: GuestArray): { [index: number]: unknown } => to as { [index: number]: unknown };

function copy(from: GuestArray, start: number, end: number, to: GuestArray, at: number): void {
  if (!Array.isArray(to) && !Array.isArray(from)) {
    (to as Float64Array).set(from.subarray(start, end) as Float64Array, at);
    return;
  }
  const target = writable(to);
  for (let index = start; index < end; index++) target[at + index - start] = itemAt(from, index);
}

function slice(context: BuiltinContext, from: GuestArray, start: unknown, end: unknown): GuestArray {
  const first = relative(start, from.length, 0);
  const last = Math.max(first, relative(end, from.length, from.length));
  const made = make(context, typedArrayName(from), last - first);
  copy(from, first, last, made, 0);
  return made;
}

/** Moves the elements from an index on by a distance, the array growing or shrinking at its end. */
function shift(items: unknown[], from: number, by: number): void {
  const end = items.length;
  if (by > 0) {
    for (let added = 0; added < by; added++) items.push(undefined);
    items.copyWithin(from + by, from, end);
  } else {
    items.copyWithin(from + by, from, end);
    items.length = end + by;
  }
}

function splice(context: BuiltinContext, items: unknown[], start: unknown, count: unknown, inserted: unknown): unknown[] {
  const added = inserted === undefined ? emptyArray() : list(inserted).slice();
  const first = relative(start, items.length, 0);
  const removed = count === undefined ? items.length - first : Math.max(0, Math.min(integer(count), items.length - first));
  context.metering.work(added.length >> 2);
  reserveArray(context, removed);
  context.grow(items, added.length);
  const gone = emptyArray();
  for (let index = 0; index < removed; index++) gone.push(items[first + index]);
  if (added.length !== removed) shift(items, first + removed, added.length - removed);
  for (let index = 0; index < added.length; index++) items[first + index] = added[index];
  return gone;
}

function concat(context: BuiltinContext, first: GuestArray, second: unknown): GuestArray {
  if (!isArray(second)) admit(first, second);
  else admitAll(first, second);
  const more = isArray(second) ? second.length : 1;
  context.metering.work(more >> 2);
  const made = make(context, typedArrayName(first), first.length + more);
  copy(first, 0, first.length, made, 0);
  if (isArray(second)) copy(second, 0, more, made, first.length);
  else writable(made)[first.length] = second;
  return made;
}

/** Charges for comparing an item with every element, where that may be more than a look at each. */
function searchWork(context: BuiltinContext, items: GuestArray, item: unknown): void {
  if (typeof item === "string" && item.length >= longText) context.metering.work(items.length * (item.length >> 7));
}

/** What an item looks like where the host looks for it; undefined is in no typed array. */
const inHost = (items: GuestArray, item: unknown): unknown => (items instanceof BoolArray ? (typeof item === "boolean" ? Number(item) : undefined) : item);

function indexOf(context: BuiltinContext, items: GuestArray, item: unknown, from: unknown): number {
  searchWork(context, items, item);
  return (items as unknown[]).indexOf(inHost(items, item), relative(from, items.length, 0));
}

export const arrays = {
  array_is: (_, value) => Array.isArray(value),
  array_is_typed: (_, value) => !Array.isArray(value) && isArray(value),
  array_js_length: (_, a) => array(a).length,
  array_set_length: (context, a, length: number) => {
    const items = list(a);
    if (length < 0) raise("Overflow");
    if (length > items.length) {
      context.grow(items, length - items.length);
      while (items.length < length) items.push(undefined);
    } else items.length = length;
    return items;
  },
  array_push: (context, a, item) => {
    const items = list(a);
    context.grow(items, 1);
    return items.push(item);
  },
  array_pop: (_, a) => list(a).pop(),
  array_shift: (_, a) => list(a).shift(),
  array_unshift: (context, a, item) => {
    const items = list(a);
    context.grow(items, 1);
    return items.unshift(item);
  },
  array_slice: (context, a, start, end) => slice(context, array(a), start, end),
  array_splice: (context, a, start, count, inserted) => splice(context, list(a), start, count, inserted),
  array_concat: (context, a, b) => concat(context, array(a), b),
  array_fill: (_, a, item, start, end) => {
    const items = array(a);
    admit(items, item);
    return (items as unknown[]).fill(item, relative(start, items.length, 0), relative(end, items.length, items.length));
  },
  array_reverse: (_, a) => array(a).reverse(),
  array_index_of: (context, a, item, from) => indexOf(context, array(a), item, from),
  array_last_index_of: (context, a, item) => {
    searchWork(context, array(a), item);
    return a.lastIndexOf(inHost(a, item));
  },
  array_includes: (context, a, item) => {
    searchWork(context, array(a), item);
    return a.includes(inHost(a, item));
  },
  array_join: (context, a, separator) => join(context, a, separator === undefined ? "," : textOf(context.metering, separator), true),
  array_copy_within: (_, a, target: number, start: number, end) => {
    const items = array(a);
    return items.copyWithin(target, start, relative(end, items.length, items.length));
  },
  array_subarray: (context, a, start, end) => slice(context, array(a), start, end),
  array_set_from: (_, a, from, at: number) => {
    const to = array(a);
    const source = array(from);
    if (at < 0 || source.length + at > to.length) raise("ArgumentOutOfRange");
    admitAll(to, source);
    if (to === source) to.copyWithin(at, 0, source.length);
    else copy(source, 0, source.length, to, at);
    return undefined;
  },
  array_new_like: (context, like, length) => make(context, like === undefined ? undefined : typedArrayName(array(like)), integer(length)),
  array_new: (context, host: string, length: number) => make(context, host, length),
  array_from: (context, a, host) => {
    const from = array(a);
    const name = host === undefined ? undefined : textOf(context.metering, host);
    const made = make(context, name, from.length);
    admitAll(made, from);
    copy(from, 0, from.length, made, 0);
    return made;
  },
  array_type_name: (_, a) => (Array.isArray(a) ? "Array" : (typedArrayName(a) ?? "")),
  array_sort_numbers: (context, a) => {
    const items = array(a);
    context.metering.work(items.length * (4 - (Math.clz32(items.length) >> 3)));
    return Array.isArray(items) ? raise("InvalidCast") : (items as TypedArray).sort();
  },
} satisfies Record<string, BuiltinFunction>;
