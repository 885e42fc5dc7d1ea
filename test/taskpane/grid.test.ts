import { describe, expect, it } from 'vitest';
import { WorkbookBuilder } from '../../src/audit/workbook';
import { MemoryHost } from '../../src/host/memory';
import { cellFromText } from '../../src/workbench/grid/goToText';
import { columnAxis, rowAxis, visibleLines } from '../../src/workbench/grid/layout';
import { anchor, step } from '../../src/workbench/grid/moves';
import { numberText } from '../../src/workbench/grid/numberText';
import { sheetViewOf } from '../../src/workbench/grid/sheetView';

describe('number formats', () => {
  it.each([
    [1234567.891, '#,##0.00', '1,234,567.89'],
    [-1234.5, '#,##0.00', '-1,234.50'],
    [-1234.5, '#,##0.00_);(#,##0.00)', '(1,234.50)'],
    [-1234.5, '#,##0.00;[Red]-#,##0.00', '-1,234.50'],
    [0, '#,##0.00;-#,##0.00;"-"', '-'],
    [0, '#,##0.00;-#,##0.00;', ''],
    [0.1234, '0.00%', '12.34%'],
    [12, '0', '12'],
    [0.30000000000000004, 'General', '0.3'],
    [55200, 'General', '55200'],
    [1e20, 'General', '100000000000000000000'],
    [12.5, '¥#,##0.00', '¥12.50'],
    [12.5, '_ * #,##0.00_ ;_ * -#,##0.00_ ;_ * "-"??_ ;_ @_ ', '12.50'],
    [0, '_ * #,##0.00_ ;_ * -#,##0.00_ ;_ * "-"??_ ;_ @_ ', '-'],
    [45352, 'yyyy-mm-dd', '2024-03-01'],
    [-0.001, '0.00', '0.00'],
    [4.669724, '"✓ "#,##0.00####;"✓ "-#,##0.00####', '✓4.669724'],
    [-1234.5, '"✓ "#,##0.00####;"✓ "-#,##0.00####', '✓ -1,234.50'],
    [5, '0.##', '5'],
    [100, '0', '100'],
  ])('%d in %s is %s', (value, format, shown) => expect(numberText(value, format)).toBe(shown));
});

describe('axes', () => {
  it('find lines by distance, without hidden ones', () => {
    const rows = rowAxis(100, [{ from: 2, to: 4 }]);
    expect([rows.offset(2), rows.offset(5), rows.size(3), rows.at(50)]).toEqual([48, 48, 0, 5]);
    const columns = columnAxis([50, 100, 30], [{ from: 1, to: 1 }]);
    expect([columns.offset(3), columns.size(1), columns.at(60)]).toEqual([80, 0, 2]);
    expect(visibleLines(rowAxis(1_048_576, []), 24_000_000, 24_000_240)).toEqual({ from: 1_000_000, to: 1_000_010 });
  });
});

describe('moving', () => {
  const builder = new WorkbookBuilder();
  const filled = builder.sheet('表1');
  filled.number(9, 5, 1);
  builder.add(filled.finish({ merges: [{ top: 1, left: 1, bottom: 2, right: 3 }], hiddenRows: [{ from: 5, to: 6 }] }));
  const view = sheetViewOf(new MemoryHost(builder.finish()).sheets[0]);
  const at = (row: number, column: number) => ({ sheet: 0, row, column });

  it('takes a merged cell as one and skips hidden rows', () => {
    expect(step(view, at(1, 0), 'right')).toEqual(at(1, 1));
    expect(step(view, at(1, 1), 'right')).toEqual(at(1, 4));
    expect(step(view, at(1, 1), 'down')).toEqual(at(3, 1));
    expect(step(view, at(4, 0), 'down')).toEqual(at(7, 0));
    expect(anchor(view, at(2, 3))).toEqual(at(1, 1));
  });

  it('stays at the edge', () => {
    expect(step(view, at(0, 0), 'up', 5)).toEqual(at(0, 0));
    expect(step(view, at(0, 0), 'left')).toEqual(at(0, 0));
  });
});

describe('go to', () => {
  it.each([
    ['E16', { sheet: 1, row: 15, column: 4 }],
    ['表1!$F$8', { sheet: 0, row: 7, column: 5 }],
    ["'表 13'!a1", { sheet: 2, row: 0, column: 0 }],
    ['表99!A1', null],
    ['XFE1', null],
    ['合计', null],
  ])('%s', (text, cell) => expect(cellFromText(text, ['表1', '表6', '表 13'], 1)).toEqual(cell));
});
