import type { ShownForm } from '../../identity/forms/shown'

/** What is to be done next about a client's consent (protocol §6): the letter goes before the form. */
export type NextStep = 'withdrawn' | 'letter' | 'sign' | 'scan' | 'check' | 'refused' | 'nothing'

/** Takes the forms newest first. */
export function nextStep(so: {
  readonly withdrawn: boolean
  readonly forms: readonly Pick<ShownForm, 'state' | 'endedMonth'>[]
  readonly letters: number
}): NextStep {
  if (so.withdrawn) return 'withdrawn'
  const open = so.forms.filter(({ endedMonth }) => endedMonth === null)
  if (open.some(({ state }) => state === 'scan')) return 'scan'
  if (open.some(({ state }) => state === 'check')) return 'check'
  if (open.length > 0) return 'nothing'
  if (so.forms[0]?.state === 'refused') return 'refused'
  return so.letters === 0 ? 'letter' : 'sign'
}
