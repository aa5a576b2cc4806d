import { createHash } from 'node:crypto'
import { describe, expect, test } from 'vitest'
import {
  boxOfScope,
  type FormVersion,
  formInForce,
  formNamed,
  guardianNeeded,
  letterInForce,
  scopeOfBox,
  understands,
} from '../../app/protocol/consent-forms'
import { addDays, type Day, day } from '../../app/protocol/day'
import { studyProtocols } from '../../app/protocol/studies/registry'
import { talkAid } from '../../app/protocol/studies/talk-aid'
import { werkalliantie } from '../../app/protocol/studies/werkalliantie'
import type { StudyProtocol, Words } from '../../app/protocol/study'

/** What a published text says; its last day may be set later, nothing else. */
const digest = ({ validTo: _, ...text }: { readonly validTo: Day | null }) =>
  createHash('sha256').update(JSON.stringify(text)).digest('hex').slice(0, 16)

/** People signed these words: whoever changes one makes a new version, and adds its digest here. */
const PUBLISHED = {
  'talk-aid talk-1': '62eef06ec73d6ea7',
  'talk-aid talk-letter-1': '75d96ddff7f78804',
  'werkalliantie letter-1': '89d0c9577901b6d2',
  'werkalliantie paper-2011': '8e56ae360e021bd5',
  'werkalliantie tablet-1': '2beee53c7f60219d',
}

const WORDS_A_SENTENCE = 25
const sentencesOf = (text: string) => text.split(/(?<=[.?!])\s+/)
const wordsIn = (sentence: string) => sentence.split(/\s+/).length

const wordingOf = (form: FormVersion): readonly Words[] => [
  form.title,
  ...form.sections.flatMap(({ heading, sentences }) => [heading, ...sentences]),
  ...form.boxes.map(({ question }) => question),
  ...form.capacity.questions.map(({ text }) => text),
  form.guardian.text,
  ...Object.values(form.declarations),
]
const allWording = ({ consent }: StudyProtocol) => [
  ...consent.forms.flatMap(wordingOf),
  ...consent.letters.flatMap(({ title, paragraphs }) => [title, ...paragraphs]),
]

test('what was published stays as it was signed', () => {
  const texts = studyProtocols.flatMap(({ code, consent }) =>
    [...consent.forms, ...consent.letters].map((one) => [`${code} ${one.version}`, digest(one)] as const),
  )
  expect(new Set(texts.map(([name]) => name)).size).toBe(texts.length)
  expect(Object.fromEntries(texts)).toEqual(PUBLISHED)
})

describe.each(studyProtocols.map((study) => [study.code, study as StudyProtocol] as const))(
  'forms of %s',
  (_, study) => {
    const { forms, letters } = study.consent

    test.each(forms.map((form) => [form.version, form] as const))('%s has one box for each scope', (version, form) => {
      expect(form.boxes.map(({ scope }) => scope).sort()).toEqual([...study.scopes].sort())
      expect(form.boxes.map(({ box }) => box)).toEqual(form.boxes.map((_box, index) => index + 1))
      for (const { box, scope } of form.boxes) {
        expect(scopeOfBox(form, box)).toBe(scope)
        expect(boxOfScope(form, scope)).toBe(box)
      }
      expect(scopeOfBox(form, form.boxes.length + 1)).toBeUndefined()
      expect(boxOfScope(form, 'everything')).toBeUndefined()
      expect(formNamed(study, version)).toBe(form)
    })

    test('on every day since the first form there is one to sign on a tablet, and a letter that goes before it', () => {
      const first = forms.map(({ validFrom }) => validFrom).sort()[0] as Day
      const borders = [...forms, ...letters].flatMap(({ validFrom, validTo }) => [
        validFrom,
        addDays(validFrom, -1),
        ...(validTo ? [validTo, addDays(validTo, 1)] : []),
      ])
      for (const on of [...borders, day('2199-12-31')].filter((one) => one >= first)) {
        expect(formInForce(study, on), on).toMatchObject({ sections: expect.arrayContaining([expect.anything()]) })
        expect(letterInForce(study, on), on).toBeDefined()
      }
      expect(formInForce(study, addDays(first, -1))).toBeUndefined()
      expect(letterInForce(study, addDays(first, -1))).toBeUndefined()
    })

    test('is complete and plain in both languages', () => {
      for (const words of allWording(study))
        for (const text of [words.nl, words.en]) {
          expect(text.trim()).not.toBe('')
          for (const sentence of sentencesOf(text))
            expect(wordsIn(sentence), sentence).toBeLessThanOrEqual(WORDS_A_SENTENCE)
        }
      const readAloud = forms.flatMap(({ sections }) => sections.flatMap(({ sentences }) => sentences))
      for (const { nl, en } of readAloud)
        expect([sentencesOf(nl), sentencesOf(en)].map((s) => s.length)).toEqual([1, 1])
    })

    test('promises nobody to be anonymous', () => {
      const sentences = allWording(study).flatMap(({ nl, en }) => [...sentencesOf(nl), ...sentencesOf(en)])
      const said = sentences.filter((sentence) => /anoni|anony/i.test(sentence))
      expect(said.filter((sentence) => !/\b(niet|not)\b/.test(sentence))).toEqual([])
      expect(said.length).toBeGreaterThan(0)
      expect(sentences.some((sentence) => /pseudoniem/.test(sentence))).toBe(true)
    })
  },
)

