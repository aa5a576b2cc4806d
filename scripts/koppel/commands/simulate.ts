import { stderr } from 'node:process'
import { report } from '../../../jobs/simulation/report'
import { simulate } from '../../../jobs/simulation/simulate'
import { type Arguments, UsageError } from '../arguments'
import { answer, type Command, refusedAnswer } from '../command'
import { withSession } from '../session'
import { refusalAnswer } from '../words'

/** After how many days it is said how far it is. */
const SAID_EVERY = 100

export const simulateCommand: Command = {
  words: ['simulate'],
  options: {
    registrations: { value: 'N', required: true },
    seed: { value: 'S', required: true },
    days: { value: 'D', required: true },
  },
  about: 'a new study of invented people, played through the same verbs and jobs; says what it broke (nothing)',
  run: (given) => {
    const size = {
      registrations: wholeOption(given, 'registrations', 1),
      seed: wholeOption(given, 'seed', 0),
      days: wholeOption(given, 'days', 1),
    }
    return withSession(
      given,
      async ({ desk }) => {
        const begun = performance.now()
        let played = 0
        const simulated = await simulate(desk, size, (day) => {
          played += 1
          if (played % SAID_EVERY === 0) stderr.write(`${day}: ${played} of ${size.days} days\n`)
        })
        if (!simulated.ok) return refusalAnswer(simulated.refusal)
        const seconds = (performance.now() - begun) / 1000
        const { study, playedTo } = simulated.value
        const about = {
          ...{ study: study.code, played_to: playedTo, ...size },
          wall_seconds: Math.round(seconds * 10) / 10,
          registrations_per_second: Math.round((size.registrations / seconds) * 100) / 100,
        }
        const found = { ...about, ...(await report(desk, simulated.value)) }
        if (found.broken === 0) return answer(found)
        const names = found.invariants.filter(({ broken }) => broken > 0).map(({ name }) => name)
        return refusedAnswer('invariants_broken', `What always holds does not: ${names.join(', ')}.`, found)
      },
      // a simulation that dies is done again from its first day
      { hasty: true },
    )
  },
}

function wholeOption(given: Arguments, name: string, least: number): number {
  const value = Number(given.option(name))
  if (!Number.isSafeInteger(value) || value < least)
    throw new UsageError(`--${name} takes a whole number from ${least}`)
  return value
}
