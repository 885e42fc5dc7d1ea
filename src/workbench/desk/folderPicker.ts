/** Browsers that can write to a folder the user chooses; null elsewhere. */
type FolderPicker = (options: { readonly mode: 'readwrite' }) => Promise<FileSystemDirectoryHandle>;

export function folderPicker(): (() => Promise<FileSystemDirectoryHandle>) | null {
  const { showDirectoryPicker } = window as unknown as { readonly showDirectoryPicker?: FolderPicker };
  return showDirectoryPicker ? () => showDirectoryPicker.call(window, { mode: 'readwrite' }) : null;
}

/** Whoever closes the dialogue wants nothing. */
export const isClosed = (error: unknown): boolean => error instanceof DOMException && error.name === 'AbortError';
