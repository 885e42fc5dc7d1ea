/**
 * Tests of one rule in the manner of ESLint's RuleTester: a small book in, the exact failing cells and differences out.
 * Only what the named rule says is compared; the whole of a report has tests of its own.
 */
import { describe, expect, it } from 'vitest';
import { createAuditor, openAudit, type Auditor } from '../../../src/audit/audit';
import type { Finding, Outcome, Severity, WorkbookReport } from '../../../src/audit/report/model';
import type { SheetProperties } from '../../../src/audit/workbook';
import { changed, snapshotOf, type Book, type Change } from './sheets';

export interface Case {
  readonly name: string;
  readonly book: Book;
  readonly change?: Change;
  readonly properties?: Readonly<Record<string, SheetProperties>>;
}

export interface Failing extends Case {
  readonly findings: readonly Expected[];
}

export interface Expected {
  /** The cells in the order of the finding, the sheet named where it changes: "表5!C6 D6 E6 表4!D5". Cells with the same figure elsewhere are left out. */
  readonly cells: string;
  /** left − right as the report prints it; left out where the finding is no comparison. */
  readonly difference?: string;
  readonly severity?: Severity;
  readonly message?: RegExp;
}

export interface RuleCases {
  /** No finding, and at least one check that came out 一致. */
  readonly holds?: readonly Case[];
  readonly fails?: readonly Failing[];
  /** Inside the rounding interval: no finding but one hint a table; `cells` are those of all hints of the book. */
  readonly rounding?: readonly (Case & { readonly cells: string | readonly string[] })[];
  /** 不适用: no other outcome at all. */
  readonly notApplicable?: readonly Case[];
  /** 取数不足 with a reason that matches. */
  readonly insufficient?: readonly (Case & { readonly reason: RegExp })[];
}

const auditor: Auditor = createAuditor();

export function auditOf(test: Case): WorkbookReport {
  return openAudit(snapshotOf(changed(test.book, test.change ?? {}), test.properties), {}, auditor).report;
}

export function testRule(rule: string, cases: RuleCases): void {
  describe(rule, () => {
    for (const test of cases.holds ?? []) {
      it(`holds: ${test.name}`, () => {
        const report = auditOf(test);
        expect(findingsOf(report, rule)).toEqual([]);
        expect(outcomesOf(report, rule).consistent).toBeGreaterThan(0);
      });
    }
    for (const test of cases.fails ?? []) {
      it(`fails: ${test.name}`, () => {
        const report = auditOf(test);
        const text = (f: Expected): string => `${f.cells}${f.difference === undefined ? '' : ` 相差 ${f.difference}`}`;
        expect(findingsOf(report, rule)).toEqual(test.findings.map(text).sort());
        for (const expected of test.findings) {
          const found = report.findings.find((f) => f.rule === rule && line(f) === text(expected));
          if (expected.severity) expect(found?.severity).toBe(expected.severity);
          if (expected.message) expect(found?.message).toMatch(expected.message);
        }
        expect(outcomesOf(report, rule).inconsistent).toBe(test.findings.length);
      });
    }
    for (const test of cases.rounding ?? []) {
      it(`rounding: ${test.name}`, () => {
        const report = auditOf(test);
        expect(findingsOf(report, rule)).toEqual([]);
        expect(outcomesOf(report, rule).rounding).toBeGreaterThan(0);
        const hints = report.findings.filter((f) => f.outcome === 'rounding');
        expect(hints.map((f) => cellsOf(f.cells))).toEqual([test.cells].flat().filter((c) => c !== ''));
      });
    }
    for (const test of cases.notApplicable ?? []) {
      it(`不适用: ${test.name}`, () => {
        const { notApplicable, ...others } = outcomesOf(auditOf(test), rule);
        expect(others).toEqual({ consistent: 0, inconsistent: 0, rounding: 0, insufficient: 0 });
        expect(notApplicable).toBeGreaterThan(0);
      });
    }
    for (const test of cases.insufficient ?? []) {
      it(`取数不足: ${test.name}`, () => {
        const report = auditOf(test);
        expect(outcomesOf(report, rule).insufficient).toBeGreaterThan(0);
        expect(report.unchecked.filter((u) => u.rule === rule).map((u) => u.reason).join('\n')).toMatch(test.reason);
      });
    }
  });
}

/** Findings of a rule as "cells 相差 difference", sorted. */
export function findingsOf(report: WorkbookReport, rule: string): string[] {
  return report.findings.filter((f) => f.rule === rule && f.outcome === 'inconsistent').map(line).sort();
}

const line = (f: Finding): string => `${cellsOf(f.cells)}${f.difference === null ? '' : ` 相差 ${f.difference}`}`;

export function cellsOf(cells: readonly { readonly sheet: string; readonly address: string; readonly role: string }[]): string {
  let text = '';
  let sheet = '';
  for (const cell of cells) {
    if (cell.role === 'same') continue;
    text += cell.sheet === sheet ? ` ${cell.address}` : `${text === '' ? '' : ' '}${cell.sheet}!${cell.address}`;
    sheet = cell.sheet;
  }
  return text;
}

export function outcomesOf(report: WorkbookReport, rule: string): Readonly<Record<Outcome, number>> {
  const found = report.rules.find((r) => r.rule === rule);
  if (!found) throw new Error(`the rule ${rule} was not in force`);
  return found.outcomes;
}
