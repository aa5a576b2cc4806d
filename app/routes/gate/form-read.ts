import type { Language } from '../../i18n/language'
import type { FormVersion } from '../../protocol/consent-forms'
import type { BoxAnswer } from '../../protocol/signing'
import { textOf } from './form'

/** A consent form as a page draws it: its words in one language. */
export function formWords(form: FormVersion, language: Language) {
  return {
    version: form.version,
    title: form.title[language],
    sentences: form.sections.flatMap(({ sentences }) => sentences.map((sentence) => sentence[language])),
    boxes: form.boxes.map(({ box, question, asksTelephone }) => ({
      box,
      question: question[language],
      asksTelephone: asksTelephone === true,
    })),
    capacity: form.capacity.questions.map(({ code, text }) => ({ code, text: text[language] })),
    guardian: form.guardian.text[language],
    declarations: {
      client: form.declarations.client[language],
      interviewer: form.declarations.interviewer[language],
      guardian: form.declarations.guardian[language],
    },
  }
}
export type FormWords = ReturnType<typeof formWords>

/** What was chosen in each box that was answered. */
export function boxesIn(sent: FormData, { boxes }: FormVersion): Record<number, BoxAnswer> {
  const answers = boxes.flatMap(({ box }) => {
    const said = (['yes', 'no', 'blank'] as const).find((one) => one === textOf(sent, `box_${box}`))
    return said ? [[box, said] as const] : []
  })
  return Object.fromEntries(answers)
}

const AS_SCOPE = { yes: 'accepted', no: 'declined', blank: 'not_asked' } as const satisfies Record<BoxAnswer, string>

/** The same by scope, as a form is signed. */
export function scopesIn(sent: FormData, form: FormVersion) {
  const answers = boxesIn(sent, form)
  const said = form.boxes.flatMap(({ box, scope }) => {
    const answer = answers[box]
    return answer ? [[scope, AS_SCOPE[answer]] as const] : []
  })
  return Object.fromEntries(said)
}

/** What was answered to each question on understanding; one without an answer was not asked. */
export function capacityIn(sent: FormData, { capacity }: FormVersion): Record<string, boolean> {
  const said = capacity.questions.flatMap(({ code }) => {
    const answer = textOf(sent, `capacity_${code}`)
    return answer === 'yes' || answer === 'no' ? [[code, answer === 'yes'] as const] : []
  })
  return Object.fromEntries(said)
}

/** Everything that was typed, as it goes back into the form. */
export const typedIn = (sent: FormData): Record<string, string> =>
  Object.fromEntries([...sent].filter((pair): pair is [string, string] => typeof pair[1] === 'string'))
