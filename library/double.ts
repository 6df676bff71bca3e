export { parseDouble as parse, tryParseDouble as tryParse } from "./number-parse.ts";
