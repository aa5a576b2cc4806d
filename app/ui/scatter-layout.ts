/** How many lie at one place; a place is two values of whatever is measured. */
export type Spot = { readonly x: number; readonly y: number; readonly count: number }
/** A circle of the drawing, in its units. */
export type Dot = { readonly x: number; readonly y: number; readonly radius: number }
/** The least and the greatest value of both axes. */
export type Range = { readonly least: number; readonly most: number }

/** The square that the dots lie in, from its upper left corner; one unit is about a pixel. */
export const SQUARE = { left: 34, top: 8, side: 260 }
/** More dots than this are not drawn one by one. */
const MANY = 2000
const RADIUS = 2.4
/** How far the spiral goes per root of a dot's place in it, and its turn: the golden angle fills a disc evenly. */
const STEP = 2.1
const TURN = Math.PI * (3 - Math.sqrt(5))

/** Where a value lies on an axis, from its beginning. */
export const along = ({ least, most }: Range, value: number): number => ((value - least) / (most - least)) * SQUARE.side

/** Whether there are too many to draw one by one. */
export const tooMany = (spots: readonly Spot[]): boolean => spots.reduce((total, { count }) => total + count, 0) > MANY

/**
 * The dots of a scatter plot. Scores have few kinds, so many dots would lie on each other: those of one place stand in a spiral
 * around it, which is the same each time and says nothing of any of them. Of very many there is one dot a place, as large as
 * they are many.
 */
export function dotsOf(spots: readonly Spot[], range: Range): Dot[] {
  const at = ({ x, y }: Spot) => ({
    x: SQUARE.left + along(range, x),
    y: SQUARE.top + SQUARE.side - along(range, y),
  })
  if (tooMany(spots)) {
    const most = Math.max(...spots.map(({ count }) => count))
    return spots.map((spot) => ({ ...at(spot), radius: 1 + 9 * Math.sqrt(spot.count / most) }))
  }
  return spots.flatMap((spot) => {
    const { x, y } = at(spot)
    return Array.from({ length: spot.count }, (_, place) => ({
      x: x + STEP * Math.sqrt(place) * Math.cos(place * TURN),
      y: y + STEP * Math.sqrt(place) * Math.sin(place * TURN),
      radius: RADIUS,
    }))
  })
}
