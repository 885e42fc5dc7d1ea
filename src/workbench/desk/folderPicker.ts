interface PickOptions {
  readonly mode: 'read' | 'readwrite';
  readonly startIn?: FileSystemDirectoryHandle;
}

interface Picking {
  readonly showDirectoryPicker?: (options: PickOptions) => Promise<FileSystemDirectoryHandle>;
}

/** Whether this browser can hold a folder that the user chooses, and write to it. */
export const canPickFolder = (): boolean => (window as Picking).showDirectoryPicker !== undefined;

/** Asks for a folder to write in; the dialogue opens where `near` is. Throws where it is closed (`isClosed`), refused, or not there. */
export const pickFolder = (near: FileSystemDirectoryHandle | null): Promise<FileSystemDirectoryHandle> => pick({ mode: 'readwrite', ...(near ? { startIn: near } : {}) });

/** Asks for a folder to read; the page may be allowed to write to it later. Throws as `pickFolder` does. */
export const pickFolderToRead = (): Promise<FileSystemDirectoryHandle> => pick({ mode: 'read' });

async function pick(options: PickOptions): Promise<FileSystemDirectoryHandle> {
  const { showDirectoryPicker } = window as Picking;
  if (!showDirectoryPicker) throw new DOMException('no dialogue for folders', 'NotSupportedError');
  return showDirectoryPicker.call(window, options);
}

/** Whether a folder that the page holds may be written in; a browser may ask the user. Answered false where it is gone or its browser cannot. */
export async function mayWrite(folder: FileSystemDirectoryHandle): Promise<boolean> {
  const { requestPermission } = folder as { readonly requestPermission?: (wanted: { readonly mode: 'readwrite' }) => Promise<PermissionState> };
  return requestPermission !== undefined && (await requestPermission.call(folder, { mode: 'readwrite' }).catch(() => 'denied')) === 'granted';
}

/** Whoever closes the dialogue wants nothing. */
export const isClosed = (error: unknown): boolean => error instanceof DOMException && error.name === 'AbortError';
