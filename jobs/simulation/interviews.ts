import { signConsent } from '../../app/identity/consent'
import { formInForce } from '../../app/protocol/consent-forms'
import type { Day } from '../../app/protocol/day'
import { batteryNow } from '../../app/protocol/instruments/battery'
import type { Given } from '../../app/protocol/study'
import { waveNamed } from '../../app/protocol/waves'
import { standingOf } from '../../app/records/entries/standing'
import { takeInDraft } from '../../app/records/entries/take-in'
import { noteConditions } from '../../app/records/fieldwork/end-interview'
import { openInterview } from '../../app/records/fieldwork/open-interview'
import { nextPart, seenOf } from '../../app/records/fieldwork/own-draft'
import { turnAway } from '../../app/records/fieldwork/turn-away'
import { handOutVoucher } from '../../app/records/vouchers/booking'
import { afterFirst } from './afterwards'
import { answersTo } from './answers'
import { CHANCES } from './behaviour'
import type { Supervised } from './cast'
import type { Draw } from './draw'
import { asStaff, idsOf, later, type Playing, tried } from './playing'
import { interviewerAt } from './staff'
import { FIRST } from './waves'

/** An interview of this day: the form first, then the gate, then the questions (protocol §3, §6). */
export async function interview(playing: Playing, one: Supervised, wave: string, today: Day): Promise<void> {
  const draw = one.draw(`interview ${wave}`)
  if (wave === FIRST && !(await signs(playing, one, draw, today))) return
  const opened = await gate(playing, one, { wave, draw, failing: null, today })
  if (!opened) return
  one.metFor.add(wave)
  one.contacts += 1
  if (wave === FIRST) afterFirst(playing, one, today)
  await asks(playing, one, { wave, draw, measurementId: opened, stops: draw.chance(CHANCES.brokenOff), today })
}

/** The client turns out not to meet a criterion and is thanked (protocol §2.1, §4.4). */
export async function turnedAway(playing: Playing, one: Supervised, wave: string, criterion: string, today: Day) {
  const draw = one.draw(`gate ${wave}`)
  await gate(playing, one, { wave, draw, failing: criterion, today })
  const { registrationId } = idsOf(one)
  const turned = await turnAway(playing.desk.study, asStaff(playing, today), { registrationId, wave, criterion })
  tried(playing, 'turn_away', turned)
}

async function signs(playing: Playing, one: Supervised, draw: Draw, today: Day): Promise<boolean> {
  const form = formInForce(playing.study.protocol, today)
  if (!form) throw new Error('no form of consent is in force')
  const yes = (likely: number) => (draw.chance(likely) ? 'accepted' : 'declined')
  const phone = yes(CHANCES.phone)
  const signed = await signConsent(playing.desk.vault, asStaff(playing, today), {
    registrationId: idsOf(one).registrationId,
    version: form.version,
    language: 'nl',
    signedOn: today,
    location: one.facts.location,
    way: 'tablet',
    scopes: {
      take_part: 'accepted',
      pseudonymous_processing: 'accepted',
      approach_again: yes(CHANCES.secondAgain),
      phone,
      register_linkage: yes(CHANCES.linkage),
    },
    ...(phone === 'accepted' && { telephone: `06-0000${String(one.place).padStart(6, '0')}` }),
    capacity: Object.fromEntries(form.capacity.questions.map(({ code }) => [code, true])),
    signed: { client: true, interviewer: true, guardian: false },
  })
  return tried(playing, 'sign_consent', signed).ok
}

type AtGate = { readonly wave: string; readonly draw: Draw; readonly failing: string | null; readonly today: Day }

/** The id of what was opened; null when nothing was. */
async function gate(playing: Playing, one: Supervised, { wave, draw, failing, today }: AtGate): Promise<string | null> {
  const { criteria } = waveNamed(playing.study.protocol, wave)
  const opening = {
    registrationId: idsOf(one).registrationId,
    wave,
    contacts: wave === FIRST ? one.contacts + 1 : null,
    findings: Object.fromEntries(criteria.map((name) => [name, name === failing ? 'not_met' : 'met'] as const)),
    language: 'nl' as const,
    seed: draw.whole(0, 2 ** 31 - 1),
    interviewer: interviewerAt(one.lane),
    supervisedBy: null,
  }
  const opened = tried(
    playing,
    'open_interview',
    await openInterview(playing.desk.study, asStaff(playing, today), opening),
  )
  return opened.ok && opened.value.state !== 'not_met' ? opened.value.measurementId : null
}

type Asking = {
  readonly wave: string
  readonly draw: Draw
  readonly measurementId: string
  /** It is broken off halfway, and may be taken up again at a later talk. */
  readonly stops: boolean
  readonly today: Day
}

async function asks(playing: Playing, one: Supervised, { wave, draw, measurementId, stops, today }: Asking) {
  const { study: db } = playing.desk
  const occasion = asStaff(playing, today)
  const answers = answersTo(batteryNow(playing.study.protocol, wave, 'client'), draw)
  const entries = Object.entries(answers)
  const given = stops ? Object.fromEntries(entries.slice(0, entries.length / 2)) : answers
  const standing = await standingOf(db, playing.study, measurementId)
  if (!standing) return
  const part = await nextPart(db, measurementId, standing, seenOf(standing))
  const interviewer = interviewerAt(one.lane)
  const draft = {
    ...part,
    answers: given as Given,
    complete: !stops,
    ...(stops && { brokenOff: true, why: 'no_time' }),
  }
  const taken = await takeInDraft(db, occasion, { measurementId, way: 'interview', enteredBy: interviewer, draft })
  if (!tried(playing, 'take_in_draft', taken).ok) return
  if (stops) {
    if (draw.chance(CHANCES.takenUp))
      later(playing, one, today, draw.whole(7, 14), (on) => takesUpAgain(playing, one, wave, on))
    return
  }
  const unreliable = draw.chance(CHANCES.unreliable) ? 'not_serious' : ''
  const place = draw.among({ office: 97, home: 2, other: 1 })
  const conditions = { measurementId, interviewer, place, thirdPerson: draw.chance(0.05), unreliable }
  tried(playing, 'note_conditions', await noteConditions(db, occasion, conditions))
  const { registrationId } = idsOf(one)
  tried(playing, 'hand_out_voucher', await handOutVoucher(db, occasion, { registrationId, wave, interviewer }))
}

/** At the next talk an interview goes on that was broken off, if that can still be (protocol §3). */
async function takesUpAgain(playing: Playing, one: Supervised, wave: string, today: Day): Promise<void> {
  const draw = one.draw(`again ${wave}`)
  const opened = await gate(playing, one, { wave, draw, failing: null, today })
  if (!opened) return
  one.contacts += 1
  await asks(playing, one, { wave, draw, measurementId: opened, stops: false, today })
}
