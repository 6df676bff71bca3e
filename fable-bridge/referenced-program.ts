/** The last file of a program that another project refers to: there it is as a library, whose start nobody calls. */

const comments = /\(\*(?!\))[^]*?\*\)|\/\/.*$|^\s*#.*$/gm;
const attributes = /^\s*(\[<[^]*?>\]\s*)+/;
const declaration = /^(namespace\s|module\s+(?:(?:rec|public|internal|private)\s+)*[^\s=]+[ \t]*(?:$|\r?\n))/;

/** The text without its entry point, every character in its place; undefined where the file is only what the program does, so that nothing can refer to it. */
export const withoutEntryPoint = (text: string): string | undefined => {
  if (!declaration.test(text.replace(comments, "").replace(attributes, "").trimStart())) return undefined;
  return text.replace(/\[<\s*EntryPoint(Attribute)?\s*(\(\s*\))?\s*>\]|\bEntryPoint(Attribute)?\s*;/g, (found) => " ".repeat(found.length));
};
