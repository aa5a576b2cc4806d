import { beforeEach, expect, test } from 'vitest'
import { askForCode, codeOf, codeWaits, enterCode } from '../../app/identity/access-codes'
import { MOST_CODES } from '../../app/identity/code-limits'
import { forgetCodes } from '../../app/identity/code-mail'
import { deviceKnown } from '../../app/identity/devices'
import { trailOf } from '../../app/identity/trail'
import type { Occasion } from '../../app/platform/occasion'
import { freshDatabase } from '../database'
import { must, namedWorld, codeOf as refusalOf, type World } from '../world'

const database = await freshDatabase()
const NOON = new Date('2026-03-10T12:00:20Z')
const later = (minutes: number) => new Date(NOON.getTime() + minutes * 60_000)

let world: World
let occasion: Occasion
let prins: string
let quist: string

beforeEach(async () => {
  world = await namedWorld(database)
  const { supervisorId } = await world.registered('Aalders')
  prins = supervisorId ?? ''
  quist = (await world.registered('Evers')).supervisorId ?? ''
  occasion = { ...world.on('2012-03-13'), actor: `supervisor:${prins}` }
})

const ask = (at = NOON, of = prins) => askForCode(world.vault, occasion, of, { language: 'nl', at })
const type = (typed: string, at = NOON, of = prins) => enterCode(world.vault, occasion, of, { typed, at })
const rows = async (of = prins) =>
  world.vault.db.accessCode.findMany({ where: { supervisorId: await world.inVault(of) } })
/** The code that opens now, as the mail would say it. */
const code = async (of = prins) => {
  const [row] = (await rows(of)).filter(({ state }) => state !== 'past')
  return codeOf(world.vault.keys, row?.id ?? '')
}
const another = (right: string) => `${right.startsWith('1') ? 2 : 1}${right.slice(1)}`

test('the right code opens once and gives this browser a token, of which only the hash stays', async () => {
  must(await ask())
  expect(await codeWaits(world.vault, prins, NOON)).toBe(true)
  const right = await code()
  expect(right).toMatch(/^\d{6}$/)
  const token = must(await type(` ${right.slice(0, 3)} ${right.slice(3)}\n`))
  expect(await deviceKnown(world.vault, prins, token, NOON)).toBe(true)
  expect(await codeWaits(world.vault, prins, NOON)).toBe(false)
  expect(refusalOf(await type(right))).toBe('code_over')
  const kept = JSON.stringify([await rows(), await world.vault.db.device.findMany()])
  expect(kept).not.toContain(token)
  expect(kept).not.toContain(right)
})

test('each try and each code is an entry in the vault’s own chain, without the code', async () => {
  must(await ask())
  const right = await code()
  await type(another(right))
  must(await type(right))
  const trail = await trailOf(world.vault, prins)
  expect(trail.map(({ verb }) => verb).filter((verb) => verb.includes('code') || verb.includes('device'))).toEqual([
    'ask_code',
    'try_code',
    'try_code',
    'remember_device',
  ])
  expect(trail.at(-1)?.actor).toBe(`supervisor:${prins}`)
  expect(JSON.stringify(trail)).not.toContain(right)
})

test('a wrong code says how many tries are left; after five not even the right one opens', async () => {
  must(await ask())
  const right = await code()
  const answers = []
  for (let turn = 0; turn < 5; turn++) answers.push(await type(another(right)))
  expect(answers.map((one) => !one.ok && [one.refusal.code, one.refusal.left])).toEqual([
    ['wrong_code', 4],
    ['wrong_code', 3],
    ['wrong_code', 2],
    ['wrong_code', 1],
    ['code_over', undefined],
  ])
  expect(refusalOf(await type(right))).toBe('code_over')
  must(await ask())
  must(await type(await code()))
})

test('tries made at the same moment are counted one by one', async () => {
  must(await ask())
  const right = await code()
  const answers = await Promise.all(Array.from({ length: 9 }, () => type(another(right))))
  expect(answers.filter((one) => refusalOf(one) === 'wrong_code')).toHaveLength(4)
  expect((await rows())[0]?.tries).toBe(5)
})

test('one code makes one device, however many type it at once', async () => {
  must(await ask())
  const right = await code()
  const answers = await Promise.all(Array.from({ length: 4 }, () => type(right)))
  expect(answers.filter((one) => one.ok)).toHaveLength(1)
})

test.each(['12345', '1234567', 'abcdef', '', '12 34'])('%j is no code and costs no try', async (typed) => {
  must(await ask())
  expect(refusalOf(await type(typed))).toBe('code_shape')
  expect((await rows())[0]?.tries).toBe(0)
})

test('a code opens for fifteen minutes and until the minute is full, and its end says no more than that', async () => {
  must(await ask())
  const right = await code()
  const [row] = await rows()
  expect(row?.endsAt).toEqual(new Date('2026-03-10T12:16:00Z'))
  expect(await codeWaits(world.vault, prins, later(15))).toBe(true)
  expect(refusalOf(await type(right, later(16)))).toBe('code_over')
  must(await type(right, later(15)))
})

test('another code ends the one before', async () => {
  must(await ask())
  const first = await code()
  must(await ask(later(1)))
  const second = await code()
  expect(refusalOf(await type(first, later(1)))).toBe('wrong_code')
  must(await type(second, later(1)))
})

test('an hour has five codes, then it refuses, and then there are codes again', async () => {
  const asked = await Promise.all(Array.from({ length: MOST_CODES.hour + 3 }, () => ask()))
  expect(asked.filter((one) => one.ok)).toHaveLength(MOST_CODES.hour)
  expect(refusalOf(await ask(later(59)))).toBe('too_many_codes')
  // another supervisor has an hour of their own
  must(await ask(NOON, quist))
  must(await ask(later(61)))
})

test('the answer is the same when there is no address to write to', async () => {
  await world.vault.db.supervisorIdentity.updateMany({
    where: { id: await world.inVault(prins) },
    data: { name: null, email: null },
  })
  must(await ask())
  expect(await codeWaits(world.vault, prins, NOON)).toBe(true)
  expect(refusalOf(await type('123456'))).toMatch(/^(wrong_code|done)$/)
})

test('a code and a device are of one supervisor', async () => {
  must(await ask())
  must(await ask(NOON, quist))
  const [mine, theirs] = [await code(), await code(quist)]
  if (mine !== theirs) expect(refusalOf(await type(theirs))).toBe('wrong_code')
  const token = must(await type(mine))
  expect(await deviceKnown(world.vault, quist, token, NOON)).toBe(false)
  expect(await deviceKnown(world.vault, prins, `${token}x`, NOON)).toBe(false)
  expect(await deviceKnown(world.vault, prins, '', NOON)).toBe(false)
})

test('a device is known for half a year and to the end of that month; then it and old codes go', async () => {
  must(await ask())
  const token = must(await type(await code()))
  expect(await deviceKnown(world.vault, prins, token, new Date('2026-09-30T12:00:00Z'))).toBe(true)
  expect(await deviceKnown(world.vault, prins, token, new Date('2026-10-01T12:00:00Z'))).toBe(false)
  await forgetCodes(world.vault, later(15))
  expect(await rows()).toHaveLength(1)
  await forgetCodes(world.vault, later(16))
  expect(await rows()).toHaveLength(0)
  expect(await deviceKnown(world.vault, prins, token, NOON)).toBe(true)
  await forgetCodes(world.vault, new Date('2026-10-01T12:00:00Z'))
  expect(await world.vault.db.device.count({ where: { supervisorId: await world.inVault(prins) } })).toBe(0)
})
