import { describe, expect, test } from 'vitest'
import { judgeCriteria } from '../../app/protocol/criteria'
import { type Day, day } from '../../app/protocol/day'
import { reasonNamed, stepOfReply } from '../../app/protocol/reasons'
import { unknownInRegister } from '../../app/protocol/register'
import { reliability } from '../../app/protocol/scale-figures'
import { dyadDifference, scaleDefinitionNamed, score } from '../../app/protocol/scoring'
import { pearson, describe as summary } from '../../app/protocol/statistics'
import { werkalliantie } from '../../app/protocol/studies/werkalliantie'
import type { OutcomeFacts, Perspective } from '../../app/protocol/study'
import { expected, itemsOf, lapsesOf, rowsOf, type Summary } from './cohort'
import { deriveOutcome, outcomeRule } from './outcome-rule'

const perspectiveOf = (key: string) => (key.startsWith('client') ? 'client' : 'supervisor') satisfies Perspective
const fileOf = (key: string) => `answers-${key.split('_').reverse().join('-')}`
const published = scaleDefinitionNamed(werkalliantie, 'published')

const scoresOf = (key: string) =>
  new Map(rowsOf(fileOf(key)).map((row) => [row.supervision, score(published, perspectiveOf(key), itemsOf(row))]))
const close = (given: number | null | undefined, to: number, digits = 4) =>
  expect(Math.abs((given ?? Number.NaN) - to)).toBeLessThanOrEqual(0.5000001 * 10 ** -digits)
const closeSummary = (values: readonly number[], to: Summary) => {
  const given = summary(values)
  for (const [name, value] of Object.entries(to)) close(given[name as keyof Summary], value)
}

describe('the rules on the published cohort', () => {
  test.each(Object.keys(expected.scores))('give the scores and reliabilities of %s', (key) => {
    const scores = [...scoresOf(key).values()]
    for (const [name, to] of Object.entries(expected.scores[key] ?? {}))
      closeSummary(
        scores.flatMap((one) => one[name] ?? []),
        to,
      )
    const alpha = scaleDefinitionNamed(werkalliantie, 'alpha')
    const found = reliability(alpha, perspectiveOf(key), rowsOf(fileOf(key)).map(itemsOf))
    for (const [name, to] of Object.entries(expected.alpha[key] ?? {})) close(found[name]?.alpha, to)
  })

  test('give a dozen clients their own scores', () => {
    const scores = scoresOf('client_t1')
    for (const [supervision, to] of Object.entries(expected.per_supervision))
      for (const [name, value] of Object.entries(to)) close(scores.get(supervision)?.[name], value, 6)
  })

  test.each(Object.keys(expected.dyads))('give the differences within dyads at %s', (wave) => {
    const [clients, supervisors] = [scoresOf(`client_${wave}`), scoresOf(`supervisor_${wave}`)]
    for (const [name, to] of Object.entries(expected.dyads[wave] ?? {})) {
      const pairs = [...clients].flatMap(([supervision, scores]) => {
        const [client, supervisor] = [scores[name], supervisors.get(supervision)?.[name]]
        return client == null || supervisor == null ? [] : [[client, supervisor] as const]
      })
      const { n, r } = pearson(pairs)
      expect(n).toBe(to.n)
      close(r, to.r)
      const differences = pairs.flatMap(([client, supervisor]) => dyadDifference(client, supervisor) ?? [])
      closeSummary(
        differences.map(({ absolute }) => absolute),
        to.absolute,
      )
      closeSummary(
        differences.map(({ relative }) => relative),
        to.relative,
      )
    }
  })

  test('sort the replies by criterion and judgement', () => {
    const register = new Map(rowsOf('instroom').map((row) => [row.Toezichtnummer, row]))
    const left: Record<'criteria' | 'supervisor_judgement', Record<string, number>> = {
      criteria: {},
      supervisor_judgement: {},
    }
    for (const reply of rowsOf('replies')) {
      const row = register.get(reply.supervision)
      const judged = judgeCriteria(werkalliantie, {
        status: 'running',
        startedOn: day(row?.['Startdatum toezicht']?.split('-').reverse().join('-') ?? ''),
        modality: row?.Modaliteit === 'Anders' ? 'other' : 'conditional',
        electronicMonitoring: row?.['Elektronisch toezicht'] === 'J',
        penitentiaryProgramme: row?.['Penitentiair programma'] === 'J',
        isSupervisor: reply.is_supervisor === 'yes',
        contacts: Number(reply.contacts),
        reason: reply.reason || null,
      })
      expect(judged.verdict).not.toBe('unknown')
      const judgement = reply.reason && stepOfReply(werkalliantie, reply.reason) === 'judgement' ? reply.reason : null
      const [group, reason] =
        judged.reason !== null ? (['criteria', judged.reason] as const) : (['supervisor_judgement', judgement] as const)
      if (reason) left[group][reason] = (left[group][reason] ?? 0) + 1
    }
    expect(left).toEqual({
      criteria: expected.not_included.criteria,
      supervisor_judgement: expected.not_included.supervisor_judgement,
    })
  })

  test('give each outcome to the same supervisions', () => {
    const [interviews, questionnaires] = [rowsOf('answers-t2-client'), rowsOf('answers-t2-supervisor')]
    const events = rowsOf('uitstroom').map(({ supervision, on = '', event = '', kind, reason }) => {
      const fact = { event, on: day(on), kind: kind || null, reason: reason || null }
      expect(unknownInRegister(werkalliantie, fact)).toBeNull()
      return { supervision, fact }
    })
    const followedTo = day(
      events
        .map(({ fact }) => fact.on)
        .sort()
        .at(-1) ?? '',
    )
    const found: Record<string, string[]> = Object.fromEntries(
      Object.keys(expected.outcome_ids).map((name) => [name, []]),
    )
    for (const row of rowsOf('instroom')) {
      const supervision = row.Toezichtnummer ?? ''
      const started = row['Startdatum toezicht']
      if (!started) continue
      const interview = interviews.find((one) => one.supervision === supervision)
      const questionnaire = questionnaires.find((one) => one.supervision === supervision)
      const facts: OutcomeFacts = {
        startedOn: day(started.split('-').reverse().join('-')),
        events: events.filter((one) => one.supervision === supervision).map(({ fact }) => fact),
        held: interview ? { T2: interview.on as Day } : {},
        lapses: questionnaire && { on: questionnaire.on as Day, answers: lapsesOf(questionnaire) },
        followedTo,
      }
      for (const [name, supervisions] of Object.entries(found))
        if (deriveOutcome(outcomeRule(werkalliantie, name), facts).value === 'yes') supervisions.push(supervision)
    }
    for (const [name, supervisions] of Object.entries(expected.outcome_ids))
      expect(found[name]?.sort()).toEqual([...supervisions].sort())
  })

  test('have words for each reason, in the group that counts it', () => {
    const steps: Readonly<Record<string, string>> = {
      register: 'register',
      criteria: 'criteria',
      supervisor_judgement: 'judgement',
      refused: 'approach',
      no_show_three_times: 'approach',
      practical: 'approach',
      no_reply: 'inquiry',
    }
    expect(Object.keys(expected.not_included).sort()).toEqual(Object.keys(steps).sort())
    for (const [group, counts] of Object.entries(expected.not_included))
      for (const code of typeof counts === 'number' ? [group] : Object.keys(counts))
        expect(reasonNamed(werkalliantie, steps[group] ?? '', code)?.group).toBe(group)
    for (const code of Object.keys(expected.t2.lost)) expect(reasonNamed(werkalliantie, 'T2', code)?.group).toBe('lost')
  })
})
