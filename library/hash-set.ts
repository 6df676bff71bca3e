// What HashSet does with another sequence, and copying it: on the machine's tables and on those over a comparer.
import { map_has, map_is } from "fusabi:builtin";
import { checkNotNegative, checkNotNull, checkRoom } from "./argument-checks.ts";
import { addToSet } from "./map-util.ts";
import { HashSet } from "./mutable-map.ts";
import { Set_new } from "./platform-map.ts";

/** The other items as a set that compares as this one does. */
function setLike(set: any, other: any): any {
  checkNotNull(other, "other");
  return set instanceof HashSet ? new HashSet(other, set.comparer) : Set_new(other);
}
const holds = (set: any, item: any): boolean => (map_is(set) ? map_has(set, item) : set.has(item));

function holdsAll(set: any, items: any): boolean {
  for (const item of items) if (!holds(set, item)) return false;
  return true;
}

export function unionWith(set: any, other: any): void {
  checkNotNull(other, "other");
  for (const item of other) addToSet(item, set);
}
export function intersectWith(set: any, other: any): void {
  const kept: any = setLike(set, other);
  for (const item of set.values()) if (!holds(kept, item)) set.delete(item);
}
export function exceptWith(set: any, other: any): void {
  checkNotNull(other, "other");
  for (const item of other) set.delete(item);
}
/** What is in both goes last, so that what is added takes no place of what is removed. */
export function symmetricExceptWith(set: any, other: any): void {
  const common: any[] = [];
  for (const item of setLike(set, other).values()) if (!addToSet(item, set)) common.push(item);
  for (const item of common) set.delete(item);
}
export function isSubsetOf(set: any, other: any): boolean {
  return holdsAll(setLike(set, other), set.values());
}
export function isSupersetOf(set: any, other: any): boolean {
  checkNotNull(other, "other");
  return holdsAll(set, other);
}
export function isProperSubsetOf(set: any, other: any): boolean {
  const larger: any = setLike(set, other);
  return larger.size > set.size && holdsAll(larger, set.values());
}
export function isProperSupersetOf(set: any, other: any): boolean {
  const smaller: any = setLike(set, other);
  return set.size > smaller.size && holdsAll(set, smaller.values());
}
export function setEquals(set: any, other: any): boolean {
  const same: any = setLike(set, other);
  return set.size === same.size && holdsAll(same, set.values());
}
export function overlaps(set: any, other: any): boolean {
  checkNotNull(other, "other");
  for (const item of other) if (holds(set, item)) return true;
  return false;
}

/** The first `count` items; Fable gives the source index for arrays' sake. */
export function copyToArray(set: any, target: any, _start: int32, targetIndex: int32, count: int32): void {
  checkNotNegative(count, "count");
  checkRoom(target, targetIndex, count, "arrayIndex");
  let at: int32 = 0;
  for (const item of set.values()) {
    if (at >= count) break;
    target[targetIndex + at] = item;
    at++;
  }
}
