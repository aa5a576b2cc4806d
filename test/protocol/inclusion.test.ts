import { describe, expect, test } from 'vitest'
import { day } from '../../app/protocol/day'
import { type Approval, missingApprovals, placeOn, takesIn } from '../../app/protocol/inclusion'
import { stillInTime } from '../../app/protocol/still-in-time'
import { talkAid } from '../../app/protocol/studies/talk-aid'
import { werkalliantie } from '../../app/protocol/studies/werkalliantie'

const alkmaar = { region: 'Noord-Holland', location: 'Alkmaar' }
const haarlem = { region: 'Noord-Holland', location: 'Haarlem' }
const on = day('2012-03-01')

const approval = (kind: Approval['kind'], more: Partial<Approval> = {}): Approval => ({
  kind,
  region: null,
  location: null,
  grantedOn: day('2012-01-01'),
  untilOn: null,
  endedOn: null,
  ...more,
})
const everywhere = [approval('ethics'), approval('national'), approval('regional')]

describe('approvals (protocol §2.1)', () => {
  const missing = (recorded: readonly Approval[], place = alkmaar, at = on) =>
    missingApprovals(werkalliantie, recorded, place, at)

  test('stop nobody while none is recorded, and then all are needed', () => {
    expect(missing([])).toEqual([])
    expect(missing([approval('ethics')])).toEqual(['national', 'regional'])
    expect(missing(everywhere)).toEqual([])
    expect(missingApprovals(talkAid, [approval('ethics')], alkmaar, on)).toEqual([])
  })

  test('hold where they were given', () => {
    const given = (more: Partial<Approval>) => [approval('ethics'), approval('national'), approval('regional', more)]
    expect(missing(given({ region: 'Noord-Holland' }))).toEqual([])
    expect(missing(given({ region: 'Utrecht' }))).toEqual(['regional'])
    const here = { region: 'Noord-Holland', location: 'Alkmaar' }
    expect([missing(given(here)), missing(given(here), haarlem)]).toEqual([[], ['regional']])
  })

  test('hold from the day they were given to the last one, both included, and not on the day they were taken back', () => {
    const given = approval('ethics', { grantedOn: day('2012-03-01'), untilOn: day('2012-03-31') })
    const at = (text: string, ethics = given) =>
      missing([approval('national'), approval('regional'), ethics], alkmaar, day(text)).length === 0
    expect(['2012-02-29', '2012-03-01', '2012-03-31', '2012-04-01'].map((text) => at(text))).toEqual([
      false,
      true,
      true,
      false,
    ])
    const back = { ...given, endedOn: day('2012-03-10') }
    expect([at('2012-03-09', back), at('2012-03-10', back)]).toEqual([true, false])
  })
})

describe('inclusion periods (protocol §2.1)', () => {
  const periods = werkalliantie.inclusionPeriods
  const registered = (region: string, text: string) => takesIn(periods, region, day(text))

  test('are those of the publications', () => {
    expect([registered('Utrecht', '2011-11-14'), registered('Utrecht', '2011-11-15')]).toEqual([false, true])
    expect([registered('Brabant', '2012-02-29'), registered('Brabant', '2012-03-01')]).toEqual([false, true])
    expect([registered('Rotterdam', '2012-11-28'), registered('Rotterdam', '2012-11-29')]).toEqual([true, false])
    expect(registered('Limburg', '2012-06-01')).toBe(false)
    expect(takesIn([], 'Limburg', day('2012-06-01'))).toBe(true)
    expect(takesIn([{ region: 'Limburg', from: on, until: null }], 'Limburg', day('2099-01-01'))).toBe(true)
  })

  test('count on the day of registration, approvals on the day of asking', () => {
    const at = (registeredOn: string, today: string) =>
      placeOn(
        werkalliantie,
        { approvals: everywhere, periods },
        { ...alkmaar, registeredOn: day(registeredOn) },
        day(today),
      )
    expect(at('2012-11-28', '2012-12-20')).toBe('open')
    expect(at('2012-01-16', '2012-02-20')).toBe('outside_inclusion_period')
    expect(at('2012-01-17', '2011-12-31')).toBe('location_not_open')
  })
})

describe('a case that waits', () => {
  const within = (since: { startedOn: string | null; registeredOn: string }, at: string) =>
    stillInTime(
      werkalliantie,
      { startedOn: since.startedOn === null ? null : day(since.startedOn), registeredOn: day(since.registeredOn) },
      day(at),
    )

  test('comes back up to 42 days after the start, or the registration of what has not started', () => {
    const started = { startedOn: '2012-03-01', registeredOn: '2012-01-01' }
    expect([within(started, '2012-04-12'), within(started, '2012-04-13')]).toEqual([true, false])
    const waiting = { startedOn: null, registeredOn: '2012-03-01' }
    expect([within(waiting, '2012-04-12'), within(waiting, '2012-04-13')]).toEqual([true, false])
  })
})
