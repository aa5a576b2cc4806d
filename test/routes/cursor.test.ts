import { expect, test } from 'vitest'
import { cursorOf } from '../../app/routes/gate/cursor'

const ID = '01a2028a-425b-7675-862d-72294df6300d'
const cursor = (after: string) =>
  cursorOf(new Request(`https://koppel.example/deviations?after=${encodeURIComponent(after)}`), 'dayAndId')

test('a list by day and id begins where a page of ours says, and at its beginning for anything else', () => {
  expect(cursor(`2012-03-01|${ID}`)).toBe(`2012-03-01|${ID}`)
  for (const other of ['2012-03-01|x', `2012-02-30|${ID}`, '2012-03-01', ID, `2012-03-01|${ID}x`])
    expect(cursor(other)).toBeNull()
})
