import { type Group, leftOut, type QuasiIdentifier } from '../../disclosure/quasi-identifier'
import { ageBands, genders, oldestIn } from '../../instruments/choices'
import { RISK_CATEGORIES } from '../../sample'
import type { Item, Words } from '../../study'
import { livingGroups, sanctionGroups, workGroups } from './quasi-groups'

type Option = NonNullable<Item['options']>[number]
const T1 = { wave: 'T1', perspective: 'client' } as const
const T2 = { wave: 'T2', perspective: 'client' } as const
const named = (options: readonly Option[]): Record<string, Words> =>
  Object.fromEntries(options.map(({ name, label }) => [name, label]))

/** The bands of §7.2, of an age in years. */
const bands: readonly Group[] = ageBands.map(({ name, label, code }) => ({
  name,
  label,
  holds: { from: (oldestIn(code - 1) ?? -1) + 1, to: oldestIn(code) ?? Number.POSITIVE_INFINITY },
}))

const wideBands: readonly Group[] = [
  { name: 'to_22', label: { nl: 'tot en met 22 jaar', en: '22 or younger' }, holds: ['under_18', 'from_18_to_22'] },
  {
    name: 'from_23_to_40',
    label: { nl: '23 tot en met 40 jaar', en: '23 to 40' },
    holds: ['from_23_to_30', 'from_31_to_40'],
  },
  {
    name: 'from_41',
    label: { nl: '41 jaar of ouder', en: '41 or older' },
    holds: ['from_41_to_50', 'from_51_to_60', 'from_61'],
  },
]

/**
 * What people around a client know and could recognise the client by (decided). The costs are ours: to leave out what the
 * study compares people by (risk, level, age) is dearest.
 */
export const quasiIdentifiers: readonly QuasiIdentifier[] = [
  {
    name: 'gender',
    cite: '§7.2',
    label: { nl: 'Geslacht', en: 'Gender' },
    from: [{ covariate: 'gender' }, { item: 'gender', ...T1, named: { man: 'male', woman: 'female' } }],
    values: {
      male: { nl: 'Man', en: 'Man' },
      female: { nl: 'Vrouw', en: 'Woman' },
      other: named(genders).other as Words,
    },
    ladder: [leftOut(8)],
  },
  {
    name: 'age',
    cite: '§7.2',
    label: { nl: 'Leeftijd', en: 'Age' },
    from: [{ covariate: 'age_at_start' }, { item: 'age_band', ...T1 }],
    values: {},
    ladder: [
      { name: 'bands', label: { nl: 'in leeftijdsgroepen', en: 'in age bands' }, cost: 1, groups: bands },
      {
        name: 'wide_bands',
        label: { nl: 'in drie leeftijdsgroepen', en: 'in three age bands' },
        cost: 3,
        groups: wideBands,
      },
      leftOut(8),
    ],
  },
  {
    name: 'location',
    cite: '§2',
    label: { nl: 'Locatie', en: 'Location' },
    from: [{ covariate: 'location' }],
    values: {},
    // a place tells the region and the organisation that it belongs to
    tells: ['region', 'organisation'],
    ladder: [leftOut(2)],
  },
  {
    name: 'region',
    cite: '§2',
    label: { nl: 'Regio', en: 'Region' },
    from: [{ covariate: 'region' }],
    values: {},
    ladder: [leftOut(3)],
  },
  {
    name: 'organisation',
    cite: '§2',
    label: { nl: 'Organisatie', en: 'Organisation' },
    from: [{ covariate: 'organisation' }],
    values: {},
    ladder: [leftOut(3)],
  },
  {
    name: 'level',
    cite: '§1',
    label: { nl: 'Toezichtniveau', en: 'Supervision level' },
    from: [{ covariate: 'supervision_level' }],
    values: {},
    ladder: [
      {
        name: 'grouped',
        label: { nl: 'in twee groepen', en: 'in two groups' },
        cost: 2,
        groups: [
          { name: 'levels_1_2', label: { nl: 'niveau 1 of 2', en: 'level 1 or 2' }, holds: { from: 1, to: 2 } },
          { name: 'level_3', label: { nl: 'niveau 3', en: 'level 3' }, holds: { from: 3, to: 3 } },
        ],
      },
      leftOut(6),
    ],
  },
  {
    name: 'risk',
    cite: '§1',
    label: { nl: 'Risicocategorie', en: 'Risk category' },
    from: [{ covariate: 'risk_category' }],
    values: RISK_CATEGORIES,
    ladder: [
      {
        name: 'grouped',
        label: { nl: 'in twee groepen', en: 'in two groups' },
        cost: 3,
        groups: [
          {
            name: 'lower',
            label: { nl: 'Laag of laag gemiddeld', en: 'Low or low-medium' },
            holds: ['low', 'low_medium'],
          },
          {
            name: 'higher',
            label: { nl: 'Hoog gemiddeld of hoog', en: 'High-medium or high' },
            holds: ['high_medium', 'high'],
          },
        ],
      },
      leftOut(10),
    ],
  },
  {
    name: 'sanction',
    cite: '§7.2',
    label: { nl: 'Juridisch kader', en: 'Legal framework' },
    from: [{ item: 'legal_framework', wave: 'T1', perspective: 'supervisor' }],
    ...sanctionGroups,
  },
  {
    name: 'work',
    cite: '§7.2',
    label: { nl: 'Werk', en: 'Work' },
    from: [
      { item: 'work', ...T1 },
      { item: 'work', ...T2 },
    ],
    ...workGroups,
  },
  {
    name: 'living',
    cite: '§7.2',
    label: { nl: 'Woonsituatie', en: 'Living situation' },
    from: [
      { item: 'living', ...T1 },
      { item: 'living', ...T2 },
    ],
    ...livingGroups,
  },
]
