/**
 * 政府收支分类科目 by fiscal year: `createChart` looks codes, names, funds and 部门↔政府 pairs up; `judgeCode`, `judgePair`
 * and `judgeUnitKind` apply the code rules C1–C6 and say how sure they are; `parseOfficialChart` reads the official
 * chart a user loads (C7), which then decides at full severity. Pure: the data comes in as `ChartData`.
 */
export { createChart } from './chart';
export { classificationOf, hasCodeLength, normaliseCode, parentCode, sectionOfDetail, spendingClass, unitKind } from './codes';
export type { ChartData } from './data';
export { judgeCode } from './judge/judgeCode';
export type { CodedRow } from './judge/judgeCode';
export { judgePair, judgeUnitKind } from './judge/judgePair';
export type { CodePair, UnitKindVerdict } from './judge/judgePair';
export { CLASSIFICATION_NAMES } from './judge/messages';
export type { BilingualText, CodeVerdict, VerdictKind } from './judge/verdict';
export type {
  AllowedPair,
  AliasWeight,
  Basis,
  Chart,
  ChartEntry,
  Classification,
  CodeName,
  Confidence,
  Fund,
  SpendingClass,
  UnitKind,
} from './model';
export { likeliestYear } from './likeliestYear';
export type { NamedCode } from './likeliestYear';
export { nameKey, similarity } from './names';
export { ChartImportError } from './official/errors';
export type { ChartImportErrorCode } from './official/errors';
export type { OfficialChart } from './official/model';
export { parseOfficialChart } from './official/parseOfficialChart';
export type { ChartRow } from './official/sources';
export { parseCsvRows } from './official/csvRows';
