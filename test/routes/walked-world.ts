import { Readable } from 'node:stream'
import type { Address } from '../../app/access/pages'
import { registerBreach } from '../../app/identity/breaches'
import { signConsent } from '../../app/identity/consent'
import { signedPerMonth } from '../../app/identity/counted'
import { interviewerAccounts } from '../../app/identity/interviewers'
import { receiveUpload } from '../../app/identity/uploads'
import { now } from '../../app/platform/clock'
import { newId } from '../../app/platform/id'
import { addDays, monthOf, toColumn } from '../../app/protocol/day'
import { wholeRelease } from '../../app/protocol/release-spec'
import { issueFeed } from '../../app/records/appointments/feed'
import { raiseDeviation } from '../../app/records/deviations/by-hand'
import { takeInDraft } from '../../app/records/entries/take-in'
import { beginImport, chooseMapping, fileReceived } from '../../app/records/imports'
import { issueLinks } from '../../app/records/links/issued'
import { reconcile } from '../../app/records/reconciliation/reconcile'
import { askRelease, decideRelease } from '../../app/records/releases/verbs'
import { makeRelease } from '../../jobs/release/job'
import type { House } from '../e2e/house'
import { KNOWN_SO_FAR } from '../identity/breach'
import { onPaper } from '../identity/forms'
import { MET } from '../people'
import { connected } from '../platform/connect'
import { must, namedWorld, type World } from '../world'

/** Addresses with a place for something in them. */
type Placed = Extract<Address, `${string}:${string}`>

/**
 * A study in which there is something behind every address with a place in it: a pair that is to be met today, whose
 * paper form waits for its check, a month that was compared, a breach, a mail of the demo and a question by link. Gives
 * each address with what is there filled in.
 */
export async function walkedWorld({ database, desk }: House): Promise<(address: Address) => string> {
  const world = await namedWorld(database)
  const held = await world.interviewed('Evers')
  const { registrationId } = await world.approached('Fokkens')
  const { formId } = must(await signConsent(world.vault, world.on(MET), onPaper(registrationId)))
  const { pseudonym } = await world.db.dyad.findUniqueOrThrow({ where: { registrationId } })
  const asked = (await world.inquired('Aalders')).registrationId
  const inquiry = await world.db.inquiry.findUniqueOrThrow({ where: { registrationId: asked } })
  const later = world.on(addDays(MET, 20))
  await reconcile(world.db, later, (locations) => signedPerMonth(world.vault, world.study.id, locations))
  const breach = must(await registerBreach(world.vault, { occasion: world.on(MET), at: now() }, BREACH))
  const studyId = world.study.id
  const mail = { id: newId(), studyId, envelopeId: newId(), pseudonym, day: toColumn(MET), subject: '-', text: '-' }
  await world.db.demoMessage.createMany({ data: [mail] })
  await connected(database.urls.owner, (owner) =>
    owner.query('INSERT INTO study.clock (study_id, today, target) VALUES ($1, $2, $2)', [studyId, MET]),
  )
  const file = await lookedThrough(world)
  const month = monthOf(MET)
  const sentTo = { kind: 'inquiry', id: inquiry.id, supervisorId: inquiry.askedId } as const
  const answer = `/answer/${(await issueLinks(world.db, later, desk.linkKey, [sentTo]))[0]}`
  const questionnaire = await world.db.measurement.findFirstOrThrow({
    where: { studyId: world.study.id, perspective: 'supervisor' },
  })
  const supervisor = await world.db.supervisor.findUniqueOrThrow({ where: { id: inquiry.supervisorId } })
  const told = { kind: 'other', pseudonym, location: '', on: MET, remark: 'By hand.' }
  const deviation = must(await raiseDeviation(world.db, world.on(MET), told))
  const query = await doubted(world, held.registrationId)
  const released = await letGo(world)
  const begun = await world.db.dyad.findUniqueOrThrow({ where: { registrationId: held.registrationId } })
  const interview = `/interview/${begun.pseudonym}`
  const there = {
    '/cases/:id': `/cases/${registrationId}`,
    '/dyads/:pseudonym': `/dyads/${pseudonym}`,
    '/visit/:pseudonym': `/visit/${pseudonym}`,
    '/consent/:pseudonym': `/consent/${pseudonym}`,
    '/consent/:pseudonym/letter': `/consent/${pseudonym}/letter`,
    '/consent/:pseudonym/letter/pdf': `/consent/${pseudonym}/letter/pdf`,
    '/consent/:pseudonym/sign': `/consent/${pseudonym}/sign`,
    '/consent/:pseudonym/paper': `/consent/${pseudonym}/paper`,
    '/consent/:pseudonym/paper/pdf': `/consent/${pseudonym}/paper/pdf?version=tablet-1`,
    '/consent/:pseudonym/copy': `/consent/${pseudonym}/copy`,
    '/consents/:id': `/consents/${formId}`,
    '/consents/:id/scan': `/consents/${formId}/scan`,
    '/questionnaires/:id': `/questionnaires/${questionnaire.id}`,
    '/withdraw/:pseudonym': `/withdraw/${pseudonym}`,
    '/reconciliation/:month': `/reconciliation/${month}`,
    '/reconciliation/:month/csv': `/reconciliation/${month}/csv`,
    '/privacy/breaches/:id': `/privacy/breaches/${breach}`,
    '/access/:pseudonym': `/access/${pseudonym}`,
    '/access/:pseudonym/file': `/access/${pseudonym}/file`,
    '/interview/:pseudonym': interview,
    '/interview/:pseudonym/ask': `${interview}/ask?item=gender`,
    '/interview/:pseudonym/end': `${interview}/end`,
    '/interview/:pseudonym/incident': `${interview}/incident`,
    '/interview/:pseudonym/sheet': `${interview}/sheet`,
    '/conflicts/:id': `/conflicts/${await twice(world, query.measurementId)}`,
    '/calendar/:pseudonym': `/calendar/${pseudonym}`,
    '/feed/:token': `/feed/${must(await issueFeed(world.db, world.on(MET), 'I1')).token}`,
    '/interviewers/:code': '/interviewers/I1',
    '/follow-up/:pseudonym': `/follow-up/${begun.pseudonym}`,
    '/deviations/:id': `/deviations/${deviation.id}`,
    '/releases/:number': `/releases/${released}`,
    '/releases/:number/file': `/releases/${released}/file?name=wide.csv`,
    '/releases/:number/zip': `/releases/${released}/zip`,
    '/queries/:id': `/queries/${query.id}`,
    '/paper/:id': `/paper/${query.measurementId}`,
    '/mailbox/:id': `/mailbox/${mail.id}`,
    '/instruments/:pin': '/instruments/wa-gk-client%401',
    '/instruments/:pin/csv': '/instruments/wa-gk-client%401/csv',
    '/imports/:id': `/imports/${file}`,
    '/imports/:id/refused': `/imports/${file}/refused`,
    '/cases/:id/inquiry': `/cases/${asked}/inquiry`,
    '/supervisors/:pseudonym': `/supervisors/${supervisor.pseudonym}`,
    '/answer/:token': answer,
    '/answer/:token/rights': `${answer}/rights`,
    '/answer/:token/rights/answers': `${answer}/rights/answers`,
  } satisfies Record<Placed, string>
  return (address) => (isPlaced(address) ? there[address] : address)
}

