/** Whether a value is a text that JavaScript reads as an array index: "0", "17", not "01" or "-1". */
export const isIndexText = (value: unknown): value is string => typeof value === "string" && value.length < 11 && /^(?:0|[1-9][0-9]*)$/.test(value);
