import { expect, test } from 'vitest'
import { isAnswer } from '../../../app/protocol/instruments/instrument'
import { typedNumber } from '../../../app/protocol/instruments/typed'
import type { Item } from '../../../app/protocol/study'
import { NO_ANSWER } from '../../../app/protocol/study'
import { answersWith, fieldOf as fieldOfLink } from '../../../app/routes/answer.$token/filled'
import { fieldOf as fieldOfPaper, readPaper } from '../../../app/routes/paper_.$id/read'
import { answerField, answerIn } from '../../../app/routes/talk/answer-in'

const text = { nl: 'Hoe?', en: 'How?' }
const label = { nl: 'Zo', en: 'So' }
/** A list as dictionaries have them, with codes below zero for what is missing. */
const item: Item = {
  code: 'how',
  kind: 'choice',
  min: -99,
  max: 2,
  options: [-99, 1, 2].map((code) => ({ code, name: `o${code}`, label })),
  text,
}

test.each([
  ['7', 7],
  ['-99', -99],
  ['−1', -1],
  ['32767', 32_767],
  ['007', 7],
])('%s is a number', (typed, number) => {
  expect(typedNumber(typed)).toBe(number)
})

test.each(['', '1e3', '1.5', '--1', '- 1', '123456', 'NaN', '٣'])('%j is none', (typed) => {
  expect(typedNumber(typed)).toBeUndefined()
})

test('an answer below zero is taken on a screen, by a link and from paper alike', () => {
  const form = (field: string) => {
    const filled = new FormData()
    filled.set(field, '-99')
    return filled
  }
  expect(isAnswer(item, -99)).toBe(true)
  expect(answerIn(form(answerField('how')), item)).toEqual({ ok: true, answer: -99 })
  expect(answersWith(form(fieldOfLink('how')), [item], {})).toEqual({ given: { how: -99 }, mistakes: {} })
  expect(readPaper(form(fieldOfPaper('how')), [item])).toEqual({ answers: { how: -99 } })
  const dash = new FormData()
  dash.set(fieldOfPaper('how'), '-')
  expect(readPaper(dash, [item])).toEqual({ answers: { how: NO_ANSWER } })
})
