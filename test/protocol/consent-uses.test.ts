import { describe, expect, test } from 'vitest'
import { scopesLacking, scopesNeeded, scopesToKeep } from '../../app/protocol/consent'
import { releasable } from '../../app/protocol/released'
import { studyProtocols } from '../../app/protocol/studies/registry'
import { werkalliantie } from '../../app/protocol/studies/werkalliantie'
import type { ConsentUse, StudyProtocol } from '../../app/protocol/study'
import { waveNamed } from '../../app/protocol/waves'

/** Every set of scopes that somebody can have said yes to, the others no. */
const everySet = (scopes: readonly string[]): readonly Record<string, boolean>[] =>
  scopes.reduce<Record<string, boolean>[]>(
    (sets, scope) =>
      sets.flatMap((set) => [
        { ...set, [scope]: false },
        { ...set, [scope]: true },
      ]),
    [{}],
  )

/** Read from protocol §6, not from the study's data: what each use needs. */
const NEEDS: Readonly<Record<ConsentUse, readonly string[]>> = {
  interview: ['take_part', 'pseudonymous_processing'],
  next_wave: ['take_part', 'approach_again'],
  telephone: ['phone'],
  release: ['take_part', 'pseudonymous_processing'],
  release_outcomes: ['take_part', 'pseudonymous_processing', 'register_linkage'],
}
const uses = Object.keys(NEEDS) as ConsentUse[]

describe.each(uses)('%s (protocol §6)', (use) => {
  test.each(everySet(werkalliantie.scopes).map((granted) => [JSON.stringify(granted), granted] as const))(
    '%s',
    (_, granted) => {
      const lacking = NEEDS[use].filter((scope) => !granted[scope])
      expect(scopesLacking(werkalliantie, granted, use)).toEqual(lacking)
      // at the second wave each of them needs, besides, to be asked again
      const again = lacking.includes('approach_again') || granted.approach_again ? [] : ['approach_again']
      expect(scopesLacking(werkalliantie, granted, use, waveNamed(werkalliantie, 'T2'))).toEqual([...lacking, ...again])
      expect(scopesLacking(werkalliantie, granted, use, waveNamed(werkalliantie, 'T1'))).toEqual(lacking)
    },
  )
})

describe.each(studyProtocols.map((study) => [study.code, study as StudyProtocol] as const))('%s', (_, study) => {
  test('is asked for every use, and every scope but those that it cannot ask is asked on its form', () => {
    expect(Object.keys(study.consent.uses).sort()).toEqual([...uses].sort())
    const needed = uses.flatMap((use) => scopesNeeded(study, use))
    expect(needed.filter((scope) => !study.scopes.includes(scope) && scope !== study.registerLinkage)).toEqual([])
    expect(study.scopes.filter((scope) => !needed.includes(scope))).toEqual([])
  })

  test('never asked is not yes, and a yes more never takes anything away', () => {
    for (const use of uses) {
      expect(scopesLacking(study, {}, use)).toEqual(scopesNeeded(study, use))
      for (const granted of everySet(study.scopes))
        for (const scope of study.scopes)
          expect(scopesLacking(study, granted, use)).toEqual(
            expect.arrayContaining([...scopesLacking(study, { ...granted, [scope]: true }, use)]),
          )
    }
    expect(scopesToKeep(study).every((scope) => study.scopes.includes(scope) || scope === study.registerLinkage)).toBe(
      true,
    )
  })
})

test('a release asks the same table', () => {
  const one = { measurements: [], events: [{ event: 'ended', on: '2012-06-01', kind: 'negative', reason: null }] }
  for (const granted of everySet(werkalliantie.scopes)) {
    const released = releasable(werkalliantie, { ...one, granted } as unknown as Parameters<typeof releasable>[1])
    const allowed = scopesLacking(werkalliantie, granted, 'release').length === 0
    expect(released !== null).toBe(allowed)
    if (released) expect(released.linked).toBe(scopesLacking(werkalliantie, granted, 'release_outcomes').length === 0)
    if (released) expect(released.events.length).toBe(released.linked ? 1 : 0)
  }
})
