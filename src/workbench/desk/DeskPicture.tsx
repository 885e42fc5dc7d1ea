import { tokens } from '@fluentui/react-components';
import { useMemo } from 'react';
import { causeName, overviewOf, stateNames, statesInOrder, type Frequency, type SubmissionState } from '../../desk';
import type { Language } from '../../taskpane/text';
import type { WorkbenchTexts } from '../workbenchTexts';
import { Bars } from './Bars';
import type { DeskRow, DeskStore } from './deskState';
import { useDeskStyles } from './deskStyles';

const colours: Readonly<Record<SubmissionState, string>> = {
  unreadable: tokens.colorPaletteRedBorderActive,
  unknown: tokens.colorPaletteRedBackground3,
  toReturn: tokens.colorPaletteDarkOrangeBorderActive,
  reviewing: tokens.colorBrandBackground,
  waiting: tokens.colorNeutralStroke1,
  returned: tokens.colorPaletteMarigoldBorderActive,
  passed: tokens.colorPaletteGreenBorderActive,
};
const MOST_BARS = 10;

/** In the order of the bars that are drawn. */
const longestFirst = (found: readonly Frequency[]): readonly Frequency[] => [...found].sort((a, b) => b.count - a.count);

export interface DeskPictureProps {
  readonly rows: readonly DeskRow[];
  readonly deskStore: DeskStore;
  readonly texts: WorkbenchTexts & { readonly language: Language };
}

/** What stands out in all that is shown: files by state, the commonest causes, problems by table. */
export function DeskPicture({ rows, deskStore, texts }: DeskPictureProps) {
  const styles = useDeskStyles();
  const { sums, causes, tables } = useMemo(() => overviewOf(rows.map(({ submission }) => submission)), [rows]);
  const states = stateNames[texts.language];
  const tableName = ({ id, name }: Frequency): string => (id === '' ? texts.desk.wholeFile : name || id);
  const unitsIn = (most: Frequency['most']): string => most.map(({ name, count }) => `${name} ${count}`).join(texts.language === 'zh' ? '、' : ', ');
  return (
    <div className={styles.pictures}>
      <Bars
        title={texts.desk.filesByState}
        bars={statesInOrder.filter((state) => sums.states[state] > 0).map((state) => ({ id: state, name: states[state], value: sums.states[state], label: texts.desk.stateLabel(states[state], sums.states[state]), colour: colours[state] }))}
        onChoose={(id) => deskStore.dispatch({ type: 'filtered', filter: { states: statesInOrder.filter((state) => state === id) } })}
      />
      <Bars
        title={texts.desk.commonCauses}
        bars={longestFirst(causes.slice(0, MOST_BARS)).map(({ id, count, files, most }) => ({ id, name: causeName(id, texts.language), value: count, label: texts.desk.barLabel(causeName(id, texts.language), count, files, unitsIn(most)) }))}
        onChoose={(cause) => deskStore.dispatch({ type: 'filtered', filter: { cause } })}
      />
      <Bars
        title={texts.desk.findingsByTable}
        bars={longestFirst(tables.slice(0, MOST_BARS)).map((one) => ({ id: one.id, name: tableName(one), value: one.count, label: texts.desk.barLabel(tableName(one), one.count, one.files, unitsIn(one.most)) }))}
        onChoose={(table) => deskStore.dispatch({ type: 'filtered', filter: { table } })}
      />
    </div>
  );
}
