/** A piece of output: text, which is cleaned on its way out, or what is clean and in UTF-8 already. */
export type OutputPart = string | Uint8Array;
