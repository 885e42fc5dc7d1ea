import type { PaneState } from './model';
import { explainedRows, uncheckedRows, type OtherNames } from './otherRows';
import { passedRows, type PassedNames } from './passedRows';
import { problemRows, type RowNames } from './problemRows';
import type { Row } from './rows';

export type ListNames = RowNames & OtherNames & PassedNames;

/** The rows of the tab that is open. */
export function listRows(state: PaneState, names: ListNames): readonly Row[] {
  switch (state.view.tab) {
    case 'problems':
      return problemRows(state, names);
    case 'unchecked':
      return uncheckedRows(state, names);
    case 'passed':
      return passedRows(state, names);
    case 'explained':
      return explainedRows(state);
  }
}
