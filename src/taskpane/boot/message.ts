/** Puts a sentence into the boot line, which stands in the page before any script runs. */
export function showBoot(text: string): void {
  const line = document.getElementById('boot');
  if (line) line.textContent = text;
}

export function endBoot(): void {
  document.getElementById('boot')?.remove();
}
