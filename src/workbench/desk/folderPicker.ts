interface Picking {
  readonly showDirectoryPicker?: (options: { readonly mode: 'readwrite'; readonly startIn?: FileSystemDirectoryHandle }) => Promise<FileSystemDirectoryHandle>;
}

/** Whether this browser can write to a folder that the user chooses. */
export const canPickFolder = (): boolean => (window as Picking).showDirectoryPicker !== undefined;

/** Asks for a folder to write in; the dialogue opens where `near` is. Throws where it is closed (`isClosed`), refused, or not there. */
export async function pickFolder(near: FileSystemDirectoryHandle | null): Promise<FileSystemDirectoryHandle> {
  const { showDirectoryPicker } = window as Picking;
  if (!showDirectoryPicker) throw new DOMException('no dialogue for folders', 'NotSupportedError');
  return showDirectoryPicker.call(window, { mode: 'readwrite', ...(near ? { startIn: near } : {}) });
}

/** Whether a folder that the page holds may be written in; a browser may ask the user. Answered false where it is gone or its browser cannot. */
export async function mayWrite(folder: FileSystemDirectoryHandle): Promise<boolean> {
  const { requestPermission } = folder as { readonly requestPermission?: (wanted: { readonly mode: 'readwrite' }) => Promise<PermissionState> };
  return requestPermission !== undefined && (await requestPermission.call(folder, { mode: 'readwrite' }).catch(() => 'denied')) === 'granted';
}

/** Whoever closes the dialogue wants nothing. */
export const isClosed = (error: unknown): boolean => error instanceof DOMException && error.name === 'AbortError';
