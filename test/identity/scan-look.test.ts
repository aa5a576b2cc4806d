import { beforeEach, expect, test } from 'vitest'
import { signConsent } from '../../app/identity/consent'
import { attachScan, lookAtScan } from '../../app/identity/forms/scan'
import { checkForm, refuseForm } from '../../app/identity/forms/second-person'
import { trailOf } from '../../app/identity/trail'
import { freshDatabase } from '../database'
import { MET } from '../people'
import { must, namedWorld, type World } from '../world'
import { boxes, onPaper, SCAN, SECOND } from './forms'

const database = await freshDatabase()
let world: World
let clientId: string
let formId: string
beforeEach(async () => {
  world = await namedWorld(database)
  const known = await world.registered('Evers')
  clientId = known.clientId
  formId = must(await signConsent(world.vault, world.on(MET), onPaper(known.registrationId, { papers: [] }))).formId
})

const second = () => ({ ...world.on(MET), actor: SECOND })
const attach = () => attachScan(world.vault, world.on(MET), { formId, scan: SCAN })
const seen = async (occasion = second()) => (await lookAtScan(world.vault, occasion, formId)) !== null
const looks = async () => (await trailOf(world.vault, clientId)).filter(({ verb }) => verb === 'look_at_scan').length

test('a scan is shown while its form waits for the check, to another than who entered it', async () => {
  expect(await seen()).toBe(false)
  must(await attach())
  expect([await seen(), await seen(world.on(MET)), await looks()]).toEqual([true, false, 1])
})

test('once the form is checked it is shown to nobody, and no look is written down', async () => {
  must(await attach())
  must(await checkForm(world.vault, second(), { formId, answers: boxes() }))
  expect([await seen(), await seen(world.on(MET)), await looks()]).toEqual([false, false, 0])
})

test('nor once it is refused or ended', async () => {
  must(await attach())
  must(await refuseForm(world.vault, second(), { formId, reason: 'unsigned' }))
  expect(await seen()).toBe(false)
  await world.vault.db.consentForm.updateMany({
    where: { id: formId },
    data: { state: 'check', endedMonth: '2012-03' },
  })
  expect([await seen(), await looks()]).toEqual([false, 0])
})
