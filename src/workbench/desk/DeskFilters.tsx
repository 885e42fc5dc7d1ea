import { Button, Input, mergeClasses, Menu, MenuItemCheckbox, MenuList, MenuPopover, MenuTrigger, Select, ToggleButton } from '@fluentui/react-components';
import { useMemo } from 'react';
import { causeName, overviewOf, stateNames, statesInOrder, type Frequency, type SubmissionState } from '../../desk';
import type { Language } from '../../taskpane/text';
import type { WorkbenchTexts } from '../workbenchTexts';
import { deskColumns } from './columns';
import { columnIds, isFiltered, type ColumnId, type DeskRow, type DeskState, type DeskStore } from './deskState';
import { useDeskStyles } from './deskStyles';

export interface DeskFiltersProps {
  readonly all: readonly DeskRow[];
  readonly desk: DeskState;
  readonly deskStore: DeskStore;
  readonly texts: WorkbenchTexts & { readonly language: Language };
}

/** Search, filters, columns: what of all files is shown, and how. */
export function DeskFilters({ all, desk, deskStore, texts }: DeskFiltersProps) {
  const styles = useDeskStyles();
  const { filter } = desk;
  const set = (next: Partial<DeskState['filter']>): void => deskStore.dispatch({ type: 'filtered', filter: next });
  const choices = useMemo(() => {
    const submissions = all.map(({ submission }) => submission);
    const { causes, rules, tables, sums } = overviewOf(submissions);
    const counted = (found: readonly Frequency[], name: (one: Frequency) => string): readonly (readonly [string, string])[] => found.map((one) => [one.id, texts.desk.inFiles(name(one), one.files)]);
    return {
      states: statesInOrder.filter((state) => sums.states[state] > 0).map((state) => [state, texts.desk.inFiles(stateNames[texts.language][state], sums.states[state])] as const),
      folders: [...new Set(submissions.map(({ folder }) => folder))].filter((folder) => folder !== '').sort().map((folder) => [folder, folder] as const),
      rules: counted(rules, ({ id, name }) => `${id} ${name}`),
      tables: counted(tables, ({ id, name }) => (id === '' ? texts.desk.wholeFile : name || id)),
      causes: counted(causes, ({ id }) => causeName(id, texts.language)),
    };
  }, [all, texts]);
  const select = (label: string, any: string, value: string | null, options: readonly (readonly [string, string])[], take: (value: string | null) => void) =>
    options.length > 0 || value !== null ? (
      <Select size="small" className={styles.filter} aria-label={label} value={value === null ? '*' : `=${value}`} onChange={(_, chosen) => take(chosen.value === '*' ? null : chosen.value.slice(1))}>
        <option value="*">{any}</option>
        {(options.some(([id]) => id === value) || value === null ? options : [...options, [value, value] as const]).map(([id, name]) => (
          <option key={id} value={`=${id}`}>{name}</option>
        ))}
      </Select>
    ) : null;
  return (
    <div className={mergeClasses(styles.bar, !desk.unfolded && styles.folded)} role="group" aria-label={texts.desk.filters}>
      <Input size="small" type="search" className={styles.search} aria-label={texts.desk.search} placeholder={texts.desk.search} value={filter.search} onChange={(_, { value }) => set({ search: value })} />
      {select(texts.desk.byState, texts.desk.anyState, filter.states[0] ?? null, choices.states, (state) => set({ states: state === null ? [] : [state as SubmissionState] }))}
      {select(texts.desk.byFolder, texts.desk.anyFolder, filter.folder, choices.folders, (folder) => set({ folder }))}
      {select(texts.desk.byRule, texts.desk.anyRule, filter.rule, choices.rules, (rule) => set({ rule }))}
      {select(texts.desk.byTable, texts.desk.anyTable, filter.table, choices.tables, (table) => set({ table }))}
      {select(texts.desk.byCause, texts.desk.anyCause, filter.cause, choices.causes, (cause) => set({ cause }))}
      {isFiltered(filter) && <Button size="small" onClick={() => set({ search: '', states: [], folder: null, rule: null, table: null, cause: null })}>{texts.desk.clearFilters}</Button>}
      <span className={styles.grow} />
      <ToggleButton size="small" checked={desk.picture} onClick={() => deskStore.dispatch({ type: 'pictureToggled' })}>{texts.desk.picture}</ToggleButton>
      <Menu
        checkedValues={{ columns: [...desk.columns] }}
        onCheckedValueChange={(_, { checkedItems }) => {
          const changed = columnIds.find((id: ColumnId) => checkedItems.includes(id) !== desk.columns.includes(id));
          if (changed) deskStore.dispatch({ type: 'columnToggled', column: changed });
        }}
      >
        <MenuTrigger disableButtonEnhancement>
          <Button size="small">{texts.desk.columns}</Button>
        </MenuTrigger>
        <MenuPopover>
          <MenuList>
            {deskColumns(texts).map(({ id, head }) => <MenuItemCheckbox key={id} name="columns" value={id} disabled={id === 'unit'}>{head}</MenuItemCheckbox>)}
          </MenuList>
        </MenuPopover>
      </Menu>
    </div>
  );
}
