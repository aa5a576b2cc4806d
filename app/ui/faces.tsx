const line = { fill: 'none', stroke: 'currentColor', strokeWidth: 2.4, strokeLinecap: 'round' } as const

/** A picture has seven shapes; a shorter scale takes its ends, its middle and what lies next to the ends. */
const SHAPES = 7

/** Which of the seven shapes belongs to a step, 0 being the first, of a scale of so many. */
function shapeOf(step: number, of: number): number {
  const place = of > 1 ? ((step - 1) * (SHAPES - 1)) / (of - 1) : (SHAPES - 1) / 2
  return place < (SHAPES - 1) / 2 ? Math.floor(place) : Math.ceil(place)
}

const MOUTHS = [
  'M13 37Q24 22 35 37',
  'M14 36Q24 27 34 36',
  'M15 34.5Q24 31 33 34.5',
  'M15 33H33',
  'M15 31.5Q24 35 33 31.5',
  'M14 30Q24 39.5 34 30',
  'M12.5 28.5H35.5Q33 41 24 41Q15 41 12.5 28.5Z',
] as const

/** A face from angry (step 1) to laughing (the last step); decoration beside the number and the words that say the same. */
export function Face({ step, of }: { step: number; of: number }) {
  const shape = shapeOf(step, of)
  return (
    <svg className="picture" viewBox="0 0 48 48" aria-hidden="true" {...line}>
      <circle cx="24" cy="24" r="21" />
      {shape === SHAPES - 1 ? (
        <path d="M13 20q3.5-5 7 0M28 20q3.5-5 7 0" />
      ) : (
        <path d="M16.5 19v1.5M31.5 19v1.5" strokeWidth="4" />
      )}
      {shape === 0 && <path d="M11.5 11.5l8 4.5M36.5 11.5l-8 4.5" />}
      <path d={MOUTHS[shape]} {...(shape === SHAPES - 1 && { fill: 'currentColor', strokeLinejoin: 'round' })} />
    </svg>
  )
}

/** A hand with the thumb up; turned it points aside, mirrored it points down. */
const HAND = 'M15 40V22L21.5 8.5C22.5 6 27.5 6.5 27 11L26 19H37C40 19 41 21.5 40 24L36 37C35.5 39 34.5 40 32.5 40Z'
const CUFF = 'M7 22h5v18H7z'

const TURNS = [
  'scale(1 -1)',
  'scale(1 -1)',
  'scale(.86 -.86) rotate(30)',
  'rotate(90)',
  'scale(.86) rotate(30)',
  '',
  '',
] as const

/** A thumb from two down (step 1) to two up (the last step); decoration beside the number and the words that say the same. */
export function Thumb({ step, of }: { step: number; of: number }) {
  const shape = shapeOf(step, of)
  const two = shape === 0 || shape === SHAPES - 1
  const hands = two ? ['translate(13 24) scale(.62)', 'translate(36 24) scale(.62)'] : ['translate(24 24)']
  return (
    <svg className="picture" viewBox="0 0 48 48" aria-hidden="true" strokeLinejoin="round" {...line}>
      {hands.map((place) => (
        <g key={place} transform={`${place} ${TURNS[shape]} translate(-24 -24)`}>
          <path d={HAND} />
          <path d={CUFF} fill="currentColor" />
        </g>
      ))}
    </svg>
  )
}
