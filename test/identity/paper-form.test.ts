import { beforeEach, describe, expect, test } from 'vitest'
import { signConsent } from '../../app/identity/consent'
import { copyFor, whoSigns } from '../../app/identity/forms/copy'
import { handOutLetter } from '../../app/identity/forms/letter'
import { attachScan, lookAtScan } from '../../app/identity/forms/scan'
import { checkForm, refuseForm } from '../../app/identity/forms/second-person'
import { formsOf } from '../../app/identity/forms/shown'
import type { SignedForm } from '../../app/identity/forms/signed'
import { formToCheck, waitingForms } from '../../app/identity/forms/waiting'
import { trailOf } from '../../app/identity/trail'
import type { Occasion } from '../../app/platform/occasion'
import { addDays, addMonths, type Day, monthOf } from '../../app/protocol/day'
import { withdrawScopes } from '../../app/records/taking-back'
import { minute } from '../../jobs/minute'
import { freshDatabase } from '../database'
import { MET } from '../people'
import { connected } from '../platform/connect'
import { jpeg } from '../platform/jpeg'
import { atOnce } from '../records/at-once'
import { codeOf, must, namedWorld, type World } from '../world'
import { boxes, onPaper, onTablet, SCAN, SECOND, YES } from './forms'

const database = await freshDatabase()
let world: World
beforeEach(async () => {
  world = await namedWorld(database)
})

const by = (actor: string, on: Day = MET): Occasion => ({ ...world.on(on), actor })
const other = (on: Day = MET) => by(SECOND, on)

const sign = (form: SignedForm, occasion = world.on(MET)) => signConsent(world.vault, occasion, form)
const allowed = async (clientId: string) =>
  (await world.db.permission.findMany({ where: { clientId, granted: true }, orderBy: { scope: 'asc' } })).map(
    ({ scope }) => scope,
  )
const states = async (clientId: string) =>
  (await formsOf(world.vault, world.on(MET), clientId)).forms.map(({ state }) => state)
const ALL = Object.keys(YES).sort()
/** What was said to being called, oldest first. */
const saidOn = async (clientId: string) => {
  const { scopes } = await formsOf(world.vault, world.on(MET), clientId)
  const phone = scopes.find(({ scope }) => scope === 'phone')?.history ?? []
  return phone.map(({ answer }) => answer).reverse()
}
const telephone = async (clientId: string) => {
  const id = await world.inVault(clientId)
  const { phone } = await world.vault.db.person.findUniqueOrThrow({ where: { id } })
  return phone && world.vault.keys.open(phone, `person.phone:${id}`)
}

