import { randomUUID } from 'node:crypto'
import type { Day } from '../../app/protocol/day'
import { batteryNow } from '../../app/protocol/instruments/battery'
import { takeInDraft } from '../../app/records/entries/take-in'
import { answersTo } from './answers'
import { QUESTIONNAIRES } from './behaviour'
import type { Supervised } from './cast'
import type { Draw } from './draw'
import { daysToAnswer } from './inquiries'
import { asSupervisor, later, type Playing, tried } from './playing'

type Link = { readonly wave: string; readonly measurementId: string; readonly raterId: string }

/** A supervisor found the link of a questionnaire in their mail (protocol §3): they fill it in on a day, or never. */
export function sent(playing: Playing, one: Supervised, link: Link, today: Day): void {
  const rates = QUESTIONNAIRES[link.wave as keyof typeof QUESTIONNAIRES]
  const draw = one.draw(`questionnaire ${link.wave}`)
  if (draw.among(rates[one.metFor.has(link.wave) ? 'met' : 'not_met']) === 'silent') return
  later(playing, one, today, daysToAnswer(draw), (on) => fillIn(playing, draw, link, on))
}

async function fillIn(playing: Playing, draw: Draw, { wave, measurementId, raterId }: Link, today: Day): Promise<void> {
  const answers = answersTo(batteryNow(playing.study.protocol, wave, 'supervisor'), draw)
  const draft = { draftId: randomUUID(), draftSeq: 1, base: null, answers, complete: true, language: 'nl' as const }
  const occasion = asSupervisor(playing, raterId, today)
  const taken = await takeInDraft(playing.desk.study, occasion, { measurementId, way: 'link', enteredBy: null, draft })
  tried(playing, 'take_in_draft', taken)
}
