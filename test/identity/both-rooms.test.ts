import { beforeAll, expect, test } from 'vitest'
import { askForCode, codeOf as codeIn, enterCode } from '../../app/identity/access-codes'
import { registerBreach } from '../../app/identity/breaches'
import { signConsent } from '../../app/identity/consent'
import { signedPerMonth } from '../../app/identity/counted'
import { copyFor, whoSigns } from '../../app/identity/forms/copy'
import { handOutLetter } from '../../app/identity/forms/letter'
import { attachScan } from '../../app/identity/forms/scan'
import { checkForm, refuseForm } from '../../app/identity/forms/second-person'
import { reidentify } from '../../app/identity/reidentify'
import { startSession } from '../../app/identity/sessions'
import { whomAsked } from '../../app/identity/whom'
import { withdrawNamed, withdrawScopesNamed } from '../../app/identity/withdrawal'
import { now } from '../../app/platform/clock'
import { addDays, type Day, day, monthOf } from '../../app/protocol/day'
import { declineFor } from '../../app/records/declining'
import { holdInterview } from '../../app/records/fieldwork/interview'
import { takenBack } from '../../app/records/permissions'
import { reconcile } from '../../app/records/reconciliation/reconcile'
import { signOff } from '../../app/records/reconciliation/sign-off'
import { withdrawScopes } from '../../app/records/taking-back'
import { type Collected, withdraw } from '../../app/records/withdrawal'
import { sendCodes } from '../../jobs/access-codes'
import { dailySweep } from '../../jobs/daily-sweep'
import { minute } from '../../jobs/minute'
import { sendWaitingMail } from '../../jobs/outgoing-mail'
import { retain } from '../../jobs/retention'
import { freshDatabase } from '../database'
import { type ClientName, MET, SMIT } from '../people'
import { connected } from '../platform/connect'
import { must, namedWorld } from '../world'
import { boxes, onPaper, onTablet, SCAN, SECOND } from './forms'
import { sharedTexts, sharedWithAudit } from './shared-texts'

// A cohort from files is the work of no account. Here everything that the web can do was done, by accounts that are there.

const database = await freshDatabase()
const { owner } = database.urls
const world = await namedWorld(database)
const { db, vault, on } = world
const AFTER = addDays(MET, 3)
const NOON = new Date(`${AFTER}T12:00:20Z`)
const MONTH_OVER = day('2012-04-02')
const second = (today: Day) => ({ ...on(today), actor: SECOND })

const stop = async (clientId: string, collected: Collected, today = AFTER) =>
  must(
    await withdrawNamed(vault, on(today), { clientId, collected, withdraw: (what) => withdraw(db, on(today), what) }),
  )

/** Somebody who was interviewed on a form of the tablet, or on one of paper that another account checked. */
async function met(name: ClientName, way: 'tablet' | 'paper') {
  const ids = await world.approached(name)
  const { registrationId, clientId } = ids
  must(await handOutLetter(vault, on(MET), { clientId, language: 'nl' }))
  if (way === 'tablet') must(await signConsent(vault, on(MET), onTablet(registrationId)))
  else {
    const { formId } = must(await signConsent(vault, on(MET), onPaper(registrationId, { papers: [] })))
    must(await attachScan(vault, on(MET), { formId, scan: SCAN }))
    must(await checkForm(vault, second(MET), { formId, answers: boxes() }))
  }
  const interview = { registrationId, wave: 'T1', on: MET, contacts: 3, interviewer: 'I1', minutes: 25 }
  must(await holdInterview(db, on(MET), interview))
  must(await world.answered(name, 'client'))
  return ids
}

/** A supervisor behind a personal link shows that the mailbox is theirs, and sees whom it is about. */
async function behindLink({ supervisorId, registrationId }: { supervisorId: string | null; registrationId: string }) {
  const id = supervisorId ?? ''
  const supervisor = { ...on(AFTER), actor: `supervisor:${id}` }
  must(await askForCode(vault, supervisor, id, { language: 'nl', at: now() }))
  const { id: row } = await vault.db.accessCode.findFirstOrThrow({ where: { supervisorId: await world.inVault(id) } })
  must(await enterCode(vault, supervisor, id, { typed: codeIn(vault.keys, row), at: now() }))
  await whomAsked(vault, supervisor, registrationId)
}

/** Everybody who may see a client's name sees it. */
async function looks(clientId: string) {
  const { pseudonym } = await db.client.findUniqueOrThrow({ where: { id: clientId } })
  const purpose = 'Belde over de afspraak van volgende week.'
  must(await reidentify(vault, on(AFTER), { person: 'client', id: clientId, pseudonym, purpose }))
  must(await copyFor(vault, on(AFTER), clientId))
  await whoSigns(vault, on(AFTER), clientId, { adultFrom: 18 })
}

