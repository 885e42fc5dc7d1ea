import { say } from './say';

/** Findings in one short line. `a`, `b`: place and row, as "表4 F8 商品和服务支出"; `by`: the signed difference or "". */
export const headlineTexts = {
  headlinePair: say(
    (a: string, b: string, by: string) => `${a} 与 ${b} 不一致${by && `，差 ${by}`}`,
    (a, b, by) => `${a} differs from ${b}${by && ` by ${by}`}`,
  ),
  headlineChildren: say(
    (total: string, by: string) => `${total} ≠ 下级科目之和${by && `，差 ${by}`}`,
    (total, by) => `${total} ≠ sum of its subordinate items${by && `, off by ${by}`}`,
  ),
  headlineItems: say(
    (total: string, by: string) => `${total} ≠ 各分项之和${by && `，差 ${by}`}`,
    (total, by) => `${total} ≠ sum of its items${by && `, off by ${by}`}`,
  ),
  headlineSums: say(
    (a: string, b: string, by: string) => `${a} ≠ ${b}${by && `，差 ${by}`}`,
    (a, b, by) => `${a} ≠ ${b}${by && `, off by ${by}`}`,
  ),
  headlineLimit: say(
    (a: string, b: string, isAbove: boolean, by: string) => `${a} ${isAbove ? '>' : '<'} ${b}${by && `，${isAbove ? '多' : '少'} ${by}`}`,
    (a, b, isAbove, by) => `${a} ${isAbove ? '>' : '<'} ${b}${by && `, by ${by}`}`,
  ),
  headlineAmong: say((cell: string, n: number) => `${cell} 等 ${n} 项之和`, (cell, n) => `sum of ${cell} and ${n - 1} more`),
  headlineNoRow: say((cell: string, amount: string) => `${cell} ${amount}，对应的表中没有这一行`, (cell, amount) => `${cell} ${amount}: no such row in the other table`),
  copyFinding: say('复制说明', 'Copy'),
  copyFailed: say('未能复制。请选中上面的文字，按 Ctrl+C。', 'Could not copy. Select the text above and press Ctrl+C.'),
} as const;
