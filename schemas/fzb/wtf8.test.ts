import fc from "fast-check";
import { expect, test } from "vitest";
import { decodeText, encodeText, TextBlock, textBytes } from "./wtf8.ts";

const encode = (text: string): Uint8Array => {
  const bytes = new Uint8Array(textBytes(text));
  expect(encodeText(text, bytes, 0)).toBe(bytes.length);
  return bytes;
};
const decode = (...bytes: number[]): string | number => decodeText(Uint8Array.from(bytes), 0, bytes.length);

test("is UTF-8 where a string is well-formed", () => {
  fc.assert(
    fc.property(fc.string({ unit: "binary" }), (text) => {
      expect(encode(text)).toEqual(new Uint8Array(Buffer.from(text)));
    }),
  );
});

test("gives back every sequence of units, also a long one", () => {
  const units = fc.array(fc.integer({ min: 0xd7f0, max: 0xe010 }));
  fc.assert(
    fc.property(units, (each) => {
      const text = String.fromCharCode(...each);
      const bytes = encode(text);
      expect(decodeText(bytes, 0, bytes.length)).toBe(text);
    }),
  );
  const long = "ab\u{1f600}\ud800".repeat(5000);
  expect(decodeText(encode(long), 0, textBytes(long))).toBe(long);
});

test("refuses what is not the one encoding of a string, with the place", () => {
  expect(decode(0x61, 0x80)).toBe(1);
  expect(decode(0xc0, 0x80)).toBe(0);
  expect(decode(0xe0, 0x80, 0x80)).toBe(0);
  expect(decode(0xf0, 0x80, 0x80, 0x80)).toBe(0);
  expect(decode(0xf4, 0x90, 0x80, 0x80)).toBe(0);
  expect(decode(0xe2, 0x82)).toBe(0);
  expect(decode(0xe2, 0x82, 0x61)).toBe(2);
  expect(decode(0xed, 0xa0, 0x80, 0xed, 0xb0, 0x80)).toBe(3);
});

test("any bytes decode to what encodes to them, or are refused", () => {
  fc.assert(
    fc.property(fc.uint8Array({ maxLength: 12 }), (bytes) => {
      const text = decodeText(bytes, 0, bytes.length);
      if (typeof text === "string") expect(encode(text)).toEqual(bytes);
    }),
  );
});

test("a block gives each of its texts as decoding it alone does, also where bytes are not well-formed", () => {
  const text = fc.oneof(fc.string({ unit: "grapheme" }).map(encode), fc.string().map(encode), fc.uint8Array({ max: 0xff, maxLength: 4 }));
  fc.assert(
    fc.property(fc.array(text), fc.nat(3), (texts, before) => {
      const bytes = new Uint8Array(before + texts.reduce((sum, each) => sum + each.length, 0));
      let at = before;
      for (const each of texts) {
        bytes.set(each, at);
        at += each.length;
      }
      const block = new TextBlock(bytes, before, bytes.length);
      at = before;
      for (const each of texts) {
        expect(block.text(at, at + each.length)).toBe(decodeText(bytes, at, at + each.length));
        at += each.length;
      }
    }),
  );
});
