import { webDarkTheme, webLightTheme, type Theme } from '@fluentui/react-components';

const fontFamilyBase = "'Segoe UI', 'Microsoft YaHei UI', 'Microsoft YaHei', 'PingFang SC', 'Noto Sans CJK SC', sans-serif";

/** Fluent's themes with a Chinese face behind the Latin one. */
export function themeOf(dark: boolean): Theme {
  return { ...(dark ? webDarkTheme : webLightTheme), fontFamilyBase };
}
