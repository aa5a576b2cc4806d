import { LAPSE_CODES } from '../../../app/protocol/instruments/lapses'
import type { Perspective } from '../../../app/protocol/study'
import { holdInterview } from '../../../app/records/fieldwork/interview'
import { takeInQuestionnaire } from '../../../app/records/fieldwork/questionnaire'
import { filled, isoDay, oneOf, optional, type Reader, whole } from '../column'
import { cohortFile, type Stage } from '../file'

const ITEMS = [
  '01',
  '04',
  '05',
  '06',
  '07',
  '08',
  '10',
  '11',
  '13',
  '14',
  '17',
  '18',
  '19',
  '20',
  '21',
  '26',
  '27',
  '30',
  '32',
]
const SUPERVISOR_ONLY = ['23', '24', '25']
const LAPSES = ['formal_consultation', 'official_warning', 'instruction', 'late_without_notice', 'did_not_appear']

type Answered = { readonly supervision: string; readonly on: ReturnType<typeof isoDay> } & {
  readonly [code: string]: number | string | null
}

/** Agreement items and the mark of one side at one wave; the supervisor's second has the lapse questions too. */
function columnsOf(wave: string, perspective: Perspective): Record<string, Reader<unknown>> {
  const items = perspective === 'supervisor' ? [...ITEMS, ...SUPERVISOR_ONLY] : ITEMS
  const lapses = wave === 'T2' && perspective === 'supervisor' ? LAPSES : []
  return Object.fromEntries<Reader<unknown>>([
    ['supervision', filled],
    ['on', isoDay],
    ...items.map((number) => [`i${number}`, optional(whole(1, 7))] as const),
    ['mark', optional(whole(1, 10))],
    ...lapses.map((code) => [code, optional(oneOf(LAPSE_CODES))] as const),
  ])
}

const answersFile = (wave: string, perspective: Perspective, order: number) =>
  cohortFile({
    name: `answers-${wave.toLowerCase()}-${perspective}.csv`,
    delimiter: ',',
    encoding: 'utf-8',
    columns: columnsOf(wave, perspective),
    number: 'supervision',
    day: 'on',
    order: () => order,
    play: (stage, cells) => play(stage, wave, perspective, cells as Answered),
  })

/** The second wave's client answers are the interview itself: the files have no other row for it. */
async function play(
  { desk, occasion, registrationId }: Stage,
  wave: string,
  perspective: Perspective,
  cells: Answered,
) {
  const { supervision: _, on, ...cell } = cells
  const answers = Object.fromEntries(
    Object.entries(cell).filter((entry): entry is [string, number] => typeof entry[1] === 'number'),
  )
  if (perspective === 'client' && wave !== 'T1') {
    const request = `${occasion.request}:interview`
    const interview = { registrationId, wave, on, contacts: null, interviewer: null, minutes: null }
    const held = await holdInterview(desk.study, { ...occasion, request }, interview)
    if (!held.ok && held.refusal.code !== 'already_done') return held
  }
  return takeInQuestionnaire(desk.study, occasion, { registrationId, wave, perspective, on, answers })
}

/** Clients' and supervisors' answers at both waves (protocol §7). */
export const answersFiles = [
  answersFile('T1', 'client', 5),
  answersFile('T1', 'supervisor', 6),
  answersFile('T2', 'client', 7),
  answersFile('T2', 'supervisor', 8),
]
