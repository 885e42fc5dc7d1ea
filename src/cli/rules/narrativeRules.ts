import { narrativeData } from '../../audit/narrative';

/** The rules of the prose; their checks are code, their texts and sources data. */
export const narrativeRules = narrativeData.rules.map(({ id, severity, zh, en, source }) => ({ id, severity, text: { zh, en }, source, file: 'src/families/vocabulary/narrative-rules.yaml' }));