describe('on paper', () => {
  test('a form without its scan allows what it says at once, and waits: for the scan, then for somebody else', async () => {
    const { registrationId, clientId } = await world.registered('Evers')
    const { formId } = must(await sign(onPaper(registrationId, { papers: [], scopes: { ...YES, phone: 'not_asked' } })))
    expect(await allowed(clientId)).toEqual(ALL.filter((scope) => scope !== 'phone'))
    expect(await waitingForms(world.vault, world.on(MET))).toMatchObject([{ state: 'scan', own: true, clientId }])
    expect(codeOf(await checkForm(world.vault, other(), { formId, answers: boxes() }))).toBe('no_check_wanted')
    must(await attachScan(world.vault, world.on(MET), { formId, scan: SCAN }))
    expect(codeOf(await attachScan(world.vault, world.on(MET), { formId, scan: SCAN }))).toBe('no_scan_wanted')
    expect(await waitingForms(world.vault, other())).toMatchObject([{ state: 'check', own: false, clientId: null }])
    expect(await formToCheck(world.vault, other(), formId)).toEqual({
      id: formId,
      version: 'tablet-1',
      month: monthOf(MET),
      state: 'check',
      media: 'jpeg',
      own: false,
    })
    must(await checkForm(world.vault, other(), { formId, answers: boxes({ 4: 'blank' }) }))
    expect(await states(clientId)).toEqual(['checked'])
    expect(await waitingForms(world.vault, world.on(MET))).toEqual([])
  })

  test('nobody checks or refuses an own form, nor does the system; the database refuses it too', async () => {
    const { registrationId } = await world.registered('Evers')
    const { formId } = must(await sign(onPaper(registrationId)))
    for (const occasion of [world.on(MET), by('system')]) {
      expect(codeOf(await checkForm(world.vault, occasion, { formId, answers: boxes() }))).toBe('same_person')
      expect(codeOf(await refuseForm(world.vault, occasion, { formId, reason: 'unsigned' }))).toBe('same_person')
    }
    await expect(
      world.vault.db
        .$executeRaw`UPDATE identity.consent_form SET checked_by_hash = entered_by_hash WHERE id = ${formId}::uuid`,
    ).rejects.toThrow(/consent_form_second_person/)
  })

  test('what the second person reads otherwise is told by box, and goes before when it is confirmed', async () => {
    const { registrationId, clientId } = await world.registered('Evers')
    const { formId } = must(await sign(onPaper(registrationId)))
    const answers = boxes({ 3: 'no', 5: 'blank' })
    const told = await checkForm(world.vault, other(), { formId, answers })
    expect(told).toMatchObject({ ok: false, refusal: { code: 'boxes_differ', boxes: ['3', '5'] } })
    expect([await states(clientId), await allowed(clientId)]).toEqual([['check'], ALL])
    const later = addMonths(MET, 1)
    must(await checkForm(world.vault, other(later), { formId, answers, correct: true }))
    expect(await states(clientId)).toEqual(['checked'])
    expect(await allowed(clientId)).toEqual(['phone', 'pseudonymous_processing', 'take_part'])
    const { scopes } = await formsOf(world.vault, world.on(MET), clientId)
    expect(scopes.find(({ scope }) => scope === 'approach_again')?.history).toEqual([
      { month: monthOf(later), version: 'tablet-1', answer: 'no' },
      { month: monthOf(MET), version: 'tablet-1', answer: 'yes' },
    ])
    const { answer: _, ...half } = { ...boxes(), answer: 0 }
    expect(codeOf(await checkForm(world.vault, other(), { formId, answers: half }))).toBe('no_check_wanted')
  })

  test('a box that the second person did not look at is asked for', async () => {
    const { registrationId } = await world.registered('Evers')
    const { formId } = must(await sign(onPaper(registrationId)))
    const { 2: _, ...answers } = boxes()
    expect(await checkForm(world.vault, other(), { formId, answers })).toMatchObject({
      refusal: { code: 'box_unanswered', field: 'box_2' },
    })
  })

  test('a refused form allows nothing and stays work until something is signed instead', async () => {
    const { registrationId, clientId } = await world.registered('Evers')
    const { formId } = must(await sign(onPaper(registrationId)))
    expect(codeOf(await refuseForm(world.vault, other(), { formId, reason: 'because' }))).toBe('unknown_reason')
    expect(codeOf(await refuseForm(world.vault, other(), { formId, reason: 'lost' }))).toBe('no_check_wanted')
    must(await refuseForm(world.vault, other(), { formId, reason: 'other_person' }))
    expect(await allowed(clientId)).toEqual([])
    expect(await waitingForms(world.vault, world.on(MET))).toMatchObject([{ state: 'refused', clientId }])
    expect((await formsOf(world.vault, world.on(MET), clientId)).forms).toMatchObject([{ refusedFor: 'other_person' }])
    must(await sign(onTablet(registrationId)))
    expect(await allowed(clientId)).toEqual(ALL)
    expect(await waitingForms(world.vault, world.on(MET))).toEqual([])
  })

  test('a refused form leaves what another one allows, and gives back nothing that was taken back', async () => {
    const { registrationId, clientId } = await world.approached('Evers')
    must(await sign(onTablet(registrationId, { scopes: { ...YES, phone: 'declined' } })))
    const again = { again: true, scopes: { ...YES, register_linkage: 'declined' } } as const
    const { formId } = must(await sign(onPaper(registrationId, again)))
    must(await withdrawScopes(world.db, world.on(MET), { clientId, scopes: ['approach_again'] }))
    expect(await allowed(clientId)).toEqual(['phone', 'pseudonymous_processing', 'take_part'])
    must(await refuseForm(world.vault, other(), { formId, reason: 'unreadable' }))
    expect(await allowed(clientId)).toEqual(['pseudonymous_processing', 'register_linkage', 'take_part'])
  })

  test('what was taken back is given again by a form signed after it, a paper also when it is typed in later', async () => {
    const { registrationId, clientId } = await world.approached('Evers')
    must(await sign(onTablet(registrationId)))
    const [back, signedOn, later] = [addDays(MET, 7), addDays(MET, 9), addDays(MET, 14)]
    must(await withdrawScopes(world.db, world.on(back), { clientId, scopes: ['phone'] }))
    await minute(world.desk, world.on(back))
    must(await sign(onPaper(registrationId, { again: true }), world.on(back)))
    expect(await allowed(clientId)).not.toContain('phone')
    must(await sign(onPaper(registrationId, { again: true, signedOn }), world.on(later)))
    expect(await allowed(clientId)).toContain('phone')
    // the sweep ends what was said before, and nothing of what was said since
    expect(await minute(world.desk, world.on(later))).toMatchObject({ scopes: 0 })
    expect((await saidOn(clientId)).at(-1)).toBe('yes')
    expect([await allowed(clientId), await telephone(clientId)]).toEqual([ALL, '0612345678'])
  })

  test('of one day only a form on the tablet is newer than a taking back: when paper was signed nobody knows', async () => {
    const { registrationId, clientId } = await world.approached('Evers')
    must(await withdrawScopes(world.db, world.on(MET), { clientId, scopes: ['phone'] }))
    must(await sign(onPaper(registrationId)))
    expect(await allowed(clientId)).toEqual(ALL.filter((scope) => scope !== 'phone'))
    expect(await minute(world.desk, world.on(MET))).toMatchObject({ scopes: 1 })
    expect([await saidOn(clientId), await telephone(clientId)]).toEqual([['yes', 'ended'], null])
    must(await sign(onPaper(registrationId, { again: true }), world.on(addDays(MET, 1))))
    expect(await allowed(clientId)).not.toContain('phone')
    must(await sign(onTablet(registrationId, { again: true })))
    expect(await allowed(clientId)).toContain('phone')
  })

  test('a paper that comes after a newer form does not go before it', async () => {
    const { registrationId, clientId } = await world.approached('Evers')
    const later = addDays(MET, 7)
    const no = { signedOn: later, scopes: { ...YES, phone: 'declined', approach_again: 'declined' } } as const
    must(await sign(onTablet(registrationId, no), world.on(later)))
    must(await sign(onPaper(registrationId, { again: true }), world.on(later)))
    expect(await allowed(clientId)).toEqual(['pseudonymous_processing', 'register_linkage', 'take_part'])
    expect(await telephone(clientId)).toBeNull()
  })

  test('a telephone number goes with the last yes to it: a later form, a correction, a refusal', async () => {
    const { registrationId, clientId } = await world.approached('Evers')
    const again = { again: true } as const
    const no = { ...again, scopes: { ...YES, phone: 'declined' } } as const
    must(await sign(onTablet(registrationId)))
    expect(await telephone(clientId)).toBe('0612345678')
    must(await sign(onTablet(registrationId, no)))
    expect(await telephone(clientId)).toBeNull()

    const wrong = must(await sign(onPaper(registrationId, again))).formId
    expect(await telephone(clientId)).toBe('0612345678')
    const answers = boxes({ 4: 'no' })
    must(await checkForm(world.vault, other(), { formId: wrong, answers, correct: true }))
    expect(await telephone(clientId)).toBeNull()

    const none = must(await sign(onPaper(registrationId, again))).formId
    expect(await telephone(clientId)).toBe('0612345678')
    must(await refuseForm(world.vault, other(), { formId: none, reason: 'unsigned' }))
    expect([await telephone(clientId), await allowed(clientId)]).toEqual([null, ALL.filter((one) => one !== 'phone')])
  })

  test('a number stays as long as another form says yes to it', async () => {
    const { registrationId, clientId } = await world.approached('Evers')
    must(await sign(onTablet(registrationId)))
    const { formId } = must(await sign(onPaper(registrationId, { again: true })))
    must(await refuseForm(world.vault, other(), { formId, reason: 'unsigned' }))
    expect(await telephone(clientId)).toBe('0612345678')
  })

  test('a form whose paper is lost is refused while it waits for its scan', async () => {
    const { registrationId, clientId } = await world.registered('Evers')
    const { formId } = must(await sign(onPaper(registrationId, { papers: [] })))
    expect(codeOf(await refuseForm(world.vault, other(), { formId, reason: 'unsigned' }))).toBe('no_check_wanted')
    must(await refuseForm(world.vault, other(), { formId, reason: 'lost' }))
    expect([await states(clientId), await allowed(clientId)]).toEqual([['refused'], []])
  })
})

