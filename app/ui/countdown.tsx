import type { Tone } from './badge'

/** How many of a small number are used up, one circle each; the one past the last is the loss. */
export function Pips({ held, of, label }: { held: number; of: number; label: string }) {
  const circles = Array.from({ length: of + 1 }, (_, index) => index)
  return (
    <svg className="pips" viewBox={`0 0 ${(of + 1) * 22} 20`} role="img" aria-label={label}>
      {circles.map((index) =>
        index === of ? (
          <path key={index} className="lost" strokeWidth="2" d={`M${index * 22 + 5} 5l10 10m0-10-10 10`} />
        ) : (
          <circle
            key={index}
            className={index < held ? 'held' : 'free'}
            strokeWidth="2"
            cx={index * 22 + 10}
            cy="10"
            r={index < held ? 8 : 7}
          />
        ),
      )}
    </svg>
  )
}

/** A part of a whole as a bar; decoration beside the number that says the same. */
export function Bar({ part, whole, tone = 'calm' }: { part: number; whole: number; tone?: Tone }) {
  const width = whole > 0 ? Math.max(0, Math.min(100, (100 * part) / whole)) : 0
  return (
    <svg className={`bar ${tone}`} viewBox="0 0 100 4" preserveAspectRatio="none" aria-hidden="true">
      <rect className="fill" width={part > 0 ? Math.max(width, 1) : 0} height="4" />
    </svg>
  )
}
