import { beforeEach, expect, test } from 'vitest'
import { bookVouchers, countVouchers, handOutVoucher } from '../../app/records/vouchers/booking'
import { bookings, stocks } from '../../app/records/vouchers/ledger'
import { freshDatabase } from '../database'
import { MET } from '../people'
import { codeOf, FACTS, must, namedWorld, type World } from '../world'

const database = await freshDatabase()
let world: World
beforeEach(async () => {
  world = await namedWorld(database)
})

const { location } = FACTS
const book = (changes: object = {}) =>
  bookVouchers(world.db, world.on(MET), { location, kind: 'received', amount: 10, remark: '', ...changes })
const count = (counted: number, remark = '') => countVouchers(world.db, world.on(MET), { location, counted, remark })
const give = (registrationId: string, wave = 'T1') =>
  handOutVoucher(world.db, world.on(MET), { registrationId, wave, interviewer: 'I1' })

test('what came in goes out once for each interview', async () => {
  const { registrationId } = await world.interviewed('Evers')
  expect(must(await book())).toEqual({ stock: 10 })
  expect(must(await give(registrationId))).toEqual({ stock: 9 })
  expect(codeOf(await give(registrationId))).toBe('voucher_given')
  expect(codeOf(await give(registrationId, 'T2'))).toBe('not_interviewed')
  expect(must(await count(9))).toEqual({ difference: 0 })
})

test('two who hand out the same voucher at once hand out one', async () => {
  const { registrationId } = await world.interviewed('Evers')
  must(await book())
  const codes = (await Promise.all([give(registrationId), give(registrationId)])).map(codeOf)
  expect(codes.toSorted()).toEqual(['done', 'voucher_given'])
  expect(must(await count(9))).toEqual({ difference: 0 })
})

test('without stock it is given all the same, and the stock lies below nought until it is counted', async () => {
  const { registrationId } = await world.interviewed('Evers')
  expect(must(await give(registrationId))).toEqual({ stock: -1 })
  expect(await count(0)).toMatchObject({ refusal: { code: 'difference_without_words', difference: 1 } })
  expect(must(await count(0, 'a box was never booked'))).toEqual({ difference: 1 })
  expect(must(await count(0))).toEqual({ difference: 0 })
})

test('what was lost or sent back goes out, with words', async () => {
  await world.registered('Evers')
  must(await book())
  expect(codeOf(await book({ kind: 'lost', amount: 2 }))).toBe('required')
  expect(must(await book({ kind: 'lost', amount: 2, remark: 'fell into the canal' }))).toEqual({ stock: 8 })
  expect(must(await book({ kind: 'returned', amount: 3, remark: 'to the office' }))).toEqual({ stock: 5 })
})

test.each([
  [{ kind: 'handed_out' }, 'required'],
  [{ location: 'Nowhere' }, 'unknown_location'],
  [{ amount: 0 }, 'out_of_range'],
  [{ amount: Number.NaN }, 'out_of_range'],
  [{ amount: 1000 }, 'out_of_range'],
])('a booking is refused: %o', async (changes, code) => {
  await world.registered('Evers')
  expect(codeOf(await book(changes))).toBe(code)
})

test('a count is refused at no location and of no number; a case of another study gets nothing', async () => {
  await world.registered('Evers')
  expect(codeOf(await countVouchers(world.db, world.on(MET), { location: 'Nowhere', counted: 1, remark: '' }))).toBe(
    'unknown_location',
  )
  expect(codeOf(await count(-1))).toBe('out_of_range')
  const other = await namedWorld(database)
  const { registrationId } = await other.interviewed('Evers')
  expect(codeOf(await give(registrationId))).toBe('unknown_case')
})

test('the ledger shows the stock of a location, and what was booked, the last first, page by page', async () => {
  const { registrationId } = await world.interviewed('Evers')
  must(await book())
  must(await give(registrationId))
  must(await book({ kind: 'lost', amount: 2, remark: 'wet' }))
  expect(await stocks(world.db, world.study.id)).toEqual([{ location, stock: 7, handedOut: 1 }])
  const first = await bookings(world.db, world.study.id, { after: null, limit: 2 })
  expect(first.items.map(({ kind, amount, remark }) => [kind, amount, remark])).toEqual([
    ['lost', -2, 'wet'],
    ['handed_out', -1, null],
  ])
  const second = await bookings(world.db, world.study.id, { after: first.next, limit: 2 })
  expect([second.items.map(({ amount }) => amount), second.next]).toEqual([[10], null])
})
