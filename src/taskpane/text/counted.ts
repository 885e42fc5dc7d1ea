import { groupThousands } from '../../audit/workbook';

/** 1800 → "1,800": however many there are, in every sentence the same way. */
export const counted = (n: number): string => groupThousands(String(n));
