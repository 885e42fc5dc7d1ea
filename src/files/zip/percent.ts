/** "sheet%201.xml" → "sheet 1.xml"; a stray "%" is part of the name itself. */
export function decodePercent(name: string): string {
  if (!name.includes('%')) return name;
  try {
    return decodeURIComponent(name);
  } catch {
    return name;
  }
}
