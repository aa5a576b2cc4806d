import { beforeEach, expect, test } from 'vitest'
import { askForCode, codeOf, enterCode } from '../../app/identity/access-codes'
import { forgetCodes } from '../../app/identity/code-mail'
import { freshDatabase } from '../database'
import { must, namedWorld, codeOf as refusalOf, type World } from '../world'

const database = await freshDatabase()
const MINUTE = 60_000
const DAY = 24 * 60 * MINUTE
const NOON = new Date('2026-03-10T12:00:00Z')

let world: World
let prins: string
let quist: string
/** The machine's clock, and the code that was asked for last. */
let at: Date
let right: string

beforeEach(async () => {
  world = await namedWorld(database)
  prins = (await world.registered('Aalders')).supervisorId ?? ''
  quist = (await world.registered('Evers')).supervisorId ?? ''
  at = NOON
})

const pass = (ms: number) => {
  at = new Date(at.getTime() + ms)
}
const occasion = () => ({ ...world.on('2012-03-13'), actor: `supervisor:${prins}` })
const ask = async (of = prins) => {
  await forgetCodes(world.vault, at)
  const asked = await askForCode(world.vault, occasion(), of, { language: 'nl', at })
  const supervisorId = await world.inVault(of)
  const row = await world.vault.db.accessCode.findFirst({ where: { supervisorId, state: { not: 'past' } } })
  if (asked.ok) right = codeOf(world.vault.keys, row?.id ?? '')
  return asked
}
const type = (typed: string) => enterCode(world.vault, occasion(), prins, { typed, at })
const wrongly = async (times: number) => {
  for (let turn = 0; turn < times; turn++) await type(`${right.startsWith('1') ? 2 : 1}${right.slice(1)}`)
}
/** Twenty wrong tries: four codes, each until it is worth nothing. */
const guessed = async () => {
  for (let code = 0; code < 4; code++) {
    must(await ask())
    await wrongly(5)
    pass(16 * MINUTE)
  }
}
const refused = async () => {
  const asked = await ask()
  return asked.ok ? 'done' : [asked.refusal.code, asked.refusal.until ?? asked.refusal.hours]
}

test('a day has ten codes, though every hour has room for five and no row of an earlier one is kept', async () => {
  for (let code = 0; code < 10; code++) {
    must(await ask())
    pass(20 * MINUTE)
  }
  expect(await refused()).toEqual(['too_many_codes', 24])
  must(await ask(quist))
  at = new Date(NOON.getTime() + DAY - MINUTE)
  expect(await refused()).toEqual(['too_many_codes', 24])
  pass(2 * MINUTE)
  must(await ask())
})

test('after twenty wrong tries there is no code until the next day, then for two days, then for four', async () => {
  await guessed()
  expect(await refused()).toEqual(['codes_paused', '2026-03-11'])
  must(await ask(quist))
  at = new Date('2026-03-10T22:59:00Z')
  expect(await refused()).toEqual(['codes_paused', '2026-03-11'])
  at = new Date('2026-03-11T12:01:00Z')
  await guessed()
  expect(await refused()).toEqual(['codes_paused', '2026-03-13'])
  at = new Date('2026-03-13T12:01:00Z')
  await guessed()
  expect(await refused()).toEqual(['codes_paused', '2026-03-17'])
})

test('no pause is longer than 32 days: whoever guesses locks nobody out for ever', async () => {
  const pauses = []
  for (let turn = 0; turn < 8; turn++) {
    await guessed()
    const said = await ask()
    const until = said.ok ? '' : String(said.refusal.until)
    pauses.push(Math.round((new Date(`${until}T12:00:00Z`).getTime() - at.getTime()) / DAY))
    at = new Date(`${until}T10:00:00Z`)
  }
  expect(pauses).toEqual([1, 2, 4, 8, 16, 32, 32, 32])
})

test('a right code ends the counting', async () => {
  await guessed()
  pass(DAY)
  must(await ask())
  must(await type(right))
  pass(DAY)
  must(await ask())
  await wrongly(4)
  must(await ask())
  must(await type(right))
})

test('tries without a code to compare with count for nothing', async () => {
  for (let turn = 0; turn < 25; turn++) expect(refusalOf(await type('123456'))).toBe('code_over')
  must(await ask())
})
