import { randomUUID } from 'node:crypto'
import { beforeEach, describe, expect, test } from 'vitest'
import { signConsent, standsInTheWay } from '../../app/identity/consent'
import { copyFor, whoSigns } from '../../app/identity/forms/copy'
import { formsOf } from '../../app/identity/forms/shown'
import type { SignedForm } from '../../app/identity/forms/signed'
import { registerNamed } from '../../app/identity/registration'
import { trailOf } from '../../app/identity/trail'
import { addDays, addMonths } from '../../app/protocol/day'
import { type RegisteredCase, register } from '../../app/records/intake/register'
import { freshDatabase } from '../database'
import { MET, named } from '../people'
import { atOnce } from '../records/at-once'
import { codeOf, FACTS, must, namedWorld, type World } from '../world'
import { BOTH, boxes, CAPACITY, onTablet, picture, YES } from './forms'

const database = await freshDatabase()
let world: World
beforeEach(async () => {
  world = await namedWorld(database)
})

const sign = (form: SignedForm, occasion = world.on(MET)) => signConsent(world.vault, occasion, form)
const allowed = async (clientId: string) =>
  (await world.db.permission.findMany({ where: { clientId, granted: true }, orderBy: { scope: 'asc' } })).map(
    ({ scope }) => scope,
  )
const states = async (clientId: string) =>
  (await formsOf(world.vault, world.on(MET), clientId)).forms.map(({ state }) => state)
const ALL = Object.keys(YES).sort()

describe('on a tablet', () => {
  test('a whole form is in force at once, and its copy has the names, the answers and the drawings', async () => {
    const { registrationId, clientId } = await world.registered('Evers')
    must(await sign(onTablet(registrationId, { scopes: { ...YES, phone: 'declined' } })))
    expect(await allowed(clientId)).toEqual(ALL.filter((scope) => scope !== 'phone'))
    const copy = must(await copyFor(world.vault, world.on(MET), clientId))
    expect(copy).toMatchObject({ way: 'tablet', on: MET, answers: boxes({ 4: 'no' }), names: { client: 'Q.Z. Evers' } })
    expect(copy).not.toHaveProperty('telephone') // nobody may call: the number is not kept
    expect(copy.way === 'tablet' && Object.keys(copy.signatures).sort()).toEqual(['client', 'interviewer'])
    expect((await trailOf(world.vault, clientId)).map(({ verb }) => verb)).toEqual(['copy_consent'])
  })

  test('everything that is missing is said at once, each at its place, and nothing is signed', async () => {
    const { registrationId, clientId } = await world.registered('Evers')
    const { telephone: _, capacity: _asked, ...bare } = onTablet(registrationId, { papers: [] })
    const form = { ...bare, scopes: { ...YES, take_part: 'not_asked' as const } }
    const all = await standsInTheWay(world.vault, world.on(MET), form)
    expect(all.map(({ code, field }) => `${code} ${field}`)).toEqual([
      'capacity_not_asked capacity',
      'box_unanswered box_1',
      'telephone_missing telephone',
      'client_not_signed signature_client',
      'interviewer_not_signed signature_interviewer',
      'guardian_not_signed signature_guardian',
    ])
    expect(await sign(form)).toEqual({ ok: false, refusal: all[0] })
    expect(await states(clientId)).toEqual([])
    expect(await allowed(clientId)).toEqual([])
  })

  test('a number that is known is not asked for again; a paper-only form is not signed here', async () => {
    const { registrationId } = await world.registered('Evers')
    must(await sign(onTablet(registrationId)))
    const { telephone: _, ...again } = onTablet(registrationId, { again: true })
    expect(codeOf(await sign(again))).toBe('done')
    expect(codeOf(await sign(onTablet(registrationId, { version: 'paper-2011' })))).toBe('form_on_paper_only')
  })

  test('the same form sent twice is signed once; a second one only when it is meant', async () => {
    const { registrationId, clientId } = await world.registered('Evers')
    const request = world.on(MET, randomUUID())
    const send = () => sign(onTablet(registrationId), request)
    const both = await atOnce(database, await world.inVault(clientId), [send, send], 'identity.person')
    expect(both.map(codeOf).sort()).toEqual(['already_done', 'done'])
    expect(codeOf(await sign(onTablet(registrationId)))).toBe('already_signed')
    expect(codeOf(await sign(onTablet(registrationId, { again: true })))).toBe('done')
    expect(await states(clientId)).toEqual(['valid', 'valid'])
  })

  test('who is 17 needs a guardian with a name and a signature, also on the day before the birthday', async () => {
    const { vault } = world
    const { bornOn: _, ...who } = named('Hendriks').client
    const young = { ...named('Hendriks'), client: { ...who, bornOn: addMonths(addDays(MET, 1), -18 * 12) } }
    const { registrationId, clientId } = must(
      await registerNamed(vault, world.on(MET), {
        named: young,
        facts: FACTS,
        register: (whole: RegisteredCase) => register(world.db, world.on(MET), whole),
      }),
    )
    const guarded = { papers: [...BOTH, picture('guard')], guardian: 'M. Hendriks' }
    expect(must(await whoSigns(vault, world.on(MET), clientId, { adultFrom: 18 }))).toMatchObject({ underAge: true })
    expect(codeOf(await sign(onTablet(registrationId)))).toBe('guardian_not_signed')
    expect(codeOf(await sign(onTablet(registrationId, { papers: guarded.papers })))).toBe('guardian_unnamed')
    const birthday = addDays(MET, 1)
    expect(must(await whoSigns(vault, world.on(birthday), clientId, { adultFrom: 18 }))).toMatchObject({
      underAge: false,
    })
    const grown = onTablet(registrationId, { signedOn: birthday })
    expect(await standsInTheWay(vault, world.on(birthday), grown)).toEqual([])
    const unsure = { ...grown, capacity: { ...CAPACITY, stopping: false } }
    expect(await standsInTheWay(vault, world.on(birthday), unsure)).toMatchObject([{ code: 'guardian_not_signed' }])
    must(await sign(onTablet(registrationId, guarded)))
  })
})

test('an import has no copy to make', async () => {
  const { clientId } = await world.registered('Evers')
  must(await world.consented('Evers'))
  expect(codeOf(await copyFor(world.vault, world.on(MET), clientId))).toBe('nothing_to_copy')
})
