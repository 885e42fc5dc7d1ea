import { Select } from '@fluentui/react-components';
import { byPath } from '../../../desk';
import type { Relation } from '../../errands';
import type { DeskRow } from '../deskState';
import { unitsOf, type Choice, type UnitScope } from './choices';
import { useBetweenStyles } from './styles';
import type { BetweenPageTexts } from './texts';

export interface BetweenFieldsProps {
  readonly relation: Relation;
  readonly rows: readonly DeskRow[];
  readonly selected: ReadonlySet<number>;
  readonly choice: Choice;
  readonly onChoice: (choice: Choice) => void;
  readonly texts: BetweenPageTexts;
}

const SCOPES: readonly UnitScope[] = ['selected', 'folder', 'all'];

/** Which files: the first of the list, and the other one or the units. */
export function BetweenFields({ relation, rows, selected, choice, onChoice, texts }: BetweenFieldsProps) {
  const styles = useBetweenStyles();
  const listed = rows.filter(({ submission: { state } }) => state !== 'unreadable').sort((a, b) => byPath(a.submission, b.submission));
  const department = rows.find(({ entry }) => entry.id === choice.first) ?? null;
  const file = (label: string, value: number | null, take: (id: number | null) => void) => (
    <label className={styles.field}>
      {label}
      <Select size="small" value={value === null ? '' : String(value)} onChange={(_, { value: id }) => take(id === '' ? null : Number(id))}>
        <option value="">{texts.choose}</option>
        {listed.map(({ entry, submission: { unit, year, file: { path } } }) => (
          <option key={entry.id} value={entry.id}>{[unit, year, path].filter((part) => part !== null).join(' · ')}</option>
        ))}
      </Select>
    </label>
  );
  return (
    <>
      {file(texts.first[relation], choice.first, (first) => onChoice({ ...choice, first }))}
      {relation !== 'rollup' && file(texts.second[relation], choice.second, (second) => onChoice({ ...choice, second }))}
      {relation === 'rollup' && (
        <label className={styles.field}>
          {texts.second.rollup}
          <Select size="small" disabled={department === null} value={choice.scope} onChange={(_, { value }) => onChoice({ ...choice, scope: SCOPES.find((scope) => scope === value) ?? 'all' })}>
            {SCOPES.map((scope) => <option key={scope} value={scope}>{texts.scope[scope](department ? unitsOf(scope, department, rows, selected).length : 0)}</option>)}
          </Select>
        </label>
      )}
    </>
  );
}
