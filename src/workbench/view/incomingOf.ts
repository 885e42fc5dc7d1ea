/** A file as the browser hands it over; its bytes are read when its turn comes. */
export function incomingOf(file: File): { name: string; bytes: () => Promise<Uint8Array> } {
  return { name: file.name, bytes: async () => new Uint8Array(await file.arrayBuffer()) };
}
