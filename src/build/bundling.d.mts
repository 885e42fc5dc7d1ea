import type { RuleSetRule, WebpackPluginInstance } from 'webpack';

export const typescript: RuleSetRule;
export const minimizer: readonly WebpackPluginInstance[];
