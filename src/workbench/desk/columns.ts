import { nameOf, stateNames, type DeskOrder } from '../../desk';
import type { WorkbenchTexts } from '../workbenchTexts';
import type { Language } from '../../taskpane/text';
import type { ColumnId, DeskRow } from './deskState';

export interface DeskColumn {
  readonly id: ColumnId;
  readonly head: string;
  /** What it is sorted by; null where it cannot be. */
  readonly order: DeskOrder | null;
  /** A width of CSS grid. */
  readonly width: string;
  readonly isNumber: boolean;
  readonly text: (row: DeskRow) => string;
}

type Words = WorkbenchTexts & { readonly language: Language };

const number = (n: number | undefined): string => (n === undefined || n === 0 ? '' : String(n));

/** The columns of the desk in their order. */
export function deskColumns(texts: Words): readonly DeskColumn[] {
  const column = (id: ColumnId, head: string, order: DeskOrder | null, width: string, text: DeskColumn['text'], isNumber = false): DeskColumn => ({ id, head, order, width, isNumber, text });
  return [
    column('unit', texts.desk.unit, 'unit', 'minmax(150px, 3fr)', ({ submission }) => submission.unit ?? (submission.verdict || submission.state === 'unreadable' ? texts.desk.noUnit : '')),
    column('department', texts.desk.department, null, 'minmax(90px, 1fr)', ({ submission }) => submission.folder),
    column('file', texts.desk.file, 'file', 'minmax(130px, 2fr)', ({ submission }) => nameOf(submission.file.path)),
    column('family', texts.desk.family, 'family', 'minmax(90px, 1.4fr)', ({ submission }) => submission.familyName),
    column('year', texts.desk.year, 'year', '60px', ({ submission }) => (submission.year === null ? '' : String(submission.year)), true),
    column('tables', texts.desk.tables, 'tables', '96px', ({ submission: { verdict, tablesRead, tablesDue } }) => (verdict ? `${tablesRead}/${tablesDue}` : ''), true),
    column('errors', texts.desk.errors, 'errors', '76px', ({ submission: { verdict } }) => number(verdict?.errorCauses), true),
    column('warnings', texts.desk.warnings, 'warnings', '70px', ({ submission: { verdict } }) => number(verdict?.warnings), true),
    column('notChecked', texts.desk.notChecked, 'notChecked', '60px', ({ submission }) => number(submission.notChecked), true),
    column('explained', texts.desk.explainedCount, 'explained', '70px', ({ submission: { verdict } }) => number(verdict?.explained), true),
    column('prose', texts.desk.prose, null, 'minmax(76px, 1fr)', ({ entry }) => entry.prose ?? ''),
    column('rule', texts.desk.rule, 'rule', 'minmax(110px, 1.5fr)', ({ submission: { commonest } }) => (commonest ? `${commonest.rule} ${commonest.text}` : '')),
    column('state', texts.desk.state, 'state', '92px', (row) => stateText(row, texts)),
    column('changed', texts.desk.changed, 'changed', '128px', ({ submission }) => minuteOf(submission.file.changed)),
  ];
}

/** What is set aside says so first: nobody has to work on it. */
function stateText({ submission: { state, standing, decision }, entry: { status } }: DeskRow, texts: Words): string {
  if (state === 'waiting' && status === 'reading') return texts.auditing;
  const name = stateNames[texts.language][state];
  if (standing.kind === 'leading' || state === 'unreadable' || state === 'unknown') return name;
  const aside = texts.desk.aside[standing.kind];
  return decision === null ? aside : `${aside} · ${name}`;
}

/** In the user's own time zone: 2026-03-01 14:05. */
function minuteOf(changed: string): string {
  if (changed === '') return '';
  const at = new Date(changed);
  const two = (n: number): string => String(n).padStart(2, '0');
  return `${at.getFullYear()}-${two(at.getMonth() + 1)}-${two(at.getDate())} ${two(at.getHours())}:${two(at.getMinutes())}`;
}
