import { describe, expect, it } from 'vitest';
import { explainGroups, localise, type StructuralCause } from '../../src/audit/diagnosis';
import { Drawing, type Drawn } from './support/drawing';
import { namingOf } from './support/naming';

/** 类 row 2 with 款 rows 3 and 4; row 5 (人员 12, 专项 8) is not there. Row 6 is the other 类. */
function withoutRow(): Drawn {
  const d = new Drawing();
  d.cells({ '表5!C1': 100, '表5!D1': 62, '表5!F1': 38, '表5!C2': 90, '表5!D2': 60, '表5!F2': 30,
    '表5!C3': 50, '表5!D3': 38, '表5!F3': 12, '表5!C4': 20, '表5!D4': 10, '表5!F4': 10, '表5!C6': 10, '表5!D6': 2, '表5!F6': 8 });
  for (const row of [1, 2, 3, 4, 6]) d.sum(`表5!C${row}`, `表5!D${row}`, `表5!F${row}`);
  for (const column of ['C', 'D', 'F']) {
    d.sum(`表5!${column}1`, `表5!${column}2`, `表5!${column}6`).sum(`表5!${column}2`, `表5!${column}3`, `表5!${column}4`);
  }
  return d.build();
}

describe('structural causes', () => {
  it('sees by itself that a row is missing under its parent, and proposes no figures', () => {
    const drawn = withoutRow();
    const { groups } = localise(drawn);
    expect(groups).toHaveLength(1);
    expect(groups[0]).toMatchObject({ shape: 'missingRow', ambiguous: true, equations: [6, 8, 10] });
    expect(groups[0]!.suspects.every((s) => s.proposedFen === null)).toBe(true);
    const [group] = explainGroups({ groups, unexplained: [] }, namingOf(drawn, { '表5!C2': '210 卫生健康支出' }));
    expect(group!.headline).toBe(
      '疑似 210 卫生健康支出 的下级缺少一行，各栏合计均大于所列明细，可解释 3 项不符：请补列缺少的科目');
    expect(group!.suspects[0]!.kind).toBe('missingRow');
  });

  it('puts the caller\'s structural cause first where it settles as much with less', () => {
    const drawn = withoutRow();
    const cause: StructuralCause = {
      cells: [drawn.at('表5!C2')], kind: 'missingRow', explanation: '表5 缺少 21015 医疗保障管理事务', equations: [6, 8, 10],
    };
    const { groups } = localise({ ...drawn, structural: [cause] });
    expect(groups).toHaveLength(1);
    expect(groups[0]).toMatchObject({ shape: 'structural', structural: cause, ambiguous: false });
    const [group] = explainGroups({ groups, unexplained: [] }, namingOf(drawn));
    expect(group!.headline).toBe('表5 缺少 21015 医疗保障管理事务（可解释 3 项不符）');
    expect(group!.suspects[0]).toMatchObject({ address: 'C2', kind: 'missingRow', proposed: null });
  });

  it('keeps the single wrong figure before a structural guess that settles no more', () => {
    const drawn = new Drawing().cells({ '表!B1': 10, '表!B2': 6, '表!B3': 5, '表!C3': 4 })
      .sum('表!B1', '表!B2', '表!B3').same('表!B3', '表!C3').build();
    const cause: StructuralCause = { cells: [drawn.at('表!B2')], kind: 'wrongCode', explanation: 'x', equations: [0, 1] };
    const { groups } = localise({ ...drawn, structural: [cause] });
    expect(groups[0]!.suspects[0]).toMatchObject({ cell: drawn.at('表!B3'), proposedFen: 400 });
  });
});
