/** How many letters have to be put in, taken out or changed to make one word of the other (Levenshtein). */
function apart(one: string, other: string): number {
  let row = Array.from({ length: other.length + 1 }, (_, n) => n)
  for (const [at, letter] of [...one].entries()) {
    const next = [at + 1]
    for (const [n, theirs] of [...other].entries())
      next.push(Math.min((next[n] ?? 0) + 1, (row[n + 1] ?? 0) + 1, (row[n] ?? 0) + (letter === theirs ? 0 : 1)))
    row = next
  }
  return row[other.length] ?? 0
}

/** The word that is nearest to this one, of those at most so many letters away; null when none is. */
export function nearest(word: string, words: readonly string[], most: number): string | null {
  const near = words.map((one) => [one, apart(word, one)] as const).filter(([, distance]) => distance <= most)
  return near.sort(([, a], [, b]) => a - b)[0]?.[0] ?? null
}