beforeAll(async () => {
  for (const [place, actor] of [SMIT, SECOND].entries()) {
    const account = { name: `Account ${place}`, role: 'coordinator', passwordHash: 'none' }
    const id = actor.slice('account:'.length)
    await vault.db.account.createMany({ data: { ...account, id, email: `account-${place}@koppel.example` } })
    await startSession(vault.db, id, now())
  }
  const evers = await met('Evers', 'tablet')
  const fokkens = await met('Fokkens', 'paper')
  const { clientId: kept } = await met('Dekker', 'tablet')
  const { clientId: erased } = await met('Hendriks', 'paper')
  const refused = await world.approached('Gerrits')
  const { formId } = must(await signConsent(vault, on(MET), onPaper(refused.registrationId)))
  must(await refuseForm(vault, second(AFTER), { formId, reason: 'unsigned' }))
  const asked = await world.inquired('Berends')
  must(await declineFor(db, on(AFTER), { ...asked, supervisorId: asked.supervisorId ?? '' }))

  await behindLink(evers)
  await looks(evers.clientId)
  const scopes = ['phone', 'approach_again']
  must(
    await withdrawScopesNamed(vault, on(AFTER), {
      clientId: evers.clientId,
      scopes,
      takeBack: (what) => withdrawScopes(db, on(AFTER), what),
      stillTakenBack: (id) => takenBack(db, id),
    }),
  )
  await stop(kept, 'keep')
  await stop(erased, 'erase')
  await stop(fokkens.clientId, 'keep')
  await stop(fokkens.clientId, 'erase', addDays(AFTER, 1))

  const facts = { happened: 'Een brief ging naar een ander', people: 1, consequences: '', measures: '', reason: '' }
  const open = { material: ['names'], reporting: 'open', reportedAt: null, telling: 'not_yet', closedAt: null } as const
  const writing = { occasion: on(AFTER), at: NOON }
  must(await registerBreach(vault, writing, { ...facts, ...open, discoveredAt: NOON.toISOString() }))
  await reconcile(db, on(MONTH_OVER), (places) => signedPerMonth(vault, world.study.id, places))
  const signing = { month: monthOf(MET), seq: 1, remark: 'Een formulier werd geweigerd.' }
  must(await signOff(db, on(MONTH_OVER), signing))
  for (const today of [AFTER, MONTH_OVER, addDays(MONTH_OVER, 400)]) {
    await dailySweep(world.desk, on(today))
    await minute(world.desk, on(today))
    await sendWaitingMail(world.desk, on(today))
    await sendCodes(world.desk)
    await retain(world.desk, on(today), { announced: true })
  }
})

test('after everything that accounts can do no text of one room stands in the other, not even inside a longer one', async () => {
  const { consentForm, breach, letter, device } = vault.db
  expect(await consentForm.count({ where: { checkedByHash: { not: null } } })).toBe(3)
  for (const count of [await breach.count(), await letter.count(), await device.count()])
    expect(count).toBeGreaterThan(0)
  expect(await db.departure.count({ where: { decidedBy: 'account' } })).toBeGreaterThan(3)
  expect(await db.statementSigning.count()).toBe(1)
  expect(await db.retentionReport.count()).toBeGreaterThan(0)
  expect(await sharedTexts(owner)).toEqual([])
})

test('the study’s chain has nothing in common with the vault but who worked', async () => {
  const shared = await sharedWithAudit(owner)
  expect(shared.filter((line) => !line.startsWith('account.id = '))).toEqual([])
  expect(shared).toHaveLength(2)
})

// what the search has to find, put there by hand
const BY_HAND: readonly (readonly [string, RegExp, string])[] = [
  [
    'an account’s id',
    /= inquiry\.reason: [\da-f-]{36}$/,
    `UPDATE study.inquiry SET reason = 'account:' || (SELECT min(id::text) FROM identity.account)`,
  ],
  [
    'a day',
    /^consent_form\.version = .*: \d{4}-\d\d-\d\d$/,
    `UPDATE identity.consent_form SET version = 'form of ' || (SELECT min(left_on)::text FROM study.departure)`,
  ],
  [
    'a form’s id in a link',
    /= mail_envelope\.answer: [\da-f-]{36}$/,
    `UPDATE study.mail_envelope SET answer = (SELECT min('/x/' || id) FROM identity.consent_form)`,
  ],
  [
    'a hash',
    /= inquiry\.reason: [\da-f]{64}$/,
    `UPDATE study.inquiry SET reason = (SELECT 'h:' || min(encode(location_hash, 'hex')) FROM identity.consent_form)`,
  ],
]
test.each(BY_HAND)('%s inside a longer text is found', async (_, line, statement) => {
  expect((await sharedTexts(owner)).filter((one) => line.test(one))).toEqual([])
  await connected(owner, (client) => client.query(statement))
  expect((await sharedTexts(owner)).filter((one) => line.test(one))).not.toEqual([])
})
