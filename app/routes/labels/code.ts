import { encode } from 'uqr'
import type { Code } from '../../ui/label-sheet'

/**
 * The QR code of a text: its dark modules, each row's runs as boxes. A quarter of it may be spoiled and it still reads
 * (level Q); a pseudonym then fits the smallest code, 21 modules wide.
 */
export function codeOf(text: string): Code {
  const { data, size } = encode(text, { ecc: 'Q', border: 0 })
  const runs = data.flatMap((row, y) =>
    [
      ...row
        .map((dark) => (dark ? '#' : ' '))
        .join('')
        .matchAll(/#+/g),
    ].map(({ index, 0: { length } }) => `M${index} ${y}h${length}v1h-${length}z`),
  )
  return { edge: size, dark: runs.join('') }
}
