import { tokens } from '@fluentui/react-components';
import { useDeskStyles } from './deskStyles';

export interface Bar {
  readonly id: string;
  readonly name: string;
  readonly value: number;
  /** The whole line, for the screen reader and the mouse. */
  readonly label: string;
  readonly colour?: string;
}

export interface BarsProps {
  readonly title: string;
  readonly bars: readonly Bar[];
  readonly onChoose: (id: string) => void;
}

const size = { width: 360, line: 18, names: 168, values: 36 };

/** Bars one below the other: a name, a length, a number. A click filters by it; so do the lists above. */
export function Bars({ title, bars, onChoose }: BarsProps) {
  const styles = useDeskStyles();
  if (bars.length === 0) return null;
  const most = Math.max(...bars.map(({ value }) => value), 1);
  const room = size.width - size.names - size.values;
  const height = bars.length * size.line;
  return (
    <figure className={styles.figure}>
      <figcaption className={styles.caption}>{title}</figcaption>
      <svg role="img" aria-label={`${title}：${bars.map(({ label }) => label).join('；')}`} viewBox={`0 0 ${size.width} ${height}`} width="100%" style={{ maxWidth: size.width * 1.2, display: 'block' }}>
        {bars.map(({ id, name, value, label, colour }, i) => (
          <g key={id} transform={`translate(0 ${i * size.line})`} style={{ cursor: 'pointer' }} onClick={() => onChoose(id)}>
            <title>{label}</title>
            <rect width={size.width} height={size.line} fill="transparent" />
            <text x={size.names - 6} y={13} textAnchor="end" fontSize={11} fill="currentColor">{short(name)}</text>
            <rect x={size.names} y={3} width={Math.max(2, (value / most) * room)} height={size.line - 6} rx={2} fill={colour ?? tokens.colorBrandBackground} stroke="CanvasText" strokeWidth={0.25} />
            <text x={size.names + Math.max(2, (value / most) * room) + 4} y={13} fontSize={11} fill="currentColor">{value}</text>
          </g>
        ))}
      </svg>
    </figure>
  );
}

/** As many characters as fit before a bar: names of tables often differ in their ends alone. */
const short = (name: string): string => (name.length > 14 ? `${name.slice(0, 6)}…${name.slice(-7)}` : name);
