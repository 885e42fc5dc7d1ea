/** Whether the pane should be dark; Office tells it once, a browser also when it changes. */
export interface DarkTheme {
  isDark(): boolean;
  subscribe(listener: () => void): () => void;
}

export function browserTheme(): DarkTheme {
  const query = window.matchMedia('(prefers-color-scheme: dark)');
  return {
    isDark: () => query.matches,
    subscribe(listener) {
      query.addEventListener('change', listener);
      return () => query.removeEventListener('change', listener);
    },
  };
}

/** Excel raises no event for its theme: it is asked again when the pane gets the focus. */
export function officeTheme(theme: () => { bodyBackgroundColor?: string; isDarkTheme?: boolean } | undefined): DarkTheme {
  return {
    isDark() {
      const now = theme();
      return now?.isDarkTheme ?? isDarkColor(now?.bodyBackgroundColor);
    },
    subscribe(listener) {
      window.addEventListener('focus', listener);
      return () => window.removeEventListener('focus', listener);
    },
  };
}

/** "#1F1F1F" → true. */
function isDarkColor(color: string | undefined): boolean {
  const match = /^#?([0-9a-f]{2})([0-9a-f]{2})([0-9a-f]{2})$/i.exec(color ?? '');
  if (!match) return false;
  const [red, green, blue] = match.slice(1).map((part) => parseInt(part, 16));
  return 0.2126 * red + 0.7152 * green + 0.0722 * blue < 110;
}
