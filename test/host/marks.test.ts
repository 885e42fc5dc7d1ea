import { describe, expect, it } from 'vitest';
import { rectAddress } from '../../src/audit/workbook';
import { areaTexts, parseAreas } from '../../src/excel/areas';
import { distinctMarks, explanationText, isOurExplanation, isOurFormula, joinCells, markFormula, markStyles } from '../../src/host/marks';

const cells = (...addresses: readonly (readonly [number, number])[]) => addresses.map(([row, column]) => ({ row, column }));

describe('joining cells to rectangles', () => {
  it.each([
    ['a single cell', cells([3, 4]), ['E4']],
    ['a row and a column', cells([0, 0], [0, 1], [0, 2], [1, 0], [2, 0]), ['A1:C1', 'A2:A3']],
    ['a block, given in any order and twice', cells([1, 1], [0, 0], [1, 0], [0, 1], [0, 0]), ['A1:B2']],
    ['two blocks beside each other', cells([0, 0], [1, 0], [0, 2], [1, 2]), ['A1:A2', 'C1:C2']],
    ['a gap of a row', cells([0, 0], [2, 0]), ['A1', 'A3']],
    ['nothing', [], []],
  ])('%s', (_, given, expected) => expect(joinCells(given).map(rectAddress)).toEqual(expected));

  it('covers every cell exactly once, whatever the pattern', () => {
    let seed = 7;
    const random = (): number => (seed = (seed * 1_103_515_245 + 12_345) % 2_147_483_648) / 2_147_483_648;
    for (let round = 0; round < 50; round++) {
      const given = new Set(Array.from({ length: 120 }, () => Math.floor(random() * 15) * 100 + Math.floor(random() * 15)));
      const covered: number[] = [];
      for (const { top, left, bottom, right } of joinCells([...given].map((key) => ({ row: Math.floor(key / 100), column: key % 100 })))) {
        for (let row = top; row <= bottom; row++) for (let column = left; column <= right; column++) covered.push(row * 100 + column);
      }
      expect(covered.sort((a, b) => a - b)).toEqual([...given].sort((a, b) => a - b));
    }
  });
});

describe('one mark a cell', () => {
  it('keeps the stronger style and every different note', () => {
    const cell = { sheet: 0, row: 1, column: 2 };
    const mark = (style: 'hint' | 'error' | 'suspect', note: string) => ({ cell, style, note });
    expect(distinctMarks([mark('hint', '甲'), mark('suspect', '乙'), mark('error', '甲'), mark('error', '')])).toEqual([mark('suspect', '甲\n乙')]);
  });

  it('takes 20,000 marks on one cell at once', () => {
    const marks = Array.from({ length: 20_000 }, (_, i) => ({ cell: { sheet: 0, row: 1, column: 2 }, style: 'error' as const, note: `第 ${i} 项不一致` }));
    const start = performance.now();
    expect(distinctMarks(marks)[0].note.split('\n')).toHaveLength(20_000);
    // Joining the notes pair by pair took a minute.
    expect(performance.now() - start).toBeLessThan(1_000);
  });
});

describe('our fingerprint', () => {
  it('is found in what we write, and as other programs write it back', () => {
    for (const style of markStyles) expect(isOurFormula(markFormula(style))).toBe(true);
    expect(['N("gouji")=0', '=n( "GOUJI:error" ) = 0 '].map(isOurFormula)).toEqual([true, true]);
    expect([explanationText('不一致'), '张三:\n' + explanationText('不一致')].map(isOurExplanation)).toEqual([true, true]);
  });

  it('is not found in anything of a user', () => {
    expect(['=TRUE', '=N("gouji2")=0', '=AND(N("gouji")=0,A1>0)', '=N("gouji")=1', ''].map(isOurFormula)).toEqual([false, false, false, false, false]);
    expect(['勾稽 gouji', '见\n上面\n' + explanationText('x'), '请看' + explanationText('x')].map(isOurExplanation)).toEqual([false, false, false]);
  });
});

describe('address texts', () => {
  it('stay below what Excel cuts, and lose nothing', () => {
    const rects = Array.from({ length: 5_000 }, (_, i) => ({ top: 1_000_000 + i, left: 16_000, bottom: 1_000_000 + i, right: 16_002 + (i % 2) }));
    const texts = areaTexts(rects);
    for (const text of texts) expect(text.length).toBeLessThanOrEqual(8_000);
    expect(texts.flatMap((text) => parseAreas(text) ?? [])).toEqual(rects);
  });

  it('are read with quoted names, whole columns and whole rows', () => {
    expect(parseAreas("'O''Neil, 表!'!A1:B2,Plain!$C$3,'x'!B:C,3:4")?.map(rectAddress)).toEqual(['A1:B2', 'C3', 'B1:C1048576', 'A3:XFD4']);
    expect(parseAreas('表1!A1,表1!B2:C')).toBeNull();
  });
});
