import type { ReactNode } from 'react'
import {
  type FlowBox,
  type FlowExit,
  type FlowLine,
  LINE,
  PLACE,
  type Placed,
  type PlacedBox,
  placed,
} from './flow-layout'

// Colours of paper: the drawing is also a file of its own, and printed. On the screen the page's tokens take their place.
const INK = '#14262b'
const SOFT = '#475a5f'
const RIVER = '#0c5560'
const STANDING = '#9dbabe'
const MADDER = '#8d3442'
const WASH = '#f5e2e3'
const FACE = 'Seravek, "Gill Sans Nova", Ubuntu, Calibri, "Segoe UI", "DejaVu Sans Condensed", sans-serif'

/**
 * A river that narrows, as one picture that needs nothing else: each step as wide as who came to it; who leaves turns off
 * to the right, who still stands there ends in a point.
 */
export function FlowDrawing({ boxes, title, about }: { boxes: readonly FlowBox[]; title: string; about: string }) {
  const whole = Math.max(1, ...boxes.map(({ count }) => count))
  const most = Math.max(1, ...boxes.flatMap(({ exit }) => exit?.reasons.map(({ count }) => count) ?? []))
  const { boxes: all, height } = placed(boxes)
  return (
    <svg
      xmlns="http://www.w3.org/2000/svg"
      className="flow-drawing"
      viewBox={`0 0 ${PLACE.width} ${height}`}
      fontFamily={FACE}
      fontSize="14"
    >
      <title>{title}</title>
      <desc>{about}</desc>
      {all.map((one) => (
        <g key={one.box.key}>
          <Band {...one} whole={whole} />
          <Step {...one} />
          {one.title && <Exit {...one} title={one.title} most={most} />}
        </g>
      ))}
    </svg>
  )
}

function Step({ box, y, label, notes, there }: PlacedBox) {
  return (
    <>
      <Link
        href={box.href}
        area={{ x: 0, y: y + 6, width: LEFT, height: label.y - y + label.lines.length * LINE.note - 18 }}
      >
        <text className="ink" x="0" y={y + 30} fontSize="26" fontWeight="700" fill={INK}>
          {box.written}
        </text>
        <Lines at={label} x={0} size={15} className="ink" fill={INK} />
      </Link>
      {notes.map((note) => (
        <Lines key={note.of} at={note} x={0} size={13} className="soft" fill={SOFT} />
      ))}
      {there.map((line) => (
        <Link key={line.of.key} href={line.of.href} area={areaOf(line, 0, LEFT)}>
          <Lines at={line} x={0} size={13} className="petrol" fill={RIVER} />
        </Link>
      ))}
    </>
  )
}

function Exit({ title, reasons, zeros, most }: PlacedBox & { title: Placed<FlowExit>; most: number }) {
  return (
    <>
      <Link href={title.of.href} area={areaOf(title, PLACE.exit, RIGHT)}>
        <Lines at={title} x={PLACE.exit} size={15} className="madder" fill={MADDER} weight="700" />
      </Link>
      {reasons.map((line) => (
        <Reason key={line.of.key} line={line} most={most} />
      ))}
      {zeros && <Lines at={zeros} x={PLACE.exit} size={13} className="soft" fill={SOFT} />}
    </>
  )
}

function Reason({ line, most }: { line: Placed<FlowLine>; most: number }) {
  const { of, y } = line
  return (
    <Link href={of.href} area={areaOf(line, PLACE.exit, RIGHT)}>
      <Lines at={line} x={PLACE.exit} size={14} className="ink" fill={INK} />
      <rect
        className="madder"
        x={PLACE.bar}
        y={y - 9}
        width={Math.max(1, (PLACE.barWidth * of.count) / most)}
        height="8"
        fill={MADDER}
      />
      <text className="ink" x={PLACE.width - 4} y={y} textAnchor="end" fill={INK}>
        {of.written}
      </text>
    </Link>
  )
}

type Look = { x: number; size: number; className: string; fill: string; weight?: string }

function Lines({ at, x, size, className, fill, weight }: Look & { at: Placed<unknown> }) {
  return (
    <text className={className} fontSize={size} fontWeight={weight} fill={fill}>
      {at.lines.map((line, index) => (
        <tspan key={line} x={x} y={at.y + index * LINE.note}>
          {index < at.lines.length - 1 ? `${line} ` : line}
        </tspan>
      ))}
    </text>
  )
}

type Area = { x: number; y: number; width: number; height: number }

/** A link on a whole area, also between the letters: a finger need not hit one. */
const Link = ({ href, area, children }: { href: string | null; area: Area; children: ReactNode }) =>
  href ? (
    <a href={href}>
      <rect {...area} fill="none" pointerEvents="all" />
      {children}
    </a>
  ) : (
    children
  )

/** Where the lines of a text stand, from one side to the other. */
const areaOf = ({ y, lines }: Placed<unknown>, x: number, width: number): Area => ({
  x,
  y: y - 17,
  width,
  height: LINE.link + (lines.length - 1) * LINE.note,
})
const LEFT = PLACE.band - 15
const RIGHT = PLACE.width - PLACE.exit

function Band({ box, y, height, whole }: PlacedBox & { whole: number }) {
  const wide = (people: number) => (PLACE.widest * Math.max(0, people)) / whole
  const leaves = box.exit?.count ?? 0
  const all = wide(box.count)
  const rest = wide(box.count - leaves)
  const goes = box.last ? box.count : box.on
  const stays = wide(goes)
  const bend = `C${all} 20 ${Math.max(all, 146)} 27 ${PLACE.mouth} 27`
  return (
    <g transform={`translate(${PLACE.band} ${y})`}>
      <rect className="river-bed" width={goes > 0 ? Math.max(stays, 1.2) : 0} height={height + 0.5} fill={RIVER} />
      {leaves > 0 && (
        <path
          className="wash"
          d={`M${rest} 0 H${all} ${bend} V54 C${rest + 8} 54 ${rest} 66 ${rest} 102 Z`}
          fill={WASH}
        />
      )}
      {leaves > 0 && <path className="edge" d={`M${all} 0 ${bend}`} fill="none" stroke={MADDER} strokeWidth="1.25" />}
      {rest > stays && <path className="standing" d={`M${stays} 0 H${rest} V54 L${stays} 100 Z`} fill={STANDING} />}
    </g>
  )
}
