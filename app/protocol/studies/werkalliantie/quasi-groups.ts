import { leftOut, type QuasiIdentifier } from '../../disclosure/quasi-identifier'
import { backgroundSupervisor } from '../../instruments/background-supervisor'
import { situation } from '../../instruments/situation'
import type { Item, Words } from '../../study'

type Told = Pick<QuasiIdentifier, 'values' | 'ladder'>

/** The options of a question by name. */
const valuesOf = (items: readonly Item[], code: string): Record<string, Words> =>
  Object.fromEntries(items.find((item) => item.code === code)?.options?.map(({ name, label }) => [name, label]) ?? [])

/** The legal framework: what a court decided, against what came before or after it (protocol §7.2). */
export const sanctionGroups: Told = {
  values: valuesOf(backgroundSupervisor.items, 'legal_framework'),
  ladder: [
    {
      name: 'grouped',
      label: { nl: 'in twee groepen', en: 'in two groups' },
      cost: 2,
      groups: [
        {
          name: 'sentence',
          label: { nl: 'Voorwaardelijke veroordeling', en: 'Conditional sentence' },
          holds: ['conditional_sentence'],
        },
        {
          name: 'other_framework',
          label: { nl: 'Een ander kader', en: 'Another framework' },
          holds: ['conditional_release', 'conditional_suspension', 'other'],
        },
      ],
    },
    leftOut(4),
  ],
}

export const workGroups: Told = {
  values: valuesOf(situation, 'work'),
  ladder: [
    {
      name: 'grouped',
      label: { nl: 'in twee groepen', en: 'in two groups' },
      cost: 2,
      groups: [
        {
          name: 'work_or_school',
          label: { nl: 'Betaald werk of opleiding', en: 'Paid work or training' },
          holds: ['paid', 'school'],
        },
        {
          name: 'no_paid_work',
          label: { nl: 'Geen betaald werk of opleiding', en: 'No paid work or training' },
          holds: ['unpaid', 'none', 'other'],
        },
      ],
    },
    leftOut(4),
  ],
}

export const livingGroups: Told = {
  values: valuesOf(situation, 'living'),
  ladder: [
    {
      name: 'grouped',
      label: { nl: 'in drie groepen', en: 'in three groups' },
      cost: 2,
      groups: [
        {
          name: 'with_family',
          label: { nl: 'Met partner, kinderen of familie', en: 'With partner, children or relatives' },
          holds: ['own_family', 'parents'],
        },
        {
          name: 'not_with_family',
          label: { nl: 'Alleen of met anderen', en: 'Alone or with others' },
          holds: ['alone', 'with_others'],
        },
        {
          name: 'no_own_home',
          label: { nl: 'Opvang, geen vaste plek of anders', en: 'Shelter, no fixed place or otherwise' },
          holds: ['supported', 'no_home', 'other'],
        },
      ],
    },
    leftOut(4),
  ],
}
