import type { Field } from '../../../extract/extract'
import { offence } from './choices'
import { field } from './fields'

// the areas of life that a RISc looks at, in words of our own
const AREAS: readonly (readonly [nl: string, en: string])[] = [
  ['Eerdere delicten', 'Earlier offences'],
  ['Huidig delict', 'Present offence'],
  ['Wonen', 'Housing'],
  ['Opleiding en werk', 'Education and work'],
  ['Inkomen en geld', 'Income and money'],
  ['Partner en gezin', 'Partner and family'],
  ['Vrienden en kennissen', 'Friends and acquaintances'],
  ['Drugs', 'Drugs'],
  ['Alcohol', 'Alcohol'],
  ['Gevoelens', 'Feelings'],
  ['Denken en doen', 'Thinking and acting'],
  ['Houding', 'Attitude'],
]

const riscScales: readonly Field[] = AREAS.map(([nl, en], index) => {
  const number = index + 1
  return field(
    `risc_${number}`,
    [
      `RISc ${number}: ${nl}`,
      `RISc ${number}: ${en}`,
      `RISc ${number}`,
      `RISc schaal ${number}`,
      `RISc scale ${number}`,
      `RISc ${nl}`,
      `RISc ${en}`,
    ],
    { reads: { as: 'whole', min: 0, max: 100 } },
  )
})

/** What the register knows of clients besides, kept with its day and source: the scales of the RISc, and their past. */
export const covariates: readonly Field[] = [
  ...riscScales,
  field('offence', ['Delict', 'Offence', 'Soort delict', 'Delictsoort', 'Delictgroep', 'Type of offence', 'Offense'], {
    reads: offence,
  }),
  field(
    'first_police_contact',
    [
      'Leeftijd eerste politiecontact',
      'Age at first police contact',
      'Eerste politiecontact',
      'First police contact',
      'Leeftijd eerste contact politie',
    ],
    { reads: { as: 'whole', min: 0, max: 99 } },
  ),
]
