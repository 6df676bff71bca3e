export { parseDouble as parse, parseSingle, tryParseDouble as tryParse, tryParseSingle } from "./number-parse.ts";
