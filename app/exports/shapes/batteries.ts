import type { Place } from '../../protocol/released'
import { type Instrument, PERSPECTIVES, type Perspective } from '../../protocol/study'
import { named } from './named'
import { agree, type Question, questionsOf } from './question'
import { SIDES } from './score-columns'
import type { Making } from './seen'

/** What was chosen of what a side was ever asked at a wave. */
export const chosenBattery = ({ asked, chosen: { instruments } }: Making, { wave, who }: Place): Instrument[] =>
  asked(wave, who).filter(({ name }) => instruments === null || instruments.includes(name))

/** The waves that were chosen, both sides of each. */
export const chosenPlaces = ({ study, chosen }: Making): Place[] =>
  study.waves
    .filter(({ name }) => chosen.waves.includes(name))
    .flatMap(({ name }) => PERSPECTIVES.map((who) => ({ wave: name, who })))

/** A question that shares one variable wherever it is asked, what it is called, and where that is. */
export type SharedQuestion = {
  readonly name: string
  readonly question: Question
  readonly isAskedAt: (wave: string, who: Perspective) => boolean
  readonly sides: ReadonlySet<Perspective>
  readonly places: readonly Place[]
}

/**
 * The questions of all chosen waves and both sides in tables where these are rows. What has the same code shares a variable
 * unless the codes of its answers contradict each other: then each way of asking has one of its own. Names begin with
 * `q_`, so that no question takes the name of a key.
 */
export function sharedQuestions(making: Making): SharedQuestion[] {
  const groups: { question: Question; readonly places: Place[] }[] = []
  for (const place of chosenPlaces(making))
    for (const question of questionsOf(chosenBattery(making, place))) {
      const group = groups.find((one) => one.question.code === question.code && agree(one.question, question))
      if (!group) groups.push({ question, places: [place] })
      else {
        group.places.push(place)
        group.question = { ...question, versions: [...group.question.versions, ...question.versions] }
      }
    }
  return groups.map(({ question, places }, at) => {
    const isFirst = groups.findIndex((one) => one.question.code === question.code) === at
    const [{ wave, who }] = places as [Place, ...Place[]]
    const asked = new Set(places.map((place) => `${place.wave} ${place.who}`))
    return {
      name: isFirst ? named('q', question.code) : named('q', question.code, wave, SIDES[who].name),
      question,
      isAskedAt: (atWave, by) => asked.has(`${atWave} ${by}`),
      sides: new Set(places.map((place) => place.who)),
      places,
    }
  })
}
