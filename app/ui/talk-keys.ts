import { type RefObject, useEffect, useState } from 'react'

/** Keys that are somebody's typing and none of ours. */
const types = (at: EventTarget | null) =>
  at instanceof HTMLTextAreaElement ||
  at instanceof HTMLSelectElement ||
  (at instanceof HTMLInputElement && !['radio', 'checkbox'].includes(at.type))

/** Radio buttons and the summary of what is folded have arrows of their own. */
const steers = (at: EventTarget | null) => at instanceof HTMLInputElement

/** Which button of the form a key presses, by its value; nothing for other keys. */
function buttonOf({ key, target }: KeyboardEvent): 'next' | 'back' | undefined {
  if (key === 'Backspace') return 'back'
  if (key === 'ArrowLeft' && !steers(target)) return 'back'
  if (key === 'ArrowRight' && !steers(target)) return 'next'
  return undefined
}

/**
 * The keyboard of a talk: a digit chooses the answer with that key and goes on, `n` (or 0, where no answer has it) says "no
 * answer" and goes on, Backspace or the left arrow goes back, the right arrow goes on. Without JavaScript the radio buttons
 * have the browser's own keys. Gives whether the keys are heard yet.
 */
export function useTalkKeys(form: RefObject<HTMLFormElement>): boolean {
  const [ready, setReady] = useState(false)
  useEffect(() => {
    const press = (event: KeyboardEvent) => {
      const { current } = form
      if (!current || event.defaultPrevented || event.repeat || types(event.target)) return
      if (event.altKey || event.ctrlKey || event.metaKey) return
      const button = buttonOf(event)
      const answer = button ? null : answerOf(current, event.key.toLowerCase())
      if (!button && !answer) return
      event.preventDefault()
      if (answer) answer.checked = true
      current.requestSubmit(current.querySelector<HTMLButtonElement>(`button[value="${button ?? 'next'}"]`))
    }
    document.addEventListener('keydown', press)
    setReady(true)
    return () => document.removeEventListener('keydown', press)
  }, [form])
  return ready
}

function answerOf(form: HTMLFormElement, key: string): HTMLInputElement | null {
  if (!/^[0-9n]$/.test(key)) return null
  const with_ = (wanted: string) => form.querySelector<HTMLInputElement>(`input[data-key="${wanted}"]`)
  return with_(key) ?? (key === '0' ? with_('n') : null)
}