describe('which form is in force', () => {
  const on = day('2012-06-01')
  const form = formNamed(werkalliantie, 'tablet-1') as FormVersion
  const study = (...forms: FormVersion[]) => ({ consent: { forms, letters: [] } })
  const newer = { ...form, version: 'newer', validFrom: on }
  const paper = { ...form, version: 'paper', validFrom: on, paper: true } as const

  test('the newest, also when it stands first; the one before it up to the day before', () => {
    expect(formInForce(study(newer, form), on)?.version).toBe('newer')
    expect(formInForce(study(form, newer), on)?.version).toBe('newer')
    expect(formInForce(study(newer, form), addDays(on, -1))?.version).toBe('tablet-1')
  })

  test('one on paper only when there is no other', () => {
    expect(formInForce(study(form, paper), on)?.version).toBe('tablet-1')
    expect(formInForce(study({ ...form, validTo: addDays(on, -1) }, paper), on)?.version).toBe('paper')
    expect(formInForce(werkalliantie, on)?.version).toBe('tablet-1')
    expect(formNamed(werkalliantie, 'paper-2011')?.validTo).toBe('2014-12-31')
    expect(formNamed(talkAid, 'tablet-1')).toBeUndefined()
  })
})

describe('the register on the paper form of 2011 (protocol §6)', () => {
  test('is named for what it is: forgotten on the form, allowed by the committee', () => {
    const form = formNamed(werkalliantie, 'paper-2011') as FormVersion
    const box = form.boxes.find(({ scope }) => scope === 'register_linkage')
    expect(box?.question.nl).toMatch(/^Niet op het formulier/)
    expect(box?.question.en).toMatch(/^Not on the form/)
  })
})

describe('who signs beside the client (protocol §6)', () => {
  const form = formNamed(werkalliantie, 'tablet-1') as FormVersion

  test.each([
    [17, true, true],
    [17, false, true],
    [18, true, false],
    [18, false, true],
    [60, true, false],
    [60, false, true],
  ])('aged %i and understanding it is %s: a guardian is needed is %s', (ageOn, understood, needed) => {
    expect(guardianNeeded(form, { ageOn, understands: understood })).toBe(needed)
  })

  test('understood is all of it; not asked is not understood', () => {
    const all = { about: true, voluntary: true, stopping: true }
    expect(understands(form, all)).toBe(true)
    for (const code of Object.keys(all)) expect(understands(form, { ...all, [code]: false })).toBe(false)
    expect(understands(form, { about: true, voluntary: true })).toBe(false)
    expect(understands(form, {})).toBe(false)
  })
})
