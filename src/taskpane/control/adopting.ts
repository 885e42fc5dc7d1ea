import type { FindingGroup } from '../../audit/report/model';
import { cellAddress, type CellPosition } from '../../audit/workbook';
import { HostError, type Edit, type WorkbookHost } from '../../host/workbookHost';
import { adoptable, placeOf, positionOf, type CellValue, type Notice } from '../state';
import type { Auditing } from './auditing';
import { noticeOf } from './notices';
import type { PaneStore } from './paneStore';

export interface Adopting {
  adopt(group: FindingGroup, overFormula?: boolean): Promise<void>;
  takeBack(): Promise<void>;
  /** An edit by the user: what the last notice says of its cells is no longer true. */
  edited(edit: Edit): void;
}

/** 采用建议: writes only over what was audited, asks before a formula is lost, and can be taken back. */
export function createAdopting(store: PaneStore, host: WorkbookHost, auditing: Auditing): Adopting {
  const say = (notice: Notice | null): void => store.dispatch({ type: 'noticed', notice });
  const placeNames = (cells: readonly CellPosition[]): string[] => cells.map(({ sheet, row, column }) => placeOf(store.getState().sheetNames[sheet] ?? '', cellAddress(row, column)));

  const refused = (error: unknown, group: FindingGroup): Notice => {
    if (!(error instanceof HostError) || (error.code !== 'stale' && error.code !== 'formula')) return noticeOf(error);
    const names = placeNames(error.cells.map(({ cell }) => cell));
    const cells = error.cells.map(({ now }, i): CellValue => ({ cell: names[i], value: now.formula === null ? String(now.value ?? '') : `=${now.formula}` }));
    return error.code === 'stale' ? { kind: 'stale', cells } : { kind: 'overFormula', group, cells };
  };

  // Whether a formula was written or covered: what it yields has to be read again.
  let formulas = false;

  return {
    async adopt(group, overFormula = false) {
      const { sheetNames } = store.getState();
      const proposals = adoptable(group);
      const found = await Promise.all(proposals.map(async ({ suspect, value }) => {
        const cell = positionOf(sheetNames, suspect.sheet, suspect.address);
        const formula = suspect.proposedFormula ?? undefined;
        // A mended formula takes the place of the formula that it mends.
        return cell && { cell, value, formula, expected: await auditing.cellAt(cell), overFormula: overFormula || formula !== undefined };
      }));
      const placed = found.filter((one) => one !== null);
      if (placed.length === 0 || placed.length < proposals.length) return;
      try {
        await host.goTo(placed[0].cell);
        const takeBack = await host.writeNumbers(placed);
        formulas = placed.some(({ formula, expected }) => formula !== undefined || (expected?.formula ?? null) !== null);
        auditing.applied(placed.map(({ cell, value }) => ({ cell, content: value === null ? null : { kind: 'number', value } })), placed.some(({ formula }) => formula !== undefined));
        const changes = proposals.map(({ suspect }): CellValue => ({ cell: placeOf(suspect.sheet, suspect.address), value: suspect.proposedFormula === null ? suspect.proposed : `=${suspect.proposedFormula}` }));
        say({ kind: 'adopted', changes, takeBack, places: placed.map(({ cell }) => cell) });
      } catch (error) {
        say(refused(error, group));
      }
    },
    async takeBack() {
      const { notice } = store.getState();
      if (notice?.kind !== 'adopted') return;
      try {
        const restored = await notice.takeBack();
        auditing.applied(restored, formulas);
        say({ kind: 'takenBack', cells: placeNames(restored.map(({ cell }) => cell)) });
      } catch (error) {
        say(noticeOf(error));
      }
    },
    edited({ sheet, areas, structural }) {
      const { notice } = store.getState();
      if (notice?.kind !== 'adopted') return;
      const touched = notice.places.some((cell) => cell.sheet === sheet && areas.some(({ top, bottom, left, right }) => cell.row >= top && cell.row <= bottom && cell.column >= left && cell.column <= right));
      if (structural || touched) say(null);
    },
  };
}
