/** Deciphers the bytes behind the length of an EncryptedPackage. */
export type Decryption = (encrypted: Uint8Array) => Uint8Array;
