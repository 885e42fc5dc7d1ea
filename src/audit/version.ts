/** The tool's name and version as the report states them; the version is package.json's (a test compares them). */
export const TOOL = { name: 'gouji', version: '0.1.0' } as const;
