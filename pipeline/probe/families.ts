/** Every program of the probe. */
import { arrayMembers } from "./array-members.ts";
import { collections } from "./collections.ts";
import { dates } from "./dates.ts";
import { formats } from "./formats.ts";
import { mutableCollections } from "./mutable-collections.ts";
import { numberTexts } from "./number-texts.ts";
import { numbers } from "./numbers.ts";
import type { Family } from "./program.ts";
import { raised } from "./raised.ts";
import { textMembers } from "./text-members.ts";
import { texts } from "./texts.ts";
import { valueShapes } from "./value-shapes.ts";

export const families: readonly Family[] = [
  ...numbers,
  ...formats,
  ...collections,
  ...texts,
  ...dates,
  ...raised,
  ...arrayMembers,
  ...textMembers,
  ...numberTexts,
  ...mutableCollections,
  ...valueShapes,
];
