import { new_tuple } from "fusabi:op";
import { ArgumentException } from "./exceptions.ts";

/** A tuple of any number of items. */
export function tupleOf(items: any): any {
  switch (items.length) {
    case 2:
      return new_tuple("tuple", items[0], items[1]);
    case 3:
      return new_tuple("tuple", items[0], items[1], items[2]);
    case 4:
      return new_tuple("tuple", items[0], items[1], items[2], items[3]);
    case 5:
      return new_tuple("tuple", items[0], items[1], items[2], items[3], items[4]);
    case 6:
      return new_tuple("tuple", items[0], items[1], items[2], items[3], items[4], items[5]);
    case 7:
      return new_tuple("tuple", items[0], items[1], items[2], items[3], items[4], items[5], items[6]);
    default:
      throw new ArgumentException("A tuple of " + items.length + " items cannot be made by reflection.");
  }
}

/** A KeyValuePair. */
export const createPair = (key: any, value: any): any => new_tuple("tuple", key, value);