test('a scan lies sealed, each look at it is in the trail, and a changed byte does not open', async () => {
  const { registrationId, clientId } = await world.registered('Evers')
  const { formId } = must(await sign(onPaper(registrationId)))
  const sealed = (await world.vault.db.consentPaper.findMany({ where: { formId } }))[0]?.sealed ?? new Uint8Array()
  expect(sealed.length).toBeGreaterThan(SCAN.bytes.length)
  for (let at = 0; at + 8 <= jpeg.length; at += 64)
    expect(Buffer.from(sealed).includes(jpeg.subarray(at, at + 8)), `bytes ${at}`).toBe(false)
  const found = await lookAtScan(world.vault, other(), formId)
  expect(found && [found.media, Buffer.from(found.bytes).equals(jpeg)]).toEqual(['jpeg', true])
  expect(must(await copyFor(world.vault, world.on(MET), clientId))).toMatchObject({ way: 'paper' })
  expect((await trailOf(world.vault, clientId)).map(({ verb, actor }) => [verb, actor])).toEqual([
    ['look_at_scan', SECOND],
    ['copy_consent', world.on(MET).actor],
  ])
  await connected(database.urls.owner, (owner) =>
    owner.query(
      `UPDATE identity.consent_paper SET sealed = set_byte(sealed, 100, get_byte(sealed, 100) # 1) WHERE form_id = $1`,
      [formId],
    ),
  )
  await expect(lookAtScan(world.vault, other(), formId)).rejects.toThrow(/changed/)
})