/** A release that was made, and that the privacy officer of the demo let go. */
async function letGo({ db, vault, desk, study, on, interviewed, answered }: World): Promise<number> {
  await interviewed('Gerrits')
  must(await answered('Gerrits', 'client'))
  const spec = { ...wholeRelease(study.protocol, 'analysis'), formats: ['csv'] } as const
  const { releaseId, number } = must(await askRelease(db, on(MET), spec))
  await makeRelease(desk, releaseId)
  const { id } = await vault.db.account.findFirstOrThrow({ where: { role: 'privacy_officer' } })
  const override = 'It is for a test of addresses only.'
  must(await decideRelease(db, { ...on(MET), actor: `account:${id}` }, { releaseId, approve: true, override }))
  return number
}

/** An interview that was filled in on two devices: the entry that waits to be decided. */
async function twice({ db, on }: World, measurementId: string): Promise<string> {
  const draft = { draftSeq: 1, base: null, answers: {}, complete: false }
  for (const answers of [{ gender: 1 }, { gender: 2 }]) {
    const handed = {
      measurementId,
      way: 'interview',
      enteredBy: 'I1',
      draft: { ...draft, draftId: newId(), answers },
    } as const
    must(await takeInDraft(db, on(MET), handed))
  }
  const aside = await db.entry.findFirstOrThrow({ where: { measurementId, state: 'aside' } })
  return aside.id
}

/** A question about an interview that the interviewer of the demo held. */
async function doubted({ db, vault, study, qualified }: World, registrationId: string) {
  const [account] = await interviewerAccounts(vault, study.id)
  await qualified('I1', { account: account?.hash ?? null })
  const measurement = await db.measurement.findFirstOrThrow({ where: { registrationId, perspective: 'client' } })
  await db.measurement.update({ where: { id: measurement.id }, data: { interviewer: 'I1' } })
  const asked = { id: newId(), studyId: study.id, measurementId: measurement.id, rule: 'too_fast', item: '' }
  await db.query.createMany({ data: [{ ...asked, raisedBy: 'rule', raisedOn: toColumn(MET) }] })
  return asked
}

/** A file that was looked through, with a row that was refused. */
async function lookedThrough({ db, vault, study, on }: World): Promise<string> {
  const { importId } = must(await beginImport(db, on(MET), { kind: 'replies', way: 'browser' }))
  const sent = Readable.from([
    Buffer.from('Toezichtnummer;Datum antwoord;Is toezichthouder\nT1;12-03-2012;misschien\n'),
  ])
  must(await receiveUpload(vault, on(MET), { importId, name: 'antwoorden.csv', most: 1_000 }, sent))
  must(await fileReceived(db, on(MET), importId))
  const mapping = { columns: {}, values: {}, days: 'dmy' } as const
  must(await chooseMapping(db, on(MET), importId, { reading: { mapping, chosen: {} }, past: true }))
  await db.intakeImport.update({
    where: { id: importId, studyId: study.id },
    data: { state: 'checked', refusedCount: 1 },
  })
  const refused = { importId, line: 2, column: 'Is toezichthouder', code: 'unknown_value' }
  await db.importRefusal.createMany({ data: [refused] })
  return importId
}

const isPlaced = (address: Address): address is Placed => address.includes(':')

const BREACH = {
  happened: 'Een lijst lag in de trein',
  discoveredAt: '2012-03-12T09:30:00.000Z',
  ...KNOWN_SO_FAR,
}
