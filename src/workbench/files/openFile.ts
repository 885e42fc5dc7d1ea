import type { MemoryHost } from '../../host/memory';
import type { PaneControl } from '../../taskpane/control';

/** A file that stands open: its workbook in memory and its pane. */
export interface OpenFile {
  readonly host: MemoryHost;
  readonly control: PaneControl;
}