test('a letter is handed out once a language; another study’s client and form are nobody’s', async () => {
  const { registrationId, clientId } = await world.registered('Evers')
  const give = (language: 'nl' | 'en', occasion = world.on(MET)) =>
    handOutLetter(world.vault, occasion, { clientId, language })
  const twice = await atOnce(
    database,
    await world.inVault(clientId),
    [() => give('nl'), () => give('nl')],
    'identity.person',
  )
  expect(twice.map(codeOf).sort()).toEqual(['already_handed_out', 'done'])
  must(await give('en'))
  const { letters } = await formsOf(world.vault, world.on(MET), clientId)
  expect(letters.map(({ language }) => language).sort()).toEqual(['en', 'nl'])
  const { formId } = must(await sign(onPaper(registrationId)))
  const foreign = (await namedWorld(database)).on(MET)
  expect(codeOf(await give('nl', foreign))).toBe('unknown_client')
  expect(codeOf(await checkForm(world.vault, { ...foreign, actor: SECOND }, { formId, answers: boxes() }))).toBe(
    'unknown_form',
  )
  expect(await lookAtScan(world.vault, foreign, formId)).toBeNull()
  expect(codeOf(await copyFor(world.vault, foreign, clientId))).toBe('nothing_to_copy')
  expect(codeOf(await whoSigns(world.vault, foreign, clientId, { adultFrom: 18 }))).toBe('unknown_client')
  expect(await formsOf(world.vault, foreign, clientId)).toMatchObject({ forms: [], letters: [] })
  expect(await formToCheck(world.vault, foreign, formId)).toBeNull()
})
