import { words } from '../../i18n/catalogue'
import { Choices, Field } from '../../ui/field'
import { Notice } from '../../ui/notice'
import { useSpeaking } from '../../ui/speaking'
import type { FormWords } from './form-read'

/** What was typed before, and what was wrong with it, by field. */
export type Filled = {
  readonly typed: Readonly<Record<string, string>>
  readonly mistakes: Readonly<Record<string, string>>
}
export const UNFILLED: Filled = { typed: {}, mistakes: {} }

/** What a field gets: its name, what was typed in it before, and what was wrong with it. */
export const at = ({ typed, mistakes }: Filled, name: string) => ({
  name,
  ...(typed[name] !== undefined && { value: typed[name] }),
  ...(mistakes[name] !== undefined && { mistake: mistakes[name] }),
})

/** Says above a form that it was not kept, and why when the reason is at no field. */
export function Wrong({ mistakes }: { mistakes: Filled['mistakes'] }) {
  const { say } = useSpeaking()
  const { consentForms: w } = words
  if (Object.keys(mistakes).length === 0) return null
  return (
    <Notice tone="late" title={say(w.wrong)} urgent>
      {mistakes[''] ?? mistakes.version ?? say(w.wrongAbout)}
    </Notice>
  )
}

/** The questions of the form, each yes or no; on paper a box can have been left blank. Nothing is chosen beforehand. */
export function Boxes({ form, filled, blank }: { form: FormWords; filled: Filled; blank?: boolean }) {
  const { say } = useSpeaking()
  const { consentForms: w } = words
  const options = [
    { value: 'yes', label: say(w.yes) },
    { value: 'no', label: say(w.no) },
    ...(blank ? [{ value: 'blank', label: say(w.blank) }] : []),
  ]
  return form.boxes.map(({ box, question }) => (
    <Choices key={box} {...at(filled, `box_${box}`)} label={`${box}. ${question}`} options={options} level />
  ))
}

/** What the client can say in own words. */
export function Capacity({ form, filled }: { form: FormWords; filled: Filled }) {
  const { say } = useSpeaking()
  const { consentForms: w } = words
  const missing = filled.mistakes.capacity
  const options = [
    { value: 'yes', label: say(w.yes) },
    { value: 'no', label: say(w.no) },
  ]
  if (form.capacity.length === 0) return null
  return (
    <section className="panel form touch">
      <h2>{say(w.capacity)}</h2>
      <p className="soft">{say(w.capacityAbout)}</p>
      {form.capacity.map(({ code, text }) => {
        const name = `capacity_${code}`
        const open = missing && !filled.typed[name] ? { mistake: missing } : {}
        return <Choices key={code} {...at(filled, name)} {...open} label={text} options={options} level />
      })}
    </section>
  )
}

/** The telephone number, asked where a question of the form needs one. */
export function Telephone({ form, filled, known }: { form: FormWords; filled: Filled; known: boolean }) {
  const { say } = useSpeaking()
  const { consentForms: w } = words
  if (!form.boxes.some(({ asksTelephone }) => asksTelephone)) return null
  const hint = say(known ? w.telephoneKnown : w.telephoneHint)
  return <Field {...at(filled, 'telephone')} label={say(w.telephone)} hint={hint} autoComplete="off" short />
}

/** Who signs beside the client. */
export function GuardianName({ filled }: { filled: Filled }) {
  const { say } = useSpeaking()
  return <Field {...at(filled, 'guardian')} label={say(words.consentForms.guardianName)} autoComplete="off" />
}
