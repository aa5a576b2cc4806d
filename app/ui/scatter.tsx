import { useId } from 'react'
import { along, dotsOf, type Range, type Spot, SQUARE } from './scatter-layout'

// Colours of paper, as the drawing of the flow has them; on the screen the page's tokens take their place.
const INK = '#14262b'
const SOFT = '#475a5f'
const LINE = '#71868a'
const DOT = '#0c5560'

const { left, top, side } = SQUARE
const bottom = top + side
const round = (value: number) => Math.round(value * 10) / 10

/** Two values of many beside each other, as one picture that needs nothing else. Knows nobody: only where how many lie. */
export function Scatter(props: {
  title: string
  about: string
  horizontal: string
  vertical: string
  spots: readonly Spot[]
  range: Range
}) {
  const { title, about, horizontal, vertical, spots, range } = props
  const id = useId()
  const ticks = Array.from({ length: range.most - range.least + 1 }, (_, place) => range.least + place)
  return (
    <svg
      className="scatter"
      viewBox={`0 0 ${left + side + 12} ${bottom + 40}`}
      role="img"
      aria-labelledby={`${id}title ${id}about`}
      fontSize="12"
    >
      <title id={`${id}title`}>{title}</title>
      <desc id={`${id}about`}>{about}</desc>
      <rect className="frame" x={left} y={top} width={side} height={side} fill="none" stroke={LINE} />
      <path className="equal" d={`M${left} ${bottom} L${left + side} ${top}`} stroke={LINE} strokeDasharray="3 4" />
      {ticks.map((tick) => (
        <g key={tick} className="soft" fill={SOFT}>
          <text x={left + along(range, tick)} y={bottom + 16} textAnchor="middle">
            {tick}
          </text>
          <text x={left - 7} y={bottom - along(range, tick) + 4} textAnchor="end">
            {tick}
          </text>
        </g>
      ))}
      <text className="ink" fill={INK} x={left + side / 2} y={bottom + 34} textAnchor="middle">
        {horizontal}
      </text>
      <text className="ink" fill={INK} textAnchor="middle" transform={`translate(11 ${top + side / 2}) rotate(-90)`}>
        {vertical}
      </text>
      <g className="dots" fill={DOT} fillOpacity="0.55">
        {dotsOf(spots, range).map(({ x, y, radius }, place) => (
          // biome-ignore lint/suspicious/noArrayIndexKey: a dot is nothing but its place, and they never change order
          <circle key={place} cx={round(x)} cy={round(y)} r={round(radius)} />
        ))}
      </g>
    </svg>
  )
}
