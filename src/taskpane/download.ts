/** A file that leaves the page, only because the user asked for it. */
export interface OutgoingFile {
  readonly name: string;
  readonly type: string;
  readonly bytes: Uint8Array;
}

/** Hands a file to the browser, which asks or stores as it is set up. */
export function download({ name, type, bytes }: OutgoingFile): void {
  const address = URL.createObjectURL(new Blob([bytes as Uint8Array<ArrayBuffer>], { type }));
  const link = document.createElement('a');
  link.href = address;
  link.download = name;
  link.click();
  // The browser has taken hold of the address by the next task; a second is generous.
  setTimeout(() => URL.revokeObjectURL(address), 1000);
}
