import { readXml } from './xml'

/** How a number is shown, as far as it changes what it is: a day or time, or so many digits with zeros in front. */
export type Shown = 'number' | 'day' | { readonly digits: number }

// the formats that have a number and no code in the file (ECMA-376 part 1, §18.8.30), also those of East Asia
const DAY_FORMATS: readonly (readonly [first: number, last: number])[] = [
  [14, 22],
  [27, 36],
  [45, 47],
  [50, 58],
]

/** How each style of a workbook shows a number, in the order by which cells name them. Throws Damaged. */
export async function stylesOf(texts: AsyncIterable<string>): Promise<readonly Shown[]> {
  const codes = new Map<number, Shown>()
  const styles: Shown[] = []
  let inCells = false
  await readXml(texts, {
    open: (element, { numFmtId, formatCode = '' }) => {
      if (element === 'cellXfs') inCells = true
      if (element === 'numFmt') codes.set(Number(numFmtId), shownBy(formatCode))
      if (element === 'xf' && inCells) styles.push(shownAs(Number(numFmtId ?? 0), codes))
    },
    close: (element) => {
      if (element === 'cellXfs') inCells = false
    },
  })
  return styles
}

const shownAs = (format: number, codes: ReadonlyMap<number, Shown>): Shown =>
  codes.get(format) ?? (DAY_FORMATS.some(([first, last]) => format >= first && format <= last) ? 'day' : 'number')

/** Excel writes none that is longer. */
const LONGEST = 255

/** What a format's code makes of a number: letters of days and times, outside quotes and brackets, make it one. */
export function shownBy(code: string): Shown {
  if (code.length > LONGEST) return 'number'
  const zeros = /^0{2,}$/.exec(code.trim())
  if (zeros) return { digits: zeros[0].length }
  const bare = (code.split(';')[0] ?? '').replace(/"[^"]*"|\\.|_.|\*.|\[[^\]]*\]/g, '')
  return /[dmyhs]/i.test(bare.replace(/general/i, '')) ? 'day' : 'number'
}
