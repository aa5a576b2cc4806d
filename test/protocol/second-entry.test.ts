import { expect, test } from 'vitest'
import { drawnForSecondEntry } from '../../app/protocol/second-entry'

const idWith = (end: string) => `01890000-0000-7000-8000-0000${end}`

test('none at 0, all at 100, and by the end of the id in between', () => {
  for (const end of ['00000000', '7fffffff', 'ffffffff']) {
    expect(drawnForSecondEntry(idWith(end), 0)).toBe(false)
    expect(drawnForSecondEntry(idWith(end), 100)).toBe(true)
  }
  expect(drawnForSecondEntry(idWith('7fffffff'), 50)).toBe(true)
  expect(drawnForSecondEntry(idWith('80000000'), 50)).toBe(false)
})

test('a larger share draws the same papers and more', () => {
  const ids = Array.from({ length: 1_000 }, (_, at) =>
    idWith((at * 4_294_967 + 2_147_483).toString(16).padStart(8, '0')),
  )
  const drawn = (percent: number) => ids.filter((id) => drawnForSecondEntry(id, percent))
  expect(drawn(10)).toHaveLength(100)
  expect(drawn(30)).toEqual(expect.arrayContaining(drawn(10)))
})
