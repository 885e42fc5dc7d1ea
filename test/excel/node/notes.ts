import type { OfficeLibrary } from './loadOffice';

/** The building blocks the library exports for its own generated classes. */
interface Blocks {
  ClientObject: new (...args: never[]) => { _handleResult(value: unknown): void };
  BatchApiHelper: Record<'createPropertyObject' | 'createMethodObject' | 'createChildItemObject' | 'invokeMethod', (...args: unknown[]) => unknown>;
  Utility: Record<'load' | 'fixObjectPathIfNecessary' | 'throwIfNotLoaded', (...args: unknown[]) => unknown>;
}

/**
 * ExcelApi 1.18 (notes) on top of the packaged library, which ends at 1.15. Made of the library's own parts; the wire names
 * follow the rule of every other type but have not been compared with a newer library.
 */
export function addNotes(library: OfficeLibrary): void {
  const { ClientObject, BatchApiHelper, Utility } = library.OfficeExtension as unknown as Blocks;

  class Note extends ClientObject {
    private text: string | undefined;
    get _className(): string {
      return 'Note';
    }
    get _scalarPropertyNames(): readonly string[] {
      return ['content'];
    }
    get _scalarPropertyOriginalNames(): readonly string[] {
      return ['Content'];
    }
    get content(): string | undefined {
      Utility.throwIfNotLoaded('content', this.text, 'Note', false);
      return this.text;
    }
    getLocation(): unknown {
      return BatchApiHelper.createMethodObject(library.Excel.Range, this, 'GetLocation', 1, [], false, true, null, 4);
    }
    delete(): void {
      BatchApiHelper.invokeMethod(this, 'Delete', 0, [], 0, 0);
    }
    override _handleResult(value: { Content?: string } | null): void {
      super._handleResult(value);
      if (!value) return;
      Utility.fixObjectPathIfNecessary(this, value);
      if (value.Content !== undefined) this.text = value.Content;
    }
  }

  class NoteCollection extends ClientObject {
    private notes: unknown[] | undefined;
    get _className(): string {
      return 'NoteCollection';
    }
    get _isCollection(): boolean {
      return true;
    }
    get items(): unknown[] | undefined {
      Utility.throwIfNotLoaded('items', this.notes, 'NoteCollection', false);
      return this.notes;
    }
    add(cell: string, content: string): unknown {
      return BatchApiHelper.createMethodObject(Note, this, 'Add', 0, [cell, content], false, true, null, 0);
    }
    getItem(key: string): unknown {
      const { createIndexerObject } = BatchApiHelper as unknown as { createIndexerObject(...args: unknown[]): unknown };
      return createIndexerObject(Note, this, [key]);
    }
    load(option: unknown): unknown {
      return Utility.load(this, option);
    }
    override _handleResult(value: { _Items?: object[] } | null): void {
      super._handleResult(value);
      if (!value) return;
      Utility.fixObjectPathIfNecessary(this, value);
      this.notes = value._Items?.map((item, index) => {
        const note = BatchApiHelper.createChildItemObject(Note, true, this, item, index) as Note;
        note._handleResult(item);
        return note;
      });
    }
  }

  const { Excel } = library as unknown as { Excel: Record<'Workbook' | 'Worksheet', { prototype: object }> };
  for (const type of [Excel.Workbook, Excel.Worksheet]) {
    Object.defineProperty(type.prototype, 'notes', {
      configurable: true,
      get(this: { ownNotes?: unknown }) {
        this.ownNotes ??= BatchApiHelper.createPropertyObject(NoteCollection, this, 'Notes', true, 4);
        return this.ownNotes;
      },
    });
  }
}
