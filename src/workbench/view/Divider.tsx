import { useWorkbenchStyles } from './styles';

const limits = { least: 320, most: 720, step: 20 };

export interface DividerProps {
  readonly label: string;
  readonly width: number;
  readonly onWidth: (width: number) => void;
}

/** Between grid and pane: drag it, or move it with the arrow keys. */
export function Divider({ label, width, onWidth }: DividerProps) {
  const styles = useWorkbenchStyles();
  const set = (next: number): void => onWidth(Math.min(limits.most, Math.max(limits.least, Math.round(next))));
  return (
    <div
      className={styles.divider}
      role="separator"
      aria-orientation="vertical"
      aria-label={label}
      aria-valuenow={width}
      aria-valuemin={limits.least}
      aria-valuemax={limits.most}
      tabIndex={0}
      onKeyDown={(event) => {
        if (event.key === 'ArrowLeft') set(width + limits.step);
        else if (event.key === 'ArrowRight') set(width - limits.step);
      }}
      onPointerDown={(event) => event.currentTarget.setPointerCapture(event.pointerId)}
      onPointerMove={(event) => {
        if (event.currentTarget.hasPointerCapture(event.pointerId)) set(window.innerWidth - event.clientX);
      }}
    />
  );
}
