import { expect, test } from 'vitest';
import { circlesOf, forbiddenImports, graphOf, importsOfSource } from './importGraph';

/** Parts of the audit, lowest first, and what each may import. */
const WITHIN_AUDIT: Readonly<Record<string, readonly string[]>> = {
  'audit/remembered.ts': [],
  'audit/words': ['audit/remembered.ts', 'generated'],
  'audit/workbook': ['audit/remembered.ts'],
  'audit/severity.ts': [],
  'audit/version.ts': [],
  'audit/equations': [],
  'audit/formulas': ['audit/workbook', 'generated'],
  'audit/chart': ['audit/workbook', 'audit/remembered.ts', 'audit/severity.ts'],
  'audit/layout': ['audit/workbook', 'audit/words', 'audit/chart', 'audit/remembered.ts'],
  'audit/tables': ['audit/workbook', 'audit/words', 'audit/remembered.ts', 'audit/layout', 'audit/equations'],
  'audit/outcome': ['audit/equations'],
  'audit/diagnosis': ['audit/equations'],
  'audit/rules': ['audit/workbook', 'audit/words', 'audit/remembered.ts', 'audit/chart', 'audit/tables', 'audit/formulas', 'audit/equations', 'audit/outcome', 'audit/severity.ts', 'generated'],
  'audit/auditor.ts': ['audit/workbook', 'audit/words', 'audit/chart', 'audit/layout', 'audit/tables', 'audit/rules', 'generated'],
  'audit/state.ts': ['audit/workbook', 'audit/tables', 'audit/formulas', 'audit/rules', 'audit/equations', 'audit/outcome', 'audit/auditor.ts'],
  'audit/report': [
    'audit/workbook', 'audit/words', 'audit/layout', 'audit/tables', 'audit/formulas', 'audit/rules', 'audit/equations', 'audit/outcome', 'audit/diagnosis',
    'audit/severity.ts', 'audit/state.ts', 'audit/version.ts',
  ],
  'audit/narrative': ['audit/workbook', 'audit/chart', 'audit/tables', 'audit/rules', 'audit/equations', 'audit/report', 'audit/severity.ts', 'generated'],
  'audit/between': [
    'audit/workbook', 'audit/layout', 'audit/tables', 'audit/rules', 'audit/equations', 'audit/outcome', 'audit/diagnosis', 'audit/report', 'audit/severity.ts',
    'audit/state.ts', 'generated',
  ],
};
const AUDIT = ['audit', ...Object.keys(WITHIN_AUDIT)];

/** Which part of src may import which; docs/architecture.md shows the same as a picture. */
const ARROWS: Readonly<Record<string, readonly string[]>> = {
  ...WITHIN_AUDIT,
  audit: [...AUDIT, 'generated'],
  // Only the types of its data.
  generated: ['audit/words', 'audit/chart', 'audit/tables', 'audit/rules', 'audit/formulas', 'audit/narrative', 'audit/between'],
  files: ['audit/workbook', 'host', 'generated'],
  // The workbook in memory computes the formulas typed into it.
  host: ['audit/workbook', 'audit/formulas', 'audit/report'],
  excel: ['audit/workbook', 'host'],
  desk: [...AUDIT, 'files', 'host'],
  taskpane: [...AUDIT, 'files', 'host', 'excel', 'desk'],
  workbench: [...AUDIT, 'files', 'host', 'taskpane', 'desk'],
  cli: [...AUDIT, 'files', 'host', 'desk', 'generated'],
};

const graph = importsOfSource();

test('no file of src reaches itself by its imports', () => {
  expect(graph.size).toBeGreaterThan(400);
  expect(circlesOf(graph)).toEqual([]);
});

test('imports go along the arrows of the architecture only', () => {
  expect(forbiddenImports(graph, ARROWS)).toEqual([]);
});

test('a circle by types, by a re-export, by import() and a file that imports itself are found', () => {
  const found = graphOf(new Map([
    ['a/index.ts', "export { b } from './b';"],
    ['a/b.ts', "import type { C } from '../c';\nexport const b = 1;"],
    ['c/index.tsx', "export const load = () => import('../a');"],
    ['d.ts', "import './d';\nimport 'react';"],
    ['e.ts', "import { b } from './a/b';"],
  ]));
  expect(circlesOf(found)).toEqual([['a/b.ts', 'a/index.ts', 'c/index.tsx'], ['d.ts']]);
});

test('an import against the arrows is named', () => {
  const found = graphOf(new Map([['low/x.ts', "import type { Y } from '../high/y';"], ['high/y.ts', "import '../low/x';"]]));
  expect(forbiddenImports(found, { low: [], high: ['low'] })).toEqual(['low/x.ts imports high/y.ts']);
});
