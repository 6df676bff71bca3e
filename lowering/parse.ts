/** Source text to Babel's tree. Fable's TypeScript and our library are TypeScript, Fable's library is JavaScript. */
import { parse as babelParse } from "@babel/parser";
import type { File } from "@babel/types";

export const parse = (path: string, code: string): File =>
  babelParse(code, {
    sourceType: "module",
    sourceFilename: path,
    plugins: path.endsWith(".js") ? [] : ["typescript"],
    createParenthesizedExpressions: false,
    errorRecovery: false,
    attachComment: false,
  });
