import data from '../../generated/between';

/** The rules between workbooks; their checks are code, their texts and sources data. */
export const betweenRules = data.rules.map(({ id, severity, zh, en, source }) => ({ id, severity, text: { zh, en }, source, file: 'src/families/vocabulary/between.yaml' }));
