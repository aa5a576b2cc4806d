/** Stata has the least room for a name: 32 characters. */
const MOST = 32
const TAG = 5

/** Names of scales that leave too little room for what stands before and behind them; their labels say the whole. */
const SHORT: Readonly<Record<string, string>> = { direction_and_frame: 'frame' }

/** Words that are written shorter where a name would be cut. */
const SHORTER: readonly (readonly [string, string])[] = [
  ['supervision', 'supv'],
  ['average', 'avg'],
]

/** What a scale is called within a name. */
export const scaleName = (scale: string): string => SHORT[scale] ?? scale

/**
 * The name of a variable from its parts: small letters, digits and _, and at most 32 characters. One that is longer is cut, and
 * ends in four characters that follow from the whole of it: the same in every release, and another for another name.
 */
export function named(...parts: readonly string[]): string {
  const whole = parts
    .join('_')
    .toLowerCase()
    .replace(/[^a-z0-9]+/g, '_')
    .replace(/^_|_$/g, '')
  if (whole.length <= MOST) return whole
  const shorter = SHORTER.reduce((name, [word, short]) => name.replace(word, short), whole)
  if (shorter.length <= MOST) return shorter
  return `${whole.slice(0, MOST - TAG).replace(/_$/, '')}_${tagOf(whole)}`
}

/** FNV-1a, as four characters of base 36. */
function tagOf(text: string): string {
  let hash = 0x811c9dc5
  for (const character of text) hash = Math.imul(hash ^ character.charCodeAt(0), 0x01000193) >>> 0
  return (hash % 36 ** (TAG - 1)).toString(36).padStart(TAG - 1, '0')
}
