/** How certain a complaint is, and what a cell is to it: the words that rules, chart and report share. */

/** error = wrong beyond doubt; warning = very likely wrong, or worth a look; hint = may well be right. */
export type Severity = 'error' | 'warning' | 'hint';

/**
 * What a cell is to its finding: the total that should hold, a term of a sum, the cell complained about (subject),
 * the place that declares something (目录, 单位：元), a cell that carries the same figure elsewhere (same).
 */
export type CellRole = 'total' | 'term' | 'subject' | 'declaration' | 'same';
